"""Q061: unasked fill."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.parts import parts
from peil.study.checks.evidence.proved import with_walk
from peil.study.checks.evidence.seen import Part, seen
from peil.study.expr.resolve import name_of
from peil.study.proof.encoding import Encoding
from peil.study.proof.prover import Prover, prover_of
from peil.study.question import Question
from peil.study.route import Step
from peil.study.study import Study
from peil.study.text import Fill, Wording


def check(study: Study) -> Iterator[Problem]:
    """Find fills that some of those who read them never gave the answer to.

    What is carried over needs no look: an option or row that came over is shown to those who gave it.
    """
    prover = prover_of(study)
    for question in study.questionnaire.questions:
        steps = [step for step in study.route.steps if step.question == question.id]
        for fill, role, part in fills(question):
            own = question.repeat is not None and question.repeat.question == fill.name
            if fill.fallback is None and not own and name_of(study.codebook, fill.name):
                yield from judge_fill(prover, question, steps, fill, (role, part))


def fills(question: Question) -> Iterator[tuple[Fill, str | None, Part]]:
    """Give each fill with the role whose words it stands in (None: everyone else's) and the part it is in."""
    for part in (None, *parts(question)):
        told: set[tuple[str, str | None]] = set()
        for role, fill in worded(part.wording if part else question.wording):
            if (fill.name, role) not in told:
                told.add((fill.name, role))
                yield fill, role, part


def worded(wording: Wording) -> Iterator[tuple[str | None, Fill]]:
    """Give the fills of a wording in every language, with the role that reads them."""
    for role, texts in ((None, wording.default), *wording.by_role.items()):
        for text in texts.values():
            for fill in text.fills:
                yield role, fill


def judge_fill(
    prover: Prover, question: Question, steps: list[Step], fill: Fill, where: tuple[str | None, Part]
) -> Iterator[Problem]:
    """Look for somebody who reads the fill and never gave its answer."""
    role, part = where
    encoding, wording = prover.encoding, part.wording if part else question.wording
    for step in steps:
        position = encoding.positions[step.id]
        reads = encoding.formula.both(seen(encoding, step, part), in_words(encoding, wording, role, position))
        given = encoding.formula.any_of(
            (encoding.reader.given(fill.name, position), encoding.reader.filled(fill.name, position))
        )
        if prover.can(reads, -given):
            found = RULE.problem(
                fill.span,
                f'"{question.id}" shows the answer to "{fill.name}" to some who never gave it.',
                hint=f'Write what they read instead: {{{fill.name} | "…"}}, or ask only those who gave it.',
                got=fill.name,
            )
            yield with_walk(found, prover.walk(reads, -given, until=position))
            return


def in_words(encoding: Encoding, wording: Wording, role: str | None, position: int) -> int:
    """Give whether the respondent reads a role's words, or those of everyone without words of their own."""
    if role is not None:
        return encoding.role(role, position)
    return encoding.formula.all_of(-encoding.role(one, position) for one in wording.by_role)


RULE = Rule(
    code="Q061",
    name="unasked_fill",
    severity=Severity.WARNING,
    summary="A fill shows an answer that some of those who read it were never asked for, or left blank.",
    why=(
        'They read “…” in the middle of a sentence. A fill with a fallback (`{usage | "AI"}`) is fine: they '
        "read that. Options and rows carried over need no such look: they are shown to those who gave them."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tool
if usage is often
Which tool do you use most? ____

## wish
What should {tool} do better? ____
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tool
if usage is often
Which tool do you use most? ____

## wish
What should {tool | "AI"} do better? ____
""",
)
