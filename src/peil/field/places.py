"""Where an interview goes on."""

from collections.abc import Iterable
from urllib.parse import quote

from peil.interview.interview import Interview
from peil.pages.addresses import named_address, page_address

RESUMED = "resumed"
GROWN = "grown"
NO_CODE = "nocode"
DIRECT = "direct"
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


def place_after(language: str, interview: Interview, page: str) -> str:
    """Give where a page leads: the next one on the route, or where the interview goes on."""
    following = page_after(interview, page)
    return page_address(language, following) if following else next_place(language, interview)


def page_after(interview: Interview, page: str) -> str | None:
    """Give the page that a page leads to: the next one on the route, or where it goes on; None at the end."""
    pages = [shown.id for shown in interview.pages]
    later = pages[pages.index(page) + 1 :] if page in pages else []
    return later[0] if later else interview.next_page


def place_before(language: str, interview: Interview, page: str) -> str:
    """Give where Back leads: the page before on the route; from the first one nowhere else."""
    pages = [shown.id for shown in interview.pages]
    if page not in pages:
        return next_place(language, interview)
    return page_address(language, pages[max(0, pages.index(page) - 1)])
