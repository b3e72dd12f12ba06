"""Someone who is invited to take part."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.store.sample.mail_state import MailState


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Someone in the researcher's list.

    Args:
        address: Mail address, all ASCII.
        name: As the list has it; may be empty.
        language: Language of the study.
        strata: Further columns of the list, by their names.
        line: Line of the list, from 1; problems name a person by it.
    """

    address: str
    name: str
    language: str
    strata: Mapping[str, str] = field(default_factory=dict)
    line: int = 0


@dataclass(frozen=True, slots=True)
class Person:
    """Someone in the sample, as kept.

    Args:
        id: Random; says nothing about the person.
        address: Mail address; an age file in base64 where ``sealed`` (see ``Sample.unsealed``).
        name: As the list had it; sealed as the address is.
        sealed: Address and name can be read with a private key alone.
        language: Language of the study.
        strata: Further columns of the list, by their names.
        sample_key: Hash of the token that was mailed; empty before there was one.
        fresh_key: Hash of a token that is being mailed, or may have been when the machine stopped; or empty.
        leave_key: What the person leaves the mailing list with; leads to no answers.
        invited_on: Day of the invitation, also where it bounced or may not have arrived; None before.
        reminded: How many reminders were sent.
        mailed_on: Day of the latest mail, or None.
        mails: Mailing to what became of it.
        bounced: The address doesn't take mail.
        unsubscribed: Wants no further mail.
        refused: Doesn't want to take part.
        started: Known to have begun; anonymous studies alone note it, late and for ten or more at once.
        done: Known to have finished, likewise.
    """

    id: str
    address: str
    name: str
    sealed: bool
    language: str
    strata: Mapping[str, str] = field(default_factory=dict)
    sample_key: str = ""
    fresh_key: str = ""
    leave_key: str = ""
    invited_on: dt.date | None = None
    reminded: int = 0
    mailed_on: dt.date | None = None
    mails: Mapping[str, MailState] = field(default_factory=dict)
    bounced: bool = False
    unsubscribed: bool = False
    refused: bool = False
    started: bool = False
    done: bool = False

    @property
    def wants_mail(self) -> bool:
        """Say whether mail may be sent, and can arrive."""
        return not (self.bounced or self.unsubscribed or self.refused)
