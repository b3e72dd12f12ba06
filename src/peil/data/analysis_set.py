"""Which rows are analysed."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from peil.data.dataset import Dataset


def select_rows(dataset: Dataset, keep: NDArray[np.bool_]) -> Dataset:
    """Give the data set with only the rows for which ``keep`` holds, in the same order."""
    return replace(
        dataset,
        ids=tuple(row_id for row_id, kept in zip(dataset.ids, keep, strict=True) if kept),
        columns={name: column[keep] for name, column in dataset.columns.items()},
        states={item: states[keep] for item, states in dataset.states.items()},
        roles=dataset.roles[keep],
        progress=dataset.progress[keep],
        complete=dataset.complete[keep],
        weights=None if dataset.weights is None else dataset.weights[keep],
        rows=None if dataset.rows is None else dataset.rows.select(keep),
        missing_steps={name: column[keep] for name, column in dataset.missing_steps.items()},
    )


def in_analysis_set(dataset: Dataset) -> NDArray[np.bool_]:
    """Say which rows passed the page of the question that ``analysis_set`` names; all when it names none.

    The question itself may not be asked of everyone, so that it is progress that counts and not an answer.
    """
    route = dataset.study.route
    page = next(
        (step.page for step in route.steps if step.question == dataset.study.about.analysis_set), None
    )
    if page is None:
        return np.ones(dataset.n, np.bool_)
    return np.asarray(dataset.progress > route.pages.index(page))


def select_analysis_set(dataset: Dataset) -> Dataset:
    """Give the rows that are analysed."""
    return select_rows(dataset, in_analysis_set(dataset))
