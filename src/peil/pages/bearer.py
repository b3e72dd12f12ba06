"""Who has a personal code, and what is true of it for them."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Found(StrEnum):
    """Where a personal code, or what it leads to, can be found again by who loses it."""

    NOWHERE = "nowhere"  # nobody keeps it
    IN_MAIL = "in_mail"  # in the link that the interview was begun with
    IN_LIST = "in_list"  # and through the list that joins invitations and answers


_LOST = {
    Found.NOWHERE: "code_lost_nowhere",
    Found.IN_MAIL: "code_lost_in_mail",
    Found.IN_LIST: "code_lost_in_list",
}


@dataclass(frozen=True, slots=True)
class Bearer:
    """Whose interview a code opens, as far as pages speak of it.

    Args:
        code: The personal code.
        outcome: What the interview ended in: ``complete``, the outcome of an early end, ``quota_full``; None
            as long as there is something to answer.
        closed: Fieldwork is over: nothing is answered or changed any more.
        found: Where the code can be found again.
        until: Last day of fieldwork, where it has one.
        changes: Path at which a finished interview's answers can be changed; empty where they can't be.
    """

    code: str
    outcome: str | None = None
    closed: bool = False
    found: Found = Found.NOWHERE
    until: dt.date | None = None
    changes: str = ""

    @property
    def goes_on(self) -> bool:
        """Say whether there is something to answer still."""
        return self.outcome is None and not self.closed

    @property
    def still(self) -> str:
        """Give the key of the words that say what the code is good for."""
        return "leave_still_on" if self.goes_on else "leave_still_kept"

    @property
    def lost(self) -> str:
        """Give the key of the words that say where the code can be found again."""
        return _LOST[self.found]

    @property
    def safe(self) -> str:
        """Give the key of the words that say who can do what with the code."""
        return "later_safe" if self.goes_on or self.changes else "later_safe_kept"
