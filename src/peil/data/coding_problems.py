"""What is wrong with codings, told once for all answers of a frame."""

from collections.abc import Iterable, Iterator, Sized

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.core.span import Span
from peil.data.coded import codings_of, find_standings
from peil.data.coding_rules import (
    CHANGED_ANSWER,
    DISAGREEMENT,
    NO_FINAL_CODE,
    UNKNOWN_CODE,
    UNKNOWN_RESPONDENT,
)
from peil.data.dataset import Dataset
from peil.data.final_codes import Standing, unknown_codes
from peil.study.coding_frame import CodingFrame

FIRST = 3


def tell_codings(everyone: Dataset, analysed: Dataset) -> Iterator[Problem]:
    """Give what is wrong with the codings of every frame; of one that isn't final, what will not mend itself.

    Args:
        everyone: All rows: codings of others are of nobody.
        analysed: Those that the analysis counts: their answers need a final code.
    """
    there = frozenset(everyone.ids)
    for frame in everyone.study.frames.values():
        yield from _tell_lines(everyone, frame, there)
        if frame.final:
            yield from _tell_standings(analysed, frame)


def _tell_lines(everyone: Dataset, frame: CodingFrame, there: frozenset[str]) -> Iterator[Problem]:
    codings = codings_of(everyone.study, frame).by_place.values()
    strangers = [one for one in codings if one.respondent not in there]
    if strangers:
        hint = "Take their lines out: nobody's answers stay coded after they are gone."
        message = f"{_counted(strangers, 'coding is', 'codings are')} of respondents who aren't in the data"
        names = (one.respondent for one in strangers)
        yield _tell(UNKNOWN_RESPONDENT, strangers[0].span, message, names, hint)
    wrong = [(one, unknown) for one in codings if (unknown := unknown_codes(frame, one))]
    if wrong:
        hint = f"Code them again, or put the code back into {frame.span.file}."
        said = _counted(wrong, "coding has", "codings have")
        message = f"{said} codes that the frame doesn't have, or several where it takes one; they don't count"
        names = (f"{one.respondent}: {' '.join(unknown)}" for one, unknown in wrong)
        yield _tell(UNKNOWN_CODE, wrong[0][0].span, message, names, hint)


def _tell_standings(analysed: Dataset, frame: CodingFrame) -> Iterator[Problem]:
    found = find_standings(analysed, frame)
    span = frame.span

    def of(standing: Standing) -> list[str]:
        return [name for name, final in found.items() if final.standing is standing]

    if changed := of(Standing.CHANGED):
        message = f"{_counted(changed, 'answer was', 'answers were')} changed after being coded"
        hint = f"Code {'it' if len(changed) == 1 else 'them'} again: peil code … {frame.variable}."
        yield _tell(CHANGED_ANSWER, span, message, changed, hint)
    if disagreed := of(Standing.DISAGREED):
        said = _counted(disagreed, "answer was", "answers were")
        message = f"{said} coded differently by two coders, and nothing is decided"
        hint = f"Decide with peil code … {frame.variable} --coder final."
        yield _tell(DISAGREEMENT, span, message, disagreed, hint)
    if without := [name for name, final in found.items() if final.standing is not Standing.CODED]:
        message = (
            f"{len(without)} of {len(found)} answers to {frame.variable} {_have(len(without))} no final code"
        )
        hint = f'Code them, or write status = "coding" in {frame.span.file}: then no table is made of it.'
        yield _tell(NO_FINAL_CODE, span, message, without, hint)


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _counted(found: Sized, one: str, several: str) -> str:
    number = len(found)
    return f"{number} {one if number == 1 else several}"


def _tell(rule: Rule, span: Span, message: str, names: Iterable[str], hint: str) -> Problem:
    listed = list(dict.fromkeys(names))
    more = ", …" if len(listed) > FIRST else ""
    return rule.problem(span, f"{message} ({', '.join(listed[:FIRST])}{more}).", hint=hint)
