"""Match the words around a number with the study's own: questions, options and classes."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rapidfuzz import fuzz

from peil.audit.reading.candidate import Candidate
from peil.audit.reading.caption import caption_title
from peil.audit.reading.cutting import Cutting
from peil.study.question import Kind
from peil.study.short_title import short_title
from peil.study.study import Study

AT_MOST = 3
LOWEST = 60
SHORTEST = 4
"""A label with fewer letters matches half of all sentences by chance."""

SIDES = ("row", "column")
TAIL = re.compile(r"\s*\([^()]*\bn\s?=\s?[\d.,]+\s*\)\s*$|\s*\bn\s?=\s?[\d.,]+\s*$", re.IGNORECASE)
ASKED = re.compile(r"\b(?:vraag|question)\s(\d+[a-z]?)\b", re.IGNORECASE)
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Known:
    """An item in the study's words: its question's number, its titles, and its options by id."""

    item: str
    number: str
    titles: tuple[str, ...]
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Matcher:
    """Finds candidates for numbers in a text of one language; numbers of one sentence have the same."""

    study: Study
    language: str
    seen: dict[Key, tuple[tuple[Candidate, ...], tuple[Candidate, ...]]] = field(default_factory=dict)

    @cached_property
    def known(self) -> tuple[Known, ...]:
        """Every item that has options."""
        items = self.study.codebook.items
        return tuple(
            self.words_of(key) for key, one in items.items() if one.kind in {Kind.SINGLE, Kind.MULTI}
        )

    def words_of(self, key: str) -> Known:
        """Give an item's words."""
        item = self.study.codebook.items[key]
        question = self.study.questionnaire.by_id.get(item.question)
        asked = (short_title(self.study, key, self.language), item.wording.plain(self.language))
        titles = dict.fromkeys(simple(text) for text in asked if text)
        options = ((one.id, simple(one.wording.label(self.language))) for one in item.options)
        number = re.sub(r"\D*(\d\w*).*", r"\1", question.source) if question else ""
        return Known(key, number.casefold(), tuple(titles), tuple(options))

    def find(self, cutting: Cutting) -> tuple[tuple[Candidate, ...], tuple[Candidate, ...]]:
        """Give the best items with an option, and the best classes of the plan's groups, best first."""
        key = (cutting.spot.caption, cutting.text, cutting.row, cutting.column)
        if key not in self.seen:
            labels = {side: bare(label) for side, label in zip(SIDES, key[2:], strict=True) if label}
            text = "" if labels else simple(cutting.text)
            self.seen[key] = self.items(cutting, labels, text), self.groups(labels, text)
        return self.seen[key]

    def items(self, cutting: Cutting, labels: Mapping[str, str], text: str) -> tuple[Candidate, ...]:
        """Give items with an option: the label and the question's words count about alike."""
        title = bare(caption_title(cutting.spot.caption))
        around = simple(f"{title} {text} {cutting.spot.section}")
        number = ASKED.search(cutting.spot.caption)
        asked = number[1].casefold() if number else ""
        found = []
        for known in self.known:
            named = known.number == asked if asked else title in known.titles
            fits = 100.0 if named else max(fuzz.token_set_ratio(one, around) for one in known.titles)
            for option, label in known.options:
                how, exact = match(label, labels, text)
                if how >= LOWEST:
                    sure = exact if named else ""
                    score = 100.0 if sure else min(0.55 * how + 0.45 * fits, 99.0)
                    found.append(self.candidate(known, option, score, sure))
        return best(found)

    def groups(self, labels: Mapping[str, str], text: str) -> tuple[Candidate, ...]:
        """Give classes of the plan's groups."""
        found = []
        for known in self.known:
            for option, label in known.options if known.item in self.study.plan.groups else ():
                how, exact = match(label, labels, text)
                if how >= LOWEST:
                    found.append(self.candidate(known, option, how, exact))
        return best(found)

    def candidate(self, known: Known, option: str, score: float, exact: str) -> Candidate:
        """Give a candidate with its words."""
        item = self.study.codebook.items[known.item]
        chosen = next(one for one in item.options if one.id == option)
        title = short_title(self.study, known.item, self.language)
        label = f"{title} / {chosen.wording.label(self.language)}"
        return Candidate(known.item, option, label, round(score), exact)


def simple(text: str) -> str:
    """Give words in lower case without signs."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def bare(label: str) -> str:
    """Give a label's or caption's words without the base or question number behind them."""
    return simple(TAIL.sub("", label))


def match(label: str, labels: Mapping[str, str], text: str) -> tuple[float, str]:
    """Give how well an option's label fits a cell's row or column, or else a part of a sentence; 0 to 100.

    Beside it the side whose words are the option's own, or the empty string.
    """
    if not label:
        return 0.0, ""
    if labels:
        scores = {side: fuzz.ratio(label, own) for side, own in labels.items()}
        side = max(scores, key=lambda one: scores[one])
        return scores[side], side if labels[side] == label else ""
    if len(label) < SHORTEST or len(label) > len(text):
        return 0.0, ""
    return fuzz.partial_ratio(label, text, score_cutoff=LOWEST), ""


def best(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Give the best few; equals by name, so that the same text gives the same drafts."""
    ranked = sorted(found, key=lambda one: (not one.exact, -one.score, one.item, one.option))
    return tuple(ranked[:AT_MOST])


def sure(found: Sequence[Candidate]) -> Candidate | None:
    """Give the one candidate whose words are the text's own, or None when none is, or several are."""
    exact = [one for one in found if one.exact]
    return exact[0] if len(exact) == 1 else None
