"""Compose what weights to a population would do to headline numbers, side by side."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from peil.core.percent import percent_of_share, round_half_up, spell_number
from peil.disclose.beside_population import BesidePopulation, Lack, WeighedHeadline
from peil.disclose.poststratify import weigh_headline
from peil.disclose.release import Release
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.population_words import spell_signed, tell
from peil.report.compose.figure import cell
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, join_words, say, spell_count
from peil.report.document import Grid, NumberedTable, Run, TableCell
from peil.report.template.beside_block import PopulationCall
from peil.study.population import Headline, Population
from peil.study.tablespec import TableSpec
from peil.study.told import in_language

WIDTHS = (3.4, 0.7, 1.6, 2.2, 1.9)
"""Widths of columns: numbers, n, as measured, weighted, how far they lie apart."""
STEADY = 9
"""Decimals of a share that the order of summing doesn't touch."""


def weighed_table(
    call: PopulationCall, around: AroundBlock, population: Population, beside: BesidePopulation
) -> NumberedTable:
    """Give each headline number as it is released, and under weights to the population."""
    labels, language = around.labels, around.labels.language
    group = population.group
    found = [weigh_headline(around.release, group, beside, one) for one in call.headlines]
    heads = ("n", "measured", "weighed", "gap")
    head = (
        cell(tell(language, "headline"), header=True),
        *(cell(tell(language, name), header=True, numeric=True) for name in heads),
    )
    items = (labels.item(one) for one in dict.fromkeys(one.item for one in call.headlines))
    return NumberedTable(
        number=int(around.number) + 1,
        anchor=f"{around.anchor}-weights",
        caption=tell(language, "weighed_caption", title=in_language(population.title, language)),
        source=labels.source(items),
        base="",
        notes=tuple((Run(words),) for words in told_weights(found, beside, labels, group)),
        grid=Grid((head,), tuple(headline_row(one, around.release, labels) for one in found), widths=WIDTHS),
    )


def headline_row(found: WeighedHeadline, release: Release, labels: Labels) -> tuple[TableCell, ...]:
    """Give a number with its base, in both, and how many points weighting moves it."""
    language = labels.language
    name = cell(headline_name(found.headline, labels), header=True)
    table = release.find(TableSpec(found.headline.item))
    base = HIDDEN_SIGN if table is None or table.n is None else spell_count(table.n, language)
    measured = HIDDEN_SIGN if found.share is None else percent_text(found.share, language)
    if found.weighed is None or found.share is None:
        untold = [tell(language, name) for name in ("uncomputed", "untold")]
        return (name, *(cell(text, numeric=True) for text in (base, measured, *untold)))
    told = (base, measured, percent_text(found.weighed, language), spell_signed(points_moved(found)))
    return (name, *(cell(text, numeric=True) for text in told))


def points_moved(found: WeighedHeadline) -> int:
    """Give how many points weighting moves a number that has both, rounded once."""
    moved = (found.weighed or 0.0) - (found.share or 0.0)
    return int(round_half_up(Decimal(repr(round(100 * moved, STEADY)))))


def is_off(found: WeighedHeadline) -> bool:
    """Say whether a reader who subtracts the two printed percentages gets another number of points."""
    if found.weighed is None or found.share is None:
        return False
    return percent_of_share(found.weighed) - percent_of_share(found.share) != points_moved(found)


def headline_name(headline: Headline, labels: Labels) -> str:
    """Name a number: the item, and its options."""
    item = labels.item(headline.item)
    title = labels.row(item)
    between = " " if title.endswith("?") else ": "
    return f"{title}{between}{' + '.join(labels.option(item, one) for one in headline.options)}"


def percent_text(share: float, language: str) -> str:
    """Give a share in whole percents."""
    return f"{spell_number(percent_of_share(share), language)}%"


def told_weights(
    found: Sequence[WeighedHeadline], beside: BesidePopulation, labels: Labels, group: str
) -> Iterator[str]:
    """Say how it was weighted and what that costs, or why it can't be."""
    language = labels.language
    if beside.lacks:
        yield tell(language, "lacks", why=reasons(beside.lacks, labels, group))
        return
    yield tell(language, "how")
    if any(map(is_off, found)):
        yield tell(language, "unrounded")
    if beside.kish:
        effective = int(round_half_up(Decimal(repr(beside.kish.effective))))
        deff = spell_number(round_half_up(Decimal(repr(beside.kish.deff)), 2), language)
        yield tell(language, "kish", n=beside.kish.n, effective=effective, deff=deff)
    for one in found:
        if one.lacks:
            name = headline_name(one.headline, labels)
            yield tell(language, "lacks_of", name=name, why=reasons(one.lacks, labels, group))
    if any(one.share is None for one in found):
        yield say(language, "sign")


def reasons(lacks: Sequence[Lack], labels: Labels, group: str) -> str:
    """Say why weights can't be made, naming the classes that it is about."""
    language = labels.language
    return "; ".join(
        tell(
            language,
            f"why_{lack.why}",
            names=join_words([labels.group(group, one) for one in lack.classes], language),
        )
        for lack in lacks
    )
