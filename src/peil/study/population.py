"""A population: sizes of classes from another source, and how a group of this study corresponds to them."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from peil.core.span import Span
from peil.study.known_share import KnownShare
from peil.study.told import Told


class Unit(StrEnum):
    """What a source counts."""

    PEOPLE = "people"
    EMPLOYEES = "employees"
    SELF_EMPLOYED = "self-employed"
    JOBS = "jobs"
    EMPLOYEE_JOBS = "employee jobs"
    ENTERPRISES = "enterprises"
    ESTABLISHMENTS = "establishments"
    HOUSEHOLDS = "households"


@dataclass(frozen=True, slots=True)
class SourceClass:
    """A class of the source.

    Args:
        name: What the source calls it, by language; a proper name stands under the base language alone.
        size: Its percentage or its count as the source gives it; None where the source gives none.
        to: The class of this study's group that it is part of; empty where it corresponds to none.
        span: Where it stands.
    """

    name: Told
    size: Decimal | None
    to: str
    span: Span


@dataclass(frozen=True, slots=True)
class Headline:
    """A number that is looked at under weights: options of an item, taken together."""

    item: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceVerdict:
    """What the source itself concludes: its own words, or with ``paraphrase`` ours for them."""

    words: Told
    source: Told
    paraphrase: bool


@dataclass(frozen=True)
class Population:
    """A population that the sample is set beside: ``compare/population/ID.toml``.

    Args:
        id: Its name, that of its file.
        title: What it is, by language.
        source: Whom the sizes are from, as a report prints it.
        url: Where they can be found; may be empty.
        date: The day that they are of, or None.
        period: The period that they are of; empty where a day says it.
        unit: What the source counts.
        study_unit: What this study counts.
        unit_note: Why the two are set beside each other though they differ; may be empty.
        group: The item of this study that is set beside it, with one class a respondent.
        classes: The source's classes in written order.
        counted: Sizes are counts; else percentages.
        total: What the counts are parts of, where the source gives it.
        rounded_to: What counts were rounded to: 1000 for thousands; 1 for exact counts.
        points: By how many percentage points shares may differ.
        minimum: The fewest respondents of a class that is compared.
        headlines: Numbers that are looked at under weights to this population.
        verdict: What the source concludes, or None.
        span: Where it begins.
    """

    id: str
    title: Told
    source: Told
    group: str
    classes: tuple[SourceClass, ...]
    span: Span
    url: str = ""
    date: dt.date | None = None
    period: Told | None = None
    unit: Unit = Unit.PEOPLE
    study_unit: Unit = Unit.PEOPLE
    unit_note: Told | None = None
    counted: bool = False
    total: Decimal | None = None
    rounded_to: int = 1
    points: int = 10
    minimum: int = 10
    headlines: tuple[Headline, ...] = ()
    verdict: SourceVerdict | None = None

    @cached_property
    def whole(self) -> Fraction | None:
        """What sizes are parts of: 100 for percentages; None for counts of which some aren't known."""
        if not self.counted:
            return Fraction(100)
        if self.total is not None:
            return Fraction(self.total)
        sizes = [one.size for one in self.classes]
        return sum((Fraction(size) for size in sizes if size is not None), Fraction(0)) or None

    def share(self, classes: Iterable[SourceClass]) -> KnownShare | None:
        """Give the share of classes together; None where the source doesn't give one of them."""
        found = [self._share(one) for one in classes]
        known = [share for share in found if share is not None]
        return None if len(known) < len(found) or not known else sum(known[1:], known[0])

    def _share(self, one: SourceClass) -> KnownShare | None:
        if one.size is None or self.whole is None:
            return None
        if not self.counted:
            decimals = decimals_of(one.size)
            return KnownShare(Fraction(one.size), decimals, Fraction(1, 2 * 10**decimals))
        slack = 50 * self.rounded_to / self.whole if self.rounded_to > 1 else Fraction(0)
        return KnownShare(100 * Fraction(one.size) / self.whole, slack=slack)

    @cached_property
    def shares(self) -> Mapping[str, KnownShare]:
        """Class of this study to its share in the population; one that no source gives isn't there."""
        matched = dict.fromkeys(one.to for one in self.classes if one.to)
        found = {to: self.share(one for one in self.classes if one.to == to) for to in matched}
        return {to: share for to, share in found.items() if share is not None}

    @cached_property
    def strangers(self) -> tuple[SourceClass, ...]:
        """The source's classes that correspond to none of this study's."""
        return tuple(one for one in self.classes if not one.to)


def decimals_of(size: Decimal) -> int:
    """Give how many decimals a number is printed with."""
    return max(0, -int(size.as_tuple().exponent))
