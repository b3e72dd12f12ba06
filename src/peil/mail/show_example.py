"""One mail as it would look, with nobody's name, address or token in it."""

from peil.mail.as_text import as_text
from peil.mail.check_templates import study_values
from peil.mail.fill_in import fill_in
from peil.mail.footer import make_footer, site_address
from peil.mail.template import Kind
from peil.mail.templates import Templates
from peil.pages.addresses import invited_address, leaving_address
from peil.study.study import Study

CODE = "XXXX-XXXX-XXXX-XXXX-XXXX"
"""Looks like a personal code, and opens nothing."""


def show_example(study: Study, templates: Templates, kind: Kind, language: str) -> str:
    """Give a mail's subject and text; each placeholder of a person's shows its own name."""
    template = templates.by_kind[kind, language]
    unsubscribe = site_address(study, leaving_address(language, CODE))
    values = {
        **{fill.name: f"‹{fill.name}›" for fill in template.fills()},
        **study_values(study, language),
        "code": CODE,
        "link": site_address(study, invited_address(language, CODE)),
        "unsubscribe": unsubscribe,
    }
    text = fill_in(template, values, make_footer(study, language, unsubscribe))
    return f"From: {study.fielding.mail.sender}\nSubject: {text.subject}\n\n{as_text(text)}"
