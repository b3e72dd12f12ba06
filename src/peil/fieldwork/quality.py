"""Quality flags: interviews that deserve a look. A flag excludes nothing; the researcher decides.

What each rests on, and how far it can be trusted, stands in docs/explanation/response-rates.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from peil.fieldwork.case import Case
from peil.fieldwork.straight import is_straightlined
from peil.interview.interview import COMPLETE

SECONDS_A_QUESTION = 2
SHARE_OF_MEDIAN = 1 / 3
FEWEST_TIMED = 10
"""Under so many timed interviews there is no median to hold one against."""
FEWEST_ITEMS = 8
"""Equal answers to fewer items are no wonder."""


class FlagKind(StrEnum):
    """What deserves a look."""

    SPEED = "speed"
    STRAIGHTLINING = "straightlining"
    DUPLICATE = "duplicate"
    HONEYPOT = "honeypot"
    BURST = "burst"


RULES = {
    FlagKind.SPEED: (
        "Completed in under a third of the median time of all complete interviews, or in under "
        f"{SECONDS_A_QUESTION} seconds a question."
    ),
    FlagKind.STRAIGHTLINING: "The same column throughout in every long matrix.",
    FlagKind.DUPLICATE: f"Equal answers to all of at least {FEWEST_ITEMS} items, own words included.",
    FlagKind.HONEYPOT: "Filled in a field that no respondent sees.",
    FlagKind.BURST: "Begun among more than 30 others within 10 seconds.",
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One kind of flag with the interviews that have it.

    Args:
        kind: What deserves a look.
        groups: Interview ids, sorted. Duplicates stand together in one group, the first to come in front;
            with every other kind each interview is a group of its own.
        count: How many have it; in a batched status that is all that is told.
    """

    kind: FlagKind
    groups: tuple[tuple[str, ...], ...]
    count: int

    @property
    def interviews(self) -> tuple[str, ...]:
        """Ids of all that have it, sorted."""
        return tuple(sorted(one for group in self.groups for one in group))

    @property
    def doubtful(self) -> tuple[str, ...]:
        """Ids of those to decide about, sorted: of duplicates the first to come has no fault."""
        found = (group[1:] if self.kind is FlagKind.DUPLICATE else group for group in self.groups)
        return tuple(sorted(one for group in found for one in group))


def find_flags(cases: Iterable[Case]) -> tuple[Flag, ...]:
    """Give every kind of flag with who has it, in the order of ``FlagKind``."""
    found = tuple(cases)
    alone = {
        FlagKind.SPEED: _hasty(found),
        FlagKind.STRAIGHTLINING: [one for one in found if is_straightlined(one.matrices)],
        FlagKind.HONEYPOT: [one for one in found if FlagKind.HONEYPOT in one.kept.flags],
        FlagKind.BURST: [one for one in found if FlagKind.BURST in one.kept.flags],
    }
    groups: dict[FlagKind, tuple[tuple[str, ...], ...]] = {
        kind: tuple(sorted((one.kept.id,) for one in marked)) for kind, marked in alone.items()
    }
    groups[FlagKind.DUPLICATE] = _duplicates(found)
    return tuple(Flag(kind, groups[kind], sum(map(len, groups[kind]))) for kind in FlagKind)


def _hasty(cases: Sequence[Case]) -> list[Case]:
    """Give who was faster than reading takes; an interview without seconds was made without the script."""
    timed = [one for one in cases if one.outcome == COMPLETE and one.kept.seconds > 0]
    middle = median(one.kept.seconds for one in timed) if len(timed) >= FEWEST_TIMED else 0.0
    return [
        one
        for one in timed
        if one.kept.seconds < middle * SHARE_OF_MEDIAN
        or one.kept.seconds < SECONDS_A_QUESTION * one.questions
    ]


def _duplicates(cases: Sequence[Case]) -> tuple[tuple[str, ...], ...]:
    alike: dict[str, list[Case]] = defaultdict(list)
    for one in cases:
        if one.items >= FEWEST_ITEMS:
            alike[one.likeness].append(one)
    return tuple(sorted(_in_order(group) for group in alike.values() if len(group) > 1))


def _in_order(group: Sequence[Case]) -> tuple[str, ...]:
    """Give ids by the day of opening; no time is kept, so within a day the id decides."""
    return tuple(one.kept.id for one in sorted(group, key=lambda one: (str(one.kept.opened_on), one.kept.id)))
