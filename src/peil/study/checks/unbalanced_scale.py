"""Q075: unbalanced scale."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.ratings import Ratings, read_ratings
from peil.study.question import Kind, Question
from peil.study.study import Study

FEWEST = 3


def check(study: Study) -> Iterator[Problem]:
    """Find scales in words that have more room on one side than on the other."""
    for question in study.questionnaire.questions:
        if question.kind in {Kind.SINGLE, Kind.MATRIX} and not question.multiple:
            yield from in_question(question, study.about.languages)


def in_question(question: Question, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Find the first language in which the question's scale is unbalanced: the others translate it."""
    for language in languages:
        ratings = scale_of(question, language)
        if ratings and len(ratings.signs) >= FEWEST and ratings.positive != ratings.negative:
            first = next(option for option in question.options if not option.missing)
            text = first.wording.text(language)
            yield RULE.problem(
                text.span if text else first.span,
                f'The scale of "{question.id}" has {ratings.positive} positive and {ratings.negative} '
                "negative options.",
                hint="Give both sides as many.",
            )
            return


def scale_of(question: Question, language: str) -> Ratings | None:
    """Give the rating scale that a question's options make, or None where they make none."""
    written = [option.wording.default.get(language) for option in question.options if not option.missing]
    labels = [text.label() for text in written if text]
    return read_ratings(labels, language) if len(labels) == len(written) else None


RULE = Rule(
    code="Q075",
    name="unbalanced_scale",
    severity=Severity.WARNING,
    summary="A rating scale in words has more positive options than negative ones, or the reverse.",
    why=(
        "Respondents read the middle of a scale as the ordinary answer (Tourangeau, Couper and Conrad 2004), "
        "and the side with more room draws more of them (Friedman and Amoo 1999). Scales that run from "
        "nothing to much aren't judged, nor is one with a word that the lexicon doesn't know."
    ),
    bad="""\
# use: Use of AI

## quality
How good is the help that you get with AI?
- ( ) excellent: Excellent
- ( ) very_good: Very good
- ( ) good: Good
- ( ) poor: Poor
""",
    good="""\
# use: Use of AI

## quality
How good is the help that you get with AI?
- ( ) very_good: Very good
- ( ) good: Good
- ( ) poor: Poor
- ( ) very_poor: Very poor
""",
)
