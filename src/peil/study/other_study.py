"""Another study: figures that were published elsewhere, and how its questions correspond to this study's."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from peil.core.span import Span
from peil.study.tablespec import TableSpec
from peil.study.told import Told


class OtherSampling(StrEnum):
    """How the other study's respondents came in, as far as it says."""

    PROBABILITY = "probability"
    SELF_SELECTED = "self_selected"
    UNKNOWN = "unknown"


class OtherKind(StrEnum):
    """What a question of another study gives: shares of one answer, of several, of a scale, or a count."""

    SINGLE = "single"
    MULTI = "multi"
    SCALE = "scale"
    COUNT = "count"


class Likeness(StrEnum):
    """How like a question of this study a question of the other is.

    ``SAME`` question and options; ``MAPPED``, the same question with options that correspond n to m;
    ``SIMILAR``, near enough to be set side by side and not near enough to be held against each other.
    """

    SAME = "same"
    MAPPED = "mapped"
    SIMILAR = "similar"


@dataclass(frozen=True, slots=True)
class Publication:
    """Where figures were printed: one study may have a report and a web page.

    Args:
        id: Its name in the file.
        citation: Who published what.
        url: Its address; empty where it has none.
        date: Its day, or None where that isn't known.
        span: Where it stands.
    """

    id: str
    citation: Told
    url: str
    date: dt.date | None
    span: Span


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """One published figure, as printed.

    Args:
        question: Question of the other study.
        option: Its option; empty for a figure of the question as a whole.
        group: Its group; empty for all respondents.
        value: The number as printed, a percentage or a count; None where only words were printed.
        words: The words by language where no number was printed.
        decimals: Decimals that it was rounded to.
        n: Its base, or None where that wasn't published.
        source: The publication that it stands in.
        place: Page or section there.
        date: The day that it is of, where another than the publication's.
        claim: Id in a list of published claims; empty for none.
        span: Where it stands.
    """

    question: str
    option: str
    group: str
    value: Decimal | None
    words: Told
    decimals: int
    n: int | None
    source: str
    place: str
    date: dt.date | None
    claim: str
    span: Span


@dataclass(frozen=True, slots=True)
class Correspondence:
    """Options of the other study, and those of this one (option ids or ``net:ID``) that they stand beside."""

    theirs: tuple[str, ...]
    ours: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A group of the other study (empty: all) and the one of this study: a table and a class of its group."""

    theirs: str
    spec: TableSpec
    group: str | None


@dataclass(frozen=True, slots=True)
class OtherCrosswalk:
    """How a question of the other study corresponds to an item of this one.

    ``differences`` name what differs, each in the study's languages.
    """

    likeness: Likeness
    item: str
    rows: tuple[Correspondence, ...]
    groups: tuple[Counterpart, ...]
    differences: tuple[Told, ...]
    span: Span

    def row(self, theirs: tuple[str, ...]) -> Correspondence | None:
        """Give the correspondence that exactly these options of the other study are in."""
        return next((row for row in self.rows if set(row.theirs) == set(theirs)), None)

    def counterpart(self, theirs: str) -> Counterpart | None:
        """Give the counterpart of a group of the other study."""
        return next((one for one in self.groups if one.theirs == theirs), None)


@dataclass(frozen=True)
class OtherQuestion:
    """A question of the other study.

    Args:
        id: Its name in the file.
        title: A short name.
        wording: Its wording as far as published; empty where it isn't.
        kind: What it gives.
        horizon: The period that it asks about, in words; empty where it names none.
        options: Options by id, in printed order.
        crosswalk: How it corresponds to this study, or None for figures that have no counterpart.
        span: Where it stands.
    """

    id: str
    title: Told
    wording: Told
    kind: OtherKind
    horizon: Told
    options: Mapping[str, Told]
    crosswalk: OtherCrosswalk | None
    span: Span


@dataclass(frozen=True)
class OtherStudy:
    """A file of ``compare/``: published figures with their source, and a crosswalk to this questionnaire.

    Args:
        id: Its name, that of its file.
        span: Where it stands.
        name: What tables and sentences call it, by language.
        title: Its title.
        fieldwork: When it was held, in words; empty where unknown.
        sampling: How its respondents came in.
        design_effect: How many times larger the variance of its shares is than a simple random sample's.
        publications: Where its figures were printed, by id; the first is the main one.
        groups: Groups that it tells apart, by id.
        questions: Its questions, by id.
        figures: Its figures in written order.
    """

    id: str
    span: Span
    name: Told = field(default_factory=dict)
    title: Told = field(default_factory=dict)
    fieldwork: Told = field(default_factory=dict)
    sampling: OtherSampling = OtherSampling.UNKNOWN
    design_effect: float = 1.0
    publications: Mapping[str, Publication] = field(default_factory=dict)
    groups: Mapping[str, Told] = field(default_factory=dict)
    questions: Mapping[str, OtherQuestion] = field(default_factory=dict)
    figures: tuple[PrintedFigure, ...] = ()

    def find(self, question: str, option: str, group: str) -> tuple[PrintedFigure, ...]:
        """Give everything that was printed of an option in a group, the most precise number first."""
        wanted = (question, option, group)
        found = [one for one in self.figures if (one.question, one.option, one.group) == wanted]
        return tuple(sorted(found, key=lambda one: (one.value is None, -one.decimals)))

    def groups_of(self, question: str) -> Iterator[str]:
        """Give the groups (empty: all) that figures of a question are of, in the file's order."""
        told = {one.group for one in self.figures if one.question == question}
        yield from (group for group in ("", *self.groups) if group in told)
