"""The way: a study's route leg by leg, as it is walked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from peil.core.same import Same
from peil.interview.course import Asking, Course, course_of
from peil.interview.leg import Leg, make_leg
from peil.study.route import End
from peil.study.study import Study


@dataclass(frozen=True)
class Way:
    """A course as legs.

    ``starts`` is page id to its first leg, empty where a page stands in two places, which no study without
    errors has; ``leg_of`` is variable name to the leg that asks it.
    """

    course: Course
    legs: tuple[Leg, ...]
    starts: Mapping[str, int]
    leg_of: Mapping[str, int]


def way_of(study: Study, *, endless: bool = False) -> Way:
    """Give the study's way, made on first use and kept for the last few; ``endless`` without early ends."""
    return _way(Same(study), endless)


@lru_cache(maxsize=32)
def _way(same: Same[Study], endless: bool) -> Way:  # noqa: FBT001 - a cache's key
    course = course_of(same.value)
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
    return Way(course, legs, starts if once else {}, leg_of)


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
