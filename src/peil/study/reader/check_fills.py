"""Fills name something that was asked."""

from collections.abc import Collection, Iterator

from peil.core.ids import did_you_mean
from peil.core.problem import Problem
from peil.study.checks import unknown_name
from peil.study.codebook import Codebook
from peil.study.question import Question
from peil.study.questionnaire import Questionnaire
from peil.study.reader.read_attributes import ITEM_WORDS, QUESTION_WORDS, SECTION_WORDS
from peil.study.text import Fill, Wording

ATTRIBUTES = frozenset({*QUESTION_WORDS, *ITEM_WORDS, *SECTION_WORDS})


def check_fills(
    questionnaire: Questionnaire, codebook: Codebook, broken: Collection[str], problems: list[Problem]
) -> None:
    """Report fills that name no question, row or variable; each place once."""
    told: set[Fill] = set()
    for fill in _fills(questionnaire):
        name = fill.name
        if name in codebook.rows_of or name in codebook.variables or name in codebook.items or fill in told:
            continue
        told.add(fill)
        if name.partition(".")[0].partition("[")[0] in broken:
            continue
        hint = did_you_mean(name, (*codebook.rows_of, *codebook.variables))
        if name in ATTRIBUTES:
            hint = "If it is an attribute, put two spaces before it, at the end of a heading or option."
        message = f'There is no question, row or variable "{name}" to fill in.'
        problems.append(unknown_name.RULE.problem(fill.span, message, hint=hint, got=name))


def _fills(questionnaire: Questionnaire) -> Iterator[Fill]:
    for section in questionnaire.sections:
        yield from _fills_of(section.wording)
    for question in questionnaire.questions:
        for wording in _wordings(question):
            yield from _fills_of(wording)


def _wordings(question: Question) -> Iterator[Wording]:
    yield question.wording
    yield from (option.wording for option in question.options)
    yield from (row.wording for row in question.rows)


def _fills_of(wording: Wording) -> Iterator[Fill]:
    for texts in (wording.default, *wording.by_role.values()):
        for text in texts.values():
            yield from text.fills
