"""The file that a store's responses are written to, and what it may be written over."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.analysis_set import select_rows
from peil.data.data_problems import NO_EXPORT
from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.data.to_responses import to_responses
from peil.formats.csv_file import read_responses_csv, write_responses_csv
from peil.formats.whole_file import OWN, write_whole
from peil.formats.write_columns import CellStyle
from peil.interview.response import Response
from peil.study.study import Study

FIRST_ROWS = 3
OTHER_FILE = "Name another file, or take this one away yourself."


def check_place(path: Path, study: Study, web: AbstractSet[str], imported: Iterable[Response]) -> None:
    """See that writing responses to a file destroys nothing that the store doesn't have.

    What stands there must be data of this study without columns of their own, in which every row is an
    interview of the store: one from the web by its random id, which no other store's interview has, and one
    that was imported by its id and all of its answers.

    Args:
        path: The file.
        study: The study.
        web: Ids of the store's interviews that came by the web.
        imported: The store's interviews that came from a file.

    Raises:
        Unusable: The name doesn't end in ``.csv``, or something else stands there.
    """
    if path.suffix != ".csv":
        hint = "Name another file, such as out/responses.csv."
        raise Unusable(
            [_problem(path, "Responses are exported to a CSV file; this name doesn't end in .csv.", hint)]
        )
    if not path.exists():
        return
    there = _read(path, study)
    known = {response.id: response for response in imported}
    gone = [row_id for row_id in there.ids if row_id not in web and row_id not in known]
    if gone:
        hint = "If they were erased, delete this file and export again; if not, name another file."
        raise Unusable([_problem(path, f"{_rows(gone)} in this file, and not in the store.", hint)])
    others = _differing(path, there, known)
    if others:
        message = f"{_rows(others)} in this file with other answers than were imported."
        raise Unusable([_problem(path, message, OTHER_FILE)])


def _read(path: Path, study: Study) -> Dataset:
    try:
        there = read_responses_csv(path, study)
    except Unusable as unusable:
        message = f"This isn't data of this study, so it isn't written over: {unusable.problems[0].message}"
        raise Unusable([_problem(path, message, OTHER_FILE)]) from unusable
    for name in study.plan.row_columns:
        if there.rows is None or name not in there.rows.header:
            continue
        kind = "of weights" if name == study.plan.weighting.column else "of the design"
        message = f'This file has a column {kind}, "{name}", that no export has.'
        raise Unusable([_problem(path, message, OTHER_FILE)])
    return there


def _differing(path: Path, there: Dataset, known: Mapping[str, Response]) -> list[str]:
    """Give the ids of rows that aren't what was imported under that id."""
    chosen = select_rows(there, np.array([row_id in known for row_id in there.ids], np.bool_))
    expected = to_responses(from_responses(there.study, (known[row_id] for row_id in chosen.ids)))
    try:
        found = to_responses(chosen)
    except Unusable as unusable:
        message = f"This isn't what was imported: {unusable.problems[0].message}"
        raise Unusable([_problem(path, message, OTHER_FILE)]) from unusable
    return [one.id for one, other in zip(found, expected, strict=True) if one != other]


def _rows(ids: list[str]) -> str:
    first = ", ".join(ids[:FIRST_ROWS]) + (", …" if len(ids) > FIRST_ROWS else "")
    return f"1 row ({first}) stands" if len(ids) == 1 else f"{len(ids)} rows ({first}) stand"


def _problem(path: Path, message: str, hint: str) -> Problem:
    return NO_EXPORT.problem(Span(str(path)), message, hint=hint)


def write_export(
    path: Path, study: Study, responses: Iterable[Response], style: CellStyle = CellStyle.IDS
) -> None:
    """Write responses sorted by id, whole or not at all, readable by the owner alone.

    The order is that of the ids, so that it doesn't tell who came first.

    Raises:
        OSError: The file can't be written; names the file.
    """
    some = sorted(responses, key=lambda response: response.id)
    flags = {"labels": style is CellStyle.LABELS, "codes": style is CellStyle.CODES}
    write_whole(path, lambda made: write_responses_csv(made, study, some, **flags), OWN)
