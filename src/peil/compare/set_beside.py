"""Set classes of a sample beside a population."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from peil.disclose.beside_population import (
    BesidePopulation,
    ClassBeside,
    Kish,
    Lack,
    Lacking,
    Standing,
)
from peil.study.known_share import KnownShare
from peil.study.population import Population
from peil.study.verdict.share_table import ShareTable


def set_beside(
    population: Population, classes: Sequence[str], table: ShareTable | None, everyone: int, *, kish: bool
) -> BesidePopulation:
    """Give each class's share of the sample beside its share of the population.

    Args:
        population: The population.
        classes: The classes of its group, in order.
        table: The group itself, for everybody; None where it isn't there. What is hidden in it stays so.
        everyone: How many respondents there are; those without a class could have no weight.
        kish: Say what weights would cost: where nobody has other weights.
    """
    found = tuple(_class(population, name, table) for name in classes)
    beside = BesidePopulation(population.id, found, population.points, population.minimum)
    lacks = tuple(find_lacks(population, beside, everyone))
    return BesidePopulation(
        id=population.id,
        classes=found,
        points=population.points,
        minimum=population.minimum,
        kish=measure_kish(beside) if kish and not lacks else None,
        lacks=lacks,
    )


def _class(population: Population, name: str, table: ShareTable | None) -> ClassBeside:
    base = table.n if table else None
    cell = next((each for each in table.cells if each.option == name), None) if table and base else None
    n = cell.n if cell else None
    known = population.shares.get(name)
    return ClassBeside(name, n, base, known, _standing(population, n, base, known))


def _standing(population: Population, n: int | None, base: int | None, known: KnownShare | None) -> Standing:
    """Say how a class stands; a hidden one is never told to be small, for that would tell of it."""
    if n is None or not base:
        return Standing.HIDDEN
    if n < population.minimum:
        return Standing.SMALL
    if known is None:
        return Standing.UNAVAILABLE
    gap = abs(Fraction(100 * n, base) - known.percent)
    if gap + known.slack <= population.points:
        return Standing.WITHIN
    return Standing.OUTSIDE if gap - known.slack > population.points else Standing.OPEN


def find_lacks(population: Population, beside: BesidePopulation, everyone: int) -> Iterator[Lack]:
    """Give why the sample can't be weighted to a population; nothing where it can.

    Args:
        population: The population.
        beside: The sample's classes.
        everyone: How many respondents there are.
    """
    hidden = beside.standing(Standing.HIDDEN)
    if hidden:
        yield Lack(Lacking.HIDDEN, tuple(one.id for one in hidden))
    unknown = tuple(one.id for one in beside.classes if one.known is None and one.n)
    if unknown:
        yield Lack(Lacking.UNAVAILABLE, unknown)
    empty = tuple(one.id for one in beside.classes if one.n == 0 and one.known and one.known.percent)
    if empty:
        yield Lack(Lacking.NOBODY, empty)
    shares = list(population.shares.values())
    missed = abs(sum((share.percent for share in shares), Fraction(0)) - 100)
    if not unknown and missed > sum((share.slack for share in shares), Fraction(0)):
        yield Lack(Lacking.PARTIAL)
    classed = next((one.base for one in beside.classes if one.base), None)
    if not hidden and classed != everyone:
        yield Lack(Lacking.UNCLASSED)


def measure_kish(beside: BesidePopulation) -> Kish:
    """Give what weighting each class to its share costs (Kish 1965).

    With P the population's shares and p the sample's, each respondent of a class weighs P/p, so that the
    squared sum of weights over the sum of their squares is n / Σ P²/p.
    """
    there = [(one.known.percent, one.percent, one.base) for one in beside.classes if one.known and one.n]
    whole = sum((share for share, _, _ in there), Fraction(0))
    n = next(base for _, _, base in there if base)
    deff = sum(
        ((share / whole) ** 2 / (percent / 100) for share, percent, _ in there if percent), Fraction(0)
    )
    return Kish(n, float(n / deff), float(deff))
