"""Access and erasure: all that is kept about one respondent, found by the code or by the invited address."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyrage import x25519

from peil.interview.code import contact_key, interview_key
from peil.interview.own_copy import OwnCopy
from peil.store.own_copy import make_own_copy
from peil.store.sample.person import Person
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.study.fielding import Privacy


@dataclass(frozen=True)
class Erased:
    """What was erased: answers, contact details and the invitation, each where there was any."""

    answers: bool
    details: bool
    invitation: bool

    def __bool__(self) -> bool:
        """Say whether there was anything."""
        return self.answers or self.details or self.invitation


def own_copy(store: Store, code: str, language: str = "") -> OwnCopy | None:
    """Give all that the store has about who has this code, or None where it has nothing.

    What the sample has stays out: in an anonymous study who looks at both would learn whose answers these
    are, and an invitation that was passed on would show the one to the other.

    Args:
        store: The store.
        code: The personal code, or the token of an invitation.
        language: Language to give questions in; default: the one that the respondent answers in.

    Raises:
        StoreUnavailable: It can't be read now.
    """
    kept = store.find(interview_key(code))
    details = store.details_of(contact_key(code))
    if kept is None and not details:
        return None
    study = store.study_of(kept.version if kept else "")
    wanted = language or (kept.language if kept else "")
    spoken = wanted if wanted in study.about.languages else study.about.language
    return make_own_copy(study, spoken, kept, store.log(kept.id) if kept else (), details)


def own_copy_of(
    store: Store, sample: Sample, address: str, identities: Sequence[x25519.Identity] = ()
) -> OwnCopy | None:
    """Give all that can be found about who was invited at an address, or None where nobody was.

    Where nothing links them to answers it holds the invitation alone.

    Raises:
        Unusable: Addresses are sealed, and no key opens them.
        StoreUnavailable: It can't be read now.
    """
    person = sample.find_by_address(address, identities)
    if person is None:
        return None
    token = sample.token_of(person.id)
    found = own_copy(store, token) if token else None
    study = store.study_of("")
    copy = found or make_own_copy(study, study.about.language, None, (), {})
    return replace(copy, invitation=invitation_facts(person))


def erase_code(store: Store, sample: Sample | None, code: str) -> Erased:
    """Erase the answers and contact details of who has this code.

    In a confidential study no reminder follows. In an anonymous one that can't be known of the person without
    noting who took part.

    Raises:
        StoreUnavailable: It isn't known to be erased; it can be asked again.
    """
    details = bool(store.details_of(contact_key(code)))
    erased = Erased(store.erase(interview_key(code), contact_key(code)), details, invitation=False)
    if sample is not None and sample.privacy is Privacy.CONFIDENTIAL:
        person = sample.find_invited(code)
        if person is not None:
            sample.refuse(person.id)
    return erased


def erase_address(
    store: Store, sample: Sample, address: str, identities: Sequence[x25519.Identity] = ()
) -> Erased | None:
    """Erase who was invited at an address, with the answers that they are linked to; None when nobody was.

    The link goes last: should it fail halfway, it can be asked again.

    Raises:
        Unusable: Addresses are sealed, and no key opens them.
        StoreUnavailable: It isn't known to be erased; it can be asked again.
    """
    person = sample.find_by_address(address, identities)
    if person is None:
        return None
    token = sample.token_of(person.id)
    nothing = Erased(answers=False, details=False, invitation=False)
    erased = erase_code(store, None, token) if token else nothing
    return replace(erased, invitation=sample.erase_person(person.id, person.address))


def invitation_facts(person: Person) -> dict[str, str]:
    """Give what the sample has of a person, by name; what it doesn't have is absent."""
    facts = {
        "address": "" if person.sealed else person.address,
        "name": "" if person.sealed else person.name,
        "address and name": "sealed" if person.sealed else "",
        "language": person.language,
        **person.strata,
        "invited on": person.invited_on.isoformat() if person.invited_on else "",
        "reminders": str(person.reminded) if person.reminded else "",
        "mailed on": person.mailed_on.isoformat() if person.mailed_on else "",
    }
    marks = ("bounced", "unsubscribed", "refused", "started", "done")
    facts |= {mark: "yes" for mark in marks if getattr(person, mark)}
    return {name: fact for name, fact in facts.items() if fact}
