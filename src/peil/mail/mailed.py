"""What became of a mailing, or would."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.store.sample.not_mailed import NotMailed


@dataclass(frozen=True)
class Mailed:
    """What became of a mailing, or would; numbers of persons.

    Args:
        planned: Were to be mailed.
        sent: The server took theirs.
        bounced: The server refuses their address.
        deferred: The server asked to come back later: the same command does so.
        unknown: Theirs may have arrived or not, of this run and of earlier ones.
        left: Are still to be mailed; before sending, all of them.
        erased: Stand in the list and were erased before: they are passed over.
        languages: Language to how many were planned.
        strata: Further column of the list to value to how many were planned.
        example: One mail as it looks, with nobody's name or token.
        not_mailed: Why others in the sample aren't mailed, to how many of them.
        batch: In what steps ``begun`` and ``finished`` are counted there; 1 where they are exact.
        problems: What ended it early, and what deserves a look.
    """

    planned: int
    sent: int = 0
    bounced: int = 0
    deferred: int = 0
    unknown: int = 0
    left: int = 0
    erased: int = 0
    languages: Mapping[str, int] = field(default_factory=dict)
    strata: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    example: str = ""
    not_mailed: Mapping[NotMailed, int] = field(default_factory=dict)
    batch: int = 1
    problems: tuple[Problem, ...] = ()
