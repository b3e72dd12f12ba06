"""Codes that an answer might have, from what was coded before. They are shown, and never applied."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass

from peil.study.coding_frame import CodingFrame

MOST = 3
SHORTEST, LONGEST = 2, 5


@dataclass(frozen=True, slots=True)
class Example:
    """Words of which the codes are known."""

    words: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code that an answer might have, with how like the nearest example of that code it is, from 0 to 1."""

    code: str
    likeness: float


def can_suggest() -> bool:
    """Say whether the extra that suggestions need is installed."""
    return importlib.util.find_spec("sklearn") is not None


def examples_of(frame: CodingFrame, coded: Sequence[Example]) -> tuple[Example, ...]:
    """Give what there is to learn from: the frame's own examples, then what was coded."""
    own = tuple(Example(words, (code.id,)) for code in frame.codes for words in code.examples)
    return (*own, *coded)


def suggest(
    frame: CodingFrame, examples: Sequence[Example], words: Sequence[str]
) -> tuple[tuple[Suggestion, ...], ...]:
    """Give at most three codes for each text, the likeliest first, in the frame's order where they are alike.

    Texts are compared by the cosine of their TF-IDF weighted groups of two to five letters (within words),
    and a code is as likely as its nearest example is like the text. The same examples give the same
    suggestions: a nearest example is chosen, nothing is drawn or fitted. What has no letters in common with
    any example has none.

    Args:
        frame: Its order decides between equals.
        examples: Words with their codes.
        words: The texts.
    """
    known = [one for one in examples if one.codes]
    if not known or not words:
        return tuple(() for _ in words)
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - an extra, and slow to load

    weigher = TfidfVectorizer(analyzer="char_wb", ngram_range=(SHORTEST, LONGEST), lowercase=True)
    of_known = weigher.fit_transform([one.words for one in known])
    likeness = (weigher.transform(list(words)) @ of_known.T).toarray()
    return tuple(_best(frame, known, [float(one) for one in row]) for row in likeness)


def _best(frame: CodingFrame, known: Sequence[Example], likeness: Sequence[float]) -> tuple[Suggestion, ...]:
    best = dict.fromkeys(frame.code_ids, 0.0)
    for example, like in zip(known, likeness, strict=True):
        for code in example.codes:
            if code in best:
                best[code] = max(best[code], round(like, 6))
    found = [Suggestion(code, like) for code, like in best.items() if like > 0]
    return tuple(sorted(found, key=lambda one: -one.likeness)[:MOST])
