"""Where an interview goes on."""

from collections.abc import Iterable
from urllib.parse import quote

from peil.field.visit import Visit
from peil.interview.interview import Interview
from peil.interview.walk import walk
from peil.pages.addresses import named_address, page_address

RESUMED = "resumed"
GROWN = "grown"
NO_CODE = "nocode"
DIRECT = b"direct"
"""The script asks for the next page itself, not for its address: one request a page, not two."""


def no_code_place(language: str) -> str:
    """Give the start page for who wants a page without a code: perhaps the browser refuses cookies."""
    return f"{named_address(language)}?{NO_CODE}"


def grown_place(language: str, page: str, steps: Iterable[str]) -> str:
    """Give the path of a page that is to say which questions the answers have added to it."""
    return f"{page_address(language, page)}?{GROWN}={quote(','.join(sorted(steps)), safe=',')}"


def next_place(language: str, interview: Interview) -> str:
    """Give where the interview goes on: the page to be answered next, or the end."""
    following = interview.next_page
    return page_address(language, following) if following else named_address(language, "end")


def resumed_place(language: str, interview: Interview) -> str:
    """Give where the interview goes on for who comes back to it; the page says so."""
    where = next_place(language, interview)
    return f"{where}?{RESUMED}" if interview.next_page else where


def goes_on(visit: Visit, language: str, *, resumed: bool = False) -> str:
    """Give where a visit goes on: an interview that found its quota full is at its end.

    Args:
        visit: Whose interview.
        language: Language of the page that it leads to.
        resumed: The page says that one goes on where it was left.
    """
    if visit.kept.full:
        return named_address(language, "end")
    interview = walk(visit.study, visit.kept.answers)
    return resumed_place(language, interview) if resumed else next_place(language, interview)


def place_after(language: str, interview: Interview, page: str) -> str:
    """Give where a page leads: the next one on the route, or where the interview goes on."""
    following = page_after(interview, page)
    return page_address(language, following) if following else next_place(language, interview)


def page_after(interview: Interview, page: str) -> str | None:
    """Give the page that a page leads to: the next one on the route, or where it goes on; None at the end."""
    pages = iter(interview.pages)
    if any(shown.id == page for shown in pages):
        later = next(pages, None)  # the one right behind it
        if later is not None:
            return later.id
    return interview.next_page


def place_before(language: str, interview: Interview, page: str) -> str:
    """Give where Back leads: the page before on the route; from the first one nowhere else."""
    pages = [shown.id for shown in interview.pages]
    if page not in pages:
        return next_place(language, interview)
    return page_address(language, pages[max(0, pages.index(page) - 1)])
