"""The sample beside populations."""

from peil.compare.set_beside import set_beside
from peil.disclose.beside_population import BesidePopulation
from peil.disclose.release import Release
from peil.study.study import Study
from peil.study.tablespec import TableSpec


def beside_populations(study: Study, release: Release) -> dict[str, BesidePopulation]:
    """Set the released sample beside each population; nothing else of the respondents is looked at."""
    unweighted, everyone = study.plan.weighting.method == "none", release.facts.analysed
    found: dict[str, BesidePopulation] = {}
    for name, population in study.populations.items():
        classes = study.codebook.items[population.group].option_ids
        table = release.find(TableSpec(population.group))
        found[name] = set_beside(population, classes, table, everyone, kish=unweighted)
    return found
