"""Q074: leading wording."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.assent import ASSENT, leading_words
from peil.study.checks.evidence.said import Said, one_problem, said_in
from peil.study.checks.unbalanced_scale import scale_of
from peil.study.question import Question
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find questions that ask for assent or take their answer for granted."""
    for question in study.questionnaire.questions:
        for language in (language for language in study.about.languages if language in ASSENT):
            both = names_both_sides(question, language)
            hits = [
                (said, words)
                for said in said_in(question.wording, language)
                if (words := leads(said, language, balanced=both))
            ]
            if hits:
                message = f'{{where}} leads to an answer: "{hits[0][1]}".'
                hint = "Name both sides, or ask what somebody thinks."
                yield one_problem(RULE, question.wording.path, [said for said, _ in hits], message, hint)


def leads(said: Said, language: str, *, balanced: bool) -> str:
    """Give the words by which a sentence that asks leads, or nothing."""
    asking = (sentence.plain for sentence in said.sentences if sentence.asks)
    found = (leading_words(sentence, language, balanced=balanced) for sentence in asking)
    return next((words for words in found if words), "")


def names_both_sides(question: Question, language: str) -> bool:
    """Say whether the options run from agree to disagree, which evens out a question that names one."""
    ratings = scale_of(question, language)
    return ratings is not None and ratings.family == "agreement"


RULE = Rule(
    code="Q074",
    name="leading_wording",
    severity=Severity.WARNING,
    summary='A question asks for assent: "do you agree that", "don\'t you think", "of course".',
    why=(
        "Some respondents agree with whatever is put to them, so that a question which names one side gets "
        "more of it (Schuman and Presser 1981; Krosnick and Presser 2010; Saris and Gallhofer 2014)."
    ),
    bad="""\
# use: Use of AI

## progress
Don't you think that AI makes work easier?
- ( ) yes: Yes
- ( ) no: No
""",
    good="""\
# use: Use of AI

## progress
Does AI make your work easier, harder, or does it make no difference?
- ( ) easier: Easier
- ( ) harder: Harder
- ( ) same: No difference
""",
)
