"""Long texts told by what changed in them."""

AROUND = 2
"""Words left on each side of what changed."""


def what_changed(old: str, new: str, longest: int) -> tuple[str, str]:
    """Give two texts without the words that they begin and end with alike, a few left on each side.

    Texts that are short are given whole; what is still too long is cut off.

    Args:
        old: The text before.
        new: The text now.
        longest: Characters of each that are given.
    """
    if max(len(old), len(new)) <= longest:
        return old, new
    before, after = old.split(), new.split()
    least = min(len(before), len(after))
    start = next((at for at in range(least) if before[at] != after[at]), least)
    end = next((at for at in range(least - start) if before[-1 - at] != after[-1 - at]), least - start)
    return _cut(before, start, end, longest), _cut(after, start, end, longest)


def _cut(words: list[str], start: int, end: int, longest: int) -> str:
    first, last = max(start - AROUND, 0), len(words) - max(end - AROUND, 0)
    lead, tail = "… " if first else "", " …" if last < len(words) else ""
    text = " ".join(words[first:last])
    if len(text) > longest:
        text, tail = text[:longest].rstrip(), " …"
    return f"{lead}{text}{tail}" if text else ""
