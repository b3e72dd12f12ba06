"""Q060: holds because missing."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.proved import with_walk
from peil.study.expr.tree import And, Expr, Not, Or, reads
from peil.study.proof.places import Place, Reading, places
from peil.study.proof.prover import Prover, prover_of
from peil.study.proof.walk import Walk
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find conditions that can hold only because an answer that they deny isn't there."""
    prover = prover_of(study)
    for place in places(prover.encoding):
        if not denies(place.condition.tree):
            continue
        reading = next((one for one in place.readings if prover.can(missing(prover, place, one))), None)
        if reading is None:
            continue
        walk = prover.walk(missing(prover, place, reading), until=reading.position)
        given = {name for name, _ in walk.witness} if walk else set()
        denied = denied_names(place.condition.tree) - {"role"}
        absent = sorted(denied - given) or sorted(denied)
        names = ", ".join(f'"{name}"' for name in absent)
        instead = missing_option(study, absent[0], walk)
        asked, passed = (
            (f"{absent[0]} is not {instead}", f"{absent[0]} is {instead}")
            if instead
            else (f"{absent[0]} was answered", f"not {absent[0]} was answered")
        )
        found = RULE.problem(
            place.condition.span,
            f"{place.what} can hold because an answer is missing ({names}): {place.condition.source}.",
            hint=(
                f'Add "and {asked}" if only those who answered are meant, or "or {passed}" if the others '
                "are too."
            ),
            got=place.condition.source,
        )
        yield with_walk(found, walk)


def missing_option(study: Study, name: str, walk: Walk | None) -> str | None:
    """Give the option that stands for a missing answer, where the walk has that in place of a number."""
    question = study.questionnaire.by_id.get(name.partition("[")[0])
    given = dict(walk.witness).get(name) if walk else None
    option = question.option(given) if question and given else None
    return option.id if option and option.missing else None


def missing(prover: Prover, place: Place, reading: Reading) -> int:
    """Give whether the condition holds there although the answers given don't make it certain."""
    tree, encoding = place.condition.tree, prover.encoding
    holds = encoding.holds(tree, reading.position)
    sure = encoding.reader.sure(tree, reading.position)
    return encoding.formula.all_of((reading.context, holds, -sure))


def denies(expr: Expr) -> bool:
    """Say whether there is an explicit ``not`` in it: without one nothing holds by a missing answer."""
    match expr:
        case Not():
            return True
        case And(terms=terms) | Or(terms=terms):
            return any(denies(term) for term in terms)
        case _:
            return False


def denied_names(expr: Expr) -> frozenset[str]:
    """Give what the parts under a ``not`` read."""
    match expr:
        case Not(term=term):
            return reads(term)
        case And(terms=terms) | Or(terms=terms):
            return frozenset().union(*(denied_names(term) for term in terms))
        case _:
            return frozenset()


RULE = Rule(
    code="Q060",
    name="holds_because_missing",
    severity=Severity.WARNING,
    summary="A condition that some respondents meet only because they never gave the answer that it denies.",
    why=(
        "`not reasons has speed` holds for those who had other reasons, and also for those who were never "
        "asked for reasons. Mostly only the first are meant, and the base of the question is silently too "
        "wide. It is told only where an interview shows it: a denial of what everyone there has answered is"
        " fine."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reasons
if usage is often
Why do you use AI?
- [ ] speed: It is faster
- [ ] fun: It is fun

## slow
if not reasons has speed
Does AI slow you down?
- ( ) yes: Yes
- ( ) no: No
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reasons
if usage is often
Why do you use AI?
- [ ] speed: It is faster
- [ ] fun: It is fun

## slow
if usage is often and not reasons has speed
Does AI slow you down?
- ( ) yes: Yes
- ( ) no: No
""",
)
