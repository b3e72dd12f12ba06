"""What printed figures say together about a count, a base or a share: no less than this and no more.

Every bound names the claims that it rests on. A bound is as wide as honest rounding makes it, two roundings
included, so that what lies outside can't be printed by anybody who rounds.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from peil.audit.group import Filters, Group, in_order
from peil.audit.ledger import Ledger, PrintedShare, ids
from peil.audit.rounding import WHOLE, Range, share_of
from peil.study.expr.tree import Always, And, Expr, Has, Is, Not, Or, WasAsked
from peil.study.question import Kind

ANY = 10**15
"""More people than any survey has, and more grains than a whole."""
UNKNOWN = Range(0, ANY)


@dataclass(frozen=True, slots=True)
class Bound:
    """A range, and the claims that it rests on."""

    range: Range = UNKNOWN
    claims: tuple[str, ...] = ()

    def narrowed(self, other: "Bound") -> "Bound":
        """Give what both leave; the other one's claims count only where it says more."""
        both = self.range & other.range
        if both == self.range:
            return self
        claims = other.claims if both == other.range else join(self.claims, other.claims)
        return Bound(both, claims)

    def at_most(self) -> "Bound":
        """Give the upper end alone."""
        return Bound(Range(0, self.range.high), self.claims)


def join(*several: Iterable[str]) -> tuple[str, ...]:
    """Give ids in order, each once."""
    return tuple(dict.fromkeys(one for claims in several for one in claims))


@dataclass
class Bounds:
    """Bounds from all printed figures; what was worked out once is kept."""

    ledger: Ledger
    known_counts: dict[Filters, Bound] = field(default_factory=dict)
    known_bases: dict[Group, Bound] = field(default_factory=dict)
    printed_shares: dict[tuple[Group, frozenset[str]], Bound] = field(default_factory=dict)
    known_shares: dict[tuple[Group, frozenset[str]], Bound] = field(default_factory=dict)

    def count(self, filters: Filters) -> Bound:
        """Bound how many rows pass the filters."""
        if filters not in self.known_counts:
            self.known_counts[filters] = self._printed_count(filters) or self._count_by_filters(filters)
        return self.known_counts[filters]

    def _printed_count(self, filters: Filters) -> Bound | None:
        printed = self.ledger.counts.get(filters, [])
        if printed and len({one.n for one in printed}) == 1:
            return Bound(Range(printed[0].n, printed[0].n), ids(printed[:1]))
        return None

    def _count_by_filters(self, filters: Filters) -> Bound:
        found = Bound()
        for name, values in in_order(filters):
            rest = filters - {(name, values)}
            found = found.narrowed(self.count(rest).at_most())
            found = found.narrowed(self._count_from_classes(name, values, rest))
            found = found.narrowed(self._count_from_share(Group(name, rest), values))
        return found

    def _count_from_classes(self, name: str, values: frozenset[str], rest: Filters) -> Bound:
        item = self.ledger.study.codebook.items.get(name)
        if item is None or item.kind is not Kind.SINGLE or len(values) < 2:
            return Bound()
        return add([self.count(rest | {(name, frozenset({value}))}) for value in sorted(values)])

    def _count_from_share(self, group: Group, options: frozenset[str]) -> Bound:
        base = self.ledger.firm_base(group)
        if base is None or not self.ledger.counted(group):
            return Bound()
        printed = [one for one in self.ledger.shares.get(group, []) if one.options == options]
        ranges = [one.printed.counts(base.n) for one in printed]
        if not ranges or any(one.empty for one in ranges):
            return Bound()
        return Bound(widest(ranges), join(ids(printed), ids([base])))

    def base(self, group: Group) -> Bound:
        """Bound the base of a group: exact where it is printed."""
        if group not in self.known_bases:
            printed = self.ledger.firm_base(group)
            self.known_bases[group] = (
                Bound(Range(printed.n, printed.n), ids([printed])) if printed else self.reachable(group)
            )
        return self.known_bases[group]

    def reachable(self, group: Group) -> Bound:
        """Bound a group's base by everything but its own printed base: its whole, and the way to it."""
        if group.study:
            return Bound()
        found = self.count(group.filters).at_most()
        for one in in_order(group.filters):
            found = found.narrowed(self.base(group.without(one)).at_most())
        if group.base != Group(group.item).base:
            found = found.narrowed(self.base(Group(group.item, group.filters)).at_most())
        for share in self.ledger.shares.get(group, []):
            if share.claim.base_known == "upper_bound" and share.claim.base_n:
                found = found.narrowed(Bound(Range(0, share.claim.base_n), (share.id,)))
        return found.narrowed(self._on_route(group).at_most())

    def _on_route(self, group: Group) -> Bound:
        study = self.ledger.study
        step = study.codebook.items[group.item].step
        if study.plan.recodings or step not in study.route.by_id:
            return Bound()
        return self._holds(study.route.full_conditions[step], group.filters)

    def _holds(self, expr: Expr, filters: Filters) -> Bound:  # noqa: PLR0911 - one case a node
        """Bound the rows that pass the filters and for which a condition of the route holds."""
        match expr:
            case Is(item=item, options=options, negated=False):
                return self.count(filters | {self.ledger.chosen(item, frozenset(options))})
            case Is(item=item, options=options):
                chosen = self.count(filters | {self.ledger.chosen(item, frozenset(options))})
                return less(self.base(Group(item, filters)), chosen)
            case Has(item=item, option=option):
                return self.count(filters | {(item, frozenset({option}))})
            case And(terms=terms):
                found = self.count(filters).at_most()
                for term in terms:
                    found = found.narrowed(self._holds(term, filters).at_most())
                return found
            case Or(terms=terms):
                return add([self._holds(term, filters) for term in terms]).at_most()
            case Not(term=term):
                return less(self.count(filters), self._holds(term, filters))
            case WasAsked(item=item):
                return self._on_route(Group(item, filters)).at_most()
            case Always():
                return self.count(filters)
        return self.count(filters).at_most()

    def share(self, group: Group, options: frozenset[str]) -> Bound:
        """Bound a share, in grains."""
        key = group, options
        if key not in self.known_shares:
            found = self.printed_share(group, options)
            if self.ledger.single(group):
                for other in (self._sum_of_parts(group, options), self._what_is_left(group, options)):
                    both = found.narrowed(other)
                    found = found if both.range.empty else both
            self.known_shares[key] = found
        return self.known_shares[key]

    def printed_share(self, group: Group, options: frozenset[str]) -> Bound:
        """Bound a share by what is printed for just these options; by nothing where nothing is."""
        key = group, options
        if key not in self.printed_shares:
            self.printed_shares[key] = self._printed_share(group, options)
        return self.printed_shares[key]

    def _printed_share(self, group: Group, options: frozenset[str]) -> Bound:
        printed = [one for one in self.ledger.shares.get(group, []) if one.options == options]
        ranges = [self.share_range(one) for one in printed]
        found = Bound(widest(ranges), ids(printed)) if printed else Bound(Range(0, WHOLE))
        base = self.ledger.firm_base(group)
        if group.study or base is None or not base.n or not self.ledger.counted(group):
            return found
        count = self._printed_count(group.filters | {self.ledger.chosen(group.item, options)})
        if count is None or count.range.high > base.n:
            return found
        both = found.narrowed(Bound(share_of(count.range, base.n), join(count.claims, ids([base]))))
        return found if both.range.empty else both

    def share_range(self, share: PrintedShare) -> Range:
        """Give the shares that may stand behind a printed percentage, counts of its base where it has one."""
        base = self.ledger.firm_base(share.group)
        if base is not None and base.n and self.ledger.counted(share.group):
            counts = share.printed.counts(base.n)
            if not counts.empty:
                return share_of(counts, base.n)
        return share.printed.shares()

    def _sum_of_parts(self, group: Group, options: frozenset[str]) -> Bound:
        if len(options) < 2:
            return Bound(Range(0, WHOLE))
        parts = [self.printed_share(group, frozenset({one})) for one in sorted(options)]
        whole = add(parts)
        return Bound(Range(whole.range.low, min(whole.range.high, WHOLE)), whole.claims)

    def _what_is_left(self, group: Group, options: frozenset[str]) -> Bound:
        others = [one for one in self.ledger.options(group) if one not in options]
        rest = add([self.printed_share(group, frozenset({one})) for one in others])
        return less(Bound(Range(WHOLE, WHOLE)), rest) if others else Bound(Range(0, WHOLE))


def widest(ranges: list[Range]) -> Range:
    """Give a range that holds all of them, so that two printed values of one figure mislead nobody."""
    return Range(min(one.low for one in ranges), max(one.high for one in ranges))


def add(several: list[Bound]) -> Bound:
    """Bound a sum."""
    total = Range(sum(one.range.low for one in several), min(ANY, sum(one.range.high for one in several)))
    return Bound(total, join(*(one.claims for one in several)))


def less(whole: Bound, part: Bound) -> Bound:
    """Bound a difference that is never below zero."""
    low = max(0, whole.range.low - min(part.range.high, ANY))
    high = max(0, whole.range.high - part.range.low) if whole.range.high < ANY else ANY
    return Bound(Range(low, high), join(whole.claims, part.claims))
