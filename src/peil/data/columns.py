"""Columns as conditions read them: values that are visible on the route, and nothing else."""

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from peil.data.dataset import Codes, Column, Dataset, Numbers
from peil.interview.state import State
from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.expr.mask import mask
from peil.study.role import Role
from peil.study.study import Study

Mask = NDArray[np.bool_]


def empty_column(value: ValueKind, n: int) -> Column:
    """Give a column of so many cells that hold nothing."""
    match value:
        case ValueKind.OPTION:
            return np.full(n, -1, np.int16)
        case ValueKind.TICK:
            return np.zeros(n, np.bool_)
        case ValueKind.NUMBER | ValueKind.RANK | ValueKind.STEP:
            return np.full(n, np.nan)
        case ValueKind.TEXT | ValueKind.DATE:
            return np.full(n, "", object)


def given_cells(value: ValueKind, column: Column) -> Mask:
    """Say which cells of a column hold something."""
    match value:
        case ValueKind.OPTION:
            return np.asarray(column >= 0)
        case ValueKind.TICK:
            return column.astype(np.bool_)
        case ValueKind.NUMBER | ValueKind.RANK | ValueKind.STEP:
            return ~np.isnan(column.astype(np.float64))
        case ValueKind.TEXT | ValueKind.DATE:
            return np.asarray(column != "", np.bool_)


def assign_roles(roles: tuple[Role, ...], holds: Callable[[Role], Mask], n: int) -> Codes:
    """Give the position of each row's role: the first whose condition holds, else the last one."""
    found = np.full(n, len(roles) - 1, np.int16)
    free = np.ones(n, np.bool_)
    for position, role in enumerate(roles):
        if role.condition is not None:
            here = free & holds(role)
            found[here] = position
            free &= ~here
    return found


class VisibleColumns:
    """The reading of ``MaskColumns``: what each row's respondent has visibly answered.

    Built up step by step while a data set is made (``show``, ``ask``), or from a finished one.

    Args:
        study: Names items and variables.
        n: Number of rows.
    """

    def __init__(self, study: Study, n: int) -> None:
        self.study = study
        self.n = n
        self.columns: dict[str, Column] = {}
        self.asked_rows: dict[str, Mask] = {}
        self.missing_steps: dict[str, Codes] = {}
        self._roles: Codes | None = None
        self._settled = False

    @classmethod
    def of(cls, dataset: Dataset) -> "VisibleColumns":
        """Give the columns of a finished data set; its roles stay those that the answers led to."""
        found = cls(dataset.study, dataset.n)
        found.columns = dict(dataset.columns)
        found.asked_rows = {key: states != State.NOT_ASKED for key, states in dataset.states.items()}
        found.missing_steps = dict(dataset.missing_steps)
        found._roles, found._settled = dataset.roles, True
        return found

    @property
    def codebook(self) -> Codebook:
        """The study's codebook."""
        return self.study.codebook

    @property
    def role_ids(self) -> tuple[str, ...]:
        """Ids of the roles, in the order that ``role`` counts in."""
        return tuple(role.id for role in self.study.roles)

    def show(self, name: str, column: Column) -> None:
        """Make a column visible to the conditions that follow."""
        self.columns[name] = column
        self._unsettle()

    def forget(self, name: str) -> None:
        """Take a derived variable away, so that it is computed anew."""
        self.columns.pop(name, None)
        self.asked_rows.pop(name, None)

    def ask(self, item: str, rows: Mask) -> None:
        """Note which rows are asked an item."""
        self.asked_rows[item] = rows
        self._unsettle()

    def _unsettle(self) -> None:
        """Have the roles found anew, while answers still come in."""
        if not self._settled:
            self._roles = None

    def column(self, variable: Variable) -> Column:
        """Give a variable's visible cells; before its step is passed nobody has any."""
        found = self.columns.get(variable.name)
        return empty_column(variable.value, self.n) if found is None else found

    def given_in(self, variable: Variable) -> Mask:
        """Say which cells of a variable hold a value, a missing option in place of a step included."""
        found = given_cells(variable.value, self.column(variable))
        missing = self.missing_steps.get(variable.name)
        return found if missing is None else found | (missing >= 0)

    def option_positions(self, item: str) -> Codes:
        """Give the position of the option chosen for a single item, -1 where none was.

        Of a scale: the position of the option, ``len(item.options)`` or more for a step that has none.
        """
        found = self.codebook.items[item]
        if found.derived:
            return self._class_positions(item)
        variable = self.codebook.variables[found.variables[0]]
        if variable.value is ValueKind.STEP:
            return self._step_positions(variable, found)
        return self.column(variable).astype(np.int16)

    def _class_positions(self, name: str) -> Codes:
        """Give the first class that holds of a derived variable, by the answers visible so far."""
        if name in self.columns:
            return self.columns[name].astype(np.int16)
        found = np.full(self.n, -1, np.int16)
        derived = next((one for one in self.study.plan.derived if one.id == name), None)
        for position, group_class in enumerate(derived.classes if derived else ()):
            found[(found < 0) & mask(group_class.condition.tree, self, self.n)] = position
        return found

    def _step_positions(self, variable: Variable, item: Item) -> Codes:
        steps = self.column(variable).astype(np.float64)
        found = np.where(np.isnan(steps), -1, len(item.options)).astype(np.int16)
        for position, option in enumerate(item.options):
            if option.id.isdecimal():
                found[steps == int(option.id)] = position
        missing = self.missing_steps.get(variable.name)
        return found if missing is None else np.where(missing >= 0, missing, found).astype(np.int16)

    def tick(self, variable: str) -> Mask:
        """Say who ticked."""
        return self.column(self.codebook.variables[variable]).astype(np.bool_)

    def number(self, variable: str) -> Numbers:
        """Give a numeric variable, NaN where no number was given."""
        return self.column(self.codebook.variables[variable]).astype(np.float64)

    def count(self, item: str) -> Numbers:
        """Count the options ticked, exclusive and missing ones left out; NaN where nothing was ticked."""
        found = self.codebook.items[item]
        left_out = found.missing_ids | found.exclusive_ids
        total = np.zeros(self.n)
        given = np.zeros(self.n, np.bool_)
        for variable in tick_variables(self.codebook.variables, found):
            ticked = self.column(variable).astype(np.bool_)
            given |= ticked
            if variable.option not in left_out:
                total += ticked
        return np.where(given, total, np.nan)

    def asked(self, item: str) -> Mask:
        """Say who was asked the item, or any row of the question of that name."""
        keys = (item,) if item in self.codebook.items else self.codebook.rows_of.get(item, ())
        found = np.zeros(self.n, np.bool_)
        for key in keys:
            if key in self.asked_rows:
                found |= self.asked_rows[key]
            elif self.codebook.items[key].derived:
                found |= self._class_positions(key) >= 0
        return found

    def given(self, variable: str) -> Mask:
        """Say who filled in the variable, or has a class of the derived variable."""
        item = self.codebook.items.get(variable)
        if item is not None and item.derived:
            return self._class_positions(variable) >= 0
        return self.given_in(self.codebook.variables[variable])

    def role(self) -> Codes:
        """Give each row's role by the answers visible so far."""
        if self._roles is None:
            self._roles = assign_roles(self.study.roles, self._has_role, self.n)
        return self._roles

    def _has_role(self, role: Role) -> Mask:
        if role.condition is None:
            return np.ones(self.n, np.bool_)
        return mask(role.condition.tree, self, self.n)


def tick_variables(variables: Mapping[str, Variable], item: Item) -> tuple[Variable, ...]:
    """Give the variables that hold the ticks of a multi item."""
    found = (variables[name] for name in item.variables)
    return tuple(variable for variable in found if variable.value is ValueKind.TICK)
