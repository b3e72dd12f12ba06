"""Sizes of a population's classes held against each other and against their total."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import unfit_population
from peil.study.population import Population, decimals_of


def check_sizes(population: Population, at: Span) -> Iterator[Problem]:
    """Report sizes that add up to more than the whole, and counts that nothing can be a share of.

    Rounded sizes may go over by what rounding can have added: half a unit of the last figure each.

    Args:
        population: With its sizes as the source gives them.
        at: Where the total stands.
    """
    sizes = [one.size for one in population.classes if one.size is not None]
    whole = Fraction(population.total) if population.counted and population.total else population.whole
    if not sizes:
        return
    if population.counted and population.total is None and len(sizes) < len(population.classes):
        message = "Some classes have no count, and there is no total that the others are parts of."
        hint = "Write total = …, else no share is known."
        yield unfit_population.RULE.problem(population.span, message, hint=hint)
    elif population.counted and not any(sizes):
        message = "All counts are 0: there are no shares."
        yield unfit_population.RULE.problem(population.span, message, hint="Write the counts of the source.")
    elif whole is not None and sum(map(Fraction, sizes)) > whole + slack_of(population, sizes):
        unit = "" if population.counted else "%"
        message = f"The classes add up to {sum(sizes, Decimal(0)):f}{unit}, and not to {whole}{unit} at most."
        hint = "Look for a class that stands in another one too."
        yield unfit_population.RULE.problem(at, message, hint=hint)


def slack_of(population: Population, sizes: list[Decimal]) -> Fraction:
    """Give by how much rounding can have brought the sum of sizes over the whole."""
    if not population.counted:
        return sum((Fraction(1, 2 * 10 ** decimals_of(size)) for size in sizes), Fraction(0))
    return Fraction((len(sizes) + 1) * population.rounded_to, 2) if population.rounded_to > 1 else Fraction(0)
