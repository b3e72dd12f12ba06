"""What one interview has given so far along its route: the lookup that conditions are evaluated with."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal

from peil.interview.answers import Value
from peil.interview.course import Asking, Course
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.expr.evaluate import evaluate
from peil.study.question import Kind, Option, Row

NOTHING: frozenset[str] = frozenset()


class GivenSoFar:
    """Answers that count, taken over step by step in route order; what is off the route never enters."""

    def __init__(self, course: Course, values: Mapping[str, Value]) -> None:
        self.course = course
        self.offered = values
        self.values: dict[str, Value] = {}
        self.ticks: dict[str, frozenset[str]] = {}
        self.asked_items: set[str] = set()
        self._role: str | None = None

    def take(
        self, asking: Asking, items: Sequence[Item], options: Sequence[Option], rows: Sequence[Row]
    ) -> None:
        """Take over what was given to the items of a step, as far as its options and rows are visible."""
        self.asked_items.update(item.key for item in items)
        if asking.role_matters:
            self._role = None
        visible = {option.id for option in options}
        for item in items:
            if item.kind is Kind.CONTACT:
                fields = {row.id for row in rows}
                self._take_contact(asking.variables[item.key], fields)
            elif item.kind is Kind.MULTI:
                self._take_ticks(item, asking.variables[item.key], visible)
            else:
                self._take_value(item, asking.variables[item.key], visible)

    def _take_contact(self, variables: Sequence[Variable], fields: set[str]) -> None:
        for variable in variables:
            if variable.name.rpartition(".")[2] in fields and is_filled(
                variable, self.offered.get(variable.name), NOTHING
            ):
                self.values[variable.name] = self.offered[variable.name]

    def _take_ticks(self, item: Item, variables: Sequence[Variable], visible: set[str]) -> None:
        ticked = frozenset(
            variable.option
            for variable in variables
            if variable.value is ValueKind.TICK
            and variable.option in visible
            and self.offered.get(variable.name) is True
        )
        self.ticks[item.key] = frozenset(option for option in ticked if option)
        for variable in variables:
            if variable.value is ValueKind.TICK:
                if variable.option in ticked:
                    self.values[variable.name] = True
            elif _counts(variable, ticked) and is_filled(variable, self.offered.get(variable.name), visible):
                self.values[variable.name] = self.offered[variable.name]

    def _take_value(self, item: Item, variables: Sequence[Variable], visible: set[str]) -> None:
        if item.kind is Kind.SCALE:
            visible = visible & item.missing_ids
        for variable in variables:
            if variable.value is ValueKind.RANK and variable.option not in visible:
                continue
            if _counts(variable, (self.values.get(item.key),)) and is_filled(
                variable, self.offered.get(variable.name), visible
            ):
                self.values[variable.name] = self.offered[variable.name]

    def chosen(self, item: str) -> str | None:
        """Give the option chosen, of a scale its step as text, or None where no answer was given."""
        value = self.values.get(item)
        if value is None:
            return self._class_of(item)
        return value if isinstance(value, str) else str(value)

    def ticked(self, item: str) -> frozenset[str]:
        """Give the options ticked."""
        return self.ticks.get(item, NOTHING)

    def number(self, variable: str) -> Decimal | int | None:
        """Give the number, rank or step, or None where none was given."""
        value = self.values.get(variable)
        return None if isinstance(value, str) else value

    def count(self, item: str) -> int | None:
        """Give how many options are ticked, exclusive and missing ones left out; None without an answer."""
        ticked = self.ticks.get(item)
        if not ticked:
            return None
        known = self.course.codebook.items[item]
        return len(ticked - known.missing_ids - known.exclusive_ids)

    def asked(self, item: str) -> bool:
        """Say whether the item is on the route; a derived one, whether it has a class."""
        return item in self.asked_items or self._class_of(item) is not None

    def given(self, variable: str) -> bool:
        """Say whether the variable was filled in."""
        return variable in self.values or self._class_of(variable) is not None

    def role(self) -> str:
        """Give the role that the answers so far lead to."""
        if self._role is None:
            self._role = ""
            self._role = next(
                (
                    role.id
                    for role in self.course.roles
                    if role.condition is None or evaluate(role.condition.tree, self)
                ),
                "",
            )
        return self._role

    def _class_of(self, item: str) -> str | None:
        derived = self.course.derived.get(item)
        if derived is None:
            return None
        return next((one.id for one in derived.classes if evaluate(one.condition.tree, self)), None)


def _counts(variable: Variable, chosen: object) -> bool:
    """Say whether what is asked beside an option counts: only when that option is chosen."""
    return variable.follows is None or (isinstance(chosen, tuple | frozenset) and variable.follows in chosen)


def is_filled(variable: Variable, value: Value | None, options: AbstractSet[str]) -> bool:
    """Say whether a value is one of the variable's kind, and where it is an option, one of these."""
    if value is None or isinstance(value, bool):
        return value is True and variable.value is ValueKind.TICK
    match variable.value:
        case ValueKind.TICK:
            return False
        case ValueKind.OPTION:
            return isinstance(value, str) and value in options
        case ValueKind.STEP:
            return isinstance(value, int) or (isinstance(value, str) and value in options)
        case ValueKind.TEXT | ValueKind.DATE:
            return isinstance(value, str) and bool(value.strip())
        case _:
            return isinstance(value, int) or (isinstance(value, Decimal) and value.is_finite())
