"""coding/*.csv: what each coder made of each answer."""

import csv
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_coding_line
from peil.study.coding import Coding, Codings
from peil.study.coding_frame import CodingFrame
from peil.study.reader.decode import decode

HEADER = ("id", "coder", "codes", "answer", "note")
FOLDER = "coding"


def read_codings(
    folder: Path, frames: Mapping[str, CodingFrame], problems: list[Problem]
) -> dict[str, Codings]:
    """Give the codings of each frame by variable; of a frame without a file there are none yet."""
    return {name: read_coding_file(folder, name, problems) for name in frames}


def read_coding_file(folder: Path, variable: str, problems: list[Problem]) -> Codings:
    """Read the file of one variable; a line that can't be read, or says it again, is a problem."""
    file = f"{FOLDER}/{variable}.csv"
    path = folder / file
    text = decode(path.read_bytes(), file, bad_coding_line.RULE, problems) if path.is_file() else None
    by_place: dict[tuple[str, str], Coding] = {}
    for one in _lines(text, file, problems) if text else ():
        first = by_place.setdefault((one.respondent, one.coder), one)
        if first is not one:
            hint = "Keep the line that holds, and take the other away."
            message = f'"{one.coder}" coded "{one.respondent}" at line {first.span.line} already.'
            problems.append(bad_coding_line.RULE.problem(one.span, message, hint=hint))
    return Codings(variable, by_place)


def _lines(text: str, file: str, problems: list[Problem]) -> Iterator[Coding]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    started = 1
    try:
        for number, cells in enumerate(reader):
            span, started = Span(file, started, 1), reader.line_num + 1
            if number == 0:
                if tuple(cells) != HEADER:
                    hint = f"Write {','.join(HEADER)} as its first line."
                    message = "The file doesn't begin with the names of its columns."
                    problems.append(bad_coding_line.RULE.problem(span, message, hint=hint))
                    return
            elif len(cells) == len(HEADER) and all((cells[0], cells[1], cells[3])):
                codes = tuple(dict.fromkeys(cells[2].split()))
                yield Coding(cells[0], cells[1], codes, cells[3], cells[4], span)
            elif cells:
                hint = f"A line has {', '.join(HEADER)}; codes are separated by spaces and may be empty."
                message = "This line is no coding."
                problems.append(bad_coding_line.RULE.problem(span, message, hint=hint))
    except csv.Error as error:
        hint = "Look for a quotation mark that isn't closed."
        message = f"The file can't be read any further: {error}."
        problems.append(bad_coding_line.RULE.problem(Span(file, started, 1), message, hint=hint))
