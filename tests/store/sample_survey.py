"""A study with a sample: persons with addresses, in each privacy mode."""

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace

from store_survey import DAY, survey

from peil.interview.code import sample_key
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.sample.sample import Sample
from peil.study.fielding import Access, Fielding, Privacy
from peil.study.study import Study

MODES = (Privacy.ANONYMOUS, Privacy.CONFIDENTIAL)


def invited_survey(privacy: Privacy | None, **more: object) -> Study:
    """The small survey of the store's tests, for who is invited."""
    fielding = Fielding(access=Access.BOTH, privacy=privacy)
    return replace(survey(), fielding=replace(fielding, **more))  # type: ignore[arg-type]


def people(number: int, first: int = 0) -> list[NewPerson]:
    """Persons with addresses of their own."""
    return [
        NewPerson(f"person{n}@example.org", f"Person {n}", "nl", {"region": f"region{n % 3}"}, n + 2)
        for n in range(first, first + number)
    ]


@contextmanager
def sampled(url: str, study: Study, number: int = 0) -> Iterator[Sample]:
    """Open a sample, with so many persons added."""
    with closing(open_sample(url, study)) as sample:
        if number:
            sample.add(people(number))
        yield sample


def mail_all(sample: Sample, mailing: str = INVITATION, day: dt.date = DAY) -> dict[str, str]:
    """Mail everybody who can be; give person to token."""
    tokens = {}
    with sample.mailing() as outbox:
        for person in sample.persons():
            posting = outbox.take(person.id, mailing, day)
            if posting:
                outbox.sent(posting)
                tokens[person.id] = posting.token
    return tokens


def keys(tokens: Sequence[str]) -> list[str]:
    return [sample_key(token) for token in tokens]
