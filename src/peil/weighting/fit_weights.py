"""Weights fitted to the plan's targets."""

from collections.abc import Sequence

from peil.core.problem import Problem, Unusable
from peil.data.dataset import Dataset, Numbers
from peil.estimation.arrays import Floats
from peil.estimation.calibration.calibrate import calibrate
from peil.estimation.calibration.calibration import Calibration, Regression
from peil.estimation.calibration.collapse import Cells, collapse
from peil.estimation.calibration.distance import Bounds, Distance, Method
from peil.estimation.calibration.margin import Margin
from peil.estimation.calibration.margin_fit import compare_margin
from peil.estimation.calibration.nonresponse import OverResponse, adjust_for_nonresponse
from peil.estimation.calibration.rake import poststratify, rake
from peil.estimation.calibration.spread import measure_spread
from peil.estimation.calibration.trim import trim
from peil.estimation.calibration.unfitted import Contradiction, NotConverged, Vanished
from peil.estimation.calibration.weighted import Weighted
from peil.study.weighting import Target, Weighting
from peil.weighting.base_weights import read_base_weights
from peil.weighting.read_margins import find_place, find_target, read_margins
from peil.weighting.weighting_problems import (
    NOT_MET,
    NOT_POSITIVE,
    OTHER_POPULATION,
    OVER_RESPONSE,
)


def fit_weights(dataset: Dataset) -> tuple[Numbers, Weighted]:
    """Give weights that meet the plan's targets, and what they did.

    Base weights first, then non-response, then the targets, then trimming.

    Raises:
        Unusable: Rows or targets keep the targets from being met; carries every reason that is known before
            anything is computed, or the one that the computing came upon.
    """
    weighting = dataset.study.plan.weighting
    if not weighting.targets:  # the reader left out what can't be, and told why
        raise Unusable(told for told in dataset.study.problems if told.span.file == weighting.span.file)
    sampled = (weighting.nonresponse,) if weighting.nonresponse else ()
    margins, cells = _margins(dataset, weighting.targets, sampled, weighting.population)
    base = read_base_weights(dataset)
    for cell in cells:
        base = _adjusted(base, cell, sampled)
    try:
        collapsed = collapse(margins, base)
        factors, regression = _factors(collapsed, weighting)
    except Contradiction as error:
        raise Unusable([_other_population(error, weighting.targets)]) from error
    except NotConverged as error:
        raise Unusable([_not_met(error, weighting)]) from error
    except Vanished as error:
        raise Unusable([_vanished(error, weighting)]) from error
    weights = collapsed.spread(factors, base)
    if not (weights > 0).all():
        raise Unusable([_not_positive(weights, weighting)])
    trimmed, cut = _trimmed(weights, weighting)
    fits = tuple(compare_margin(margin, base, trimmed) for margin in margins)
    calibration = None if cut else Calibration(collapsed, factors, regression)
    return trimmed, Weighted(measure_spread(trimmed), fits, cut, calibration)


def _margins(
    dataset: Dataset, targets: Sequence[Target], sampled: Sequence[Target], population: float | None
) -> tuple[tuple[Margin, ...], tuple[Margin, ...]]:
    """Give the margins, and the cells of non-response; what is wrong with either is told at once."""
    problems: list[Problem] = []
    found: list[tuple[Margin, ...]] = []
    for wanted in (targets, sampled):
        try:
            found.append(read_margins(dataset, wanted, population))
        except Unusable as error:
            problems += error.problems
    if problems:
        raise Unusable(dict.fromkeys(problems))
    margins, cells = found
    return margins, cells


def _adjusted(base: Floats, cells: Margin, sampled: Sequence[Target]) -> Floats:
    try:
        return adjust_for_nonresponse(base, cells)
    except OverResponse as error:
        message = (
            f'{error.rows} people with "{error.kind}" as {error.margin} answered, and the sample had '
            f"{error.sampled:g}."
        )
        hint = "Count how many of the sample were in the class, those who didn't answer included."
        place = find_place(sampled, error.margin, error.kind)
        raise Unusable([OVER_RESPONSE.problem(place, message, hint=hint)]) from error


def _factors(cells: Cells, weighting: Weighting) -> tuple[Floats, Regression]:
    """Fit by the plan's method; bounded raking is calibration by the raking distance."""
    bounds = Bounds(*weighting.bounds) if weighting.bounds else Bounds()
    match weighting.method:
        case "poststratify":
            return poststratify(cells), Regression.BASE
        case "rake" if weighting.bounds is None:
            return rake(cells), Regression.SWEEPS
        case "rake":
            return calibrate(cells, Distance(Method.RAKING, bounds)), Regression.BASE
        case "linear" | "logit":
            return calibrate(cells, Distance(Method(weighting.method), bounds)), Regression.BASE
        case _:
            raise ValueError(f"{weighting.method} fits nothing")


def _trimmed(weights: Floats, weighting: Weighting) -> tuple[Floats, int]:
    """Give the weights held between the plan's multiples of their mean, and how many lay outside."""
    if weighting.trim is None:
        return weights, 0
    low, high = (bound * float(weights.mean()) for bound in weighting.trim)
    outside = (weights < low) | (weights > high)
    return trim(weights, low, high), int(outside.sum())


def _not_met(error: NotConverged, weighting: Weighting) -> Problem:
    message = (
        f'No weights were found that meet all targets: "{error.kind}" of {error.margin} misses its own by '
        f"{error.short:.2g} of it."
    )
    hint = f'Merge "{error.kind}" with a class beside it, or weight by fewer variables.'
    if weighting.bounds:
        hint = f'Widen the bounds, or merge "{error.kind}" with a class beside it.'
    return NOT_MET.problem(find_place(weighting.targets, error.margin, error.kind), message, hint=hint)


def _vanished(error: Vanished, weighting: Weighting) -> Problem:
    who = " and ".join(f'"{one}" as {variable}' for variable, one in error.classes.items())
    variable, one = list(error.classes.items())[-1]
    message = f"The targets leave no weight for respondents with {who}."
    hint = f'Merge "{one}" with a class beside it, or weight by fewer variables.'
    return NOT_MET.problem(find_place(weighting.targets, variable, one), message, hint=hint)


def _not_positive(weights: Floats, weighting: Weighting) -> Problem:
    number = int((weights <= 0).sum())
    message = (
        f"{number} weight{' is' if number == 1 else 's are'} zero or less by the {weighting.method} method."
    )
    hint = 'Write bounds = [0.3, 3], or method = "rake", which keeps weights above zero.'
    return NOT_POSITIVE.problem(weighting.span, message, hint=hint)


def _other_population(error: Contradiction, targets: Sequence[Target]) -> Problem:
    (one, total), (other, whole) = error.one, error.other
    message = f"The target for {one} adds up to {total:.12g} and that for {other} to {whole:.12g}."
    place = find_target(targets, other).span
    return OTHER_POPULATION.problem(place, message, hint="Write one of the two as shares.")
