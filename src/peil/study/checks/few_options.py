"""Q062: few options."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.parts import parts
from peil.study.checks.evidence.proved import with_walk
from peil.study.compile_route import repeat_condition
from peil.study.expr.tree import ALWAYS, Expr, Or, both
from peil.study.proof.encoding import Encoding, tree_of
from peil.study.proof.formula import TRUE
from peil.study.proof.places import in_section, when_asked
from peil.study.proof.prover import Prover, prover_of
from peil.study.question import Question
from peil.study.route import Step
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find questions that leave somebody too little to choose from."""
    prover = prover_of(study)
    for question in study.questionnaire.questions:
        if any(part.condition for part in parts(question)):
            found = too_few(prover, question) or nothing_left(prover, question) or skipped(prover, question)
            if found:
                yield found


def too_few(prover: Prover, question: Question) -> Problem | None:
    """Look for somebody who is asked for more picks than there are."""
    least = question.at_least or 1
    formula = prover.encoding.formula
    if least < 2:
        return None
    for step, asked in steps(prover.encoding, question):
        seen = [visible(prover.encoding, step, option.id) for option in question.substantive]
        short = formula.both(asked, formula.any_of(seen), -formula.at_least(seen, least))
        if prover.can(short):
            message = (
                f'"{question.id}" asks for at least {least} answers, and some see fewer that go together.'
            )
            return tell(prover, question, step, short, message)
    return None


def nothing_left(prover: Prover, question: Question) -> Problem | None:
    """Look for somebody who sees only options that say don't know or none of these."""
    if not question.substantive or len(question.substantive) == len(question.options):
        return None
    for step, asked in steps(prover.encoding, question):
        seen = [visible(prover.encoding, step, option.id) for option in question.substantive]
        bare = prover.encoding.formula.both(asked, -prover.encoding.formula.any_of(seen))
        if prover.can(bare):
            message = f'"{question.id}" leaves some nothing to choose but "none" or "don\'t know".'
            return tell(prover, question, step, bare, message)
    return None


def skipped(prover: Prover, question: Question) -> Problem | None:
    """Look for somebody who should be asked it and isn't, since no option or no row would be visible.

    A list that only carries over is meant so: there is nothing to ask who chose nothing.
    """
    for name, listed in (("option", question.options), ("row", question.rows)):
        if listed and all(part.condition and not question.came_over(part) for part in listed):
            any_shown = Or(tuple(tree_of(part.condition) for part in listed))
            if found := unseen(prover, question, any_shown, name):
                return found
    return None


def unseen(prover: Prover, question: Question, any_shown: Expr, name: str) -> Problem | None:
    """Look for somebody for whom the question's own condition holds and none of its parts is shown."""
    encoding = prover.encoding
    asked = [step for step in prover.study.route.steps if step.question == question.id]
    for step, reading in zip(asked, in_section(encoding, question), strict=True):
        own = encoding.holds(
            both(tree_of(question.condition), repeat_of(prover.study, question, step)), reading.position
        )
        shown = encoding.holds(any_shown, reading.position)
        passed = encoding.formula.all_of((reading.context, own, -shown))
        if prover.can(passed):
            found = RULE.problem(
                question.span,
                f'"{question.id}" is skipped by some for whom its condition holds: they would see no {name}.',
                hint=f"Show one {name} to everyone, or put who is meant in its own condition.",
                got=question.id,
            )
            return with_walk(found, prover.walk(passed, until=reading.position))
    return None


def repeat_of(study: Study, question: Question, step: Step) -> Expr:
    """Give who has a repeat; everyone has what isn't repeated."""
    if question.repeat is None or step.repeat_option is None:
        return ALWAYS
    source = study.questionnaire.by_id.get(question.repeat.question)
    return repeat_condition(source, step.repeat_option, study.codebook)


def steps(encoding: Encoding, question: Question) -> Iterator[tuple[str, int]]:
    """Give each asking of a question with whether it is asked."""
    ids = [step.id for step in encoding.study.route.steps if step.question == question.id]
    for step, reading in zip(ids, when_asked(encoding, question), strict=True):
        yield step, reading.context


def visible(encoding: Encoding, step: str, option: str) -> int:
    """Give whether an option of a step is shown to those who are asked it."""
    return encoding.answers.visible.get((step, option), TRUE)


def tell(prover: Prover, question: Question, step: str, literal: int, message: str) -> Problem:
    """Tell what was found, with a walk up to the question."""
    found = RULE.problem(
        question.span,
        message,
        hint="Ask only those who have enough to choose from, or show them more.",
        got=question.id,
    )
    return with_walk(found, prover.walk(literal, until=prover.encoding.positions[step]))


RULE = Rule(
    code="Q062",
    name="few_options",
    severity=Severity.WARNING,
    summary="A question that leaves some respondents too few options, or none.",
    why=(
        "Options with conditions can all be hidden. Then more picks are asked for than there are, or all "
        "that is left is none of these, or the question is skipped though its own condition holds. A "
        "respondent is never stuck there, since Peil then asks for what there is; but the base isn't who "
        "you think it is."
    ),
    bad="""\
# use: Use of AI

## text  {optional}
Do you write for your work?
- ( ) yes: Yes
- ( ) no: No

## tasks  {at least 2}
What do you use AI for?
- [ ] mail: Mail
- [ ] report: Reports  {if text is yes}
- [ ] story: Stories  {if text is yes}
""",
    good="""\
# use: Use of AI

## text  {optional}
Do you write for your work?
- ( ) yes: Yes
- ( ) no: No

## tasks
What do you use AI for?
- [ ] mail: Mail
- [ ] report: Reports  {if text is yes}
- [ ] story: Stories  {if text is yes}
""",
)
