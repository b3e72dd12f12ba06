"""An interview as it is kept."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.interview.answers import Answers
from peil.store.purpose import Purpose
from peil.store.source import Source


@dataclass(frozen=True)
class Kept:
    """An interview as the store has it now.

    Args:
        id: Random; what a data file calls the interview. Says nothing about the respondent.
        language: Language that the respondent reads it in.
        seed: What shuffled orders are drawn with.
        revision: How many submissions have been accepted; a form carries the one it was made at.
        answers: The answers; of contact details only that they were given (``KEPT_APART``).
        changed: Page id to the revision that last changed what is kept of the page.
        opened_on: Day of consent; no time of day is kept.
        source: Where it came from.
        synthetic: Not a person's answers.
        version: Fingerprint of the questionnaire's text that it is asked; empty where it came from a file.
        purpose: What it is for; only live interviews count.
        link: Id of the open link that it came by, ``invited`` for an invitation, or empty.
        device: Coarse class of the device that it was begun on, or empty.
        seconds: Sum of the capped times on its pages.
        flags: What deserves a look.
        full: Id of the quota that was full when it came, which ended it; or empty.
        consent: Version of the consent that was given.
        changed_on: Day of the latest submission, or None.
    """

    id: str
    language: str
    seed: int
    revision: int
    answers: Answers
    changed: Mapping[str, int] = field(default_factory=dict)
    opened_on: dt.date | None = None
    source: Source = Source.WEB
    synthetic: bool = False
    version: str = ""
    purpose: Purpose = Purpose.LIVE
    link: str = ""
    device: str = ""
    seconds: int = 0
    flags: tuple[str, ...] = ()
    full: str = ""
    consent: str = ""
    changed_on: dt.date | None = None
