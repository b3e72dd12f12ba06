"""All printed figures, gathered by what they count: the one place that the rules look figures up in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from peil.audit.claim import BaseIs, Claim, CountIs, ShareIs
from peil.audit.free_figure import FreeFigure, Unit
from peil.audit.group import (
    EVERYONE,
    Filters,
    Group,
    PlainFilter,
    Same,
    filters_of,
    group_of,
    name_classes,
    plain_filter,
)
from peil.audit.rounding import Rounded, rounded
from peil.study.question import Kind
from peil.study.study import Study

FREE = "free: "
"""Before the other study's name, which a draft of this publication has none of."""


@dataclass(frozen=True, slots=True)
class PrintedShare:
    """A printed percentage: of a group, those who chose one of the options."""

    claim: Claim
    group: Group
    options: frozenset[str]
    printed: Rounded

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A printed number of people and the claim that prints it."""

    n: int
    claim: Claim
    beside: bool = False
    """It is not the claim itself but the base that a claim gives for its percentage."""


@dataclass
class Ledger:
    """Printed figures by what they count.

    ``shares`` and ``bases`` go by group, ``counts`` by who is counted; lists are in file order.
    """

    study: Study
    claims: tuple[Claim, ...]
    shares: dict[Group, list[PrintedShare]] = field(default_factory=dict)
    counts: dict[Filters, list[PrintedNumber]] = field(default_factory=dict)
    bases: dict[Group, list[PrintedNumber]] = field(default_factory=dict)
    choices: dict[Group, tuple[str, ...]] = field(default_factory=dict)
    """Answers of a question in free words, of which each person gave one."""

    firm_bases: dict[Group, PrintedNumber | None] = field(default_factory=dict)
    plain: dict[PlainFilter, PlainFilter] = field(default_factory=dict)
    """What was worked out once."""

    @cached_property
    def same(self) -> Same:
        """Other names of options: classes of derived variables."""
        return name_classes(self.study)

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def weighted(self) -> bool:
        """Shares count weights, so that counts say nothing about them."""
        return self.study.plan.weighting.method != "none"

    def classes_of(self, one: PlainFilter) -> list[tuple[str, str]]:
        """Give what a filter is a class of: an item and its option, a derived variable and its class."""
        name, values = one
        own = name in self.study.codebook.items and self.single(Group(name)) and len(values) == 1
        found = [(name, value) for value in values if own]
        return found + [key for key, options in self.same.items() if options == one]

    def counted(self, group: Group) -> bool:
        """Say whether a share of the group is a number of people of its base."""
        return not self.weighted or group.study not in {"", FREE}

    def single(self, group: Group) -> bool:
        """Say whether each person gave one answer."""
        if group.study:
            return group in self.choices
        return self.study.codebook.items[group.item].kind is Kind.SINGLE

    def options(self, group: Group) -> tuple[str, ...]:
        """Give the options that the base doesn't leave out, in printed order; none when nobody knows them."""
        if group.study:
            return self.choices.get(group, ())
        item = self.study.codebook.items[group.item]
        left_out = {*group.base.without, *(item.missing_ids if group.base.without_missing else ())}
        return tuple(option for option in item.option_ids if option not in left_out)

    def firm_base(self, group: Group) -> PrintedNumber | None:
        """Give the base that is printed for a group; None without one, or where two disagree."""
        if group not in self.firm_bases:
            found = self.bases.get(group, [])
            own = [one for one in found if not one.beside] or found
            self.firm_bases[group] = own[0] if own and len({one.n for one in own}) == 1 else None
        return self.firm_bases[group]

    def chosen(self, item: str, options: frozenset[str]) -> PlainFilter:
        """Give the filter that lets those pass who chose one of the options."""
        key = item, options
        if key not in self.plain:
            self.plain[key] = plain_filter(item, options, self.same)
        return self.plain[key]


def gather(claims: Sequence[Claim], study: Study) -> Ledger:
    """Gather what is printed."""
    ledger = Ledger(study, tuple(claims))
    for claim in claims:
        match claim.check:
            case ShareIs():
                group = group_of(claim.check.selection, ledger.same)
                printed = rounded(claim.check.percent, claim.check.decimals)
                add_share(
                    ledger, PrintedShare(claim, group, frozenset(claim.check.selection.options), printed)
                )
            case CountIs():
                filters = filters_of(claim.check.filters, ledger.same)
                ledger.counts.setdefault(filters, []).append(PrintedNumber(claim.check.n, claim))
            case BaseIs():
                group = group_of(claim.check.selection, ledger.same)
                ledger.bases.setdefault(group, []).append(PrintedNumber(claim.check.n, claim))
        if claim.free is not None:
            add_free(ledger, claim, claim.free)
    return ledger


def add_share(ledger: Ledger, share: PrintedShare) -> None:
    """Keep a percentage, and the base that is given for it."""
    ledger.shares.setdefault(share.group, []).append(share)
    if share.claim.firm_base:
        base = PrintedNumber(share.claim.firm_base, share.claim, beside=True)
        ledger.bases.setdefault(share.group, []).append(base)


def add_free(ledger: Ledger, claim: Claim, figure: FreeFigure) -> None:
    """Keep a percentage in free words; counts in free words stand for themselves."""
    if figure.value is None or figure.unit is not Unit.PERCENT or not figure.options:
        return
    among: Filters = frozenset({("", frozenset({figure.group}))}) if figure.group else EVERYONE
    group = Group(figure.question, among, study=FREE + claim.study)
    if figure.choices:
        ledger.choices[group] = figure.choices
    printed = rounded(figure.value, figure.decimals)
    add_share(ledger, PrintedShare(claim, group, frozenset(figure.options), printed))


def ids(claims: Iterable[PrintedShare | PrintedNumber]) -> tuple[str, ...]:
    """Give the ids of printed figures, each once."""
    return tuple(dict.fromkeys(one.claim.id for one in claims))
