"""Agreement of the coders of a frame: alpha, what is confused with what, and what is left to decide."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from peil.data.final_codes import in_order, unknown_codes
from peil.qual.alpha import DRAWS, Alpha, alpha, masi, nominal
from peil.qual.open_answers import OpenAnswer
from peil.study.coding import FINAL, Coding, Codings
from peil.study.coding_frame import CodingFrame

Codes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Confusion:
    """What two coders made of the answers that both coded.

    Args:
        first: A coder.
        second: Another.
        counts: Codes of the first, codes of the second, and how many answers; the most first.
    """

    first: str
    second: str
    counts: tuple[tuple[Codes, Codes, int], ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An answer that its coders coded differently: coder to codes, and what was decided, if that was done."""

    answer: OpenAnswer
    codes: Mapping[str, Codes]
    decided: Codes | None = None


@dataclass(frozen=True)
class Agreement:
    """How far the coders of a frame agree.

    Args:
        overall: Alpha of the whole: by ``nominal`` distance where an answer has one code, by MASI where it
            can have several.
        by_code: Alpha of each code, given or not given.
        confusions: One for every two coders who coded an answer both.
        disagreements: In the order of the answers.
    """

    overall: Alpha
    by_code: Mapping[str, Alpha]
    confusions: tuple[Confusion, ...]
    disagreements: tuple[Disagreement, ...]


def find_agreement(
    frame: CodingFrame, codings: Codings, answers: Sequence[OpenAnswer], *, draws: int = DRAWS
) -> Agreement:
    """Compare what the frame's coders made of the answers as they are now; decisions play no part in it.

    That no code fits is a finding like any other. A coding of other words than these, or with a code that the
    frame doesn't have, is left out.
    """
    found = {one: current_codings(frame, codings, one) for one in answers}
    units = [tuple(given.values()) for given in found.values()]
    return Agreement(
        overall=_overall(frame, units, draws),
        by_code={
            code: alpha([[code in codes for codes in unit] for unit in units], draws=draws)
            for code in frame.code_ids
        },
        confusions=tuple(
            _confusion(first, second, list(found.values()))
            for first, second in combinations(frame.coders, 2)
            if any({first, second} <= given.keys() for given in found.values())
        ),
        disagreements=tuple(
            Disagreement(answer, given, _decided(frame, codings, answer))
            for answer, given in found.items()
            if len(set(given.values())) > 1
        ),
    )


def find_alpha(frame: CodingFrame, codings: Codings, answers: Sequence[OpenAnswer]) -> Alpha:
    """Give alpha of all codes together, as ``find_agreement`` gives it."""
    units = [tuple(current_codings(frame, codings, one).values()) for one in answers]
    return _overall(frame, units, DRAWS)


def _overall(frame: CodingFrame, units: Sequence[Sequence[Codes]], draws: int) -> Alpha:
    return alpha(
        [[frozenset(codes) for codes in unit] for unit in units],
        nominal if frame.single else masi,
        order=_in_frame(frame),
        draws=draws,
    )


def current_codings(frame: CodingFrame, codings: Codings, answer: OpenAnswer) -> dict[str, Codes]:
    """Give what each of the frame's coders made of an answer as it is now."""
    given = [codings.of(answer.respondent, coder) for coder in frame.coders]
    return {one.coder: in_order(frame, one.codes) for one in given if one and is_current(frame, one, answer)}


def _decided(frame: CodingFrame, codings: Codings, answer: OpenAnswer) -> Codes | None:
    found = codings.of(answer.respondent, FINAL)
    return in_order(frame, found.codes) if found and is_current(frame, found, answer) else None


def is_current(frame: CodingFrame, coding: Coding, answer: OpenAnswer) -> bool:
    """Say whether a coding is of the answer's words, by codes that the frame has."""
    return coding.answer == answer.mark and not unknown_codes(frame, coding)


def _in_frame(frame: CodingFrame) -> "_Order":
    return _Order({code: place for place, code in enumerate(frame.code_ids)})


@dataclass(frozen=True)
class _Order:
    """Puts sets of codes in an order that doesn't hang on how sets are stored."""

    places: Mapping[str, int]

    def __call__(self, value: object) -> tuple[int, ...]:
        return tuple(sorted(self.places[code] for code in value)) if isinstance(value, frozenset) else ()


def _confusion(first: str, second: str, found: Sequence[Mapping[str, Codes]]) -> Confusion:
    counted = Counter((given[first], given[second]) for given in found if first in given and second in given)
    listed = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return Confusion(first, second, tuple((one, other, number) for (one, other), number in listed))
