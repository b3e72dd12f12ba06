"""Invitations and reminders, from what study.toml and the list say to what became of them."""

from collections.abc import Container

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.mail.check_templates import check_with_people
from peil.mail.mail_people import MailPeople, Sending
from peil.mail.mail_problems import FIELDWORK_CLOSED, LINKS_GONE, NOBODY_INVITED
from peil.mail.mail_round import MailRound
from peil.mail.mailed import Mailed
from peil.mail.plan_round import plan_invitations, plan_reminders
from peil.mail.ready import check_ready
from peil.mail.template import Kind
from peil.mail.templates import read_templates
from peil.store.sample.sample import Sample
from peil.store.sample.sample_file import SampleFile
from peil.study.study import Study


def demand_ready(study: Study, kind: Kind, listed: SampleFile, *, closed: bool) -> None:
    """Stop where study.toml or the list isn't fit to mail anyone; the mail's own problems are told as well.

    Args:
        study: The study.
        kind: Which mail.
        listed: The list, as it was read; an empty one where there is none.
        closed: Fieldwork is closed.

    Raises:
        Unusable: They aren't fit, or fieldwork is closed.
    """
    found = [*check_ready(study), *listed.problems]
    if closed:
        hint = 'Reopen it with "peil phase STUDY live --reason …", or mend closes in study.toml.'
        found.append(FIELDWORK_CLOSED.problem(Span("study.toml"), FIELDWORK_CLOSED.summary, hint=hint))
    if found:
        planned = plan_invitations(None, listed.people, ())
        # A language that isn't the study's is told of the list; that it has no mail either follows from that.
        people = [one for one in planned.people if one.language in study.about.languages]
        about = MailRound(kind, people, rows=planned.rows)
        raise Unusable([*found, *check_with_people(study, read_templates(study), about)])


def invite(people: MailPeople, sample: Sample | None, listed: SampleFile, sending: Sending | None) -> Mailed:
    """Invite who is in the list or the sample and wasn't yet; without ``sending``, only say whom.

    Args:
        people: The mailing, of a study that is ready.
        sample: The study's sample; None before it was made, which is for saying only.
        listed: The list, without problems.
        sending: With what to send.

    Raises:
        Unusable: The mails can't be written or sent.
    """

    def plan() -> MailRound:
        return plan_invitations(sample, listed.people, people.identities)

    if sample is None or sending is None:
        return people.preview(plan())
    return people.send(sample, plan, sending, listed.people)


def remind(
    people: MailPeople,
    sample: Sample | None,
    reminder: tuple[int, int],
    finished: Container[str],
    sending: Sending | None,
) -> Mailed:
    """Remind who was invited and isn't known to have finished; without ``sending``, only say whom.

    Args:
        people: The mailing, of a study that is ready.
        sample: The study's sample, or None where there is none.
        reminder: Which reminder, from 1, and how many days after the latest mail it goes out at the soonest.
        finished: Holds the ids of who has finished; asked again right before each mail.
        sending: With what to send.

    Raises:
        Unusable: Nobody was invited, nobody knows any more who has finished, or the mails can't be
            written or sent.
    """
    if sample is None or not sample.counts().invited:
        hint = "Invite first, or name the store from which you did with --store."
        raise Unusable([NOBODY_INVITED.problem(Span("sample"), NOBODY_INVITED.summary, hint=hint)])
    if sample.links_destroyed_on() is not None:
        hint = "Invite who wasn't invited yet; of the others, let be who doesn't answer."
        raise Unusable([LINKS_GONE.problem(Span("sample"), LINKS_GONE.summary, hint=hint)])
    number, after_days = reminder

    def plan() -> MailRound:
        return plan_reminders(sample, number, people.day, after_days, finished, people.identities)

    if sending is None:
        return people.preview(plan())
    return people.send(sample, plan, sending, finished=finished)
