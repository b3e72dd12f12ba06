"""The codebook: every item that can be tabulated and every variable that holds an answer.

An *item* is what one table is about and what has one state a respondent: a single question, a multi
question, one row of a matrix, a derived variable. A *variable* is one column of data. Names:

    usage                    single, number, open, date or scale question
    reasons / reasons.speed  multi question (item) and its ticks (variables)
    ability.grants           matrix row: item, and variable when its columns are single
    ability.grants.worse     tick of a matrix row with several columns
    reasons.other.text       open text beside an option; turnover.rose.number: number beside an option
    ability.other1.text      the respondent's own name of an open row
    wishes.speed             rank given to an option of a ranking
    remarks.coded            what answers in own words were coded as: an item like a multi or single question
    detail[speed]            the repeat of a question for one option: all names above with ``detail[speed]``
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from peil.study.question import Kind, Option
from peil.study.text import Blank, Wording


class ValueKind(StrEnum):
    """What a variable's cells hold."""

    OPTION = "option"  # an option id
    TICK = "tick"  # True or False
    NUMBER = "number"  # Decimal
    TEXT = "text"  # str
    DATE = "date"  # ISO date as str
    RANK = "rank"  # int, 1 is first
    STEP = "step"  # a scale's step as int, or the id of a missing option as str


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of data.

    ``option`` is the option it belongs to (a tick, a rank, text beside an option), or None.
    ``private`` marks contact details, which are stored apart and never reach a data set.
    ``follows`` names the option that must be chosen for a text or number beside it to count.
    """

    name: str
    item: str
    value: ValueKind
    option: str | None = None
    blank: Blank | None = None
    private: bool = False
    follows: str | None = None


@dataclass(frozen=True)
class Item:
    """What one table is about.

    Args:
        key: Its name.
        step: Step of the route that asks it (question id, or ``detail[speed]``); empty when derived.
        question: Question id; for a derived variable, its own id.
        kind: The question's kind; a matrix row is SINGLE or MULTI; a derived variable is SINGLE; what answers
            in own words were coded as is SINGLE or MULTI.
        row: Row id within a matrix, or None.
        wording: The question's text.
        row_wording: The row's label, or None.
        options: What can be chosen, with codes filled in; empty for open, number and date.
        variables: Names of its variables, the main one(s) first.
        derived: Computed by the plan or coded by people, not asked.
        coded: The variable whose answers in own words were coded, or empty.
    """

    key: str
    step: str
    question: str
    kind: Kind
    row: str | None
    wording: Wording
    row_wording: Wording | None
    options: tuple[Option, ...]
    variables: tuple[str, ...]
    derived: bool = False
    coded: str = ""

    @cached_property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options in printed order."""
        return tuple(option.id for option in self.options)

    @cached_property
    def missing_ids(self) -> frozenset[str]:
        """Ids of options that say don't know or rather not say."""
        return frozenset(option.id for option in self.options if option.missing)

    @cached_property
    def exclusive_ids(self) -> frozenset[str]:
        """Ids of options that exclude the others."""
        return frozenset(option.id for option in self.options if option.exclusive)


@dataclass(frozen=True)
class Codebook:
    """Items and variables by name, in questionnaire order; derived items come after the asked ones."""

    items: Mapping[str, Item]
    variables: Mapping[str, Variable]

    @cached_property
    def rows_of(self) -> Mapping[str, tuple[str, ...]]:
        """Question or step id to the keys of its items: a matrix's rows, else the one item itself."""
        found: dict[str, list[str]] = {}
        for item in self.items.values():
            for name in dict.fromkeys((item.question, item.step)):
                if name:
                    found.setdefault(name, []).append(item.key)
        return {name: tuple(keys) for name, keys in found.items()}
