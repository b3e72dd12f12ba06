"""One claim's fields as JSON has them, checked against the study as they are taken."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from peil.audit.claim import Filter, Selection
from peil.audit.claim_problems import BAD_KEY, UNKNOWN_CHOICE, UNKNOWN_ITEM
from peil.audit.tally import COMPLETE
from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.base import Base
from peil.study.codebook import ValueKind
from peil.study.question import Kind
from peil.study.study import Study

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
COUNTED = {Kind.SINGLE, Kind.MULTI}
MOST_DECIMALS = 6
WRITTEN: Mapping[str, str] = {
    "against": '{"where": {"ITEM": ["OPTION"]}}',
    "base": '{"n": 130, "known": "printed"}',
    "groups": '{"ITEM": ["OPTION"]}',
    "items": '["ITEM", "ITEM"]',
    "options": '["OPTION"]',
    "question": '"use of AI"',
    "study": '"other2025"',
    "where": '{"ITEM": ["OPTION"]}',
}
"""How keys that hold more than a number are written."""


@dataclass
class ClaimFields:
    """Takes a claim's fields one by one; what is wrong goes to ``problems``, and a harmless value comes back.

    ``taken`` are the keys that were asked for, so that what is left over can be told.
    """

    study: Study
    span: Span
    values: Mapping[str, Json]
    problems: list[Problem]
    taken: set[str] = field(default_factory=set)

    def take(self, key: str, default: Json = None) -> Json:
        """Take a field as it is."""
        self.taken.add(key)
        return self.values.get(key, default)

    def within(self, values: Mapping[str, Json]) -> "ClaimFields":
        """Give the fields of an object inside this one."""
        return ClaimFields(self.study, self.span, values, self.problems)

    def bad(self, key: str, expected: str) -> None:
        """Tell that a key is absent or of the wrong kind."""
        said = f'"{key}" should be {expected}' if key in self.values else f'"{key}" is absent: {expected}'
        hint = f'Write "{key}": {WRITTEN[key]}.' if key in WRITTEN else ""
        self.problems.append(BAD_KEY.problem(self.span, f"{said}.", hint=hint))

    def tell_left_over(self) -> None:
        """Tell keys that nothing asked for."""
        for key in self.values:
            if key not in self.taken:
                hint = did_you_mean(key, self.taken)
                self.problems.append(
                    BAD_KEY.problem(self.span, f'"{key}" means nothing here.', hint=hint, got=key)
                )

    def text(self, key: str) -> str:
        """Take a text; an absent one is empty."""
        value = self.take(key, "")
        if not isinstance(value, str):
            self.bad(key, "a text")
            return ""
        return value

    def whole(self, key: str, default: int | None = None) -> int:
        """Take a whole number of at least 0."""
        value = self.take(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < 0:
            self.bad(key, "a whole number")
            return 0
        return value

    def decimals(self) -> int:
        """Take ``decimals``, as many as percentages are printed with; none unless the claim says so."""
        found = self.whole("decimals", 0)
        if found > MOST_DECIMALS:
            self.bad("decimals", f"a whole number up to {MOST_DECIMALS}")
            return 0
        return found

    def number(self, key: str) -> Decimal:
        """Take a number, exactly as written."""
        value = self.take(key)
        endless = isinstance(value, float) and not math.isfinite(value)
        if isinstance(value, bool) or not isinstance(value, int | float) or endless:
            self.bad(key, "a number")
            return Decimal(0)
        return Decimal(repr(value))

    def texts(self, key: str, *, required: bool = True) -> tuple[str, ...]:
        """Take a list of texts; one text stands for a list of one."""
        value = self.take(key)
        if value is None and not required:
            return ()
        if isinstance(value, str):
            return (value,)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self.bad(key, "a list of names")
            return ()
        return tuple(str(one) for one in value)

    def item(self, key: str = "item") -> str:
        """Take an item key; an unknown one comes back empty."""
        name = self.text(key)
        if not name and isinstance(self.values.get(key, ""), str):
            hint = (
                f'Write "{key}" with a name of the study; or, of a figure that it has no name for, "study", '
                '"question" and "options" in any words.'
            )
            self.problems.append(UNKNOWN_ITEM.problem(self.span, f'The claim names no "{key}".', hint=hint))
            return ""
        return name if self.known_item(name) else ""

    def items(self, key: str = "items") -> tuple[str, ...]:
        """Take item keys."""
        return tuple(name for name in self.texts(key) if self.known_item(name))

    def known_item(self, name: str) -> bool:
        """Say whether the study has the item, one with options; tell it when not."""
        items = self.study.codebook.items
        if name in items and items[name].kind in COUNTED:
            return True
        said = "has no options to count" if name in items else "is no item of the study"
        hint = did_you_mean(name, [key for key, item in items.items() if item.kind in COUNTED])
        self.problems.append(UNKNOWN_ITEM.problem(self.span, f'"{name}" {said}.', hint=hint, got=name))
        return False

    def choices(self, item: str, names: Iterable[str]) -> tuple[str, ...]:
        """Give the options that the item has, and tell the others."""
        known = self.study.codebook.items[item].option_ids if item else ()
        found = []
        for name in names:
            if name in known:
                found.append(name)
            elif item:
                message = f'{item} has no option "{name}".'
                hint = did_you_mean(name, known)
                self.problems.append(UNKNOWN_CHOICE.problem(self.span, message, hint=hint, got=name))
        return tuple(found)

    def options(self, item: str, key: str = "options", *, required: bool = True) -> tuple[str, ...]:
        """Take options of an item."""
        return self.choices(item, self.texts(key, required=required))

    def choice_map(self, key: str) -> dict[str, tuple[str, ...]]:
        """Take an object of item keys, each with a list of its options."""
        value = self.take(key)
        if not isinstance(value, dict):
            self.bad(key, "an object of groups with lists of classes")
            return {}
        inner = self.within(value)
        return {name: inner.options(name, name) for name in value if self.known_item(name)}

    def filters(self) -> tuple[Filter, ...]:
        """Take ``where``: item keys (or a text variable, or ``complete``) with lists of values."""
        value = self.take("where", {})
        if not isinstance(value, dict):
            self.bad("where", "an object")
            return ()
        inner = self.within(value)
        return tuple(inner.filter(name) for name in value)

    def filter(self, name: str) -> Filter:
        """Take one filter."""
        values = self.texts(name)
        variable = self.study.codebook.variables.get(name)
        if name == COMPLETE:
            if not set(values) <= {"yes", "no"}:
                self.bad(name, '"yes" or "no"')
        elif variable is None or variable.private or variable.value is not ValueKind.TEXT:
            values = self.choices(name, values) if self.known_item(name) else ()
        return Filter(name, values)

    def selection(self, item: str, options: tuple[str, ...] = ()) -> Selection:
        """Take filters and base settings around an item's options."""
        without = self.options(item, "without", required=False) if item else ()
        missing = self.take("without_missing", default=False)
        if not isinstance(missing, bool):
            self.bad("without_missing", "true or false")
        return Selection(
            item, options, self.filters(), Base(without_missing=missing is True, without=without)
        )
