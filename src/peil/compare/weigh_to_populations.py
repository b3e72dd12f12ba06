"""Weigh a data set to populations: the researcher's view of what a report can tell from released cells alone.

The weights are made by the same code as those of a plan (``peil.weighting``).
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from peil.compare.set_beside import set_beside
from peil.compare.weighed_populations import WeighedPopulations, Weighing
from peil.core.problem import Unusable
from peil.data.dataset import Dataset
from peil.disclose.beside_population import BesidePopulation, Lack, Lacking
from peil.study.population import Headline, Population
from peil.study.tablespec import TableSpec
from peil.study.text import Wording
from peil.study.verdict.share_table import share_of
from peil.study.weighting import Target, Weighting
from peil.tabulate.tabulate import tabulate
from peil.weighting.weigh import weigh

SAID = {
    Lacking.HIDDEN: "{names} can't be counted",
    Lacking.UNAVAILABLE: "no source gives a share of {names}",
    Lacking.NOBODY: "there are no respondents in {names}",
    Lacking.PARTIAL: "the classes that correspond are not the whole of the source",
    Lacking.UNCLASSED: "not every respondent has a class",
}
"""Why there are no weights, for the researcher."""
UNDATED = dt.date.min
"""The day of a population that is of a period: weights don't depend on it."""


def weigh_to_populations(dataset: Dataset, populations: Sequence[Population]) -> WeighedPopulations:
    """Set rows beside populations, and weigh them to each and to all together.

    Args:
        dataset: The rows that the analysis counts, without weights.
        populations: Populations of the data set's study.
    """
    besides = tuple(beside_rows(dataset, population) for population in populations)
    headlines = tuple(dict.fromkeys(one for population in populations for one in population.headlines))
    able = [population for population, beside in zip(populations, besides, strict=True) if not beside.lacks]
    weighings = tuple(
        Weighing((population.id,), {}, why=say_lacks(beside.lacks))
        if beside.lacks
        else weigh_rows(dataset, (population,), headlines)
        for population, beside in zip(populations, besides, strict=True)
    )
    raked = weigh_rows(dataset, able, headlines) if len(able) > 1 else None
    return WeighedPopulations(besides, headlines, shares_of(dataset, headlines), weighings, raked)


def beside_rows(dataset: Dataset, population: Population) -> BesidePopulation:
    """Set all classes of a group beside a population, nothing hidden."""
    (table,) = tabulate(dataset, [TableSpec(population.group)])
    classes = dataset.study.codebook.items[population.group].option_ids
    return set_beside(population, classes, table, dataset.n, kish=False)


def weigh_rows(
    dataset: Dataset, populations: Sequence[Population], headlines: Sequence[Headline]
) -> Weighing:
    """Weigh rows: to one population by post-stratification, to several by raking.

    Weights that the plan takes from a column are those to begin with.
    """
    names = tuple(population.id for population in populations)
    weighting = Weighting(
        method="rake" if len(populations) > 1 else "poststratify",
        column=dataset.study.plan.weighting.column,
        targets=tuple(target_of(population, dataset) for population in populations),
    )
    study = replace(dataset.study, plan=replace(dataset.study.plan, weighting=weighting))
    try:
        weighed = weigh(replace(dataset, study=study))
    except Unusable as unusable:
        return Weighing(names, {}, why=" ".join(problem.message for problem in unusable.problems))
    spread = weighed.weighted.spread if weighed.weighted else None
    return Weighing(names, shares_of(weighed, headlines), spread)


def target_of(population: Population, dataset: Dataset) -> Target:
    """Give a population as a target of weights: shares that add up to 1, however they were rounded."""
    order = dataset.study.codebook.items[population.group].option_ids
    shares = {name: population.shares[name].percent for name in order if name in population.shares}
    whole = sum(shares.values())
    return Target(
        variable=population.group,
        sizes={name: float(share / whole) for name, share in shares.items() if share},
        counted=False,
        source=Wording(f"population.{population.id}"),
        date=population.date or UNDATED,
        span=population.span,
    )


def shares_of(dataset: Dataset, headlines: Sequence[Headline]) -> Mapping[Headline, float | None]:
    """Give each number of a data set, as it is weighted; None without a base."""
    items = dict.fromkeys(one.item for one in headlines)
    tables = dict(zip(items, tabulate(dataset, [TableSpec(item) for item in items]), strict=True))
    return {one: share_of(tables[one.item], one.options) if tables[one.item].n else None for one in headlines}


def say_lacks(lacks: Sequence[Lack]) -> str:
    """Say why there are no weights."""
    return "; ".join(SAID[lack.why].format(names=", ".join(lack.classes)) for lack in lacks)
