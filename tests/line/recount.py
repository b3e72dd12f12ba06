"""Shares and modes of the rows of the edited study, counted plainly and apart from Peil."""

from collections.abc import Iterable
from fractions import Fraction

from edited_study import OPTIONS, REASONS, Row, Rows

MINIMUM, POINTS = 10, 10


def within(rows: Rows, sector: str = "") -> list[Row]:
    """Give the rows of a sector, or all."""
    return [row for row in rows if not sector or row["sector"] == sector]


def share(rows: Rows, item: str, *options: str, sector: str = "") -> Fraction | None:
    """Give the percentage of a base that chose one of the options; None under the minimum."""
    base = within(rows, sector)
    if len(base) < MINIMUM:
        return None
    if item == "reasons":
        hits = sum(row[f"reasons.{options[0]}"] == "1" for row in base)
    else:
        hits = sum(row[item] in options for row in base)
    return Fraction(100 * hits, len(base))


def count(rows: Rows, item: str, *options: str, sector: str = "") -> int | None:
    """Give how many of a base chose one of the options."""
    found = share(rows, item, *options, sector=sector)
    return None if found is None else int(found * len(within(rows, sector)) / 100)


def whole(number: Fraction) -> int:
    """Round half up."""
    return int((2 * number + 1) // 2)


def tenth(number: Fraction) -> str:
    """Round to one decimal, half up, with a Dutch comma."""
    tenths = whole(10 * number)
    return f"{tenths // 10},{tenths % 10}"


def most(rows: Rows, item: str, sector: str = "") -> tuple[str, ...] | None:
    """Give the most chosen options in order."""
    options = REASONS if item == "reasons" else OPTIONS[item]
    counts = {option: count(rows, item, option, sector=sector) for option in options}
    known = [each for each in counts.values() if each is not None]
    return tuple(one for one in options if counts[one] == max(known)) if known else None


def deviates(rows: Rows, sector: str) -> bool:
    """Say whether "often" of a sector lies ten points off, or is the most chosen in just one of the two."""
    here, there = share(rows, "usage", "often", sector=sector), share(rows, "usage", "often")
    if here is None or there is None:
        return False
    own, total = set(most(rows, "usage", sector) or ()), set(most(rows, "usage") or ())
    return abs(here - there) >= POINTS or (not own & total and "often" in own | total)


def listed(words: Iterable[str]) -> str:
    """Join words as Dutch does."""
    known = list(words)
    if not known:
        return "geen"
    return known[0] if len(known) == 1 else f"{', '.join(known[:-1])} en {known[-1]}"
