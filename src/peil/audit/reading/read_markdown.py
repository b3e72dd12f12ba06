"""Read the parts of a Markdown report."""

import re
from collections.abc import Iterator
from dataclasses import replace

from peil.audit.reading.caption import is_caption
from peil.audit.reading.passage import Part, Passage, Spot, TextTable

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*")
RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
MARKS = re.compile(r"(\*\*|__|\*|`)")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
BOUND = re.compile(r"\[([^\]]*)\]\{[^}]*\}")
LIST = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
CELLS = re.compile(r"(?<!\\)\|")


def read_markdown(text: str) -> Iterator[Part]:
    """Give headings, paragraphs, list items, captions and tables in order.

    Bound numbers of a report of Peil's own are read as printed: ``[46%]{= …}`` is 46%.
    """
    spot = Spot()
    for lines in blocks_of(text):
        heading = HEADING.fullmatch(lines[0])
        if heading:
            spot = Spot(section=plain(re.sub(r"\s+\{[^}]*\}$", "", heading[2])))
            yield Passage(spot.section, spot)
            continue
        if is_table(lines):
            rows = [row_of(line) for line in lines if not RULE.fullmatch(line.strip())]
            width = max(map(len, rows))
            yield TextTable(tuple((*row, *[""] * (width - len(row))) for row in rows), spot)
            continue
        said = plain(" ".join(lines))
        spot = replace(spot, caption=said if is_caption(said) else "")
        yield Passage(said, spot)


def blocks_of(text: str) -> Iterator[list[str]]:
    """Give lines that stand together; a heading and each item of a list stand alone."""
    held: list[str] = []
    for line in [*text.splitlines(), ""]:
        alone = bool(HEADING.fullmatch(line))
        if held and (alone or not line.strip() or LIST.match(line) or (("|" in line) != ("|" in held[-1]))):
            yield held
            held = []
        if alone:
            yield [line]
        elif line.strip():
            held.append(LIST.sub("", line))


def is_table(lines: list[str]) -> bool:
    """Say whether lines are a table: cells between bars, and a rule under the first."""
    return len(lines) > 1 and "|" in lines[0] and bool(RULE.fullmatch(lines[1].strip()))


def row_of(line: str) -> tuple[str, ...]:
    """Give a row's cells."""
    return tuple(
        plain(cell.strip()) for cell in CELLS.split(line.strip().removeprefix("|").removesuffix("|"))
    )


def plain(text: str) -> str:
    """Give text without marks."""
    said = MARKS.sub("", LINK.sub(r"\1", BOUND.sub(r"\1", text)))
    return " ".join(said.replace("\\|", "|").split())
