"""The fields of a page's form that hold no answer, read with care."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from peil.field.refused import Refused
from peil.interview.shown_parts import possible_parts
from peil.pages.field_names import (
    BACK,
    FORGET,
    GO,
    LATER,
    NEXT,
    NONCE,
    REVISION,
    SEAL,
    SECONDS,
    SHOWN,
    WEBSITE,
)
from peil.pages.system_pages import Message
from peil.study.study import Study

_NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")
_REVISION = re.compile(r"[0-9]{1,9}")
_SEAL = re.compile(r"[0-9a-f]{16}")
_SECONDS = re.compile(r"[0-9]{1,9}")
_BUTTONS = frozenset({NEXT, BACK, LATER})
MOST_SECONDS = 600
"""A page that is open for longer was left open; ten minutes say no more about a respondent than that."""

HONEYPOT = "honeypot"
"""Flag of an interview in which the field was filled in that nobody sees."""


@dataclass(frozen=True)
class Controls:
    """What goes along with a page's answers.

    Args:
        nonce: Made anew for every form.
        revision: The interview's revision when the form was made.
        seal: Ties the form to an interview.
        shown: Parts that the form showed (``interview/shown_parts.py``).
        go: Which button: next, back or later.
        seconds: How long the page was looked at, capped, or None where the script didn't say.
        flags: What deserves a look; nothing is refused for it.
    """

    nonce: str
    revision: int
    seal: str
    shown: frozenset[str]
    go: str
    seconds: int | None = None
    flags: tuple[str, ...] = ()

    @property
    def draft(self) -> bool:
        """Whether the page was left for an earlier one, or for now."""
        return self.go != NEXT


def read_controls(study: Study, page: str, fields: Mapping[str, str]) -> Controls:
    """Read the control fields of a page's form.

    Raises:
        Refused: One is missing, or isn't as our own forms have it.
    """
    nonce, revision, seal = (fields.get(name, "") for name in (NONCE, REVISION, SEAL))
    go, forget = fields.get(GO, NEXT), fields.get(FORGET, "").split()
    shown = frozenset(fields[SHOWN].split()) if SHOWN in fields else None
    if (
        not _NONCE.fullmatch(nonce)
        or not _REVISION.fullmatch(revision)
        or not _SEAL.fullmatch(seal)
        or go not in _BUTTONS
        or shown is None
        or not shown <= possible_parts(study, page)
        or (forget and not _steps(study, page).issuperset(forget))
    ):
        raise Refused(Message.BAD_REQUEST)
    return Controls(nonce, int(revision), seal, shown, go, _seconds(fields), _flags(fields))


def _steps(study: Study, page: str) -> frozenset[str]:
    return frozenset(step.id for step in study.route.steps if step.page == page)


def _seconds(fields: Mapping[str, str]) -> int | None:
    """Read how long the page was looked at; what can't be read costs nobody an answer."""
    told = fields.get(SECONDS, "")
    return min(int(told), MOST_SECONDS) if _SECONDS.fullmatch(told) else None


def _flags(fields: Mapping[str, str]) -> tuple[str, ...]:
    return (HONEYPOT,) if fields.get(WEBSITE, "") else ()
