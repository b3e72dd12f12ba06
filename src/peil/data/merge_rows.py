"""Rows of one data set put in the place of those of another."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from peil.data.dataset import Dataset
from peil.data.rows import Rows

Array = TypeVar("Array", bound=NDArray[Any])


def merge_rows(resident: Dataset, fresh: Dataset, gone: AbstractSet[str]) -> Dataset:
    """Give the rows of a data set without some, with others in place of those of the same id, sorted by id.

    Both are made as ``from_responses`` makes them: a row's cells depend on nothing in other rows, so this is
    what it gives for all of the responses at once.

    Args:
        resident: The rows so far.
        fresh: Rows that are new or have changed.
        gone: Ids of rows that are there no more.
    """
    stale = gone | set(fresh.ids)
    ids = [*resident.ids, *fresh.ids]
    there = [place for place, row_id in enumerate(resident.ids) if row_id not in stale]
    order = np.array(sorted([*there, *range(resident.n, len(ids))], key=ids.__getitem__), np.int64)

    def merged(old: Array, new: Array) -> Array:
        return cast("Array", np.concatenate([old, new])[order])

    def each(old: Mapping[str, Array], new: Mapping[str, Array]) -> dict[str, Array]:
        return {name: merged(column, new[name]) for name, column in old.items()}

    old, new = resident.rows, fresh.rows
    if old is None or new is None:
        raise ValueError("rows that were merged say how each interview went")
    rows = Rows(
        tuple(ids[place] for place in order),
        merged(old.last_pages, new.last_pages),
        merged(old.outcomes, new.outcomes),
        merged(old.synthetic, new.synthetic),
        old.file,
    )
    return replace(
        resident,
        ids=rows.ids,
        columns=each(resident.columns, fresh.columns),
        states=each(resident.states, fresh.states),
        roles=merged(resident.roles, fresh.roles),
        progress=merged(resident.progress, fresh.progress),
        complete=merged(resident.complete, fresh.complete),
        synthetic=bool(rows.synthetic.any()),
        missing_steps=each(resident.missing_steps, fresh.missing_steps),
        rows=rows,
    )
