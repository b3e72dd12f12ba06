"""Q073: double negation."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.double_barrelled import is_agreement, is_statement, rates_agreement
from peil.study.checks.evidence.negation import NEGATIONS, count_negations, negates_its_question
from peil.study.checks.evidence.said import Said, one_problem, said_in
from peil.study.question import Kind, Question
from peil.study.study import Study
from peil.study.text import Wording

TWO = 2


def check(study: Study) -> Iterator[Problem]:
    """Find questions that negate twice, and negative ones whose answers negate them once more."""
    for question in study.questionnaire.questions:
        for language in (language for language in study.about.languages if language in NEGATIONS):
            yield from in_question(question, language)
            if is_agreement(question, language):
                for row in question.rows:
                    yield from in_wording(row.wording, language, asking=False, answered=True)


def in_question(question: Question, language: str) -> Iterator[Problem]:
    """Find them in a question's own text."""
    answered = question.kind is Kind.SINGLE and denies(question, language)
    asking = not is_statement(question, language)
    yield from in_wording(question.wording, language, asking=asking, answered=answered)


def in_wording(wording: Wording, language: str, *, asking: bool, answered: bool) -> Iterator[Problem]:
    """Find them in a wording.

    Args:
        wording: The text.
        language: Its language.
        asking: Only sentences that ask count.
        answered: Its answers can negate it.
    """
    said = list(said_in(wording, language))
    twice = [one for one in said if negated(one, language, asking=asking)]
    hint = "Say it without them."
    if twice:
        yield one_problem(RULE, wording.path, twice, "{where} negates twice in one sentence.", hint)
        return
    once = [one for one in said if answered and negative(one, language, asking=asking)]
    if once:
        message = "{where} is negative, so that whoever answers no or disagrees negates it twice."
        yield one_problem(RULE, wording.path, once, message, "Ask it the other way round.")


def negated(said: Said, language: str, *, asking: bool) -> bool:
    """Say whether a sentence negates twice."""
    return any(
        count_negations(sentence.plain, language) >= TWO
        for sentence in said.sentences
        if sentence.asks or not asking
    )


def negative(said: Said, language: str, *, asking: bool) -> bool:
    """Say whether a sentence is negative in itself."""
    return any(
        negates_its_question(sentence.plain, language)
        for sentence in said.sentences
        if sentence.asks or not asking
    )


def denies(question: Question, language: str) -> bool:
    """Say whether the options are yes and no, or agree and disagree."""
    words = NEGATIONS[language]
    texts = [option.wording.default.get(language) for option in question.options if not option.missing]
    labels = [text.label() for text in texts if text]
    if any(map(words.yes.match, labels)) and any(map(words.no.match, labels)):
        return True
    return rates_agreement(question, language)


RULE = Rule(
    code="Q073",
    name="double_negation",
    severity=Severity.WARNING,
    summary="A sentence negates twice, or a negative question can be answered with no or disagree.",
    why=(
        "Respondents must work out what a no to a not means, and some get it the wrong way round (Krosnick "
        "and Presser 2010; Dillman, Smyth and Christian 2014). Where a validated scale has negative items "
        "on purpose, accept them with its name."
    ),
    bad="""\
# use: Use of AI

## allowed
Do you think that students should not be allowed to use AI?
- ( ) yes: Yes
- ( ) no: No
""",
    good="""\
# use: Use of AI

## allowed
Do you think that students should be allowed to use AI, or should it be forbidden?
- ( ) allowed: Allowed
- ( ) forbidden: Forbidden
""",
)
