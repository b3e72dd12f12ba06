"""Which counts the rules hide by themselves."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from peil.disclose.place import Place, Placed, Places, is_empty
from peil.study.plan import Disclosure
from peil.study.study import Study
from peil.study.verdict.share_table import NET


class Reason(StrEnum):
    """The rule that hid a count, as the accounting names them."""

    BASE = "base"
    SMALL = "small"
    ALIKE = "alike"
    SECONDARY = "secondary"
    EARLIER = "earlier"
    UNFRESH = "unfresh"


CROSSTAB = 2
"""So many dimensions has the crosstab of an item by a group."""


@dataclass(frozen=True)
class Rules:
    """The plan's rules in terms of dimensions.

    Args:
        disclosure: The numbers.
        identifying: Dimensions by which a person can be known.
        sensitive: Dimensions of which an answer can harm a person.
    """

    disclosure: Disclosure
    identifying: Collection[str]
    sensitive: Collection[str]

    def crossing(self, place: Place) -> bool:
        """Say whether an identifying dimension is combined with another one."""
        return len(place) > 1 and any(name in self.identifying for name, _ in place)

    def harms(self, place: Place) -> bool:
        """Say whether a count tells of a sensitive question."""
        return any(name in self.sensitive for name, _ in place)

    def judge(self, place: Place, n: int, base: int, *, overlapping: bool) -> Reason | None:
        """Say which rule hides a count; ``overlapping``: what is left of the base is a count too."""
        if not self.crossing(place):
            return None
        harms = self.harms(place)
        largest = self.disclosure.small_sensitive if harms else self.disclosure.small_count
        if 0 < n <= largest or (overlapping and 0 < base - n <= largest):
            return Reason.SMALL
        return Reason.ALIKE if harms and base > 0 and n in {0, base} else None


def rules_of(study: Study, places: Places) -> Rules:
    """Read the plan's rules; questions stand for all their items.

    A condition that can't be said in levels of questions is identifying, or sensitive, when one of them is.
    """
    plan = study.plan.disclosure
    keys = study.codebook.rows_of

    def dimensions(names: Iterable[str]) -> frozenset[str]:
        found = (key for name in names for key in (name, *keys.get(name, ())))
        own = frozenset(places.dimension_of(key) for key in found)
        conditions = (
            name for name, read in places.unplaced.items() if own & {places.dimension_of(one) for one in read}
        )
        return own | frozenset(conditions)

    return Rules(plan, dimensions(plan.identifying), dimensions(plan.sensitive))


@dataclass
class Counts:
    """Everything published, by place.

    Args:
        placed: The tables.
        truth: The count at each place.
        base: The count of the smallest base that a place was printed in.
        widest: The count of the largest base that a place was printed in.
        bases: Places that are a table's base.
        tables: The tables that print each place, by number; those of which it is the base apart.
        open: Places that are never hidden: whole-sample counts, and what was shown before.
        hidden: Why each hidden place is hidden.
        whole_bases: Places of bases of all who answered: what is known of them isn't what they answered.
    """

    placed: Sequence[Placed]
    truth: dict[Place, int] = field(default_factory=dict)
    base: dict[Place, int] = field(default_factory=dict)
    widest: dict[Place, int] = field(default_factory=dict)
    bases: dict[Place, list[int]] = field(default_factory=dict)
    open: set[Place] = field(default_factory=set)
    hidden: dict[Place, Reason] = field(default_factory=dict)
    whole_bases: set[Place] = field(default_factory=set)

    def hide(self, place: Place, reason: Reason) -> None:
        """Hide a place, unless it is open or was hidden before."""
        if place not in self.open and not is_empty(place):
            self.hidden.setdefault(place, reason)

    def hide_base(self, place: Place, reason: Reason) -> None:
        """Hide a base, and with it all that is told of it."""
        self.hide(place, reason)
        for number in self.bases.get(place, ()):
            for cell in self.placed[number].cells:
                self.hide(cell, reason)


def count_places(
    placed: Sequence[Placed], rules: Rules, before: Mapping[Place, Reason | None] | None = None
) -> Counts:
    """Look up every published count and hide what the rules hide.

    Args:
        placed: The tables.
        rules: The rules.
        before: What earlier releases showed (None) or hid, by place.
    """
    found = Counts(placed)
    minimum = rules.disclosure.minimum_base
    for number, one in enumerate(placed):
        _count(found, number, one)
        if one.table.n >= minimum and len(one.base) < CROSSTAB:
            found.open.update(one.cells)
            found.open.add(one.base)
    found.open |= {place for place, reason in (before or {}).items() if reason is None}
    for one in placed:
        if one.table.n < minimum and not is_empty(one.base):
            found.hide_base(one.base, Reason.BASE)
            for place in one.cells:
                found.hide(place, Reason.BASE)
    for one in placed:
        several = overlaps(one)
        for place, cell in zip(one.cells, one.table.cells, strict=True):
            reason = rules.judge(place, cell.n, one.table.n, overlapping=several)
            if reason is not None:
                found.hide(place, reason)
    _keep_hidden(found, before or {})
    return found


def _count(found: Counts, number: int, one: Placed) -> None:
    """Take in a table's counts."""
    found.bases.setdefault(one.base, []).append(number)
    if not (one.table.spec.base.without or one.table.spec.base.without_missing):
        found.whole_bases.add(one.base)
    for place, n in of_table(one):
        found.truth[place] = n
        found.base[place] = min(found.base.get(place, one.table.n), one.table.n)
        found.widest[place] = max(found.widest.get(place, 0), one.table.n)


def _keep_hidden(found: Counts, before: Mapping[Place, Reason | None]) -> None:
    """Keep to what earlier releases hid beside what the rules hide by themselves."""
    for place, reason in before.items():
        if reason is not None:
            (found.hide_base if place in found.bases else found.hide)(place, reason)


def of_table(one: Placed) -> Iterable[tuple[Place, int]]:
    """Give the places of a table with their counts, the base last."""
    yield from zip(one.cells, (cell.n for cell in one.table.cells), strict=True)
    yield one.base, one.table.n


def overlaps(one: Placed) -> bool:
    """Say whether a table's options overlap: those who chose one and those who didn't are counts apart."""
    options = [cell.n for cell in one.table.cells if not cell.option.startswith(NET)]
    return sum(options) != one.table.n
