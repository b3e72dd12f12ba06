"""Final dispositions, by the Standard Definitions of the American Association for Public Opinion Research.

Codes and names are those of the 10th edition (2023) for web surveys of specifically named persons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from peil.fieldwork.case import Case
from peil.interview.interview import COMPLETE
from peil.study.quota import QUOTA_FULL
from peil.study.route import End
from peil.study.study import Study

REFUSED = "refused"
"""Outcome of an early end that says that the respondent doesn't want to take part."""


class Disposition(StrEnum):
    """What became of a person who was invited, or of an interview."""

    COMPLETE = "1.1"
    PARTIAL = "1.2"
    REFUSAL = "2.11"
    BREAK_OFF = "2.12"
    NON_CONTACT = "2.20"
    NOTHING_RETURNED = "3.19"
    UNDELIVERED = "3.30"
    SCREENED_OUT = "4.10"
    QUOTA_FULL = "4.80"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The name of a disposition, and how it is decided."""

    name: str
    rule: str


MEANINGS: Mapping[Disposition, Meaning] = {
    Disposition.COMPLETE: Meaning("complete", "Came to the end of the questionnaire."),
    Disposition.PARTIAL: Meaning(
        "partial", "Not finished, but passed the page of the question that analysis_set names."
    ),
    Disposition.REFUSAL: Meaning(
        "refusal",
        "Refused, unsubscribed or asked to be erased without an interview that is kept, or came to an early "
        "end with the outcome refused.",
    ),
    Disposition.BREAK_OFF: Meaning("break-off", "Began, and left before a partial interview."),
    Disposition.NON_CONTACT: Meaning(
        "non-contact",
        "Invited, and nothing was heard; eligible as everybody on the list is, for nobody is screened out.",
    ),
    Disposition.NOTHING_RETURNED: Meaning(
        "nothing returned",
        "Invited, and nothing was heard; whether eligible isn't known, for the questionnaire screens.",
    ),
    Disposition.UNDELIVERED: Meaning("undelivered", "The invitation came back: the address takes no mail."),
    Disposition.SCREENED_OUT: Meaning("screened out", "Came to an early end of the questionnaire."),
    Disposition.QUOTA_FULL: Meaning("quota full", "Came when the places of its quota were taken."),
}


def dispose(case: Case) -> Disposition:
    """Give the disposition of an interview, by how far it came."""
    match case.outcome:
        case None:
            return Disposition.PARTIAL if case.reached else Disposition.BREAK_OFF
        case str() as outcome if outcome == COMPLETE:
            return Disposition.COMPLETE
        case str() as outcome if outcome == QUOTA_FULL:
            return Disposition.QUOTA_FULL
        case str() as outcome if outcome == REFUSED:
            return Disposition.REFUSAL
        case _:
            return Disposition.SCREENED_OUT


def screens(study: Study) -> bool:
    """Say whether the questionnaire itself finds out who is eligible: it ends early for some."""
    return any(isinstance(entry, End) and entry.outcome != REFUSED for entry in study.route.entries)
