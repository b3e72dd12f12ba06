"""Check bindings on populations: a source's share, and how far the sample lies from it."""

from fractions import Fraction

from peil.core.percent import spell_number
from peil.disclose.beside_population import ClassBeside, Standing
from peil.report import population_problems as population_rules
from peil.report import problems as rules
from peil.report.compose.amount import round_fraction
from peil.report.compose.beside.population_words import say_when, spell_known
from peil.report.compose.check_claim import keeps
from peil.report.compose.check_share import check_percentage, outcome_of_points
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import say
from peil.report.template.binding import Claim
from peil.report.template.population_binding import (
    PopulationClaim,
    PopulationGap,
    PopulationShare,
    PopulationValue,
)
from peil.report.template.words.parts import read_points
from peil.report.template.words.shares import read_share
from peil.study.expr.tree import Order
from peil.study.population import Population
from peil.study.told import in_language


def check_population(checker: Checker, printed: str, value: PopulationValue) -> Outcome:
    """Check what is said of a population, or of the sample beside it."""
    match value:
        case PopulationShare():
            return check_source_share(checker, printed, value)
        case PopulationGap():
            return check_gap(checker, printed, value)
        case PopulationClaim():
            return check_gap_claim(checker, value)


def check_source_share(checker: Checker, printed: str, value: PopulationShare) -> Outcome:
    """Check a share that a source gives; one printed more exactly than the source is no longer its own."""
    population = checker.labels.study.populations[value.id]
    known = population.shares.get(value.name)
    if known is None:
        return unavailable(checker, population, value.name)
    origin = told_source(checker, population, value.name)
    said = read_share(printed, checker.language)
    if said and said.decimals > known.decimals and not population.counted:
        plain = spell_known(known, checker.language)
        return Outcome(origin, rules.CHANGED_NUMBER, plain, "as exact as the source is", plain)
    return check_percentage(checker, printed, float(known.percent / 100), (origin, ""))


def check_gap(checker: Checker, printed: str, value: PopulationGap) -> Outcome:
    """Check how many points sample and population lie apart, whichever is the larger."""
    found = find_class(checker, value)
    if isinstance(found, Outcome):
        return found
    population, one = found
    said = read_points(printed)
    points = abs(round_fraction(one.gap or Fraction(0), said.decimals if said else 0))
    told = (told_gap(checker, population, one), detail_of(one))
    return outcome_of_points(checker, printed, points, told)


def check_gap_claim(checker: Checker, value: PopulationClaim) -> Outcome:
    """Check a bound of how far the two lie apart; it has to hold whatever rounding did in the source."""
    found = find_class(checker, value)
    if isinstance(found, Outcome):
        return found
    population, one = found
    gap = abs(one.gap or Fraction(0))
    slack = one.known.slack if one.known else Fraction(0)
    bound = Claim(value.of, value.order, value.bound)
    ends = (gap,) if value.order is Order.EQUAL else (max(gap - slack, Fraction(0)), gap + slack)
    kept = [keeps(bound, end) for end in ends]
    computed = say(checker.language, "points", points=spell_number(round_fraction(gap, 1), checker.language))
    detail = f"{detail_of(one)}, and {value.order} {value.bound} was claimed"
    if any(kept) and not all(kept):
        detail = f"{detail}, which the source's rounding leaves open"
    return Outcome(
        told_gap(checker, population, one), None if all(kept) else rules.UNTRUE_CLAIM, computed, detail
    )


def find_class(
    checker: Checker, value: PopulationGap | PopulationClaim
) -> tuple[Population, ClassBeside] | Outcome:
    """Give a class in both, or why nothing can be said of it."""
    population = checker.labels.study.populations[value.id]
    beside = checker.release.populations.get(value.id)
    one = beside.find(value.of.options[0]) if beside else None
    if one is None or one.standing is Standing.HIDDEN:
        return HIDDEN
    if one.known is None:
        return unavailable(checker, population, one.id)
    if one.standing is Standing.SMALL:
        label = checker.labels.group(population.group, one.id)
        reason = f'fewer than {population.minimum} respondents are in "{label}"'
        return Outcome("", population_rules.UNCOMPARED_CLASS, detail=reason)
    return population, one


def unavailable(checker: Checker, population: Population, name: str) -> Outcome:
    """Say that no source gives a share."""
    label = checker.labels.group(population.group, name)
    reason = f'{population.id} has no share of "{label}"'
    return Outcome("", population_rules.UNAVAILABLE_SHARE, detail=reason)


def detail_of(one: ClassBeside) -> str:
    """Give both shares, for a problem's message."""
    sample = round_fraction(one.percent or Fraction(0), 1)
    return f"{sample}% of the sample against {spell_known(one.known, 'en') if one.known else ''}"


def told_source(checker: Checker, population: Population, name: str) -> str:
    """Say where a population's share comes from."""
    language = checker.language
    parts = (
        in_language(population.title, language),
        checker.labels.group(population.group, name),
        in_language(population.source, language),
        say_when(population, language),
    )
    return "; ".join(filter(None, parts))


def told_gap(checker: Checker, population: Population, one: ClassBeside) -> str:
    """Say where a distance comes from: the sample's count and the source."""
    counts = say(checker.language, "of", count=one.n or 0, base=one.base or 0)
    return say(checker.language, "against", left=counts, right=told_source(checker, population, one.id))
