"""The figures of another study: ``[[figure]]`` in its file, and the rows of a CSV beside it."""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks import bad_other_study, impossible_figure, unplaced_figure
from peil.study.other_study import OtherKind, OtherStudy, PrintedFigure
from peil.study.reader.decode import decode
from peil.study.reader.read_other_words import words_of
from peil.study.reader.typed import Table
from peil.study.told import Told

KNOWN = (
    "question", "option", "group", "value", "decimals", "n", "source", "place", "date", "claim",
)  # fmt: skip
NUMBER = re.compile(r"\d+(?:[.,](\d+))?")
WHOLE = 100


@dataclass(frozen=True)
class Draft:
    """A figure as written; ``at`` gives the place of a key."""

    figure: PrintedFigure
    at: Callable[[str], Span]


def read_figures(
    study: OtherStudy, table: Table, beside: Path, folder: Path, languages: tuple[str, ...]
) -> OtherStudy:
    """Give the study with its figures; one that has no place in it, or can't be, is told and left out.

    Args:
        study: The study without figures.
        table: Its file.
        beside: The CSV that may stand beside it.
        folder: The study's folder, which places are told in.
        languages: The study's languages.
    """
    drafts = [one for entry in table.entries("figure") if (one := _from_table(entry, languages))]
    if beside.is_file():
        drafts += _from_csv(beside, beside.relative_to(folder).as_posix(), languages, table.problems)
    found: list[PrintedFigure] = []
    seen: dict[tuple[str, ...], Span] = {}
    for draft in drafts:
        one = replace(draft, figure=_with_source(draft.figure, study))
        if not all((_is_placed(one, study, table.problems), _is_possible(one, study, table.problems))):
            continue
        figure = one.figure
        named = (figure.question, figure.option, figure.group, figure.source, figure.place)
        key = (*named, str(figure.value), *figure.words.values())
        if key in seen:
            message = f"The same figure of one source and place stands at {seen[key]}."
            _tell(table.problems, impossible_figure.RULE, figure.span, message, "Keep one of the two.")
            continue
        seen[key] = figure.span
        found.append(figure)
    return replace(study, figures=tuple(found))


def _tell(problems: list[Problem], rule: Rule, span: Span, message: str, hint: str) -> None:
    problems.append(rule.problem(span, message, hint=hint))


def _with_source(figure: PrintedFigure, study: OtherStudy) -> PrintedFigure:
    """Give a figure with its source: the only one there is, where it names none."""
    if figure.source or len(study.publications) != 1:
        return figure
    return replace(figure, source=next(iter(study.publications)))


def _from_table(table: Table, languages: tuple[str, ...]) -> Draft | None:
    table.known(KNOWN)
    value, words, decimals = _value(table, languages)
    if value is None and not words:
        table.wrong("The figure has no value.", "value", hint='Write value = 29, or value = "just over 700".')
        return None
    written = table.values.get("n")
    figure = PrintedFigure(
        question=table.text("question"),
        option=table.text("option"),
        group=table.text("group"),
        value=value,
        words=words,
        decimals=table.whole("decimals", decimals) if "decimals" in table.values else decimals,
        n=table.whole("n", 1, least=1) if written is not None else None,
        source=table.text("source"),
        place=table.text("place").strip(),
        date=table.date("date"),
        claim=table.text("claim").strip(),
        span=table.at,
    )
    return Draft(figure, lambda name: table.settings.key(*table.place, name))


def _value(table: Table, languages: tuple[str, ...]) -> tuple[Decimal | None, Told, int]:
    """Give the number with its decimals, or the words."""
    written = table.values.get("value")
    if isinstance(written, int | float) and not isinstance(written, bool):
        number = Decimal(repr(written))
        exponent = number.as_tuple().exponent
        return number, {}, -exponent if isinstance(exponent, int) and exponent < 0 else 0
    if written is None:
        return None, {}, 0
    return None, words_of(table, written, languages, "value"), 0


def _from_csv(path: Path, file: str, languages: tuple[str, ...], problems: list[Problem]) -> list[Draft]:
    """Give the rows of a CSV; a row with a problem is told at its line and left out."""
    text = decode(path.read_bytes(), file, bad_other_study.RULE, problems)
    rows = csv.reader(io.StringIO(text or "", newline=""))
    columns = [name.strip() for name in next(rows, [])]
    known = (*KNOWN, *(f"value_{language}" for language in languages))
    for column in columns:
        if column not in known:
            hint = did_you_mean(column, known) or f"There are {', '.join(known)}."
            message = f'There is no column "{column}".'
            _tell(problems, bad_other_study.RULE, Span(file, 1, 1), message, hint)
    lacking = [column for column in ("question", "value") if column not in columns]
    for column in lacking if text is not None else ():
        message = f'The column "{column}" is missing.'
        _tell(problems, bad_other_study.RULE, Span(file, 1, 1), message, "Add it to the first line.")
    found = []
    for row in rows if not lacking else ():
        span = Span(file, rows.line_num, 1)
        if len(row) > len(columns):
            hint = 'Put a text with commas between quotes: "just over 300,000".'
            _tell(problems, bad_other_study.RULE, span, "The row has more cells than columns.", hint)
        elif any(cell.strip() for cell in row):
            cells = dict(zip(columns, (cell.strip() for cell in row), strict=False))
            found.append(_from_row(cells, span, languages, problems))
    return [one for one in found if one]


def _from_row(
    cells: Mapping[str, str], span: Span, languages: tuple[str, ...], problems: list[Problem]
) -> Draft | None:
    number = NUMBER.fullmatch(cells.get("value", ""))
    words = dict(_csv_words(cells, languages))
    wrong = list(_wrong_cells(cells, number is not None or bool(words)))
    for message, hint in wrong:
        _tell(problems, bad_other_study.RULE, span, message, hint)
    if wrong:
        return None
    figure = PrintedFigure(
        question=cells.get("question", ""),
        option=cells.get("option", ""),
        group=cells.get("group", ""),
        value=Decimal(number.group().replace(",", ".")) if number else None,
        words={} if number else words,
        decimals=int(cells.get("decimals") or (len(number.group(1) or "") if number else 0)),
        n=int(cells["n"]) if cells.get("n") else None,
        source=cells.get("source", ""),
        place=cells.get("place", ""),
        date=dt.date.fromisoformat(cells["date"]) if cells.get("date") else None,
        claim=cells.get("claim", ""),
        span=span,
    )
    return Draft(figure, lambda _: span)


def _csv_words(cells: Mapping[str, str], languages: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give the words of a value: in a language's own column, else those that stand in ``value``."""
    for language in languages:
        text = cells.get(f"value_{language}") or cells.get("value", "")
        if text:
            yield language, text


def _wrong_cells(cells: Mapping[str, str], told: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001 - private
    """Say what is wrong with the cells of a row, each with its repair."""
    if not told:
        yield "The figure has no value.", "Write a number or words in the column value."
    for name in ("n", "decimals"):
        if cells.get(name) and not cells[name].isdecimal():
            yield f'"{cells[name]}" is no {name}.', "Write a whole number, or leave the cell empty."
    if cells.get("n", "").isdecimal() and int(cells["n"]) == 0:
        yield "A base is of somebody.", "Leave n empty where it isn't known."
    try:
        dt.date.fromisoformat(cells.get("date") or "2026-01-01")
    except ValueError:
        yield f'"{cells["date"]}" is no date.', "Write it as 2026-01-31."


def _is_placed(draft: Draft, study: OtherStudy, problems: list[Problem]) -> bool:
    """Say whether question, option, group and source of a figure are listed."""
    one = draft.figure
    question = study.questions.get(one.question)
    options = question.options if question else {}
    named = (
        ("question", one.question, study.questions, "There is no question"),
        ("option", one.option if question else "", options, "The question has no option"),
        ("group", one.group, study.groups, "There is no group"),
        ("source", one.source, study.publications, "There is no source"),
    )
    placed = True
    for name, value, known, what in named:
        if value in known or (not value and name in {"option", "group"}):
            continue
        hint = did_you_mean(value, known) or f"There are {', '.join(known) or 'none'}."
        _tell(problems, unplaced_figure.RULE, draft.at(name), f'{what} "{value}".', hint)
        placed = False
    return placed


def _is_possible(draft: Draft, study: OtherStudy, problems: list[Problem]) -> bool:
    """Say whether a number can be what it says."""
    one, question = draft.figure, study.questions.get(draft.figure.question)
    if one.value is None or question is None:
        return True
    written = one.value.normalize().as_tuple().exponent
    digits = -written if isinstance(written, int) and written < 0 else 0
    if one.value < 0 or (question.kind is not OtherKind.COUNT and one.value > WHOLE):
        message = f"{one.value} is no {'count' if question.kind is OtherKind.COUNT else 'percentage'}."
        hint = 'Look at the source; a count stands at a question with kind = "count".'
    elif digits > one.decimals:
        message = f"{one.value} has more than {one.decimals} decimals, to which it was rounded."
        hint = "Write as many decimals as were printed."
    else:
        return True
    _tell(problems, impossible_figure.RULE, draft.at("value"), message, hint)
    return False
