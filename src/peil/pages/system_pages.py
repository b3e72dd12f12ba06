"""The pages around the questionnaire: start, erasure, privacy, and what to say when all fails."""

import datetime as dt
from dataclasses import replace
from enum import StrEnum
from urllib.parse import quote

from babel.dates import format_date

from peil.core.same import once_each
from peil.interview.answers import Answers
from peil.interview.fill import shown_text
from peil.interview.walk import walk
from peil.pages.about_view import about_view, other_lang
from peil.pages.chrome import HOME, make_chrome
from peil.pages.heading import Heading, make_notice
from peil.pages.invitation_words import is_linked, tell_mode
from peil.pages.leading_notice import leading_notice
from peil.pages.preview_view import list_pages
from peil.pages.site import Site
from peil.pages.system_page import system_page
from peil.study.fielding import Access


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
_ONWARD = {
    Message.OFF_ROUTE: "go_on",
    Message.NOT_FOUND: "to_questionnaire",  # perhaps nothing was begun, or all is finished
    Message.BROKEN: "to_questionnaire",
}


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
        about=about_view(site, language),
        consent_missing=consent_missing,
        no_code=no_code,
        mode=tell_mode(site, language, whole=False) if invited else (),
        begun_here=begun_here,
    )


def not_yet_page(site: Site, language: str, opens: dt.date) -> str:
    """Give the page that says from which day the questionnaire can be filled in."""
    words = site.words[language]
    date = format_date(opens, "long", locale=words.language)
    return system_page(
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
    return system_page(
        site,
        language,
        "closed",
        "closed_title",
        begun=begun,
        sent=sent,
        about=about_view(site, language),
        address=HOME,
    )


def erase_page(site: Site, language: str, seal: str) -> str:
    """Give the page that asks whether all is to be erased; the seal says of which interview."""
    return system_page(site, language, "erase", "erase_title", seal=seal)


def erased_page(site: Site, language: str) -> str:
    """Give the page that says all is erased."""
    return system_page(site, language, "erased", "erased_title", address=HOME)


def privacy_page(
    site: Site, language: str, *, begun: bool = False, goes_on: bool = False, closed: bool = False
) -> str:
    """Give the page on who does this, why they may, what is kept, how long, and what rights there are.

    Args:
        site: The study's site.
        language: Language of the page.
        begun: The browser has the code of an interview: its answers can be seen and erased.
        goes_on: There is something to answer in it still.
        closed: Fieldwork is over.
    """
    can_begin = not begun and not closed and site.study.fielding.access is not Access.INVITED
    return system_page(
        site,
        language,
        "privacy",
        "privacy_title",
        about=about_view(site, language),
        mode=tell_mode(site, language, whole=True),
        linked=is_linked(site),
        begun=begun,
        onward="go_on" if goes_on else "to_start" if can_begin else "",
        to_code="to_code_closed" if closed else "to_code",
    )


def message_page(site: Site, language: str, message: Message) -> str:
    """Give the page that says what was not done, and what to do now."""
    return system_page(
        site,
        language,
        "message",
        f"{message}_title",
        address=HOME,
        text=site.words[language](f"{message}_text"),
        with_code=message in _WITH_CODE,
        onward=_ONWARD.get(message, ""),
    )


def _notices(site: Site, language: str) -> tuple[Heading, ...]:
    """Give the notices of the first page, where the start page takes its place."""
    return _site_notices(site, language)


@once_each(most=64)
def _site_notices(site: Site, language: str) -> tuple[Heading, ...]:
    study, pages = site.study, leading_notice(site.study)
    interview = walk(study, Answers())
    page = interview.page(pages[0]) if pages else None
    return tuple(
        make_notice(
            shown_text(study, interview, step.question.wording, language, step.step),
            other_lang(site, step.question.wording, language, interview.role),
        )
        for step in (page.steps if page else ())
    )


def preview_index(site: Site) -> str:
    """Give the list of all pages, with a link to each as each role, in the base language."""
    language = site.study.about.language
    words = site.words[language]
    chrome = make_chrome(site, language, words("preview_title"), "/preview/")
    return site.render(
        "preview_index", chrome=replace(chrome, languages=()), pages=list_pages(site, language)
    )
