"""Write new values into the source of a text: just the bracketed words, and nothing else."""

import os
import re
import shutil
import tempfile
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem
from peil.core.span import Span
from peil.report.bound_problems import FILE_CHANGED
from peil.report.disagreement import Disagreement, Kind

LINE_END = re.compile(r"\r\n|\r|\n")
BRACKETS = re.compile(r"\[(?P<words>[^\[\]]*)\]\{=")
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Mended:
    """What was written, in reading order, and what kept a file from being written."""

    written: tuple[Disagreement, ...]
    problems: tuple[Problem, ...]


def mend_files(folder: Path, before: Mapping[str, bytes], found: Iterable[Disagreement]) -> Mended:
    """Write the new words of all that changed, each file at once or not at all.

    Args:
        folder: The study's folder.
        before: Each file's content as it was when the texts were read, by its name in the folder.
        found: What disagrees; only what changed is written.
    """
    changed = [one for one in found if one.kind is Kind.CHANGED]
    written: list[Disagreement] = []
    problems: list[Problem] = []
    for name, content in before.items():
        own = [one for one in changed if one.span.file == name]
        changes = list(dict.fromkeys(own))
        if not changes:
            continue
        new = mend_content(content, changes)
        if new is None or not replace_file(folder / name, content, new):
            message = "The file was changed while its new values were being computed; nothing was written."
            problems.append(FILE_CHANGED.problem(Span(name), message, hint="Run the command again."))
        else:
            written += changes
    return Mended(tuple(sorted(written, key=lambda one: one.span)), tuple(problems))


def mend_content(content: bytes, changes: Sequence[Disagreement]) -> bytes | None:
    """Give a file's content with new words; None where the old words aren't in their places."""
    mark = BOM_UTF8 if content.startswith(BOM_UTF8) else b""
    text = content.removeprefix(mark).decode("utf-8")
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    done, at = "", 0
    for change in sorted(changes, key=lambda one: one.span):
        line = change.span.line
        place = starts[line - 1] + change.span.column - 1 if 0 < line <= len(starts) else len(text)
        found = BRACKETS.match(text, place)
        if found is None or place < at or " ".join(found["words"].split()) != change.old:
            return None
        done += text[at : found.start("words")] + reword(found["words"], change.new)
        at = found.end("words")
    return mark + (done + text[at:]).encode("utf-8")


def reword(old: str, new: str) -> str:
    """Give new words in the place of old ones; line ends between them stay where there are as many words."""
    words = new.split()
    if len(old.split()) != len(words):
        return new
    between = SPACE.findall(old.strip())
    left = old[: len(old) - len(old.lstrip())]
    return left + "".join(interleave(words, between)) + old[len(old.rstrip()) :]


def interleave(words: Sequence[str], between: Sequence[str]) -> Iterator[str]:
    """Give words with what stands between them."""
    for place, word in enumerate(words):
        yield word
        if place < len(between):
            yield between[place]


def replace_file(path: Path, old: bytes, new: bytes) -> bool:
    """Put new content in a file's place in one step, if it still is what it was; False when it isn't."""
    target = path.resolve()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(target, made)
        if target.read_bytes() != old:
            return False
        made.replace(target)
    finally:
        made.unlink(missing_ok=True)
    return True
