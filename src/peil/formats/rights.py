"""Access and erasure on behalf of a respondent who asks for it, with what is to be said about it."""

from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.formats.opened_fieldwork import Fieldwork
from peil.interview.code import read_code
from peil.interview.own_copy import OwnCopy, own_copy_json
from peil.pages.access_page import access_text
from peil.pages.words import words_for
from peil.store.contact_problems import NOT_LINKED, UNKNOWN_CODE, UNKNOWN_INTERVIEW, UNKNOWN_PERSON
from peil.store.identity import read_identities
from peil.store.on_behalf import Erased, erase_address, erase_code, own_copy, own_copy_of


@dataclass(frozen=True)
class Given:
    """What a respondent is given: all that is kept, the same as text in the respondent's language."""

    copy: OwnCopy
    text: str
    problems: tuple[Problem, ...] = ()

    @property
    def data(self) -> dict[str, object]:
        """The same as JSON has it."""
        return own_copy_json(self.copy)


def give_copy(fieldwork: Fieldwork, who: str, identity: Path | None, *, invited: bool) -> Given:
    """Give all that is kept about a respondent.

    Args:
        fieldwork: Where to look.
        who: The personal code as it was told, or the address of an invitation.
        identity: The file with the private key, for a sample with sealed addresses; or None.
        invited: ``who`` is an address.

    Raises:
        Unusable: Nothing is kept under it.
        StoreUnavailable: It can't be read now.
    """
    store, sample = fieldwork.store, fieldwork.sample
    if invited:
        keys = read_identities(identity) if identity else ()
        copy = own_copy_of(store, sample, who, keys) if sample else None
        if copy is None:
            raise Unusable([_unknown_person()])
        problems = () if copy.interview else (_not_linked(),)
    else:
        code = read_code(who)
        copy = own_copy(store, code) if code else None
        if copy is None:
            raise Unusable([_unknown_code()])
        problems = ()
    return Given(copy, access_text(words_for(copy.language), copy), problems)


def erase(
    fieldwork: Fieldwork, who: str, identity: Path | None, *, invited: bool
) -> tuple[Erased, tuple[Problem, ...]]:
    """Erase all that is kept about a respondent; arguments as of ``give_copy``.

    Raises:
        Unusable: Nothing is kept under it.
        StoreUnavailable: It isn't known to be erased; it can be asked again.
    """
    store, sample = fieldwork.store, fieldwork.sample
    if invited:
        keys = read_identities(identity) if identity else ()
        found = erase_address(store, sample, who, keys) if sample else None
        if found is None:
            raise Unusable([_unknown_person()])
        return found, () if found.answers else (_not_linked(),)
    code = read_code(who)
    erased = erase_code(store, sample, code) if code else None
    if not erased:
        raise Unusable([_unknown_code()])
    return erased, ()


def erase_interview(fieldwork: Fieldwork, interview: str) -> Erased:
    """Erase the interview with this id: one that came from a file has no code that leads to it.

    Contact details that were left on the web can't be found without the code, and stay.

    Raises:
        Unusable: There is no such interview.
        StoreUnavailable: It isn't known to be erased; it can be asked again.
    """
    if not fieldwork.store.erase_by_id(interview):
        message = "The store has no interview with this id."
        hint = "Take the id from the first column of an export."
        raise Unusable([UNKNOWN_INTERVIEW.problem(Span("the id"), message, hint=hint)])
    return Erased(answers=True, details=False, invitation=False)


def _unknown_code() -> Problem:
    message = "Nothing is kept under this personal code."
    hint = "Have it told again: five groups of four letters and digits."
    return UNKNOWN_CODE.problem(Span("the code"), message, hint=hint)


def _unknown_person() -> Problem:
    message = "Nobody with this address is in the sample."
    hint = "Ask which address the invitation came to, or ask for the personal code."
    return UNKNOWN_PERSON.problem(Span("the address"), message, hint=hint)


def _not_linked() -> Problem:
    message = "No answers are linked to this person, as far as anybody can tell."
    hint = "Ask for the personal code: if there are answers, it leads to them."
    return NOT_LINKED.problem(Span("the address"), message, hint=hint)
