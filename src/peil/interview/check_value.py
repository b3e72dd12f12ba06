"""One value checked against what its variable may hold."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from peil.core.largest import LARGEST
from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Value
from peil.interview.interview import VisibleStep
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.text import NumberBlank

LONGEST_TEXT = 10_000
"""Characters of open text that are kept; more than anyone types, little enough to store."""


def check_value(variable: Variable, item: Item, step: VisibleStep, value: Value) -> Iterator[AnswerProblem]:
    """Give what is wrong with a value by itself."""
    match variable.value:
        case ValueKind.TICK:
            yield from _check_tick(variable, step, value)
        case ValueKind.OPTION:
            yield from _check_option(variable.name, item, step, value)
        case ValueKind.NUMBER:
            yield from _check_number(variable.name, variable.blank or step.question.blank, value)
        case ValueKind.STEP:
            yield from _check_scale(variable.name, item, step, value)
        case ValueKind.RANK:
            yield from _check_rank(variable, step, value)
        case ValueKind.TEXT | ValueKind.DATE:
            yield from _check_text(variable, value)


def _is_hidden(option: str | None, step: VisibleStep) -> bool:
    return option not in step.option_ids


def _check_tick(variable: Variable, step: VisibleStep, value: Value) -> Iterator[AnswerProblem]:
    if not isinstance(value, bool):
        yield AnswerProblem(AnswerCode.NOT_A_TICK, variable.name)
    elif value and _is_hidden(variable.option, step):
        yield AnswerProblem(AnswerCode.HIDDEN_OPTION, variable.name)


def _check_rank(variable: Variable, step: VisibleStep, value: Value) -> Iterator[AnswerProblem]:
    if _is_hidden(variable.option, step):
        yield AnswerProblem(AnswerCode.HIDDEN_OPTION, variable.name)
    elif isinstance(value, bool) or not isinstance(value, int) or value < 1:
        yield AnswerProblem(AnswerCode.BAD_RANK, variable.name)


def _check_option(name: str, item: Item, step: VisibleStep, value: Value) -> Iterator[AnswerProblem]:
    if not isinstance(value, str) or value not in item.option_ids:
        yield AnswerProblem(AnswerCode.UNKNOWN_OPTION, name)
    elif _is_hidden(value, step):
        yield AnswerProblem(AnswerCode.HIDDEN_OPTION, name)


def _check_number(name: str, blank: object, value: Value) -> Iterator[AnswerProblem]:
    if isinstance(value, bool | str) or not Decimal(value).is_finite():
        yield AnswerProblem(AnswerCode.NOT_A_NUMBER, name)
    elif isinstance(blank, NumberBlank):
        number = Decimal(value)
        if blank.low is not None and number < blank.low:
            yield AnswerProblem(AnswerCode.TOO_LOW, name, blank.low)
        if blank.high is not None and blank.high < number <= LARGEST:
            yield AnswerProblem(AnswerCode.TOO_HIGH, name, blank.high)
        if abs(number) > LARGEST:
            yield AnswerProblem(AnswerCode.TOO_HIGH, name, LARGEST)
        elif not _fits(number, blank.decimals):
            yield AnswerProblem(AnswerCode.TOO_PRECISE, name, blank.decimals)


def _fits(number: Decimal, decimals: int) -> bool:
    """Say whether a number has no more decimals than these; its own digits set the precision."""
    _, digits, exponent = number.as_tuple()
    extra = -int(exponent) - decimals
    return extra <= 0 or not any(digits[-extra:])


def _check_scale(name: str, item: Item, step: VisibleStep, value: Value) -> Iterator[AnswerProblem]:
    low, high = step.question.low, step.question.high
    if isinstance(value, str):
        if value not in item.missing_ids:
            yield AnswerProblem(AnswerCode.UNKNOWN_OPTION, name)
        elif _is_hidden(value, step):
            yield AnswerProblem(AnswerCode.HIDDEN_OPTION, name)
    elif isinstance(value, bool) or not isinstance(value, int):
        yield AnswerProblem(AnswerCode.NOT_A_NUMBER, name)
    elif low is not None and value < low:
        yield AnswerProblem(AnswerCode.TOO_LOW, name, low)
    elif high is not None and value > high:
        yield AnswerProblem(AnswerCode.TOO_HIGH, name, high)


def _check_text(variable: Variable, value: Value) -> Iterator[AnswerProblem]:
    if not isinstance(value, str):
        yield AnswerProblem(AnswerCode.NOT_TEXT, variable.name)
    elif len(value) > LONGEST_TEXT:
        yield AnswerProblem(AnswerCode.TOO_LONG, variable.name, LONGEST_TEXT)
    elif variable.value is ValueKind.DATE and value.strip() and not is_date(value):
        yield AnswerProblem(AnswerCode.BAD_DATE, variable.name)


def is_date(text: str) -> bool:
    """Say whether a text is a date of the form year-month-day."""
    try:
        return dt.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
