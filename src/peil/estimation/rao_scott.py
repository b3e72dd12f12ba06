"""Whether groups differ in what they chose, as Rao and Scott test it in samples with a design.

Pearson's X² of the weighted table isn't distributed as chi-square under a design: it is a sum of chi-squares,
each times a design effect. The first-order test divides X² by their mean; the second-order F by their sum, on
Satterthwaite's (Σδ)²/Σδ² degrees of freedom and that many times those of the design (Rao & Scott 1984;
``svychisq`` of R's ``survey``). Groups and options without cases are left out. Rows of weight zero count as
if they weren't there.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.crossing import Crossings, cross, stack_choices, stack_options, without_empty
from peil.estimation.design import Lonely
from peil.estimation.frame import Frame
from peil.estimation.moments import Moments
from peil.estimation.pearson import Pearson, correct
from peil.estimation.saddlepoint import saddlepoint_tail
from peil.estimation.tails import chi_square_tail, f_tail
from peil.estimation.tested import Tested, Untestable, refused
from peil.estimation.wald import ADJUSTED, WALD, test_wald

SECOND_ORDER = "Rao-Scott F, second order"
FIRST_ORDER = "Rao-Scott chi-square, first order"
SADDLEPOINT = "Pearson's X², its distribution by saddlepoint"

AT_ONCE = 1 << 21
"""About as many numbers are in an array of stacked tables."""

Test = Callable[[Crossings], list[Tested]]
"""Tests tables of one shape that have no empty groups or options, at least two of each."""


def test_independence(moments: Moments, frame: Frame, lonely: Lonely) -> dict[str, Tested]:
    """Test whether groups differ in the one option that each row chose, in every way that is known here.

    Returns:
        By R's names: ``F`` is the one to report, ``Chisq`` the first-order test, ``saddlepoint`` X² by its
        own distribution (R's ``lincom`` gives the same where it can't integrate), ``Wald``, ``adjWald``.

    Raises:
        LonelyUnit: A stratum with rows in the cells has a single unit, and this fails.
    """
    return test_crossings(cross(stack_choices([moments]), frame, lonely))[0]


def test_options(moments: Moments, frame: Frame, lonely: Lonely) -> tuple[dict[str, Tested], ...]:
    """Test each option of a multiple response question by itself: do groups differ in who chose it?

    Returns:
        What ``test_independence`` gives, one an option.

    Raises:
        LonelyUnit: A stratum with rows in the base has a single unit, and this fails.
    """
    return test_crossings(cross(stack_options([moments]), frame, lonely))


def test_crossings(crossings: Crossings) -> tuple[dict[str, Tested], ...]:
    """Give every test of stacked tables, with covariances from the design or from replicates."""
    tests: dict[str, tuple[str, Test]] = {
        "F": (SECOND_ORDER, _second_order),
        "Chisq": (FIRST_ORDER, _first_order),
        "saddlepoint": (SADDLEPOINT, _by_saddlepoint),
        "Wald": (WALD, lambda part: test_wald(part, adjusted=False)),
        "adjWald": (ADJUSTED, lambda part: test_wald(part, adjusted=True)),
    }
    made = [_each(crossings, name, test) for name, test in tests.values()]
    return tuple(dict(zip(tests, of_table, strict=True)) for of_table in zip(*made, strict=True))


def test_tables(tables: Sequence[Moments], frame: Frame, lonely: Lonely) -> tuple[Tested, ...]:
    """Give the second-order F of many questions with one choice, those of one shape at once.

    Raises:
        LonelyUnit: A stratum with rows in the cells has a single unit, and this fails.
    """
    found: dict[int, Tested] = {}
    for places in _alike(tables):
        crossings = cross(stack_choices([tables[place] for place in places]), frame, lonely)
        found |= zip(places, second_order(crossings), strict=True)
    return tuple(found[place] for place in range(len(tables)))


def test_each_option(
    tables: Sequence[Moments], frame: Frame, lonely: Lonely
) -> tuple[tuple[Tested, ...], ...]:
    """Give the second-order F of each option of many multiple response questions, those of one shape at once.

    Raises:
        LonelyUnit: A stratum with rows in the base has a single unit, and this fails.
    """
    found: dict[int, tuple[Tested, ...]] = {}
    for places in _alike(tables):
        crossings = cross(stack_options([tables[place] for place in places]), frame, lonely)
        made = iter(second_order(crossings))
        for place in places:
            found[place] = tuple(next(made) for _ in range(tables[place].cells.w.shape[2]))
    return tuple(found[place] for place in range(len(tables)))


def second_order(crossings: Crossings) -> list[Tested]:
    """Give the second-order F of stacked tables, with covariances from the design or from replicates."""
    return _each(crossings, SECOND_ORDER, _second_order)


def _second_order(crossings: Crossings) -> list[Tested]:
    pearson = correct(crossings)
    statistic, df1 = pearson.statistic / _some(pearson.effects), pearson.df1
    df2 = df1 * pearson.df
    return _told(SECOND_ORDER, pearson, statistic, df1, df2, f_tail(statistic, df1, df2))


def _first_order(crossings: Crossings) -> list[Tested]:
    """Give the first-order chi-square: X² itself, judged after division by the mean design effect."""
    pearson = correct(crossings)
    df = np.full(len(pearson.delta), float(pearson.delta.shape[1]))
    p = chi_square_tail(pearson.statistic / _some(pearson.effects) * df, df)
    return _told(FIRST_ORDER, pearson, pearson.statistic, df, None, p)


def _by_saddlepoint(crossings: Crossings) -> list[Tested]:
    """Give X² judged by the distribution of a sum of chi-squares, each times its design effect."""
    pearson = correct(crossings)
    df = pearson.df1 * pearson.df
    p = [
        np.nan if reason else saddlepoint_tail(statistic, np.linalg.eigvalsh(delta), at)
        for reason, statistic, delta, at in zip(
            pearson.reasons, pearson.statistic.tolist(), pearson.delta, df.tolist(), strict=True
        )
    ]
    return _told(SADDLEPOINT, pearson, pearson.statistic, None, None, np.array(p))


def _told(
    name: str, pearson: Pearson, statistic: Floats, df1: Floats | None, df2: Floats | None, p: Floats
) -> list[Tested]:
    """Give tests as values of their own; those with a reason without numbers."""
    none = [None] * len(p)
    columns = [none if each is None else each.tolist() for each in (statistic, df1, df2, p)]
    return [
        Tested(name, *numbers) if reason is None else refused(name, reason)
        for reason, *numbers in zip(pearson.reasons, *columns, strict=True)
    ]


def _each(crossings: Crossings, name: str, test: Test) -> list[Tested]:
    """Test every table without its empty levels, those of one shape at once."""
    found: dict[int, Tested] = {}
    for places, part in without_empty(crossings):
        tables, groups, options = part.w.shape
        reason = _too_small(groups, options)
        tests = test(part) if reason is None else [refused(name, reason)] * tables
        found |= zip(places.tolist(), tests, strict=True)
    return [found[place] for place in range(len(crossings.w))]


def _too_small(groups: int, options: int) -> Untestable | None:
    """Say why a table has nothing to compare."""
    if groups == 0:
        return Untestable.NOBODY
    if groups == 1:
        return Untestable.ONE_GROUP
    return Untestable.ONE_OPTION if options == 1 else None


def _some(effects: Floats) -> Floats:
    """Give sums of design effects, with anything at all where there is none: that table has a reason."""
    return np.where(effects > 0, effects, 1.0)


def _alike(tables: Sequence[Moments]) -> Iterator[tuple[int, ...]]:
    """Give places of tables of one shape, as many as go at once."""
    shapes: dict[tuple[int, ...], list[int]] = {}
    for place, moments in enumerate(tables):
        shapes.setdefault(moments.cells.w.shape, []).append(place)
    for (units, groups, options), places in shapes.items():
        cells = groups * options
        some = max(1, AT_ONCE // max(1, cells * max(units, cells)))
        for start in range(0, len(places), some):
            yield tuple(places[start : start + some])
