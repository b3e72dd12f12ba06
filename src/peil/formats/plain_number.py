"""A number of a typed file as the text of a cell."""

import math


def plain_number(value: float) -> str:
    """Give a whole number without a point, another as Python writes it; nothing for one that is none."""
    if math.isnan(value):
        return ""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
