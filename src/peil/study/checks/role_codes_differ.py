"""Q064: role codes differ."""

from collections.abc import Iterator
from itertools import combinations

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.proof.prover import Prover, prover_of
from peil.study.question import Option, Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find one answer under two codes, since it was written once for some and once for others."""
    prover = prover_of(study)
    for question in study.questionnaire.questions:
        yield from within(prover, question)
    yield from between(prover)


def within(prover: Prover, question: Question) -> Iterator[Problem]:
    """Find two options of one question with the same words that nobody sees together."""
    language = prover.study.about.language
    by_words: dict[str, list[Option]] = {}
    for option in question.options:
        if option.condition:
            by_words.setdefault(option.wording.plain(language).casefold(), []).append(option)
    for said, alike in by_words.items():
        for one, other in combinations(alike, 2):
            if said and not prover.can(together(prover, question, one, other)):
                yield RULE.problem(
                    other.span,
                    f'"{question.id}.{one.id}" and "{question.id}.{other.id}" are the same words for '
                    "different respondents, under two codes.",
                    hint="Make it one option for both, with words per role where they differ.",
                    got=f"{question.id}.{other.id}",
                )


def together(prover: Prover, question: Question, one: Option, other: Option) -> int:
    """Give whether somebody is shown both options."""
    encoding = prover.encoding
    steps = [step.id for step in encoding.study.route.steps if step.question == question.id]
    return encoding.formula.any_of(
        encoding.formula.all_of(
            (
                encoding.steps[step],
                encoding.answers.visible[step, one.id],
                encoding.answers.visible[step, other.id],
            )
        )
        for step in steps
    )


def between(prover: Prover) -> Iterator[Problem]:
    """Find two questions with the same words, asked of different respondents, whose codes differ."""
    study, encoding = prover.study, prover.encoding
    language = study.about.language
    by_words: dict[str, list[Question]] = {}
    for question in study.questionnaire.questions:
        if question.options:
            by_words.setdefault(question.wording.plain(language).casefold(), []).append(question)
    for said, alike in by_words.items():
        for one, other in combinations(alike, 2):
            wrong = differing(study, one, other)
            if said and wrong and not prover.can(encoding.asked(one.id), encoding.asked(other.id)):
                yield RULE.problem(
                    other.span,
                    f'"{one.id}" and "{other.id}" ask the same of different respondents, but code '
                    f'"{wrong}" differently.',
                    hint="Make it one question with words per role, or pin the same codes.",
                    got=f"{other.id}.{wrong}",
                )


def differing(study: Study, one: Question, other: Question) -> str | None:
    """Give the first option that both have under different codes."""
    codes = [
        {option.id: option.code for option in study.codebook.items[keys[0]].options}
        for question in (one, other)
        if (keys := study.codebook.rows_of.get(question.id))
    ]
    if len(codes) < 2:
        return None
    return next((name for name, code in codes[0].items() if codes[1].get(name, code) != code), None)


RULE = Rule(
    code="Q064",
    name="role_codes_differ",
    severity=Severity.WARNING,
    summary="One answer stands under two codes: it was written once for one role and once for another.",
    why=(
        "In a table the answer falls apart into two rows, or two variables that can't be put on top of each"
        " other: code 2 means often for one role and rarely for the other. One question with words per role"
        " has one set of codes."
    ),
    bad="""\
# use: Use of AI

## job
What are you?
- ( ) boss: Employer
- ( ) worker: Employee

## usage_boss
if job is boss
How often is AI used?
- ( ) often: Often
- ( ) never: Never

## usage_worker
if job is worker
How often is AI used?
- ( ) never: Never
- ( ) often: Often
""",
    good="""\
# use: Use of AI

## job
What are you?
- ( ) boss: Employer
- ( ) worker: Employee

## usage
How often is AI used?
- ( ) often: Often
- ( ) never: Never
""",
)
