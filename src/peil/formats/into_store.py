"""A data file brought into a store."""

from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.data_problems import (
    BEYOND_LAST_PAGE,
    LEAVES_OUT,
    OFF_ROUTE,
    OTHER_ANSWERS,
    WEIGHTS_STAY_OUT,
)
from peil.data.dataset import Dataset
from peil.data.to_responses import MOST_TOLD, to_responses
from peil.formats.csv_file import read_responses_csv
from peil.formats.opened_store import opened_store
from peil.store.today import today
from peil.study.study import Study

LEFT_OUT = frozenset({OFF_ROUTE.code, BEYOND_LAST_PAGE.code})


@dataclass(frozen=True, slots=True)
class Imported:
    """How many interviews a file holds, how many were new to the store, and what is odd about the file."""

    interviews: int
    added: int
    problems: tuple[Problem, ...] = ()


def import_file(study: Study, path: Path, url: str, *, leave_out: bool = False) -> Imported:
    """Bring the rows of a data file into a store as interviews, all of them or none.

    A row that is there already, with the same answers, changes nothing.

    Args:
        study: The study.
        path: The file.
        url: Where the store is; a new one is made.
        leave_out: Answers off a row's route or after its last page may be left out.

    Raises:
        Unusable: The file can't be read, a row contradicts itself, answers would be left out, or the store
            holds other answers under a row's id. Nothing was brought in then.
    """
    dataset = read_responses_csv(path, study)
    responses = to_responses(dataset)
    _demand_all_kept(path, dataset.problems, leave_out=leave_out)
    with opened_store(url, study, made=True) as store:
        done = store.bring_in(responses, today())
    if done.clashing:
        raise Unusable(_clashes(dataset, frozenset(done.clashing)))
    return Imported(len(responses), done.new, (*dataset.problems, *_left_behind(dataset)))


def _demand_all_kept(path: Path, problems: tuple[Problem, ...], *, leave_out: bool) -> None:
    left_out = [problem for problem in problems if problem.code in LEFT_OUT]
    if left_out and not leave_out:
        message = "The store would not keep all answers of this file; those named above would be left out."
        hint = "Correct the file, or say with --leave-out that they may be."
        raise Unusable([*left_out, LEAVES_OUT.problem(Span(str(path)), message, hint=hint)])


def _clashes(dataset: Dataset, ids: frozenset[str]) -> list[Problem]:
    """Give a problem for each row (the first twenty) that the store has other answers for."""
    rows = dataset.rows
    places = [number for number, row_id in enumerate(dataset.ids) if row_id in ids]
    return [
        OTHER_ANSWERS.problem(
            rows.span(number) if rows else Span("responses"),
            f'The store holds an interview "{dataset.ids[number]}" with other answers.',
            hint="Give the row an id of its own when it is somebody else, or take it out.",
        )
        for number in places[:MOST_TOLD]
    ]


def _left_behind(dataset: Dataset) -> tuple[Problem, ...]:
    """Tell of columns that the store doesn't keep: weights, and where each row was drawn."""
    plan, rows = dataset.study.plan, dataset.rows
    if rows is None:
        return ()
    found = []
    for name in plan.row_columns:
        if name in rows.header:
            kind = "of weights" if name == plan.weighting.column else "of the design"
            message = f'The column {kind}, "{name}", stays out of the store.'
            hint = "Keep the file: an export of the store has no such column."
            if name == plan.weighting.column:
                hint = "Keep the file: an export of the store has no weights."
            found.append(WEIGHTS_STAY_OUT.problem(Span(rows.file), message, hint=hint))
    return tuple(found)
