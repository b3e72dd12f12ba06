"""What became of a submission."""

from dataclasses import dataclass, field
from enum import StrEnum

from peil.interview.answer_problem import AnswerProblem
from peil.interview.interview import Interview
from peil.store.kept import Kept


class Fate(StrEnum):
    """What became of a submission."""

    ACCEPTED = "accepted"  # kept, synced
    GREW = "grew"  # kept, and the page now asks what the form didn't show: it is to be shown again
    REPEATED = "repeated"  # was accepted before; nothing changed now
    CLASHED = "clashed"  # the same nonce came with another body
    STALE = "stale"  # the page was changed after the form was made
    WRONG = "wrong"  # answers that can't be kept; see problems
    OFF_ROUTE = "off_route"  # the page is not, or no longer, or not yet asked
    UNKNOWN = "unknown"  # no such interview: never begun, or erased
    MALFORMED = "malformed"  # carries a revision that the interview has not had


@dataclass(frozen=True)
class Receipt:
    """What became of a submission.

    Args:
        fate: What became of it.
        kept: The interview as it is kept after it; None when unknown.
        problems: What is wrong, when that is its fate.
        walked: The kept answers walked, where judging them has done that already; else None.
    """

    fate: Fate
    kept: Kept | None
    problems: tuple[AnswerProblem, ...] = ()
    walked: Interview | None = field(default=None, compare=False, repr=False)
