"""What Peil adds to each mail: who asks, what is linked, where to turn to, how to get no more of them."""

from collections.abc import Iterator

from peil.mail.mail_text import Passage, Words
from peil.mail.mail_words import mail_words
from peil.pages.addresses import named_address
from peil.pages.paragraphs import link_addresses
from peil.study.fielding import Privacy
from peil.study.study import Study


def make_footer(
    study: Study, language: str, unsubscribe: str, *, has_link: bool = True
) -> tuple[Passage, ...]:
    """Give the footer's paragraphs.

    Args:
        study: The study.
        language: Language of the mail.
        unsubscribe: The person's address for no more mail.
        has_link: The mail holds a link of the person's own.
    """
    return tuple(_footer(study, language, unsubscribe, has_link=has_link))


def _footer(study: Study, language: str, unsubscribe: str, *, has_link: bool) -> Iterator[Passage]:
    words, about, fielding = mail_words(language), study.about, study.fielding
    if about.controller:
        yield (Words(words("asked_by", controller=about.controller)),)
    if about.contact:
        links = (Words(piece.text, href=piece.href) for piece in link_addresses(about.contact))
        yield Words(words("questions")), *links
    if has_link:
        yield (Words(words("personal")),)
    if fielding.privacy is Privacy.ANONYMOUS:
        yield (Words(words("anonymous")),)
    elif fielding.privacy is Privacy.CONFIDENTIAL:
        yield (Words(words("confidential")),)
    privacy = site_address(study, named_address(language, "privacy"))
    yield (Words(words("privacy"), href=privacy),)
    yield (Words(words("unsubscribe"), href=unsubscribe),)
    if fielding.mail.postal:
        yield (Words(" ".join(fielding.mail.postal.split())),)


def begun_instead(study: Study, language: str) -> Passage:
    """Say how to go on, to who has begun and gets no link of their own."""
    resume = site_address(study, named_address(language, "resume"))
    return Words(mail_words(language)("started")), Words(resume, href=resume)


def site_address(study: Study, path: str) -> str:
    """Give the whole address of a path of the survey's site."""
    return study.fielding.mail.address.rstrip("/") + path
