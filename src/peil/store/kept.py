"""An interview as it is kept."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.interview.answers import Answers
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
