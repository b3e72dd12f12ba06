"""The pages around the questionnaire: start, later, end, erasure, privacy, and what to say when all fails."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from urllib.parse import quote

from babel.dates import format_date

from peil.core.same import Same
from peil.interview.answers import Answers
from peil.interview.fill import shown_text
from peil.interview.interview import COMPLETE
from peil.interview.walk import walk
from peil.pages.addresses import ANY_LANGUAGE, named_address
from peil.pages.chrome import HOME, make_chrome
from peil.pages.heading import Heading, make_notice
from peil.pages.invitation_words import is_linked, tell_mode
from peil.pages.lawful_basis import tell_lawful_basis, tell_retention
from peil.pages.leading_notice import leading_notice
from peil.pages.paragraphs import Paragraph, link_addresses
from peil.pages.preview_view import list_pages
from peil.pages.said import Said, language_of
from peil.pages.site import Site
from peil.pages.words import Words
from peil.study.question import Kind
from peil.study.quota import QUOTA_FULL
from peil.study.text import Wording


class Message(StrEnum):
    """What went otherwise than the respondent meant; each has a title and a text in every language."""

    NOT_FOUND = "not_found"
    OFF_ROUTE = "off_route"
    OTHER_INTERVIEW = "other_interview"
    NO_INTERVIEW = "no_interview"
    BAD_REQUEST = "bad_request"
    TOO_LARGE = "too_large"
    BUSY = "busy"
    BROKEN = "broken"
    INVITED_ONLY = "invited_only"
    NO_COOKIE = "no_cookie"
    INVITATION_UNKNOWN = "invitation_unknown"
    LEAVING_UNKNOWN = "leaving_unknown"


_WITH_CODE = frozenset(
    {
        Message.OTHER_INTERVIEW,
        Message.NO_INTERVIEW,
        Message.INVITED_ONLY,
        Message.NO_COOKIE,
        Message.INVITATION_UNKNOWN,
    }
)
_GO_ON = frozenset({Message.OFF_ROUTE, Message.NOT_FOUND, Message.BROKEN})


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


def start_page(  # noqa: PLR0913 - what it says beside the study's own words is named at the call
    site: Site,
    language: str,
    code: str,
    *,
    link: str = "",
    version: str = "",
    address: str = "",
    consent_missing: bool = False,
    no_code: bool = False,
    changed: bool = False,
    invited: bool = False,
    begun_here: bool = False,
) -> str:
    """Give the page that an interview begins on: what it is about, and consent.

    Args:
        site: The study's site.
        language: Language of the page.
        code: The new personal code, sent along unseen: a double click begins one interview.
        link: What came after ``?from=`` in the address, sent along unseen.
        version: Fingerprint of the version whose words stand on the page, sent along unseen.
        address: Path of the page with ``ANY_LANGUAGE`` for its language, where it isn't the start page's own.
        consent_missing: Say that the tick is needed.
        no_code: Say that the browser brought no code along, and that it may refuse cookies.
        changed: Say that the words have been changed since the page was opened.
        invited: The code is the token of an invitation: say what may link that to the answers.
        begun_here: Say that an interview was begun in this browser, perhaps someone else's, and lead to it.
    """
    words = site.words[language]
    home = f"{HOME}?from={quote(link, safe='')}" if link else HOME
    chrome = make_chrome(site, language, "", address or home)
    if consent_missing:
        chrome = replace(chrome, title=f"{words('error_prefix')} {chrome.title}")
    return site.render(
        "start",
        chrome=chrome,
        code=code,
        link=link,
        version=version,
        changed=changed,
        notices=_notices(site, language),
        about=_about(site, language),
        consent_missing=consent_missing,
        no_code=no_code,
        mode=tell_mode(site, language, whole=False) if invited else (),
        begun_here=begun_here,
    )


def later_page(site: Site, language: str, code: str, next_url: str) -> str:
    """Give the page on which a respondent stops for now: the code to go on with, and how."""
    return _system(site, language, "later", "later_title", code=code, next_url=next_url)


def resume_page(site: Site, language: str, *, typed: str = "", unknown: bool = False) -> str:
    """Give the form for a personal code; ``unknown`` says that what was typed opens nothing."""
    return _system(site, language, "resume", "resume_title", fault=unknown, typed=typed, unknown=unknown)


def end_page(site: Site, language: str, outcome: str, code: str) -> str:
    """Give the thanks, what happens with the answers, and the code to come back with.

    Args:
        site: The study's site.
        language: Language of the page.
        outcome: ``complete``, the outcome of an early end, or ``quota_full``.
        code: The personal code.
    """
    said = {COMPLETE: "end_complete", QUOTA_FULL: "end_full"}.get(outcome, "end_early")
    counts = {"pilot": "end_pilot", "test": "end_test"}.get(site.trial, "")
    return _system(
        site, language, "end", "end_title", said=said, counts=counts, code=code, about=_about(site, language)
    )


def not_yet_page(site: Site, language: str, opens: dt.date) -> str:
    """Give the page that says from which day the questionnaire can be filled in."""
    words = site.words[language]
    date = format_date(opens, "long", locale=words.language)
    return _system(
        site, language, "not_yet", "not_yet_title", text=words("not_yet_text", date=date), address=HOME
    )


def closed_page(site: Site, language: str, *, begun: bool = False, sent: bool = False) -> str:
    """Give the page that says fieldwork is over, and what can be done still.

    Args:
        site: The study's site.
        language: Language of the page.
        begun: The browser has the code of an interview: its answers can be seen and erased.
        sent: Something was sent, and hasn't been kept.
    """
    return _system(
        site,
        language,
        "closed",
        "closed_title",
        begun=begun,
        sent=sent,
        about=_about(site, language),
        address=HOME,
    )


def erase_page(site: Site, language: str, seal: str) -> str:
    """Give the page that asks whether all is to be erased; the seal says of which interview."""
    return _system(site, language, "erase", "erase_title", seal=seal)


def erased_page(site: Site, language: str) -> str:
    """Give the page that says all is erased."""
    return _system(site, language, "erased", "erased_title", address=HOME)


def left_page(site: Site, language: str) -> str:
    """Give the page that says this device has forgotten the respondent."""
    return _system(site, language, "left", "left_title")


def privacy_page(site: Site, language: str) -> str:
    """Give the page on who does this, why they may, what is kept, how long, and what rights there are."""
    return _system(
        site,
        language,
        "privacy",
        "privacy_title",
        about=_about(site, language),
        mode=tell_mode(site, language, whole=True),
        linked=is_linked(site),
    )


def message_page(site: Site, language: str, message: Message) -> str:
    """Give the page that says what was not done, and what to do now."""
    return _system(
        site,
        language,
        "message",
        f"{message}_title",
        address=HOME,
        text=site.words[language](f"{message}_text"),
        with_code=message in _WITH_CODE,
        go_on=message in _GO_ON,
    )


def _system(
    site: Site,
    language: str,
    template: str,
    title: str,
    *,
    fault: bool = False,
    address: str = "",
    **values: object,
) -> str:
    words = site.words[language]
    heading = f"{words('error_prefix')} {words(title)}" if fault else words(title)
    chrome = make_chrome(site, language, heading, address or named_address(ANY_LANGUAGE, template))
    return site.render(template, chrome=chrome, title=words(title), **values)


def _notices(site: Site, language: str) -> tuple[Heading, ...]:
    """Give the notices of the first page, where the start page takes its place."""
    return _site_notices(Same(site), language)


@lru_cache(maxsize=64)
def _site_notices(same: Same[Site], language: str) -> tuple[Heading, ...]:
    site = same.value
    study, pages = site.study, leading_notice(site.study)
    interview = walk(study, Answers())
    page = interview.page(pages[0]) if pages else None
    return tuple(
        make_notice(
            shown_text(study, interview, step.question.wording, language, step.step),
            _other_lang(site, step.question.wording, language, interview.role),
        )
        for step in (page.steps if page else ())
    )


def _other_lang(site: Site, wording: Wording, language: str, role: str = "") -> str:
    spoken = language_of(wording, language, role)
    return "" if spoken == site.words[language].language else spoken


def _about(site: Site, language: str) -> About:
    return _site_about(Same(site), language)


@lru_cache(maxsize=64)
def _site_about(same: Same[Site], language: str) -> About:
    site = same.value
    about, words = site.study.about, site.words[language]
    consent = Said("")
    if about.consent is not None:
        consent = Said(about.consent.plain(language), _other_lang(site, about.consent, language))
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


def preview_index(site: Site) -> str:
    """Give the list of all pages, with a link to each as each role, in the base language."""
    language = site.study.about.language
    words = site.words[language]
    chrome = make_chrome(site, language, words("preview_title"), "/preview/")
    return site.render(
        "preview_index", chrome=replace(chrome, languages=()), pages=list_pages(site, language)
    )
