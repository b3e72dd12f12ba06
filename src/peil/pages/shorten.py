"""Text cut off where a word ends."""


def shorten(text: str, longest: int) -> str:
    """Give the text, or as many of its words as fit in so many characters with an ellipsis after them.

    A first word that is too long by itself is cut inside.
    """
    plain = " ".join(text.split())
    if len(plain) <= longest:
        return plain
    room = plain[:longest]
    cut = room.rfind(" ")
    return (room[:cut] if cut > 0 else room[: longest - 1]).rstrip(" ,.;:!?–-(") + "…"
