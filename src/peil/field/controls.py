"""The fields of a page's form that hold no answer, read with care."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from peil.field.refused import Refused
from peil.interview.shown_parts import possible_parts
from peil.pages.field_names import BACK, FORGET, GO, LATER, NEXT, NONCE, REVISION, SEAL, SHOWN
from peil.pages.system_pages import Message
from peil.study.study import Study

_NONCE = re.compile(r"[A-Za-z0-9_-]{16,64}")
_REVISION = re.compile(r"[0-9]{1,9}")
_SEAL = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class Controls:
    """What goes along with a page's answers.

    Args:
        nonce: Made anew for every form.
        revision: The interview's revision when the form was made.
        seal: Ties the form to an interview.
        shown: Parts that the form showed (``interview/shown_parts.py``).
        go: Which button: next, back or later.
    """

    nonce: str
    revision: int
    seal: str
    shown: frozenset[str]
    go: str

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
    go, forget = fields.get(GO, NEXT), frozenset(fields.get(FORGET, "").split())
    shown = frozenset(fields[SHOWN].split()) if SHOWN in fields else None
    steps = {step.id for step in study.route.steps if step.page == page}
    if (
        not _NONCE.fullmatch(nonce)
        or not _REVISION.fullmatch(revision)
        or not _SEAL.fullmatch(seal)
        or go not in {NEXT, BACK, LATER}
        or shown is None
        or not shown <= possible_parts(study, page)
        or not forget <= steps
    ):
        raise Refused(Message.BAD_REQUEST)
    return Controls(nonce, int(revision), seal, shown, go)
