"""What study.toml has to say before anyone is mailed."""

import json
from collections.abc import Iterator

from peil.core.problem import Problem
from peil.mail.mail_problems import NO_MODE, NOT_READY, UNSEALED_CONTACTS
from peil.mail.message import read_mailbox
from peil.study.fielding import Access
from peil.study.question import Kind
from peil.study.study import Study


def check_ready(study: Study) -> tuple[Problem, ...]:
    """Give everything that study.toml lacks, each with what to write."""
    return tuple(_lacks(study))


def _lacks(study: Study) -> Iterator[Problem]:
    about, fielding, mail = study.about, study.fielding, study.fielding.mail
    if fielding.access is Access.OPEN:
        hint = 'Say access = "invited" or "both" under [fieldwork].'
        place = fielding.place("fieldwork", "access")
        yield NO_MODE.problem(place, "The study has no invitations.", hint=hint)
    wanted = (
        ("about", "controller", about.controller, "who is responsible for the data"),
        ("about", "contact", about.contact, "where people ask, and use their rights"),
        ("about", "lawful_basis", about.lawful_basis, "art. 6(1)(a) GDPR"),
        ("about", "retention_months", about.retention_months is not None, 12),
        ("about", "consent", about.consent, "what people agree to"),
        ("about", "consent_version", fielding.consent_version, "1"),
        ("fieldwork", "privacy", fielding.privacy, "confidential"),
        ("mail", "from", mail.sender, "Name <survey@your.organisation>"),
        ("mail", "address", mail.address, "https://survey.your.organisation/"),
    )
    for table, setting, value, example in wanted:
        if not value:
            message = f"[{table}] doesn't say {setting}."
            hint = f"Write {setting} = {json.dumps(example)} under [{table}]."
            yield NOT_READY.problem(fielding.place(table, setting), message, hint=hint)
    for setting, written in (("from", mail.sender), ("reply_to", mail.reply_to)):
        if written and not _is_mailbox(written):
            message = f'"{setting}" is no address that a mail can bear.'
            hint = f'Write {setting} = "Name <name@example.org>", without accents before the @.'
            yield NOT_READY.problem(fielding.place("mail", setting), message, hint=hint)
    asks_contact = any(question.kind is Kind.CONTACT for question in study.questionnaire.questions)
    if asks_contact and not fielding.contact_keys:
        message = "The study asks for contact details, and has no contact_keys to seal them with."
        hint = 'Write contact_keys = ["age1…"] under [fieldwork].'
        yield UNSEALED_CONTACTS.problem(fielding.place("fieldwork", "contact_keys"), message, hint=hint)


def _is_mailbox(written: str) -> bool:
    try:
        return bool(read_mailbox(written).domain)
    except ValueError:
        return False
