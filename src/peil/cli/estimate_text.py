"""Estimates for the terminal."""

from collections.abc import Mapping, Sequence
from typing import Any

from peil.core.percent import percent_of_share

TableJson = Mapping[str, Any]


def estimate_text(tables: Sequence[TableJson]) -> str:
    """Give estimates as text: a table a block, an option a line, a test after a banner's last group."""
    blocks = []
    for table, following in zip(tables, [*tables[1:], None], strict=True):
        blocks.append(table_text(table))
        if table["test"] and (following is None or _banner(following) != _banner(table)):
            blocks.append(test_text(table))
    return "\n\n".join(blocks)


def _banner(table: TableJson) -> tuple[str, str | None]:
    return table["question"], table["by"]


def table_text(table: TableJson) -> str:
    """Give one table: its heading with the base, then share and interval of each option."""
    where = f", {table['by']} = {table['group']}" if table["group"] is not None else ""
    head = f"{table['question']}{where} (n = {table['base']['n']})"
    width = max((len(cell["option"]) for cell in table["cells"]), default=0)
    lines = [
        f"  {cell['option'].ljust(width)}  {share(cell['share'])}{interval(cell)}" for cell in table["cells"]
    ]
    return "\n".join([head, *lines])


def test_text(table: TableJson) -> str:
    """Give the test of whether the groups of a banner differ."""
    test = table["test"]
    p = "p < 0.001" if test["p"] < 0.001 else f"p = {test['p']:.3f}"
    statistic = f"F({test['df1']:.2f}, {test['df2']:.1f}) = {test['f']:.2f}"
    return f"{table['question']} by {table['by']}: {statistic}, {p} ({test['name']})"


def share(value: float | None) -> str:
    """Give a share as a percentage with one decimal."""
    return "    –" if value is None else f"{percent_of_share(value, 1):>5}%"


def interval(cell: TableJson) -> str:
    """Give the interval in brackets, or nothing where there is none."""
    if cell["low"] is None or cell["high"] is None:
        return ""
    return f"  [{percent_of_share(cell['low'], 1)}–{percent_of_share(cell['high'], 1)}]"
