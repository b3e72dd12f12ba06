"""The plan's targets as margins of the rows; what can't be weighted is found before anything is computed."""

from collections.abc import Sequence

import numpy as np

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.estimation.arrays import Positions
from peil.estimation.calibration.margin import Margin
from peil.study.weighting import Target
from peil.weighting.weighting_problems import EMPTY_CLASS, NO_CLASS, NO_TARGET


def read_margins(dataset: Dataset, targets: Sequence[Target], population: float | None) -> tuple[Margin, ...]:
    """Give a margin for each target.

    Args:
        dataset: The rows.
        targets: What they are weighted to.
        population: What shares are shares of; None for the total of a target in counts, else the rows.

    Raises:
        Unusable: Rows are in no class or in one without a size, or a class has no rows; carries each.
    """
    counted = next((target.total for target in targets if target.counted), float(dataset.n))
    whole = counted if population is None else population
    codes = [_codes(dataset, target) for target in targets]
    problems = [
        problem
        for target, (classes, places) in zip(targets, codes, strict=True)
        for problem in _problems(dataset, target, classes, places)
    ]
    if problems:
        raise Unusable(problems)
    return tuple(
        Margin(
            target.variable,
            tuple(target.sizes),
            places,
            np.array(list(target.sizes.values())) * (1.0 if target.counted else whole),
        )
        for target, (_, places) in zip(targets, codes, strict=True)
    )


def _codes(dataset: Dataset, target: Target) -> tuple[Positions, Positions]:
    """Give each row's option and its class in the target; -1 for none."""
    item = dataset.study.codebook.items[target.variable]
    name = item.key if item.derived else item.variables[0]
    options = dataset.columns[name].astype(np.int64)
    order = {one: place for place, one in enumerate(target.sizes)}
    places = np.array([*(order.get(one, -1) for one in item.option_ids), -1], np.int64)
    return options, places[options]


def _problems(dataset: Dataset, target: Target, options: Positions, places: Positions) -> list[Problem]:
    item = dataset.study.codebook.items[target.variable]
    found = []
    lacking = np.flatnonzero(options < 0)
    if len(lacking):
        message = f"{_rows(dataset, lacking)} no answer to {item.key}, which answers are weighted by."
        hint = (
            f"Weight by a derived variable that gives them a class, or exclude them in plan.toml with a "
            f"reason: {item.key} isn't known of them."
        )
        found.append(NO_CLASS.problem(target.span, message, hint=hint))
    for place, one in enumerate(item.option_ids):
        outside = np.flatnonzero((options == place) & (places < 0))
        if len(outside):
            message = f'{_rows(dataset, outside)} "{one}" as {item.key}, and the target has no size for it.'
            hint = f'Add the size of "{one}", or weight by a derived variable in which it is part of a class.'
            found.append(NO_TARGET.problem(target.span, message, hint=hint))
    there = np.bincount(places[places >= 0], minlength=len(target.sizes))
    classes = tuple(target.sizes)
    return found + [_empty(target, classes, place) for place in np.flatnonzero(there == 0).tolist()]


def _empty(target: Target, classes: tuple[str, ...], place: int) -> Problem:
    one = classes[place]
    message = f'Nobody who answered has "{one}" as {target.variable}, and the target has a size for it.'
    hint = "Weight by another variable."
    if len(classes) > 1:
        other = classes[place + 1] if place + 1 < len(classes) else classes[place - 1]
        hint = (
            f'Merge it with "{other}": derive a variable with one class for both, and give that the sum of '
            "their sizes."
        )
    return EMPTY_CLASS.problem(target.spans.get(one, target.span), message, hint=hint)


def _rows(dataset: Dataset, rows: Positions) -> str:
    """Begin a sentence about rows: how many, and which is the first."""
    first = f"row {dataset.ids[int(rows[0])]}"
    return (
        f"{first[0].upper()}{first[1:]} has"
        if len(rows) == 1
        else f"{len(rows)} rows, {first} the first, have"
    )


def find_target(targets: Sequence[Target], variable: str) -> Target:
    """Give the target of a variable."""
    return next(target for target in targets if target.variable == variable)


def find_place(targets: Sequence[Target], variable: str, one: str) -> Span:
    """Give where the size of a class stands."""
    target = find_target(targets, variable)
    return target.spans.get(one, target.span)
