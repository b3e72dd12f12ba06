"""Writes a person's message from the study's texts."""

from collections.abc import Callable
from email.message import EmailMessage

from peil.mail.check_templates import study_values
from peil.mail.fill_in import fill_in
from peil.mail.footer import begun_instead, make_footer, site_address
from peil.mail.message import make_message
from peil.mail.template import Kind
from peil.mail.templates import Templates
from peil.pages.addresses import invited_address, leaving_address
from peil.store.sample.person import Person
from peil.store.sample.posting import Posting
from peil.study.study import Study

Unseal = Callable[[Person], Person]
"""Gives a person with address and name that can be read."""


class Writer:
    """Writes messages of one kind.

    Args:
        study: The study.
        templates: Its mails; there is one in each language that is written in.
        kind: Which mail.
        unseal: Opens an address that is kept sealed.
    """

    def __init__(self, study: Study, templates: Templates, kind: Kind, unseal: Unseal) -> None:
        self._study = study
        self._templates = templates
        self._kind = kind
        self._unseal = unseal

    def write(self, posting: Posting) -> EmailMessage:
        """Give the message.

        Raises:
            NoAddress: The person's address can't be one.
        """
        study, token = self._study, posting.token
        person = self._unseal(posting.person)
        language = person.language
        unsubscribe = site_address(study, leaving_address(language, person.leave_key))
        values = {
            **person.strata,
            **study_values(study, language),
            "name": person.name,
            "code": token,
            "link": site_address(study, invited_address(language, token)) if token else "",
            "unsubscribe": unsubscribe,
        }
        text = fill_in(
            self._templates.by_kind[self._kind, language],
            values,
            make_footer(study, language, unsubscribe, has_link=bool(token)),
            () if token else begun_instead(study, language),
        )
        return make_message(study.fielding.mail, text, person.address, person.name, unsubscribe)
