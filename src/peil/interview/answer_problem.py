"""What can be wrong with an answer."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class AnswerCode(StrEnum):
    """What is wrong with an answer; pages give each its translated wording."""

    REQUIRED = "required"
    NOT_ON_PAGE = "not_on_page"
    UNKNOWN_OPTION = "unknown_option"
    HIDDEN_OPTION = "hidden_option"
    HIDDEN_ROW = "hidden_row"
    TOO_MANY = "too_many"
    TOO_FEW = "too_few"
    EXCLUSIVE = "exclusive"
    NOT_A_NUMBER = "not_a_number"
    TOO_LOW = "too_low"
    TOO_HIGH = "too_high"
    TOO_PRECISE = "too_precise"
    BAD_DATE = "bad_date"
    BAD_RANK = "bad_rank"
    REPEATED_RANK = "repeated_rank"
    NOT_TEXT = "not_text"
    TOO_LONG = "too_long"
    NOT_A_TICK = "not_a_tick"


@dataclass(frozen=True, slots=True)
class AnswerProblem:
    """One thing wrong with one answer: the variable (or item) it is about, and the limit it broke, if any."""

    code: AnswerCode
    name: str
    limit: Decimal | int | None = None
