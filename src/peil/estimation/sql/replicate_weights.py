"""A table's columns of replicate weights."""

from collections.abc import Iterator, Sequence

from peil.estimation.sql.columns import Columns
from peil.estimation.sql.grouped import Grouped
from peil.estimation.sql.statement import Statement

MOST_SUMS = 1_000
"""Sums in one statement; PostgreSQL takes no more than 1,664 columns."""


def some_replicates(names: Sequence[str], each: int, most: int = MOST_SUMS) -> Iterator[Sequence[str]]:
    """Give the columns by so many as one statement can sum, when there are ``each`` sums of every one."""
    many = max(1, most // each)
    return (names[start : start + many] for start in range(0, len(names), many))


def weigh_replicates(columns: Columns, names: Sequence[str]) -> dict[str, str]:
    """Give the weights of some replicates as what is summed."""
    return {f"weight{place}": columns.number(name) for place, name in enumerate(names)}


def ask_replicates(columns: Columns, table: Sequence[str], names: Sequence[str]) -> Statement:
    """Ask how many rows there are, and how many have a weight of each replicate."""
    made = weigh_replicates(columns, names)
    return Grouped(made, (), ["COUNT(*)", *(f"COUNT({name})" for name in made)]).write(columns, table)
