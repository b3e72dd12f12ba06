"""The state of every row for one item."""

import numpy as np
from numpy.typing import NDArray

from peil.data.columns import VisibleColumns, tick_variables
from peil.data.dataset import States
from peil.interview.state import State
from peil.study.codebook import Item, ValueKind
from peil.study.question import Kind


def find_states(
    item: Item, visible: VisibleColumns, asked: NDArray[np.bool_], reached: NDArray[np.bool_]
) -> States:
    """Give the state of each row.

    Args:
        item: An item whose variables are visible.
        visible: The columns.
        asked: Rows whose route asks the item.
        reached: Rows whose last page is not before the item's page.
    """
    given, missing = find_given(item, visible)
    found = np.full(visible.n, State.NOT_ASKED, np.uint8)
    found[asked] = State.LEFT_BEFORE
    found[asked & reached] = State.BLANK
    found[asked & reached & given] = State.ANSWERED
    found[asked & reached & missing] = State.DONT_KNOW
    return found


def find_given(item: Item, visible: VisibleColumns) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Say who gave an answer, and whose answer is a ``{missing}`` option."""
    variables = visible.codebook.variables
    if item.kind is Kind.MULTI:
        return find_ticked(item, visible)
    given = np.zeros(visible.n, np.bool_)
    main = variables[item.variables[0]] if item.variables else None
    ranks = [variables[name] for name in item.variables if variables[name].value is ValueKind.RANK]
    for variable in ranks or ([main] if main else []):
        given |= visible.given_in(variable)
    if main is None or main.value not in {ValueKind.OPTION, ValueKind.STEP}:
        return given, np.zeros(visible.n, np.bool_)
    return given, is_missing(item, visible)


def is_missing(item: Item, visible: VisibleColumns) -> NDArray[np.bool_]:
    """Say who chose a ``{missing}`` option of an item that takes one answer."""
    missing = [position for position, option in enumerate(item.options) if option.missing]
    return np.isin(visible.option_positions(item.key), missing)


def find_ticked(item: Item, visible: VisibleColumns) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Say who ticked anything, and who ticked a ``{missing}`` option."""
    any_tick = np.zeros(visible.n, np.bool_)
    missing = np.zeros(visible.n, np.bool_)
    for variable in tick_variables(visible.codebook.variables, item):
        ticked = visible.tick(variable.name)
        any_tick |= ticked
        if variable.option in item.missing_ids:
            missing |= ticked
    return any_tick, missing
