"""The bounds of a share's interval, as released and as printed."""

from peil.core.percent import percent_of_share, spell_number
from peil.report.compose.slices import Slice


def bounds_of(part: Slice, option: str) -> tuple[float, float] | None:
    """Give the bounds of an option's interval; None where it is hidden or there is none."""
    cell = part.table.cell(option) if part.table and part.n else None
    if cell is None or cell.share is None or cell.low is None or cell.high is None:
        return None
    return cell.low, cell.high


def printed_bounds(part: Slice, option: str, language: str) -> tuple[str, str] | None:
    """Give them in whole per cents, in the language's figures."""
    found = bounds_of(part, option)
    if found is None:
        return None
    low, high = (f"{spell_number(percent_of_share(bound, 0), language)}%" for bound in found)
    return low, high
