"""The printed percentages of a question of one answer each, as parts of a whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from peil.audit.chain import Conflict, Limit, find_conflict
from peil.audit.group import Group
from peil.audit.ledger import Ledger, PrintedShare, ids
from peil.audit.rounding import GRAIN, WHOLE, Range
from peil.audit.said import Percent


@dataclass(frozen=True)
class Whole:
    """The printed percentages of a question of one answer each, as limits.

    ``base`` is 0 where it isn't known, else ``known_by`` is the claim that prints it. Limits are counts
    of the base, or shares in grains.
    """

    group: Group
    limits: tuple[Limit, ...]
    places: int
    base: int
    known_by: tuple[str, ...]
    complete: bool

    @property
    def size(self) -> int:
        """What all parts make together."""
        return self.base or WHOLE

    def amount(self, number: int) -> int | Percent:
        """Say a limit in people, or in percent."""
        return number if self.base else Percent(in_points(number))


def in_points(grains: int) -> Decimal:
    """Give grains as percentage points."""
    return (Decimal(grains) / GRAIN).quantize(Decimal("0.01")).normalize() + 0


def wholes(ledger: Ledger) -> Iterator[Whole]:
    """Give every question and base of which two or more parts are printed."""
    for group, shares in ledger.shares.items():
        options = ledger.options(group)
        if not options or not ledger.single(group) or len({share.options for share in shares}) < 2:
            continue
        base = ledger.firm_base(group)
        size = base.n if base and ledger.counted(group) else 0
        limits = limits_of(shares, options, size)
        if size and any(limit.range.empty for limit in limits):
            size, limits = 0, limits_of(shares, options, 0)
        printed = {option for share in shares if len(share.options) == 1 for option in share.options}
        known_by = ids([base]) if base and size else ()
        yield Whole(group, limits, len(options) + 1, size, known_by, complete=printed >= set(options))


def limits_of(shares: list[PrintedShare], options: tuple[str, ...], base: int) -> tuple[Limit, ...]:
    """Put printed parts, and nets of options that stand together, along the scale.

    Of two printings of one figure the limit holds both.
    """
    found: dict[tuple[int, int], Limit] = {}
    for share in shares:
        places = [place for place, option in enumerate(options) if option in share.options]
        if not places or len(places) < len(share.options) or places[-1] - places[0] >= len(places):
            continue
        own = share.printed.counts(base) if base else share.printed.shares()
        key = places[0], places[-1] + 1
        before = found.get(key)
        if before:
            own = Range(min(own.low, before.range.low), max(own.high, before.range.high))
        found[key] = Limit(*key, own, before.claim if before else share.id)
    return tuple(found.values())


def conflict_with_whole(whole: Whole) -> Conflict | None:
    """Find printed percentages that don't make the whole: of parts alone, else of parts and nets that fit."""
    single = tuple(limit for limit in whole.limits if limit.end - limit.start == 1)
    low = sum(limit.range.low for limit in single)
    high = sum(limit.range.high for limit in single)
    everyone = Limit(0, whole.places - 1, Range(whole.size, whole.size), "")
    if low > whole.size:
        return Conflict((everyone,), single)
    if whole.complete and high < whole.size:
        return Conflict(single, (everyone,))
    if len(single) == len(whole.limits) or conflict_within(whole):
        return None
    return find_conflict((*whole.limits, everyone), whole.places)


def conflict_within(whole: Whole) -> Conflict | None:
    """Find nets and parts that don't fit each other, whatever the whole is."""
    if all(limit.end - limit.start == 1 for limit in whole.limits):
        return None
    return find_conflict(whole.limits, whole.places)
