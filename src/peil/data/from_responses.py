"""Responses as an interview keeps them become a data set."""

from collections.abc import Iterable

import numpy as np

from peil.data.build import blank_columns, build_dataset
from peil.data.dataset import Codes, Column, Dataset
from peil.data.rows import Rows
from peil.interview.answers import Value
from peil.interview.given import is_filled
from peil.interview.response import Response
from peil.study.codebook import ValueKind
from peil.study.study import Study


def from_responses(study: Study, responses: Iterable[Response]) -> Dataset:
    """Give the data set of responses; contact details stay behind.

    Answers on pages that have since left a respondent's route are left out without a word: going back and
    changing one's mind is how they come about.
    """
    kept = tuple(responses)
    n = len(kept)
    rows = Rows(
        tuple(response.id for response in kept),
        np.array([response.last_page or "" for response in kept], object),
        np.array([response.outcome or "" for response in kept], object),
        np.array([response.synthetic for response in kept], np.bool_),
    )
    columns = blank_columns(study, n)
    missing_steps: dict[str, Codes] = {
        name: np.full(n, -1, np.int16)
        for name, variable in study.codebook.variables.items()
        if variable.value is ValueKind.STEP
    }
    for row, response in enumerate(kept):
        for name, value in response.answers.values.items():
            if name in columns and is_kept(study, name, value):
                put_value(study, columns, missing_steps, (name, row), value)
    return build_dataset(study, rows, columns, missing_steps, tell_odd=False)


def is_kept(study: Study, name: str, value: Value) -> bool:
    """Say whether an answer means something in the study as it is now: an option can have been dropped."""
    variable = study.codebook.variables[name]
    item = study.codebook.items[variable.item]
    options = item.missing_ids if variable.value is ValueKind.STEP else frozenset(item.option_ids)
    return is_filled(variable, value, options)


def put_value(
    study: Study,
    columns: dict[str, Column],
    missing_steps: dict[str, Codes],
    cell: tuple[str, int],
    value: Value,
) -> None:
    """Write one answer into its cell."""
    name, row = cell
    variable = study.codebook.variables[name]
    options = study.codebook.items[variable.item].option_ids
    match variable.value:
        case ValueKind.OPTION:
            columns[name][row] = options.index(str(value))
        case ValueKind.STEP if isinstance(value, str):
            missing_steps[name][row] = options.index(value)
        case ValueKind.TICK:
            columns[name][row] = bool(value)
        case ValueKind.NUMBER | ValueKind.RANK | ValueKind.STEP:
            columns[name][row] = float(value)
        case ValueKind.TEXT | ValueKind.DATE:
            columns[name][row] = str(value)
