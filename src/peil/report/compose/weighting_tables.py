"""Compose the annex on weighting: each target beside the sample as it is, and as it counts."""

from collections.abc import Iterator

from peil.core.percent import percent, percent_of_share, spell_number
from peil.disclose.release import Release
from peil.report.compose.amount import amount_of
from peil.report.compose.figure import cell
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, say, say_date
from peil.report.document import Grid, NumberedTable, TableCell
from peil.study.tablespec import TableSpec
from peil.study.weighting import Target

HEADS = ("in_sample", "in_population", "once_weighted")


def weighting_tables(release: Release, labels: Labels, anchor: str) -> Iterator[NumberedTable]:
    """Give a table for each target: its classes in the sample, in the population, and weighted.

    What is told of the sample comes from released tables: a base that is hidden elsewhere is hidden here.
    """
    for place, target in enumerate(labels.study.plan.weighting.targets):
        yield _table(release, labels, target, anchor if place == 0 else "")


def _table(release: Release, labels: Labels, target: Target, anchor: str) -> NumberedTable:
    language = labels.language
    item = labels.item(target.variable)
    head = (
        cell(say(language, "class"), header=True),
        *(cell(say(language, name), header=True, numeric=True) for name in HEADS),
    )
    body = tuple(
        (cell(labels.option(item, option), header=True), *_shares(release, target, option, language))
        for option in target.sizes
    )
    said = {"source": target.source.plain(language), "date": say_date(target.date, language)}
    return NumberedTable(
        number=0,
        anchor=anchor,
        caption=labels.row(item),
        source=say(language, "target_source", **said),
        base="",
        notes=(),
        grid=Grid((head,), body),
    )


def _shares(release: Release, target: Target, option: str, language: str) -> Iterator[TableCell]:
    """Give a class's shares with a decimal: weighting is judged by small differences."""
    amount = amount_of(release.find(TableSpec(target.variable)), (option,))
    population = percent_of_share(target.sizes[option] / target.total, 1)
    sample = percent(amount.count, amount.base, 1) if amount else None
    weighted = amount.percent(1) if amount else None
    for share in (sample, population, weighted):
        text = HIDDEN_SIGN if share is None else f"{spell_number(share, language)}%"
        yield cell(text, numeric=True)
