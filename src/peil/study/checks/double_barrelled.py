"""Q072: double-barrelled."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.asked_in_one import SIGNS, two_things
from peil.study.checks.evidence.said import Said, one_problem, said_in
from peil.study.checks.unbalanced_scale import scale_of
from peil.study.question import Kind, Question
from peil.study.study import Study
from peil.study.text import Wording

ONE_ANSWER = {Kind.SINGLE, Kind.SCALE}
HINT = "Ask each in a question of its own, or name one of the two."


def check(study: Study) -> Iterator[Problem]:
    """Find questions with one answer that ask two things, and statements to agree with that say two."""
    for question in study.questionnaire.questions:
        explained = any(option.blank for option in question.options)
        for language in (language for language in study.about.languages if language in SIGNS):
            if is_statement(question, language):
                yield from in_statement(question.wording, language)
            elif question.kind in ONE_ANSWER and not explained:
                yield from in_question(question.wording, language)
            elif is_agreement(question, language):
                for row in question.rows:
                    yield from in_statement(row.wording, language)


def in_question(wording: Wording, language: str) -> Iterator[Problem]:
    """Find the sentences of a question that ask two things."""
    hits = [(said, words) for said in said_in(wording, language) if (words := asked_twice(said, language))]
    if hits:
        message = f'{{where}} asks two things in one question: "{hits[0][1]}".'
        yield one_problem(RULE, wording.path, [said for said, _ in hits], message, HINT)


def in_statement(wording: Wording, language: str) -> Iterator[Problem]:
    """Find statements that say two things by their own words; more "and" than that is no sign."""
    hits = [
        (said, found.group())
        for said in said_in(wording, language)
        for sentence in said.sentences
        if (
            found := SIGNS[language].and_or.search(sentence.plain)
            or SIGNS[language].both.search(sentence.plain)
        )
    ]
    if hits:
        message = f'{{where}} says two things in one statement: "{hits[0][1]}".'
        yield one_problem(RULE, wording.path, [said for said, _ in hits], message, HINT)


def asked_twice(said: Said, language: str) -> str:
    """Give the words by which a text asks two things in one sentence, or nothing."""
    asking = (two_things(sentence, language) for sentence in said.sentences if sentence.asks)
    return next((words for words in asking if words), "")


def is_agreement(question: Question, language: str) -> bool:
    """Say whether the question is a matrix of statements to agree or disagree with, one answer each."""
    if question.kind is not Kind.MATRIX or question.multiple:
        return False
    return rates_agreement(question, language)


def is_statement(question: Question, language: str) -> bool:
    """Say whether a single question asks nothing, but states something to agree or disagree with."""
    if question.kind is not Kind.SINGLE or not rates_agreement(question, language):
        return False
    return not any(
        sentence.asks for said in said_in(question.wording, language) for sentence in said.sentences
    )


def rates_agreement(question: Question, language: str) -> bool:
    """Say whether the options run from agree to disagree."""
    ratings = scale_of(question, language)
    return ratings is not None and ratings.family == "agreement"


RULE = Rule(
    code="Q072",
    name="double_barrelled",
    severity=Severity.WARNING,
    summary='One question with one answer asks two things: "and/or", "both … and", "how, and why".',
    why=(
        "Whoever would answer the two differently has no answer, and nobody can tell afterwards which of "
        "them was answered (Dillman, Smyth and Christian 2014; Krosnick and Presser 2010). Only plain signs "
        'count: not every "and", and no open question, whose answer can hold both.'
    ),
    bad="""\
# use: Use of AI

## satisfied
How satisfied are you with the speed and quality of AI at work?
- ( ) satisfied: Satisfied
- ( ) neither: Neither satisfied nor dissatisfied
- ( ) dissatisfied: Dissatisfied
""",
    good="""\
# use: Use of AI

## satisfied
How satisfied are you with the quality of AI at work?
- ( ) satisfied: Satisfied
- ( ) neither: Neither satisfied nor dissatisfied
- ( ) dissatisfied: Dissatisfied
""",
)
