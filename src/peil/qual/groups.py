"""Answers that say the same in the same or nearly the same words."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from peil.qual.open_answers import OpenAnswer

NEAR = 85.0
"""How alike answers are, from 0 to 100, to stand in one near group."""
TOGETHER = 256
"""Answers compared with all others at once: what bounds the memory."""


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Answers that belong together.

    Args:
        answers: In the order that they were given in.
        exact: Their words are the same, but for case, accents' form, punctuation and spaces.
    """

    answers: tuple[OpenAnswer, ...]
    exact: bool


def normalise(words: str) -> str:
    """Give what is compared: letters and digits in small letters, with one space between words."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    kept = "".join(letter if letter.isalnum() else " " for letter in folded)
    return " ".join(kept.split())


def exact_groups(answers: Iterable[OpenAnswer]) -> tuple[AnswerGroup, ...]:
    """Put answers with the same normalised words together; every answer is in one group."""
    found: dict[str, list[OpenAnswer]] = {}
    for one in answers:
        found.setdefault(normalise(one.words) or one.words, []).append(one)
    return tuple(AnswerGroup(tuple(group), exact=True) for group in found.values())


def near_groups(answers: Iterable[OpenAnswer], threshold: float = NEAR) -> tuple[AnswerGroup, ...]:
    """Put together what is alike, in chains: one answer near another joins its group.

    Alike is Rapidfuzz's token sort ratio of the normalised words: 100 times one less the normalised insertion
    and deletion distance of the words in alphabetical order. Short answers differ by one word and mean
    another thing ("less work", "more work"): a person looks at a group before it is coded at once.

    Args:
        answers: The answers.
        threshold: The least ratio, from 0 to 100.
    """
    exact = exact_groups(answers)
    keys = [_in_alphabet(group.answers[0].words) for group in exact]
    parents = list(range(len(keys)))
    for start in range(0, len(keys), TOGETHER):
        alike = process.cdist(
            keys[start : start + TOGETHER], keys[start:], scorer=fuzz.ratio, dtype=np.float64
        )
        for one, other in np.argwhere(alike >= threshold).tolist():
            _join(parents, start + one, start + other)
    found: dict[int, list[int]] = {}
    for place in range(len(keys)):
        found.setdefault(_root(parents, place), []).append(place)
    return tuple(_together([exact[place] for place in places]) for places in found.values())


def _in_alphabet(words: str) -> str:
    """Give the words in alphabetical order; of what has no letters and digits, what was written."""
    return " ".join(sorted(normalise(words).split())) or words


def group_of(answer: OpenAnswer, groups: Iterable[AnswerGroup]) -> AnswerGroup:
    """Give the group that an answer is in; by itself where it is in none."""
    return next((group for group in groups if answer in group.answers), AnswerGroup((answer,), exact=True))


def _together(groups: Sequence[AnswerGroup]) -> AnswerGroup:
    answers = tuple(answer for group in groups for answer in group.answers)
    return AnswerGroup(answers, exact=len(groups) == 1)


def _root(parents: list[int], place: int) -> int:
    while parents[place] != place:
        parents[place] = parents[parents[place]]
        place = parents[place]
    return place


def _join(parents: list[int], one: int, other: int) -> None:
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first
