"""Answers in own words as a coder sees them: the words alone, in an order that says nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from peil.data.dataset import Dataset
from peil.data.final_codes import Standing, find_final
from peil.study.coding import FINAL, Codings, answer_mark
from peil.study.coding_frame import CodingFrame


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """What a respondent wrote; who that is stays hidden from who codes.

    Args:
        respondent: Id of the row.
        words: What was written.
        mark: By which a later change of the words is noticed.
    """

    respondent: str
    words: str
    mark: str


def open_answers(dataset: Dataset, frame: CodingFrame) -> tuple[OpenAnswer, ...]:
    """Give the answers that there are, in the order of the rows; what is off the route isn't among them."""
    column = dataset.columns[frame.variable]
    return tuple(
        OpenAnswer(dataset.ids[row], words, answer_mark(frame.variable, dataset.ids[row], words))
        for row in np.flatnonzero(column != "").tolist()
        if (words := str(column[row]))
    )


def in_random_order(answers: Sequence[OpenAnswer], coder: str, seed: int = 1) -> tuple[OpenAnswer, ...]:
    """Give the answers in an order drawn for a coder, the same at every start.

    Answers in the order of the rows come by week and by group, and a coder's reading drifts; each coder has
    an order of their own, so that what they grow tired of isn't the same. The order is that of a SHA-256 over
    seed, coder and respondent: an answer that comes in later shifts no other.
    """

    def drawn(one: OpenAnswer) -> bytes:
        return sha256("\0".join((str(seed), coder, one.respondent)).encode()).digest()

    return tuple(sorted(answers, key=drawn))


def to_decide(frame: CodingFrame, codings: Codings, answers: Sequence[OpenAnswer]) -> tuple[OpenAnswer, ...]:
    """Give the answers that were decided, or that have been coded by as many as is asked and not alike."""

    def needs(one: OpenAnswer) -> bool:
        final = find_final(frame, codings, one.respondent, one.words)
        return final.standing is Standing.DISAGREED or codings.of(one.respondent, FINAL) is not None

    return tuple(one for one in answers if needs(one))
