"""Recodings carried out: an answer in own words is analysed as the option that it belongs to.

States and roles stay those of what was answered, and so does who was asked what: they were found before.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from peil.data.build import derive
from peil.data.columns import Mask, VisibleColumns
from peil.data.dataset import Dataset, States
from peil.data.states import find_given
from peil.interview.state import State
from peil.study.amendment import Recoding
from peil.study.codebook import Item, ValueKind, Variable
from peil.study.own_words import compare_key


def find_recoded(dataset: Dataset) -> tuple[Mask, ...]:
    """Give for each recoding of the plan, in its order, the rows with one of its texts beside its option."""
    visible = VisibleColumns.of(dataset)
    written: dict[tuple[str, str], dict[str, list[int]]] = {}
    found = []
    for one in dataset.study.plan.recodings:
        place = one.item, one.option
        if place not in written:
            written[place] = _rows_by_words(visible, *place)
        rows = np.zeros(dataset.n, np.bool_)
        for key in set(map(compare_key, one.texts)):
            rows[written[place].get(key, [])] = True
        found.append(rows)
    return tuple(found)


def _rows_by_words(visible: VisibleColumns, key: str, option: str) -> dict[str, list[int]]:
    """Give the rows by what they wrote beside the option."""
    item = visible.codebook.items[key]
    column = visible.column(_variable(visible, item, option, beside=True))
    found: dict[str, list[int]] = {}
    for row in np.flatnonzero(column != "").tolist():  # words count only where the option was chosen
        found.setdefault(compare_key(str(column[row])), []).append(row)
    return found


def _variable(visible: VisibleColumns, item: Item, option: str, *, beside: bool) -> Variable:
    """Give the variable of a multi item's tick, or that of the text beside an option."""
    kind = ValueKind.TEXT if beside else ValueKind.TICK
    variables = (visible.codebook.variables[name] for name in item.variables)
    return next(one for one in variables if one.value is kind and option in {one.option, one.follows})


def recode(dataset: Dataset, found: Sequence[Mask]) -> Dataset:
    """Give the data as they are analysed; what respondents wrote stays beside it.

    A row's state changes only between "answered" and "don't know", as the option says that it is counted as
    now; derived variables are computed anew, and the roles are kept.

    Args:
        dataset: The data as answered.
        found: What ``find_recoded`` gave for it.
    """
    recodings = dataset.study.plan.recodings
    if not recodings:
        return dataset
    visible = VisibleColumns.of(dataset)
    for recoding, rows in zip(recodings, found, strict=True):
        _put(visible, recoding, rows)
    states = dict(dataset.states)
    for key in {recoding.item for recoding in recodings}:
        touched = np.any(
            [rows for one, rows in zip(recodings, found, strict=True) if one.item == key], axis=0
        )
        states[key] = _states(visible, visible.codebook.items[key], states[key], touched)
    for derived in dataset.study.plan.derived:
        visible.forget(derived.id)
    derive(dataset.study, visible, states)
    return replace(dataset, columns=visible.columns, states=states)


def _put(visible: VisibleColumns, recoding: Recoding, rows: Mask) -> None:
    """Put the one option in the other's place."""
    item = visible.codebook.items[recoding.item]
    first = visible.codebook.variables[item.variables[0]]
    if first.value is ValueKind.OPTION:
        chosen = np.where(rows, item.option_ids.index(recoding.to), visible.column(first))
        visible.show(first.name, chosen.astype(np.int16))
        return
    for option, ticked in ((recoding.option, False), (recoding.to, True)):
        tick = _variable(visible, item, option, beside=False)
        visible.show(tick.name, np.where(rows, np.bool_(ticked), visible.column(tick)).astype(np.bool_))


def _states(visible: VisibleColumns, item: Item, states: States, touched: Mask) -> States:
    _, missing = find_given(item, visible)
    return np.where(touched, np.where(missing, State.DONT_KNOW, State.ANSWERED), states).astype(np.uint8)
