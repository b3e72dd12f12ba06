"""The one form that all statements have: columns made of a table's, their groups, sums over each group."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peil.estimation.sql.columns import Columns
from peil.estimation.sql.statement import Statement


@dataclass(frozen=True)
class Grouped:
    """Sums over groups of rows.

    Args:
        made: The columns made of each row, by the names they get.
        keys: The made columns that tell groups apart.
        sums: What is summed over each group, as expressions of the made columns.
        where: A condition on the made columns; empty for all rows.
    """

    made: Mapping[str, str]
    keys: Sequence[str]
    sums: Sequence[str]
    where: str = ""

    def write(self, columns: Columns, table: Sequence[str]) -> Statement:
        """Give the statement: a row a group, its keys by their names, its sums as ``sum0`` and on.

        The table's own names stand only in the inner part, each with its table before it: none of them can
        be taken for one of ours.
        """
        made = ", ".join(f"{expression} AS {name}" for name, expression in self.made.items())
        keys = [f"{name} AS key_{name}" for name in self.keys]
        sums = [f"{expression} AS sum{place}" for place, expression in enumerate(self.sums)]
        parts = [
            f"SELECT {', '.join([*keys, *sums])}",
            f"FROM (SELECT {made} FROM {columns.draft.dialect.name(*table)} AS t) AS r",  # noqa: S608 - quoted
            f"WHERE {self.where}" if self.where else "",
            f"GROUP BY {', '.join(self.keys)}" if self.keys else "",
        ]
        return columns.draft.finish("\n".join(filter(None, parts)))
