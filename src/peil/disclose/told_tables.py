"""Tables as the JSON contract has them, with what they say."""

from collections.abc import Iterable
from dataclasses import dataclass

from peil.disclose.as_json import released_json
from peil.disclose.release import Release
from peil.study.study import Study
from peil.study.verdict.as_json import add_verdicts, means_json
from peil.study.verdict.table_verdict import judge_tables, means_over_items
from peil.tabulate.as_json import tables_json as as_json
from peil.tabulate.table import Table


@dataclass(frozen=True)
class ToldTables:
    """Tables with what they say, and means of shares over matrices' rows."""

    tables: list[dict[str, object]]
    means: list[dict[str, object]]


def tell_tables(study: Study, tables: Iterable[Table]) -> ToldTables:
    """Give tables for the researcher: nothing is hidden in them."""
    made = tuple(tables)
    told = add_verdicts(as_json(made), judge_tables(study, made))
    return ToldTables(told, means_json(means_over_items(study, made)))


def tell_released_tables(study: Study, released: Release) -> ToldTables:
    """Give released tables; a hidden one says nothing."""
    told = add_verdicts(released_json(released), judge_tables(study, released.tables))
    return ToldTables(told, means_json(means_over_items(study, released.tables)))
