"""Columns that say something of the rows and are no answers: weights, and where each row was drawn."""

from collections.abc import Collection

from peil.data.dataset import Column
from peil.formats.read_columns import ANY_NUMBER, ColumnReader
from peil.study.plan import Plan


def read_row_columns(reader: ColumnReader, plan: Plan, answers: Collection[str]) -> dict[str, Column]:
    """Read those that the plan names and the file has; names are texts without blanks around them.

    Args:
        reader: Reads the file.
        plan: Names them.
        answers: Columns of answers, which are none of these.
    """
    table = reader.table
    names = plan.design.texts if plan.design else ()
    found: dict[str, Column] = {}
    for name in plan.row_columns:
        if name not in table.header or name in answers:
            continue
        place = table.header.index(name)
        if name in names:
            cells = table.columns[place]
            found[name] = type(cells)(tuple(text.strip() for text in cells.texts), cells.places).cells()
        else:
            found[name] = reader.numbers(place, ANY_NUMBER)
    return found
