"""Names that a workbook takes for its sheets."""

import re
from collections.abc import Sequence

LONGEST = 31
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


def sheet_names(titles: Sequence[str]) -> tuple[str, ...]:
    """Give each title as a name of a sheet: 31 characters at most, each once whatever its case."""
    found: list[str] = []
    taken: set[str] = set()
    for title in titles:
        plain = " ".join(FORBIDDEN.sub(" ", title).split()).strip("'") or "-"
        name, number = _cut(plain, LONGEST), 1
        while name.lower() in taken:
            number += 1
            tail = f" ({number})"
            name = _cut(plain, LONGEST - len(tail)) + tail
        taken.add(name.lower())
        found.append(name)
    return tuple(found)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
