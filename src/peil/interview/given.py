"""What one interview has given so far along its route: the lookup that conditions are evaluated with."""

from collections.abc import Container, Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal

from peil.interview.answers import Value
from peil.interview.course import Course
from peil.interview.interview import Page
from peil.interview.variation import Taking, fits_of
from peil.study.codebook import Variable


class GivenSoFar:
    """Answers that count, taken over step by step in route order; what is off the route never enters.

    Args:
        course: The study's course.
        offered: All answers given, whether they count or not.

    ``values`` are those that count, ``asked_items`` the keys of the items asked, step by step.
    """

    __slots__ = ("_role", "asked_items", "course", "offered", "offered_names", "values")

    def __init__(self, course: Course, offered: Mapping[str, Value]) -> None:
        self.course = course
        self.offered = offered
        self.offered_names = offered.keys()
        self.values: dict[str, Value] = {}
        self.asked_items: list[Container[str]] = []
        self._role: str | None = None

    def resume(
        self, values: Mapping[str, Value], pages: Iterable[Page], leg_of: Mapping[str, int], start: int
    ) -> None:
        """Take over what an earlier walk of the same answers was given on the pages in front of a leg.

        Args:
            values: What that walk was given in all; in the order of the route, so the last are left out.
            pages: The pages in front of the leg.
            leg_of: Variable name to its leg.
            start: The leg.
        """
        taken = dict(values)
        while taken:
            name, value = taken.popitem()
            if leg_of[name] < start:
                taken[name] = value
                break
        self.values = taken
        self.asked_items = [page.items for page in pages]

    def take_role(self, role: str) -> None:
        """Take over the role, where the answers that decide it are taken over."""
        self._role = role

    def pass_over(self, taking: Taking) -> None:
        """Note that questions are asked to which nothing was given."""
        self.asked_items.append(taking.item_keys)
        if taking.role_matters:
            self._role = None

    def take(self, taking: Taking) -> None:
        """Take over what was given to questions, as far as their options and rows are visible."""
        self.asked_items.append(taking.item_keys)
        if taking.role_matters:
            self._role = None
        offered, values = self.offered, self.values
        for name, fits, lead, choice in taking.readings:
            value = offered.get(name)
            if value is not None and (lead is None or values.get(lead) == choice) and fits(value):
                values[name] = value

    def chosen(self, item: str) -> str | None:
        """Give the option chosen, of a scale its step as text, or None where no answer was given."""
        value = self.values.get(item)
        if value is None:
            return self._class_of(item)
        return value if isinstance(value, str) else str(value)

    def ticked(self, item: str) -> frozenset[str]:
        """Give the options ticked."""
        known = self.course.codebook.items.get(item)
        options = known.option_ids if known else ()
        return frozenset(option for option in options if f"{item}.{option}" in self.values)

    def number(self, variable: str) -> Decimal | int | None:
        """Give the number, rank or step, or None where none was given."""
        value = self.values.get(variable)
        return None if isinstance(value, str) else value

    def count(self, item: str) -> int | None:
        """Give how many options are ticked, exclusive and missing ones left out; None without an answer."""
        ticked = self.ticked(item)
        if not ticked:
            return None
        known = self.course.codebook.items[item]
        return len(ticked - known.missing_ids - known.exclusive_ids)

    def asked(self, item: str) -> bool:
        """Say whether the item is on the route; a derived one, whether it has a class."""
        return any(item in keys for keys in self.asked_items) or self._class_of(item) is not None

    def given(self, variable: str) -> bool:
        """Say whether the variable was filled in."""
        return variable in self.values or self._class_of(variable) is not None

    def role(self) -> str:
        """Give the role that the answers so far lead to."""
        if self._role is None:
            self._role = ""
            self._role = next((role for role, holds in self.course.role_holds if holds(self)), "")
        return self._role

    def _class_of(self, item: str) -> str | None:
        classes = self.course.class_holds.get(item)
        if classes is None:
            return None
        return next((one for one, holds in classes if holds(self)), None)


def is_filled(variable: Variable, value: Value | None, options: AbstractSet[str]) -> bool:
    """Say whether a value is one of the variable's kind, and where it is an option, one of these."""
    return value is not None and fits_of(variable, options)(value)
