"""A study whose respondents are invited, in the field with a sample."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fielded_study import DAY, SETTINGS, Browser, Fielded, hidden_fields, in_field, make_study
from httpx import Response

from peil.interview.code import interview_key
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.person import NewPerson, Person
from peil.store.sample.sample import Sample

MODES = ("anonymous", "confidential")
ACCESSES = ("invited", "both")


def invited_settings(privacy: str, access: str = "invited") -> str:
    return f'{SETTINGS}\n[fieldwork]\naccess = "{access}"\nprivacy = "{privacy}"\n'


@contextmanager
def invited_field(folder: Path, privacy: str, access: str = "invited", number: int = 3) -> Iterator[Fielded]:
    """Give a study in the field with so many persons who were mailed, the first in English."""
    study = make_study(folder / "study", invited_settings(privacy, access))
    with in_field(study, folder / "store") as fielded:
        sample_of(fielded).add(
            [NewPerson(f"p{n}@example.org", f"P {n}", "nl" if n else "en") for n in range(number)]
        )
        yield fielded


def sample_of(fielded: Fielded) -> Sample:
    assert fielded.sample is not None
    return fielded.sample


def mailed(fielded: Fielded, mailing: str = INVITATION, day: dt.date = DAY) -> dict[str, str]:
    """Mail everybody; give address to token."""
    sample = sample_of(fielded)
    tokens = {}
    with sample.mailing() as outbox:
        for person in sample.persons():
            posting = outbox.take(person.id, mailing, day)
            if posting:
                outbox.sent(posting)
                tokens[posting.person.address] = posting.token
    return dict(sorted(tokens.items()))


def person_at(fielded: Fielded, address: str) -> Person:
    found = sample_of(fielded).find_by_address(address)
    assert found is not None
    return found


def begin(browser: Browser, token: str, language: str = "nl") -> Response:
    """Open an invitation's link and press the button."""
    fields = hidden_fields(browser.get(f"/{language}/i/{token}").text)
    return browser.post(f"/{language}/start", data={**fields, ".consent": "1"})


def has_begun(fielded: Fielded, token: str) -> bool:
    return fielded.store.find(interview_key(token)) is not None
