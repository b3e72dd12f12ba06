"""The way: a study's route leg by leg, as it is walked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from peil.core.same import once_each
from peil.interview.course import Asking, Course, course_of
from peil.interview.leg import Leg, make_leg
from peil.interview.pages_read import pages_read
from peil.study.expr.tree import RoleIs
from peil.study.route import End
from peil.study.study import Study


@dataclass(frozen=True)
class Way:
    """A course as legs.

    Args:
        course: The course.
        legs: Its legs in order.
        starts: Page id to its first leg; empty where a page stands in two places, which no study without
            errors has.
        leg_of: Variable name to the leg that asks it.
        touched: Page id to the legs that answers to it can change: its own, those whose conditions look
            back at it, and those that look back at these.
        settled: The leg from which on the role is known for good.
    """

    course: Course
    legs: tuple[Leg, ...]
    starts: Mapping[str, int]
    leg_of: Mapping[str, int]
    touched: Mapping[str, frozenset[int]]
    settled: int


def way_of(study: Study, *, endless: bool = False) -> Way:
    """Give the study's way, made on first use and kept for the last few; ``endless`` without early ends."""
    return _way(study, endless)


@once_each(most=32)
def _way(study: Study, endless: bool) -> Way:  # noqa: FBT001 - a cache's key
    course = course_of(study)
    if endless:
        asked = tuple(entry for entry in course.entries if isinstance(entry, Asking))
        course = replace(course, entries=asked)
    legs = tuple(_legs(course))
    starts = {leg.page: place for place, leg in enumerate(legs) if not leg.joins}
    leg_of = {
        name: place
        for place, leg in enumerate(legs)
        for stop in leg.stops
        for item in stop.asking.items
        for name in item.variables
    }
    once = len(starts) == sum(not leg.joins for leg in legs)
    touched = _touched(study, legs, starts)
    return Way(course, legs, starts if once else {}, leg_of, touched, _settled(study, legs))


def _touched(study: Study, legs: Sequence[Leg], starts: Mapping[str, int]) -> dict[str, frozenset[int]]:
    looked_back_at = [_pages_read(study, leg) for leg in legs]
    found: dict[str, frozenset[int]] = {}
    for page, start in starts.items():
        pages, places = {page}, set[int]()
        for place in range(start, len(legs)):
            if legs[place].page in pages or not pages.isdisjoint(looked_back_at[place]):
                pages.add(legs[place].page)
                places.add(place)
        found[page] = frozenset(places)
    return found


def _settled(study: Study, legs: Sequence[Leg]) -> int:
    deciding = pages_read(study, RoleIs(()))
    return max((place + 1 for place, leg in enumerate(legs) if leg.page in deciding), default=0)


def _pages_read(study: Study, leg: Leg) -> frozenset[str]:
    conditions = [end.condition for end, _ in leg.ends]
    for stop in leg.stops:
        parts = (*stop.asking.options, *stop.asking.rows)
        conditions += [stop.asking.step.condition, *(condition for _, condition in parts)]
    return frozenset(page for condition in conditions for page in pages_read(study, condition))


def _legs(course: Course) -> Iterator[Leg]:
    """Give the legs in order; an early end belongs to the leg that it stands after."""
    askings: list[Asking] = []
    ends: list[End] = []
    before = ""
    for entry in course.entries:
        if isinstance(entry, End):
            ends.append(entry)
            continue
        if askings and (ends or entry.step.page != askings[-1].step.page):
            yield make_leg(askings, ends, course.codebook, joins=askings[0].step.page == before)
            before, askings, ends = askings[0].step.page, [], []
        askings.append(entry)
    if askings:
        yield make_leg(askings, ends, course.codebook, joins=askings[0].step.page == before)
