"""The pages that turn on the personal code: stopping for now, coming back, the end, leaving a device.

Each says what is true for whose code it is: who is under way, who has finished, whose interview was ended,
and everybody once fieldwork is over.
"""

from babel.dates import format_date

from peil.interview.interview import COMPLETE
from peil.pages.about_view import about_view
from peil.pages.bearer import Bearer
from peil.pages.site import Site
from peil.pages.system_page import system_page
from peil.pages.words import Words
from peil.study.fielding import Access
from peil.study.quota import QUOTA_FULL


def later_page(site: Site, language: str, bearer: Bearer, next_url: str) -> str:
    """Give the page on which a respondent stops for now: the code to go on with, how, and until when."""
    words = site.words[language]
    if bearer.until is None:
        open_until = words("later_open")
    else:
        open_until = words("later_until", date=format_date(bearer.until, "long", locale=words.language))
    return system_page(
        site,
        language,
        "later",
        "later_title",
        bearer=bearer,
        open_until=open_until,
        next_url=next_url,
    )


def resume_page(
    site: Site, language: str, *, typed: str = "", unknown: bool = False, closed: bool = False
) -> str:
    """Give the form for a personal code.

    Args:
        site: The study's site.
        language: Language of the page.
        typed: What was typed in.
        unknown: It opens nothing.
        closed: Fieldwork is over: answers can be seen and erased, and that is all.
    """
    words = site.words[language]
    return system_page(
        site,
        language,
        "resume",
        "resume_title_closed" if closed else "resume_title",
        fault=unknown,
        typed=typed,
        unknown=_unknown(site, words, closed=closed) if unknown else "",
        button="resume_button_closed" if closed else "resume_button",
        lost=_lost(site, words, closed=closed),
        closed=closed,
    )


def _unknown(site: Site, words: Words, *, closed: bool) -> str:
    """Say that a code opens nothing; that of an older mail may have been voided before anything was begun."""
    mailed = site.study.fielding.access is not Access.OPEN and not closed
    return " ".join([words("resume_unknown"), *([words("resume_unknown_mail")] if mailed else [])])


def _lost(site: Site, words: Words, *, closed: bool) -> str:
    """Say what is left to who has lost the code."""
    access = site.study.fielding.access
    if access is Access.OPEN:
        return words("resume_lost_closed" if closed else "resume_lost")
    otherwise = access is Access.BOTH and not closed
    return " ".join([words("resume_lost_mail"), *([words("resume_lost_else")] if otherwise else [])])


def end_page(site: Site, language: str, bearer: Bearer) -> str:
    """Give the thanks, what happens with the answers, and the code to come back with.

    Args:
        site: The study's site.
        language: Language of the page.
        bearer: Whose interview has an outcome.
    """
    said = {COMPLETE: "end_complete", QUOTA_FULL: "end_full"}.get(bearer.outcome or "", "end_early")
    counts = {"pilot": "end_pilot", "test": "end_test"}.get(site.trial, "")
    return system_page(
        site,
        language,
        "end",
        "end_title",
        said=said,
        counts=counts,
        bearer=bearer,
        ask="end_code" if bearer.changes else "end_code_kept",
        about=about_view(site, language),
    )


def left_page(site: Site, language: str, *, closed: bool = False) -> str:
    """Give the page that says this device has forgotten the respondent."""
    return system_page(site, language, "left", "left_title", closed=closed)
