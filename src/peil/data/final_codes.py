"""What an answer was coded as, in the end: by decision, or because its coders agree."""

from dataclasses import dataclass
from enum import Enum

from peil.study.coding import FINAL, Coding, Codings, answer_mark
from peil.study.coding_frame import CodingFrame


class Standing(Enum):
    """How far an answer has come."""

    CODED = "coded"
    UNCODED = "uncoded"  # too few of its coders have coded it
    DISAGREED = "disagreed"  # they have, and not alike
    CHANGED = "changed"  # its words are others than those that were coded


@dataclass(frozen=True, slots=True)
class FinalCodes:
    """An answer's standing, and its codes in the frame's order where it is CODED."""

    standing: Standing
    codes: tuple[str, ...] = ()


def find_final(frame: CodingFrame, codings: Codings, respondent: str, words: str) -> FinalCodes:
    """Give the final codes of an answer.

    A decision of ``final`` stands above all. Otherwise so many coders as the frame asks for must have coded
    the words as they are now, and all who did must have found the same. A coding with a code that the frame
    doesn't have (any more), and one by somebody whom it doesn't name, doesn't count.
    """
    mark = answer_mark(frame.variable, respondent, words)
    found = [codings.of(respondent, coder) for coder in (FINAL, *frame.coders)]
    given = [one for one in found if one is not None and not unknown_codes(frame, one)]
    current = [one for one in given if one.answer == mark]
    if current and current[0].coder == FINAL:
        return FinalCodes(Standing.CODED, in_order(frame, current[0].codes))
    told = {in_order(frame, one.codes) for one in current}
    if len(told) > 1:
        return FinalCodes(Standing.DISAGREED)
    if len(current) >= frame.each:
        return FinalCodes(Standing.CODED, told.pop())
    return FinalCodes(Standing.CHANGED if len(current) < len(given) else Standing.UNCODED)


def in_order(frame: CodingFrame, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Give codes in the frame's order, each once."""
    return tuple(code for code in frame.code_ids if code in codes)


def unknown_codes(frame: CodingFrame, coding: Coding) -> tuple[str, ...]:
    """Give the codes of a coding that the frame doesn't have; where it takes one, all of several."""
    unknown = tuple(code for code in coding.codes if code not in frame.code_ids)
    return unknown or (coding.codes if frame.single and len(coding.codes) > 1 else ())
