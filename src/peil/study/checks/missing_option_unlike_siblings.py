"""Q076: missing option unlike siblings."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.ratings import settled
from peil.study.checks.unbalanced_scale import scale_of
from peil.study.question import Kind, Question
from peil.study.study import Study

FEW = 2
"""With so few options, such as yes and no, only questions of one section are siblings."""
Scale = tuple[object, ...]


def check(study: Study) -> Iterator[Problem]:
    """Find questions without a way out where most of those with the same options have one."""
    by_scale: dict[Scale, list[Question]] = defaultdict(list)
    for question in study.questionnaire.questions:
        if scale := scale_key(question, study.about.language):
            by_scale[scale].append(question)
    for siblings in by_scale.values():
        yield from odd_ones(siblings)


def odd_ones(siblings: Sequence[Question]) -> Iterator[Problem]:
    """Give those without an option for a missing answer, if at least as many have one."""
    escaped = [question for question in siblings if has_missing(question)]
    without = [question for question in siblings if not has_missing(question)]
    if not escaped or len(escaped) < len(without):
        return
    label = next(option for option in escaped[0].options if option.missing).id
    for question in without:
        if not question.optional:
            yield RULE.problem(
                question.span,
                f'"{question.id}" has no {{missing}} option; "{escaped[0].id}", with answers of the same '
                f'kind, has "{label}".',
                hint="Add it, or take it away there.",
                got=question.id,
            )


def has_missing(question: Question) -> bool:
    """Say whether respondents can say that they don't know or would rather not say."""
    return any(option.missing for option in question.options)


def scale_key(question: Question, language: str) -> Scale:
    """Give what siblings share: a family of ratings or the same labels; nothing for other questions."""
    if question.kind not in {Kind.SINGLE, Kind.MATRIX, Kind.SCALE} or question.multiple or question.carries:
        return ()
    if ratings := scale_of(question, language):
        return ("ratings", ratings.family)
    labels = tuple(
        settled(option.wording.label(language)) for option in question.options if not option.missing
    )
    if len(labels) < FEW or not all(labels):
        return ()
    return ("labels", frozenset(labels), question.section if len(labels) == FEW else "")


RULE = Rule(
    code="Q076",
    name="missing_option_unlike_siblings",
    severity=Severity.WARNING,
    summary="A question has no `{missing}` option, and others with the same answers have one.",
    why=(
        "Whoever doesn't know must then make an answer up, and where others may say so the two can't be "
        "compared: offering don't know moves a good part of the answers (Schuman and Presser 1981; Krosnick "
        "and Presser 2010 on what it costs). Optional questions are left out: they can be left blank."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
- ( ) dk: Don't know  {missing}

## usage_home
How often do you use AI at home?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
- ( ) dk: Don't know  {missing}

## usage_home
How often do you use AI at home?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
- ( ) dk: Don't know  {missing}
""",
)
