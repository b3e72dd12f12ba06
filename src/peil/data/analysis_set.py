"""Which rows are analysed, and as what: the plan's amendments are carried out here and nowhere else."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem
from peil.data.coding_problems import tell_codings
from peil.data.data_problems import ABSENT_EXCLUSION, UNMATCHED_RECODING
from peil.data.dataset import Dataset
from peil.data.recode import find_recoded, recode
from peil.fieldwork.amended import Amended, CountedAs, LeftOut
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study


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
        weighted=None,  # it tells of all the rows that were weighted together
    )


def in_analysis_set(dataset: Dataset) -> NDArray[np.bool_]:
    """Say which rows are analysed.

    They passed the page of the question that ``analysis_set`` names (all when it names none), weren't turned
    away because their quota was full, and no entry of the plan excludes them. The question itself may not be
    asked of everyone, so that it is progress that counts and not an answer.
    """
    route = dataset.study.route
    page = next(
        (step.page for step in route.steps if step.question == dataset.study.about.analysis_set), None
    )
    kept = ~(is_excluded(dataset) | is_turned_away(dataset))
    return kept if page is None else kept & (dataset.progress > route.pages.index(page))


def is_excluded(dataset: Dataset) -> NDArray[np.bool_]:
    """Say which rows the plan excludes."""
    excluded = {one.interview for one in dataset.study.plan.exclusions}
    return np.array([row_id in excluded for row_id in dataset.ids], np.bool_)


def is_turned_away(dataset: Dataset) -> NDArray[np.bool_]:
    """Say which rows came when their quota was full."""
    if dataset.rows is None:
        return np.zeros(dataset.n, np.bool_)
    return np.asarray(dataset.rows.outcomes == QUOTA_FULL, np.bool_)


def select_analysis_set(dataset: Dataset) -> Dataset:
    """Give the rows that are analysed, with the plan's recodings carried out.

    ``Dataset.amended`` then says what was left out and counted otherwise; an entry of the plan that finds
    nothing in the data is among the problems.
    """
    found = find_recoded(dataset)
    keep = in_analysis_set(dataset)
    analysed = select_rows(recode(dataset, found), keep)
    problems = (
        *unfound_exclusions(dataset),
        *unfound_recodings(dataset.study, found),
        *tell_codings(dataset, analysed),
    )
    return replace(
        analysed,
        amended=count_amended(dataset, found, keep),
        problems=(*dataset.problems, *problems),
    )


def count_amended(dataset: Dataset, found: Sequence[NDArray[np.bool_]], keep: NDArray[np.bool_]) -> Amended:
    """Count what the plan's entries come to, those of one day and reason together."""
    plan, there = dataset.study.plan, set(dataset.ids)
    excluded = Counter((one.on, one.reason) for one in plan.exclusions if one.interview in there)
    return Amended(
        tuple(LeftOut(on, reason, number) for (on, reason), number in excluded.items()),
        tuple(
            CountedAs(one.item, one.option, one.to, one.on, one.reason, int((rows & keep).sum()))
            for one, rows in zip(plan.recodings, found, strict=True)
        ),
        int(is_turned_away(dataset).sum()),
    )


def unfound_exclusions(dataset: Dataset) -> Iterator[Problem]:
    """Tell of interviews that the plan excludes and the data don't hold."""
    there = set(dataset.ids)
    for one in dataset.study.plan.exclusions:
        if one.interview not in there:
            hint = "Correct the id; if the interview was erased, take the entry away."
            message = f'The data hold no interview "{one.interview}", which is excluded.'
            yield ABSENT_EXCLUSION.problem(one.span, message, hint=hint, got=one.interview)


def unfound_recodings(study: Study, found: Sequence[NDArray[np.bool_]]) -> Iterator[Problem]:
    """Tell of recodings by which no answer changes."""
    for one, rows in zip(study.plan.recodings, found, strict=True):
        if not rows.any():
            message = f'Nobody wrote any of these texts beside "{one.option}" of {one.item}.'
            hint = "Copy the texts from the data, or take the entry away."
            yield UNMATCHED_RECODING.problem(one.span, message, hint=hint)
