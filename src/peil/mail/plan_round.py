"""Who gets a mail: planned from the sample as it is now."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from pyrage import x25519

from peil.mail.mail_round import MailRound
from peil.mail.template import Kind
from peil.store.mark import LEAST_TOGETHER
from peil.store.sample.mail_state import HANDED_OVER, INVITATION
from peil.store.sample.not_mailed import NotMailed, why_not_invited, why_not_reminded
from peil.store.sample.person import NewPerson, Person
from peil.store.sample.sample import Sample, unsealed
from peil.study.fielding import Privacy

REMINDERS = {1: Kind.REMINDER_1, 2: Kind.REMINDER_2}


def plan_invitations(
    sample: Sample | None, listed: Sequence[NewPerson], identities: Sequence[x25519.Identity]
) -> MailRound:
    """Plan to invite who is in the sample or in a list and wasn't yet.

    Args:
        sample: The sample, which isn't changed; None before anybody was added to it.
        listed: The list, without problems; who is in the sample already stays as they are there, and who
            was erased before is passed over.
        identities: Private keys, for a sealed sample.

    Raises:
        Unusable: Addresses are sealed, and no key opens them.
    """
    kept = sample.readable_persons(identities) if sample and listed else ()
    there = {person.address.lower() for person in kept}
    found, passed = divide(sample.persons() if sample else (), why_not_invited)
    waiting = [unsealed(person, identities) for person in found]
    erased = sample.erased_among([one.address for one in listed]) if sample else frozenset()
    new = [as_person(person) for person in listed if person.address.lower() not in there | erased]
    rows = {person.address.lower(): person.line for person in listed}
    invited = count_invited(sample) if sample else {}
    batch = batch_of(sample) if sample else 1
    return MailRound(Kind.INVITATION, (*waiting, *new), passed, batch, rows, len(erased), invited)


def plan_reminders(
    sample: Sample,
    number: int,
    today: dt.date,
    after_days: int,
    finished: Container[str],
    identities: Sequence[x25519.Identity],
) -> MailRound:
    """Plan to remind who was invited, isn't known to have finished and was last mailed some days ago.

    Args:
        sample: The sample.
        number: Which reminder, from 1.
        today: Today.
        after_days: At least so many days after the latest mail.
        finished: Holds the ids of who has finished.
        identities: Private keys, for a sealed sample.

    Raises:
        Unusable: Addresses are sealed, and no key opens them.
    """
    latest = today - dt.timedelta(days=after_days)
    found, passed = divide(
        sample.persons(), lambda person: why_not_reminded(person, number, latest, finished)
    )
    people = tuple(unsealed(person, identities) for person in found)
    return MailRound(REMINDERS[number], people, passed, batch_of(sample))


def divide(
    persons: Iterable[Person], why_not: Callable[[Person], NotMailed | None]
) -> tuple[list[Person], Counter[NotMailed]]:
    """Give who is to be mailed, and count the others by the reason why not."""
    found: list[Person] = []
    passed: Counter[NotMailed] = Counter()
    for person in persons:
        if reason := why_not(person):
            passed[reason] += 1
        else:
            found.append(person)
    return found, passed


def batch_of(sample: Sample) -> int:
    """Give in what steps it is told who took part: in whole batches where respondents are anonymous."""
    return LEAST_TOGETHER if sample.privacy is Privacy.ANONYMOUS else 1


def count_invited(sample: Sample) -> Mapping[str, int]:
    """Count by language who was invited before, those left out whose address takes no mail."""
    invited = (one for one in sample.persons() if one.mails.get(INVITATION) in HANDED_OVER)
    return Counter(one.language for one in invited if not one.bounced)


def as_person(new: NewPerson) -> Person:
    """Give someone of a list as a person who isn't in the sample yet."""
    return Person("", new.address, new.name, sealed=False, language=new.language, strata=new.strata)
