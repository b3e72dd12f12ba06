"""Read bindings on populations: shares, distances from the sample, and bounds of these."""

import re
from decimal import Decimal

from peil.report import problems as rules
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.report.template.population_binding import PopulationClaim, PopulationGap, PopulationShare
from peil.report.template.selection import Selection
from peil.study.base import ANSWERED
from peil.study.expr.tree import Order
from peil.study.population import Population

BOUND = re.compile(r"(.+?)(>=|<=|>|<|=)\s*(\d+(?:[.,]\d+)?)\s*(?:%|points?)?\s*", re.DOTALL)


def find_population(names: Names, phrase: Phrase) -> Population | None:
    """Give the population of a name, None with a problem where there is none."""
    known = names.study.populations
    if phrase.plain not in known:
        names.unknown(phrase, "The study has no population", known)
        return None
    return known[phrase.plain]


def read_population_class(names: Names, phrase: Phrase) -> tuple[Population, Selection] | None:
    """Read ``ID: CLASS``: a population, and the same class in the sample."""
    head, name = phrase.cut(":")
    if name is None or not name.text:
        hint = "Write population ID: CLASS, such as population cbs2025: media."
        names.report(rules.BAD_BINDING, phrase, f'"{phrase.plain}" names no class.', hint)
        return None
    population = find_population(names, head)
    item = names.study.codebook.items[population.group] if population else None
    found = names.group_class(item, name) if item else None
    if population is None or item is None or found is None:
        return None
    return population, Selection(item.key, (found,), None, None, None, ANSWERED, phrase.span)


def read_population_share(names: Names, phrase: Phrase) -> PopulationShare | None:
    """Read ``population ID: CLASS``."""
    found = read_population_class(names, phrase)
    return PopulationShare(found[0].id, found[1].options[0]) if found else None


def read_population_gap(names: Names, phrase: Phrase) -> PopulationGap | None:
    """Read what follows ``difference population``."""
    found = read_population_class(names, phrase)
    return PopulationGap(found[0].id, found[1]) if found else None


def read_population_claim(names: Names, phrase: Phrase) -> PopulationClaim | None:
    """Read what follows ``claim population``: ``ID: CLASS > 10``, in points, whichever is the larger."""
    found = BOUND.fullmatch(phrase.text)
    if found is None:
        hint = "Write ID: CLASS > 10, with >, >=, <, <= or =: how many points the two lie apart."
        names.report(rules.BAD_BINDING, phrase, "The claim states no bound.", hint)
        return None
    gap = read_population_gap(names, phrase.group(found, 1))
    if gap is None:
        return None
    return PopulationClaim(gap.id, gap.of, Order(found[2]), Decimal(found[3].replace(",", ".")))
