"""All that is kept about one respondent, for the respondent: what the right of access is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from peil.interview.answers import Value

Fact = str | int | bool | tuple[str, ...]


@dataclass(frozen=True)
class OwnAnswer:
    """What was answered to one question, or to one part of it.

    Args:
        name: The codebook's name of the item.
        question: The question as the respondent read it.
        part: The row that it is about, or empty.
        answers: The answers in words.
        values: The same as they are kept, by variable.
    """

    name: str
    question: str
    part: str
    answers: tuple[str, ...]
    values: Mapping[str, Value]


@dataclass(frozen=True)
class OwnEntry:
    """One page as it was sent in, from the log; ``values`` are what was kept of it then, by variable."""

    page: str
    revision: int
    language: str
    passed: bool
    nonce: str
    digest: str
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class OwnDetail:
    """A contact detail: its label on the page, and its text, or None where it is sealed."""

    name: str
    label: str
    text: str | None


@dataclass(frozen=True)
class OwnCopy:
    """All that is kept about one respondent.

    Args:
        study: The study's title.
        language: Language that questions and labels are given in.
        interview: What is kept of the interview as a whole, by name: days, version, device, flags ….
        answers: Answers that are kept now, in the order of the questionnaire.
        details: Contact details, which are kept apart from the answers.
        log: Every page that was sent in, in order.
        invitation: What the address list has of the respondent, by name; empty where it has nothing.
    """

    study: str
    language: str
    interview: Mapping[str, Fact] = field(default_factory=dict)
    answers: tuple[OwnAnswer, ...] = ()
    details: tuple[OwnDetail, ...] = ()
    log: tuple[OwnEntry, ...] = ()
    invitation: Mapping[str, str] = field(default_factory=dict)


def own_copy_json(copy: OwnCopy) -> dict[str, object]:
    """Give the copy as JSON has it; a number is text, with every digit that was given."""
    return {
        "study": copy.study,
        "language": copy.language,
        "interview": {
            name: list(fact) if isinstance(fact, tuple) else fact for name, fact in copy.interview.items()
        },
        "answers": [
            {
                "name": one.name,
                "question": one.question,
                "part": one.part,
                "answers": list(one.answers),
                "values": _plain(one.values),
            }
            for one in copy.answers
        ],
        "contact_details": [
            {"name": one.name, "label": one.label, "sealed": one.text is None, "text": one.text}
            for one in copy.details
        ],
        "log": [
            {
                "page": one.page,
                "revision": one.revision,
                "language": one.language,
                "passed": one.passed,
                "nonce": one.nonce,
                "digest": one.digest,
                "values": _plain(one.values),
            }
            for one in copy.log
        ],
        "invitation": dict(copy.invitation),
    }


def _plain(values: Mapping[str, Value]) -> dict[str, str | bool | int]:
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in values.items()}
