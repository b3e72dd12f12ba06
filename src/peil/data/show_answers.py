"""The answers to one item that are visible: asked, and of options that were offered."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from peil.data.columns import VisibleColumns, empty_column, given_cells
from peil.data.dataset import Codes, Column
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.expr.mask import mask

Mask = NDArray[np.bool_]


def show_item(
    visible: VisibleColumns,
    item: Item,
    raw: Mapping[str, Column],
    raw_missing: Mapping[str, Codes],
    asked: Mask,
) -> tuple[Mask, Mask]:
    """Make an item's visible answers part of ``visible``.

    Args:
        visible: Columns so far.
        item: The item.
        raw: Columns as given.
        raw_missing: Missing options chosen in place of a step, as given.
        asked: Rows that are asked the item.

    Returns:
        Rows that gave a value to the item itself (text beside an option aside), and those of them that
        have one that is not visible.
    """
    given = np.zeros(visible.n, np.bool_)
    unseen = np.zeros(visible.n, np.bool_)
    hidden = hidden_options(visible, item)
    for name in item.variables:
        variable = visible.codebook.variables[name]
        if variable.private:
            continue
        if variable.value is ValueKind.STEP:
            chosen = show_missing_steps(visible, name, raw_missing.get(name), asked)
            given |= chosen
            unseen |= chosen & ~asked
        column = raw.get(name)
        if column is None:
            visible.show(name, empty_column(variable.value, visible.n))
            continue
        seen = asked & is_offered(visible, item, variable, column, hidden)
        if variable.follows is None:
            here = given_cells(variable.value, column)
            given |= here
            unseen |= here & ~seen
        visible.show(name, np.where(seen, column, empty_column(variable.value, visible.n)))
    return given, unseen


def show_missing_steps(visible: VisibleColumns, name: str, column: Codes | None, asked: Mask) -> Mask:
    """Show the missing options chosen in place of a step; give the rows that chose one."""
    nothing = np.full(visible.n, -1, np.int16)
    chosen = nothing if column is None else column
    visible.missing_steps[name] = np.where(asked, chosen, nothing).astype(np.int16)
    return np.asarray(chosen >= 0)


def hidden_options(visible: VisibleColumns, item: Item) -> dict[str, Mask]:
    """Give, for each option with a condition, the rows that it was not offered to."""
    return {
        option.id: ~mask(option.condition.tree, visible, visible.n)
        for option in visible.study.questionnaire.by_id[item.question].options
        if option.condition is not None
    }


def is_offered(
    visible: VisibleColumns, item: Item, variable: Variable, column: Column, hidden: Mapping[str, Mask]
) -> Mask:
    """Say for which rows a value counts: its option was offered, the option that it stands beside chosen."""
    offered = np.ones(visible.n, np.bool_)
    if variable.value is ValueKind.OPTION:
        for position, option in enumerate(item.options):
            if option.id in hidden:
                offered &= ~((column == position) & hidden[option.id])
    elif variable.follows is not None:
        offered &= is_chosen(visible, item, variable.follows)
    elif variable.option is not None and variable.option in hidden:
        offered &= ~hidden[variable.option]
    return offered


def is_chosen(visible: VisibleColumns, item: Item, option: str) -> Mask:
    """Say who chose an option of the item, by what is already visible of it."""
    variables = visible.codebook.variables
    for name in item.variables:
        variable = variables[name]
        if variable.value is ValueKind.OPTION:
            return np.asarray(visible.option_positions(item.key) == item.option_ids.index(option))
        if variable.value is ValueKind.STEP:
            return np.asarray(visible.option_positions(item.key) == item.option_ids.index(option))
        if variable.option == option and variable.value in {ValueKind.TICK, ValueKind.RANK}:
            return given_cells(variable.value, visible.column(variable))
    return np.ones(visible.n, np.bool_)


def hide_item(visible: VisibleColumns, item: Item, late: Mask) -> None:
    """Take away what rows answered to an item that they can't have come to."""
    for name in item.variables:
        variable = visible.codebook.variables[name]
        if name in visible.columns:
            nothing = empty_column(variable.value, visible.n)
            visible.show(name, np.where(late, nothing, visible.columns[name]))
        if name in visible.missing_steps:
            kept = np.where(late, -1, visible.missing_steps[name])
            visible.missing_steps[name] = kept.astype(np.int16)
