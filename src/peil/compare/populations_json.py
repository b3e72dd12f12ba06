"""What a researcher sees of populations, as JSON."""

from collections.abc import Mapping

from peil.compare.weighed_populations import WeighedPopulations, Weighing
from peil.disclose.beside_population import BesidePopulation, ClassBeside
from peil.study.population import Headline, Population, SourceClass
from peil.study.told import in_language


def populations_json(
    populations: Mapping[str, Population], found: WeighedPopulations, language: str
) -> dict[str, object]:
    """Give everything: shares 0 to 1, unrounded, null where no source gives one or there are no weights.

    Args:
        populations: The populations by id.
        found: The sample beside them.
        language: The language of titles and of the source's classes.
    """
    return {
        "populations": [
            population_json(populations[beside.id], beside, weighing, language)
            for beside, weighing in zip(found.besides, found.weighings, strict=True)
        ],
        "headlines": [headline_json(one, found) for one in found.headlines],
        "raked": weighing_json(found.raked) if found.raked else None,
    }


def population_json(
    population: Population, beside: BesidePopulation, weighing: Weighing, language: str
) -> dict[str, object]:
    """Give a population and the sample beside it."""
    matched = {one.to for one in population.classes}
    return {
        "id": population.id,
        "title": in_language(population.title, language),
        "source": in_language(population.source, language),
        "group": population.group,
        "unit": population.unit,
        "study_unit": population.study_unit,
        "points": population.points,
        "minimum": population.minimum,
        "classes": [class_json(one) for one in beside.classes],
        "unmatched": [one.id for one in beside.classes if one.id not in matched],
        "source_only": [
            {"class": in_language(one.name, language), "share": share_json(population, one)}
            for one in population.strangers
        ],
        "weights": weighing_json(weighing),
    }


def share_json(population: Population, one: SourceClass) -> float | None:
    """Give the share of a class of the source."""
    share = population.share((one,))
    return float(share.percent / 100) if share else None


def class_json(one: ClassBeside) -> dict[str, object]:
    """Give a class in both."""
    return {
        "class": one.id,
        "n": one.n,
        "share": float(one.percent / 100) if one.percent is not None else None,
        "population": float(one.known.percent / 100) if one.known else None,
        "difference": float(one.gap / 100) if one.gap is not None else None,
        "standing": one.standing,
    }


def weighing_json(weighing: Weighing) -> dict[str, object]:
    """Give what weights cost, or why there are none."""
    return {
        "to": list(weighing.populations),
        "effective": weighing.spread.kish_n if weighing.spread else None,
        "deff": weighing.spread.kish_deff if weighing.spread else None,
        "why": weighing.why,
    }


def headline_json(headline: Headline, found: WeighedPopulations) -> dict[str, object]:
    """Give a number unweighted and under each set of weights."""
    weighings = (*found.weighings, *((found.raked,) if found.raked else ()))
    return {
        "item": headline.item,
        "options": list(headline.options),
        "share": found.unweighted[headline],
        "weighted": [
            {"to": list(weighing.populations), "share": weighing.shares.get(headline)}
            for weighing in weighings
        ],
    }
