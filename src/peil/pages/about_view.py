"""What pages say of the study itself: who does it, why they may, how long they keep what."""

from dataclasses import dataclass

from peil.core.same import once_each
from peil.pages.lawful_basis import tell_lawful_basis, tell_retention
from peil.pages.paragraphs import Paragraph, link_addresses
from peil.pages.said import Said, language_of
from peil.pages.site import Site
from peil.pages.words import Words
from peil.study.question import Kind
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class About:
    """Who does the study, why they may and how long they keep what, in words; what isn't known is empty.

    ``apart`` says that it asks for contact details, which are kept apart.
    """

    who: str
    basis: tuple[str, ...]
    retention: str
    contact: Paragraph
    consent: Said
    apart: bool


def about_view(site: Site, language: str) -> About:
    """Give what a page says of the study."""
    return _site_about(site, language)


@once_each(most=64)
def _site_about(site: Site, language: str) -> About:
    about, words = site.study.about, site.words[language]
    consent = Said("")
    if about.consent is not None:
        consent = Said(about.consent.plain(language), other_lang(site, about.consent, language))
    return About(
        words("start_who", controller=about.controller) if about.controller else "",
        tell_lawful_basis(words, about.lawful_basis),
        _retention(site, words),
        link_addresses(about.contact),
        consent,
        _asks_contacts(site),
    )


def _asks_contacts(site: Site) -> bool:
    return any(question.kind is Kind.CONTACT for question in site.study.questionnaire.questions)


def _retention(site: Site, words: Words) -> str:
    """Say how long is kept what there is: answers, contact details, the addresses of who was invited."""
    about, fielding = site.study.about, site.study.fielding
    told = [tell_retention(words, about.retention_months)]
    if _asks_contacts(site):
        told.append(tell_retention(words, fielding.retention.contacts, "contacts"))
    if fielding.privacy is not None:
        told.append(tell_retention(words, fielding.retention.addresses, "addresses"))
    return " ".join(one for one in told if one)


def other_lang(site: Site, wording: Wording, language: str, role: str = "") -> str:
    """Give the language that a wording is read in, where that isn't the page's own; else nothing."""
    spoken = language_of(wording, language, role)
    return "" if spoken == site.words[language].language else spoken
