"""What a table says beyond its shares: its modes, ranks, and how it lies from the total."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.study.verdict.deviating import deviating
from peil.study.verdict.mean_of_shares import mean_of_shares
from peil.study.verdict.mode import mode
from peil.study.verdict.rank import rank
from peil.study.verdict.share_table import ShareTable, option_shares


class ItemTable(ShareTable, Protocol):
    """A table that knows what it is about."""

    @property
    def spec(self) -> TableSpec:
        """What was asked for."""

    @property
    def question(self) -> str:
        """Question id."""

    @property
    def item(self) -> str:
        """Item key."""


@dataclass(frozen=True)
class TableVerdict:
    """What one table says; everything is empty or None where it is hidden.

    Args:
        mode: Most chosen options, ties all named.
        mode_without_missing: The same when don't know and the like don't compete.
        ranks: Option to rank by share, 1 is most.
        differences: Option to its share less the total's, -1 to 1; empty for the whole sample.
        deviates: Whether the class deviates from the total by the plan's rule; None for the whole sample.
    """

    mode: tuple[str, ...]
    mode_without_missing: tuple[str, ...]
    ranks: Mapping[str, int]
    differences: Mapping[str, float]
    deviates: bool | None


@dataclass(frozen=True)
class ItemsMean:
    """The mean of each option's share over the rows of a matrix, in one class or in the whole sample."""

    question: str
    by: str | None
    group: str | None
    shares: Mapping[str, float]


def judge_tables(study: Study, tables: Sequence[ItemTable]) -> tuple[TableVerdict, ...]:
    """Give what each table says, in the order of the tables; totals are looked for among them."""
    totals = {key_of(table): table for table in tables if table.spec.by is None}
    return tuple(judge(study, table, totals.get(key_of(table))) for table in tables)


def judge(study: Study, table: ItemTable, total: ItemTable | None) -> TableVerdict:
    """Give what one table says, held against the whole sample where that is known."""
    missing = study.codebook.items[table.item].missing_ids
    shares = option_shares(table)
    split = table.spec.by is not None and total is not None
    whole = option_shares(total) if split and total is not None else {}
    deviates = (
        bool(deviating(total, [table], study.plan, (), missing)) if split and total is not None else None
    )
    ranks = {option: place for option in shares if (place := rank(table, option)) is not None}
    differences = {option: shares[option] - whole[option] for option in shares if option in whole}
    return TableVerdict(mode(table), mode(table, missing), ranks, differences, deviates if shares else None)


def means_over_items(study: Study, tables: Sequence[ItemTable]) -> tuple[ItemsMean, ...]:
    """Give the mean of shares over the rows of every matrix; rows that respondents named are left out.

    An option has no mean where one of the rows is hidden or nobody answered it.
    """
    found: dict[tuple[str, str | None, str | None], list[ItemTable]] = {}
    for table in tables:
        if is_fixed_row(study, table.item):
            found.setdefault((table.question, table.spec.by, table.group), []).append(table)
    means = []
    for (question, by, group), rows in found.items():
        options = study.codebook.items[rows[0].item].option_ids
        shares = {option: mean for option in options if (mean := mean_of_shares(rows, [option])) is not None}
        if shares:
            means.append(ItemsMean(question, by, group, shares))
    return tuple(means)


def is_fixed_row(study: Study, key: str) -> bool:
    """Say whether an item is a row of a matrix that every respondent reads in the same words."""
    item = study.codebook.items[key]
    asked = study.questionnaire.by_id.get(item.question)
    row = asked.row(item.row) if asked and item.row else None
    return row is not None and not row.open and row.carried is None


def key_of(table: ItemTable) -> tuple[str, str, object]:
    """Give what a class's table and its total have in common."""
    return table.item, table.spec.where.source if table.spec.where else "", table.spec.base
