"""What a walked interview has given: the lookup for conditions about the whole of it, such as quotas."""

from decimal import Decimal

from peil.interview.interview import Interview
from peil.interview.state import State
from peil.study.codebook import Item, ValueKind
from peil.study.expr.evaluate import evaluate
from peil.study.expr.tree import Expr
from peil.study.study import Study


def holds(study: Study, interview: Interview, condition: Expr) -> bool:
    """Say whether a condition holds in an interview as it stands; what is off its route isn't given."""
    return evaluate(condition, _GivenWhole(study, interview))


class _GivenWhole:
    """The answers of one interview, as a condition reads them."""

    def __init__(self, study: Study, interview: Interview) -> None:
        self._study = study
        self._interview = interview
        self._derived = {one.id: one for one in study.plan.derived}

    def chosen(self, item: str) -> str | None:
        """Give the option chosen, of a scale its step as text, or None where no answer was given."""
        value = self._interview.given.get(item)
        if value is None:
            return self._class_of(item)
        return value if isinstance(value, str) else str(value)

    def ticked(self, item: str) -> frozenset[str]:
        """Give the options ticked."""
        known = self._study.codebook.items.get(item)
        return self._ticks(known) if known else frozenset()

    def number(self, variable: str) -> Decimal | int | None:
        """Give the number, rank or step, or None where none was given."""
        value = self._interview.given.get(variable)
        return None if isinstance(value, str) else value

    def count(self, item: str) -> int | None:
        """Give how many options are ticked, exclusive and missing ones left out; None without an answer."""
        known = self._study.codebook.items.get(item)
        ticked = self._ticks(known) if known else frozenset()
        return len(ticked - known.missing_ids - known.exclusive_ids) if known and ticked else None

    def asked(self, item: str) -> bool:
        """Say whether the item is on the route; a derived one, whether it has a class."""
        return self._interview.states.get(item, State.NOT_ASKED) is not State.NOT_ASKED

    def given(self, variable: str) -> bool:
        """Say whether the variable was filled in."""
        return variable in self._interview.given or self._class_of(variable) is not None

    def role(self) -> str:
        """Give the role."""
        return self._interview.role

    def _ticks(self, item: Item) -> frozenset[str]:
        variables = (self._study.codebook.variables[name] for name in item.variables)
        return frozenset(
            variable.option
            for variable in variables
            if variable.value is ValueKind.TICK
            and variable.option
            and self._interview.given.get(variable.name) is True
        )

    def _class_of(self, item: str) -> str | None:
        derived = self._derived.get(item)
        if derived is None:
            return None
        return next((one.id for one in derived.classes if evaluate(one.condition.tree, self)), None)
