"""Columns of cells become columns of answers; each different text is read once."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

import numpy as np
from numpy.typing import NDArray

from peil.core.ids import did_you_mean
from peil.core.largest import LARGEST
from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.data.data_problems import (
    AMBIGUOUS_LABEL,
    BAD_DATE,
    BAD_NUMBER,
    BAD_TICK,
    UNKNOWN_VALUE,
)
from peil.data.dataset import Codes, Column
from peil.formats.cell_span import cell_span
from peil.formats.cell_table import CellColumn, CellTable
from peil.formats.option_names import blanks_alike, option_names
from peil.interview.check_value import is_date
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.question import Question
from peil.study.study import Study
from peil.study.text import NumberBlank

CORRECT = "Correct it, or leave the cell empty."
TICKS = {"1": True, "0": False, "": False}


@dataclass
class ColumnReader:
    """Reads the columns of one file and gathers what is wrong with them."""

    study: Study
    table: CellTable
    problems: list[Problem] = field(default_factory=list)
    missing_steps: dict[str, Codes] = field(default_factory=dict)

    def tell(
        self, rule: Rule, column: int, text_place: int, message: str, hint: str = "", expected: str = ""
    ) -> None:
        """Note what is wrong with a text, at the first cell that holds it."""
        cells = self.table.columns[column]
        others = cells.rows_with(text_place) - 1
        tail = f" ({others} more such {'row' if others == 1 else 'rows'})" if others else ""
        line = int(self.table.lines[cells.first_row(text_place)])
        span = cell_span(self.table.path, line, column)
        got = cells.texts[text_place]
        self.problems.append(rule.problem(span, f"{message}{tail}.", hint=hint, expected=expected, got=got))

    def read(self, variable: Variable, column: int) -> Column:
        """Read the column of a variable."""
        cells = self.table.columns[column]
        item = self.study.codebook.items[variable.item]
        match variable.value:
            case ValueKind.OPTION:
                return self.options(variable, item, column)
            case ValueKind.STEP:
                return self.steps(variable, item, column)
            case ValueKind.TICK:
                return spread(
                    cells, [self.tick(column, place) for place in range(len(cells.texts))], np.bool_
                )
            case ValueKind.NUMBER:
                return self.numbers(column, number_bounds(variable))
            case ValueKind.RANK:
                ranks = Decimal(max(len(item.options), 1))
                return self.numbers(column, NumberBounds(Decimal(1), ranks, 0))
            case ValueKind.DATE:
                self.check_dates(column)
            case ValueKind.TEXT:
                texts = tuple(text if text.strip() else "" for text in cells.texts)
                cells = CellColumn(texts, cells.places)
        return cells.cells()

    def check_dates(self, column: int) -> None:
        """Tell cells that are no date."""
        for place, text in enumerate(self.table.columns[column].texts):
            if text and not is_date(text):
                message = f'Column {self.table.header[column]}: "{text}" is no date'
                self.tell(BAD_DATE, column, place, message, "Write it as 2026-04-17.")

    def options(self, variable: Variable, item: Item, column: int) -> Codes:
        """Read option ids, codes or labels."""
        cells = self.table.columns[column]
        names = option_names(item)
        known = names.choose(text.strip() for text in cells.texts if text.strip())
        found = []
        for place, text in enumerate(cells.texts):
            name = text.strip()
            position = known.get(name, -1) if name else -1
            if name and position < 0:
                shared = blanks_alike(name) in names.shared
                rule = AMBIGUOUS_LABEL if shared else UNKNOWN_VALUE
                said = "is the label of two options" if shared else "is none of its options"
                hint = did_you_mean(name, [*names.ids, *names.labels]) or f"Options: {', '.join(names.ids)}."
                self.tell(rule, column, place, f'Column {variable.name}: "{name}" {said}', hint)
            found.append(position)
        return spread(cells, found, np.int16)

    def steps(self, variable: Variable, item: Item, column: int) -> Column:
        """Read the steps of a scale, and the missing options chosen in place of one."""
        cells = self.table.columns[column]
        question = self.study.questionnaire.by_id[item.question]
        names = scale_names(item, question)
        bounds = NumberBounds(question.low, question.high, 0)
        steps, chosen = [], []
        for place, text in enumerate(cells.texts):
            name = text.strip()
            step = read_number(name, bounds)
            option = names.get(name, names.get(blanks_alike(name), -1)) if step is None else -1
            if option >= 0 and not item.options[option].missing:
                step, option = float(item.options[option].id), -1
            if step is None and option < 0:
                hint = did_you_mean(name, names) or CORRECT
                message = (
                    f'Column {variable.name}: "{name}" is no step from {question.low} to {question.high}'
                )
                self.tell(BAD_NUMBER, column, place, message, hint, told(bounds))
            steps.append(np.nan if step is None else step)
            chosen.append(option)
        self.missing_steps[variable.name] = spread(cells, chosen, np.int16)
        return spread(cells, steps, np.float64)

    def tick(self, column: int, place: int) -> bool:
        """Read a tick."""
        text = self.table.columns[column].texts[place].strip()
        if text not in TICKS:
            name = self.table.header[column]
            message = f'Column {name}: "{text}" is no tick'
            self.tell(BAD_TICK, column, place, message, "Write 1 for ticked, 0 for not ticked.", "1 or 0")
        return TICKS.get(text, False)

    def numbers(self, column: int, bounds: "NumberBounds") -> Column:
        """Read numbers; a cell that can't be read is told and left empty."""
        cells = self.table.columns[column]
        found = []
        for place, text in enumerate(cells.texts):
            number = read_number(text.strip(), bounds)
            if number is None:
                message = f'Column {self.table.header[column]}: "{text.strip()}" is not {told(bounds)}'
                hint = point_hint(text.strip(), bounds) or size_hint(text.strip()) or CORRECT
                self.tell(BAD_NUMBER, column, place, message, hint, told(bounds))
            found.append(np.nan if number is None else number)
        return spread(cells, found, np.float64)


@dataclass(frozen=True, slots=True)
class NumberBounds:
    """What a number may be."""

    low: Decimal | None
    high: Decimal | None
    decimals: int | None


ANY_NUMBER = NumberBounds(None, None, None)


def number_bounds(variable: Variable) -> NumberBounds:
    """Give the bounds of a number variable."""
    blank = variable.blank
    if isinstance(blank, NumberBlank):
        return NumberBounds(blank.low, blank.high, blank.decimals)
    return ANY_NUMBER


def told(bounds: NumberBounds) -> str:
    """Say what a number may be."""
    kind = "a whole number" if bounds.decimals == 0 else "a number"
    if bounds.decimals:
        kind = f"a number with at most {bounds.decimals} decimals"
    low = f" from {bounds.low}" if bounds.low is not None else ""
    high = f" up to {bounds.high}" if bounds.high is not None else ""
    return f"{kind}{low}{high}"


def point_hint(text: str, bounds: NumberBounds) -> str:
    """Give the repair of a number with a decimal comma, or nothing."""
    pointed = text.replace(",", ".")
    return f"Write {pointed}." if text.count(",") == 1 and read_number(pointed, bounds) is not None else ""


def size_hint(text: str) -> str:
    """Give the repair of a number larger than an interview takes, or nothing."""
    digits = text.lstrip("+-").partition(".")[0]
    too_large = digits.isdecimal() and len(digits.lstrip("0")) >= len(str(LARGEST))
    return f"Numbers go up to {LARGEST}: write it in larger units." if too_large else ""


def scale_names(item: Item, question: Question) -> dict[str, int]:
    """Give the names of a scale's labelled steps and missing options, to positions in ``item.options``.

    A code is a missing option's name only where it is pinned: one that was dealt out stands right after
    the last step, where a mistyped step would pass for don't know.
    """
    names = option_names(item)
    pinned = {option.id for option in question.options if option.code is not None}
    codes = {code: position for code, position in names.codes.items() if item.options[position].id in pinned}
    return codes | names.labels | names.ids


def read_number(text: str, bounds: NumberBounds) -> float | None:
    """Give the number, NaN for an empty text, None for one that can't be it."""
    if not text:
        return np.nan
    if not text.lstrip("+-").replace(".", "", 1).isdecimal():
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    too_low = bounds.low is not None and number < bounds.low
    too_high = bounds.high is not None and number > bounds.high
    shift = Decimal(1).scaleb(bounds.decimals or 0)
    too_fine = bounds.decimals is not None and number * shift != (number * shift).to_integral_value()
    return None if too_low or too_high or too_fine or abs(number) > LARGEST else float(number)


def spread(cells: CellColumn, values: Sequence[object], dtype: type[np.generic]) -> NDArray[Any]:
    """Give each row the value of its text."""
    return np.array(values, dtype)[cells.places] if cells.texts else np.array([], dtype)
