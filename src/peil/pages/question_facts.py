"""What the HTML of one question depends on."""

from dataclasses import dataclass

from peil.interview.depends import words_read
from peil.interview.interview import VisibleStep
from peil.pages.page_fields import page_fields
from peil.study.codebook import ValueKind
from peil.study.question import Kind
from peil.study.study import Study

WRITTEN = frozenset({ValueKind.TEXT, ValueKind.DATE})
CHOSEN = frozenset({Kind.SINGLE, Kind.SCALE})
"""Kinds of questions of which one choice that was kept is drawn once for all who made it."""


@dataclass(frozen=True, eq=False, slots=True)
class QuestionFacts:
    """What a question's HTML depends on; equal to itself alone, so that it can be part of a key.

    Args:
        step: The question as it is shown.
        filled: Variables whose values its fills show, as options are named or numbers spelled.
        written: Others that its fills show: they hold what a respondent wrote.
        carried: Variables with a respondent's own words that are labels.
        fields: Names of its form fields.
        choices: What its one choice can be, where it asks for nothing else.
        private: Contact details that it asks for.
    """

    step: VisibleStep
    filled: tuple[str, ...]
    written: tuple[str, ...]
    carried: tuple[str, ...]
    fields: frozenset[str]
    choices: frozenset[str]
    private: frozenset[str]


def question_facts(study: Study, step: VisibleStep) -> QuestionFacts:
    """Give what a question's HTML depends on."""
    read, variables = words_read(study, step.question), study.codebook.variables
    written = {name for name in read.filled if name in variables and variables[name].value in WRITTEN}
    fields = [one for one in page_fields(study, step.step.page).values() if one.step == step.step.id]
    return QuestionFacts(
        step,
        tuple(name for name in read.filled if name not in written),
        tuple(sorted(written)),
        read.carried,
        frozenset(name for one in fields for name in one.names),
        _choices(step),
        frozenset(one.variable.name for one in fields if one.variable.private),
    )


def _choices(step: VisibleStep) -> frozenset[str]:
    question = step.question
    if question.kind not in CHOSEN or any(option.blank for option in step.options):
        return frozenset()
    low, high = question.low, question.high
    steps = range(int(low), int(high) + 1) if low is not None and high is not None else range(0)
    return step.option_ids | {str(number) for number in steps}
