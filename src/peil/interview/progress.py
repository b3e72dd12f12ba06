"""How far an interview is: the page's number, and of how many."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.core.same import once_each
from peil.interview.interview import Interview
from peil.interview.pages_read import pages_read
from peil.interview.walk import pages_without_ends
from peil.study.route import Step
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Progress:
    """Page ``number`` of ``total``; no more can come than that, so a total only shrinks on the way."""

    number: int
    total: int


def progress_of(study: Study, interview: Interview, page: str) -> Progress:
    """Give the number of a page on the route, and how many pages there are at most.

    A later page counts when it is on the route, or when its condition reads something that is asked on this
    page or may be asked after it. Behind an early end pages count only while such an answer can undo the
    end: the answers that are there may be changed, and ``end if not …`` holds until there is one.
    """
    on_route = tuple([shown.id for shown in interview.pages])
    would_come = frozenset[str]()
    if interview.early is not None:
        endless = pages_without_ends(study, interview.answers)
        would_come = frozenset(shown.id for shown in endless) - {*on_route}
    return _progress(study, on_route, would_come, page)


@once_each(most=16384)
def _progress(study: Study, on_route: tuple[str, ...], would_come: frozenset[str], page: str) -> Progress:
    """Give the progress; ``would_come`` are the pages that an early end keeps off the route."""
    number = on_route.index(page) + 1
    order = study.route.pages
    origins = _origins(study)
    may_come = {page}
    for later in order[order.index(page) + 1 :]:
        if later in on_route:
            may_come.add(later)
        elif later in would_come or not may_come.isdisjoint(origins.of_page[later]):
            ended = would_come and order.index(later) > order.index(on_route[-1])
            if not ended or not may_come.isdisjoint(origins.of_end.get(on_route[-1], frozenset())):
                may_come.add(later)
    return Progress(number, number + len(may_come) - 1)


@dataclass(frozen=True, slots=True)
class _Origins:
    """By page: on which pages it depends whether it is asked, and whether the interview ends there."""

    of_page: Mapping[str, frozenset[str]]
    of_end: Mapping[str, frozenset[str]]


@once_each(most=16)
def _origins(study: Study) -> _Origins:
    of_page: dict[str, frozenset[str]] = {page: frozenset() for page in study.route.pages}
    of_end: dict[str, frozenset[str]] = {}
    for entry in study.route.entries:
        if isinstance(entry, Step):
            of_page[entry.page] |= pages_read(study, entry.condition)
        else:
            page = study.route.by_id[entry.after].page
            deciding = of_page[page] | pages_read(study, entry.condition)
            of_end[page] = of_end.get(page, frozenset()) | deciding
    return _Origins(of_page, of_end)
