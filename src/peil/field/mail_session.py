"""What a mailing needs of a study in the field: that it is ready, not closed, and its store and sample."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.field.phase_store import has_store
from peil.field.standing import Standing, standing
from peil.mail.invite import demand_ready
from peil.mail.mail_people import MailPeople, Sending
from peil.mail.mail_problems import NOT_OPEN_YET, PILOT
from peil.mail.opened_mail import OpenedMail, opened_mail
from peil.mail.template import Kind
from peil.mail.templates import read_templates
from peil.store.identity import read_identities
from peil.store.phase import Phase, PhaseEntry
from peil.store.sample.sample_file import SampleFile
from peil.store.sample.sample_problems import NEEDS_IDENTITY
from peil.store.today import today
from peil.study.about import About
from peil.study.study import Study


@dataclass(frozen=True)
class MailSession:
    """A mailing that can begin.

    Args:
        people: The mailing.
        opened: The store and the sample.
    """

    people: MailPeople
    opened: OpenedMail


@contextmanager
def mail_session(
    study: Study,
    url: str,
    kind: Kind,
    listed: SampleFile,
    identity: Path | None,
    sending: Sending | None,
) -> Iterator[MailSession]:
    """See that a mailing can begin, and open what it needs.

    Args:
        study: The study.
        url: The store's address.
        kind: Which mail.
        listed: The list of whom to invite; an empty one where there is none.
        identity: File with a private key, for a sealed sample.
        sending: With what to send: the store and the sample are made where they aren't there. None where
            it is only said what would be sent.

    Raises:
        Unusable: The study, the list or the key isn't fit, fieldwork is closed or opens later, or the store
            can't be used.
    """
    demand_ready(study, kind, listed, closed=False)
    made = sending is not None
    if made and study.fielding.special_category and identity is None:
        # Before anybody is added: what is sealed on arrival couldn't be mailed.
        hint = "Name the file with the private key with --identity."
        raise Unusable([NEEDS_IDENTITY.problem(Span("--identity"), NEEDS_IDENTITY.summary, hint=hint)])
    identities = read_identities(identity) if identity else ()
    if not has_store(url):
        _demand_open(_early(study, None, study.about), sending)  # before one is made
    with opened_mail(url, study, made=made) as opened:
        entry = opened.store.current_phase() if opened.store else None
        demand_ready(study, kind, listed, closed=_is_closed(study, entry))
        asked = opened.store.study_of(entry.version) if opened.store and entry else study
        early = _early(study, entry, asked.about)
        _demand_open(early, sending)
        remarks = (*_remarks(entry), *early)
        yield MailSession(MailPeople(study, read_templates(study), identities, today(), remarks), opened)


def _is_closed(study: Study, entry: PhaseEntry | None) -> bool:
    if entry is not None:
        return standing(entry, study.about, today()) is Standing.CLOSED
    return study.about.closes is not None and study.about.closes < today()


def _early(study: Study, entry: PhaseEntry | None, asked: About) -> tuple[Problem, ...]:
    """Warn where respondents couldn't begin yet, by the days of the text that they are asked.

    Without an entry serving goes live, and keeps to those days.
    """
    opens, day = asked.opens, today()
    waits = standing(entry, asked, day) is Standing.NOT_YET if entry else bool(opens and day < opens)
    if not waits:
        return ()
    message = f"The survey opens on {opens}: until then nobody who follows the link can take part."
    hint = "Send on that day, or mend opens in study.toml; --before-opening sends all the same."
    return (NOT_OPEN_YET.problem(study.fielding.place("about", "opens"), message, hint=hint),)


def _demand_open(early: tuple[Problem, ...], sending: Sending | None) -> None:
    """Send nothing before the first day, unless that was asked for in so many words."""
    if early and sending is not None and not sending.before_opening:
        raise Unusable(early)


def _remarks(entry: PhaseEntry | None) -> Iterator[Problem]:
    if entry is not None and entry.phase is Phase.PILOT:
        hint = 'To have answers counted, give "peil phase live" first.'
        yield PILOT.problem(Span("study.toml"), PILOT.summary, hint=hint)
