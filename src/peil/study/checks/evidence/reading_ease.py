"""Reading ease: Flesch's formula with the weights that were published for each language."""

from collections.abc import Sequence
from dataclasses import dataclass

from peil.study.checks.evidence.sentences import Sentence
from peil.study.checks.evidence.syllables import count_syllables


@dataclass(frozen=True, slots=True)
class Formula:
    """A constant, less the weights of words per sentence and of syllables per word."""

    constant: float
    sentence: float
    word: float


FORMULAS = {
    "en": Formula(206.835, 1.015, 84.6),
    "nl": Formula(206.84, 0.93, 77.0),
    "de": Formula(180.0, 1.0, 58.5),
    "fr": Formula(207.0, 1.015, 73.6),
}
"""Flesch (1948), Douma (1960), Amstad (1978), Kandel and Moles (1958)."""


def reading_ease(text: Sequence[Sentence], language: str) -> float:
    """Give the ease of reading: 100 is very easy, 60 to 70 plain, under 30 very difficult.

    Args:
        text: The sentences, with at least one word between them.
        language: A language of ``FORMULAS``.
    """
    words = [word for sentence in text for word in sentence.words]
    syllables = sum(count_syllables(word, language) for word in words)
    formula = FORMULAS[language]
    return (
        formula.constant - formula.sentence * len(words) / len(text) - formula.word * syllables / len(words)
    )
