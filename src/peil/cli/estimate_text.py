"""Estimates for the terminal."""

from collections.abc import Sequence

from peil.cli.tables_text import TableJson
from peil.core.percent import percent_of_share


def estimate_text(tables: Sequence[TableJson]) -> str:
    """Give estimates as text: a table a block, an option a line."""
    return "\n\n".join(table_text(table) for table in tables)


def table_text(table: TableJson) -> str:
    """Give one table: its heading with the base, then share and interval of each option."""
    where = f", {table['by']} = {table['group']}" if table["group"] is not None else ""
    head = f"{table['question']}{where} (n = {table['base']['n']})"
    width = max((len(cell["option"]) for cell in table["cells"]), default=0)
    lines = [
        f"  {cell['option'].ljust(width)}  {share(cell['share'])}{interval(cell)}" for cell in table["cells"]
    ]
    return "\n".join([head, *lines])


def share(value: float | None) -> str:
    """Give a share as a percentage with one decimal."""
    return "    –" if value is None else f"{percent_of_share(value, 1):>5}%"


def interval(cell: TableJson) -> str:
    """Give the interval in brackets, or nothing where there is none."""
    if cell["low"] is None or cell["high"] is None:
        return ""
    return f"  [{percent_of_share(cell['low'], 1)}–{percent_of_share(cell['high'], 1)}]"
