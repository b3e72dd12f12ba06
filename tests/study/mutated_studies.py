"""A questionnaire and the same with one thing changed, as an author might change it."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import assume
from hypothesis import strategies as st

from peil.core.problem import Unusable
from peil.study.reader.read import read_study
from peil.study.study import Study
from random_routing import routings
from random_routing import study_of as read_drawn

Files = tuple[str, str, str]
"""questionnaire.md, study.toml and plan.toml."""

SWAPS = [
    (" is not ", " is "),
    (" is ", " is not "),
    (" has a", " has b"),
    (" is a", " is b"),
    ("not ", ""),
    (" and ", " or "),
    (" or ", " and "),
    (" > 4", " > 6"),
    (" <= 4", " < 4"),
    (" < 2", " <= 2"),
    (" >= 2", " >= 1"),
    (" was asked", " was answered"),
    ("[0..9]", "[1..9]"),
    ("[0..9]", "[0..20]"),
    ("[0..9]", "[0..9, 1 decimals]"),
    ("scale 0..3", "scale 0..2"),
    ("scale 0..3", "scale 0..4"),
    ("at most 2", "at most 1"),
    ("at most 1", "at most 2"),
    ("at least 2", "at least 1"),
    ("{optional", "{shuffle"),
    ("{optional, ", "{"),
    ("  {optional}", ""),
    ("  {missing}", ""),
    ("  {exclusive}", ""),
    ("{one page}", "{}"),
    (" ____", ""),
    ("- ( ) ", "- ( ) 9 "),
    (": stopped", ": screened"),
    ("later: end", "optional"),
]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Files, Files]:
    """The files of two versions of a study."""
    files = draw(routings())
    return files, draw(st.sampled_from(list(dict.fromkeys(mutations(files)))))


def both(versions: tuple[Files, Files]) -> tuple[Study, Study]:
    """Read two versions; an example whose second one has errors is none."""
    new = read_or_none(versions[1])
    assume(new is not None)
    assert new is not None
    return read_drawn(versions[0]), new


def mutations(files: Files) -> Iterator[Files]:
    """Give the files with one thing changed, in many ways."""
    text, settings, plan = files
    for changed in _of_text(text):
        if changed != text:
            yield changed, settings, plan
    for old, new in SWAPS:
        if old in settings:
            yield text, settings.replace(old, new, 1), plan
        if old in plan:
            yield text, settings, plan.replace(old, new, 1)


def _of_text(text: str) -> Iterator[str]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        before, after = lines[:number], lines[number + 1 :]
        if line.startswith(("if ", "end if ", "- ", "---", "# ", "  for ")):
            yield "\n".join([*before, *after])
        if line.startswith("- "):
            yield "\n".join([*before, *after[:1], line, *after[1:]])
            mark = re.match(r"- (?:\( \)|\[ \])?", line)
            yield "\n".join([*before, line, f"{mark[0].rstrip() if mark else '-'} fresh: Fresh", *after])
            yield "\n".join([*before, re.sub(r"(\w+):", r"\1_new:", line, count=1), *after])
            yield "\n".join([*before, re.sub(r"  \{if .*\}", "", line), *after])
        if line.startswith("## "):
            yield "\n".join([*before, "---", "", line, *after])
            yield "\n".join([*before, "## fresh  {optional}", "Say: ____", "", line, *after])
            yield "\n".join([*before, "## fresh", "Say: ____", "", line, *after])
            yield "\n".join([*before, re.sub(r"## (\w+)", r"## \1_new", line), *after])
            yield "\n".join([*before, line if "{" in line else f"{line}  {{optional}}", *after])
        for old, new in SWAPS:
            if old in line:
                yield "\n".join([*before, line.replace(old, new, 1), *after])
    yield from _of_blocks(text)


def _of_blocks(text: str) -> Iterator[str]:
    """Leave out a question, or ask it after the next one."""
    blocks = re.split(r"(?=^## )", text, flags=re.MULTILINE)
    for number in range(1, len(blocks)):
        yield "".join([*blocks[:number], *blocks[number + 1 :]])
        yield "".join(
            [*blocks[:number], *blocks[number + 1 : number + 2], blocks[number], *blocks[number + 2 :]]
        )


def read_or_none(files: Files) -> Study | None:
    """Read a study; None where it has errors."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in zip(("questionnaire.md", "study.toml", "plan.toml"), files, strict=True):
            (Path(name) / file).write_text(text, encoding="utf-8")
        try:
            study = read_study(name)
        except Unusable:
            return None
    return None if any(problem.severity == "error" for problem in study.problems) else study
