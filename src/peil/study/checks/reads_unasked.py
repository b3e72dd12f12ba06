"""Q066: reads unasked."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.proved import with_walk
from peil.study.expr.tree import And, Between, Compare, CountOf, Expr, Has, Is, Not, Or
from peil.study.proof.parts import say
from peil.study.proof.places import Place, Reading, places
from peil.study.proof.prover import Prover, prover_of
from peil.study.proof.walk import Walk
from peil.study.study import Study


def tell(study: Study) -> Iterator[Problem]:
    """Give every comparison that is read on some walk without its question having been asked.

    This is information, told by ``peil check --explain``: such a comparison is false, and mostly meant so.
    """
    prover = prover_of(study)
    for place in places(prover.encoding):
        told: set[Expr] = set()
        for reading in place.readings:
            for part, context in read_parts(prover, place.condition.tree, reading):
                item = item_of(prover, part)
                asked = prover.encoding.reader.asked(item, reading.position)
                unasked = prover.encoding.formula.both(context, -asked)
                if part not in told and prover.can(unasked):
                    told.add(part)
                    yield row(place, part, item, prover.walk(unasked, until=reading.position))


def read_parts(prover: Prover, expr: Expr, reading: Reading) -> Iterator[tuple[Expr, int]]:
    """Give each comparison with who reads it: of ``x and y``, y is read by those for whom x holds."""
    match expr:
        case Not(term=term):
            yield from read_parts(prover, term, reading)
        case And(terms=terms) | Or(terms=terms):
            context = reading.context
            for term in terms:
                yield from read_parts(prover, term, Reading(reading.position, context))
                holds = prover.encoding.holds(term, reading.position)
                goes_on = holds if isinstance(expr, And) else -holds
                context = prover.encoding.formula.both(context, goes_on)
        case Is() | Has() | Compare() | Between():
            if item_of(prover, expr):
                yield expr, reading.context


def item_of(prover: Prover, expr: Expr) -> str:
    """Give the asked item that a comparison reads, or an empty string: a derived variable is never asked."""
    match expr:
        case Is(item=item) | Has(item=item):
            name = item
        case Compare(left=left) | Between(left=left):
            name = left.item if isinstance(left, CountOf) else left.variable
        case _:
            return ""
    return prover.encoding.answers.item_of.get(name, "")


def row(place: Place, part: Expr, item: str, walk: Walk | None) -> Problem:
    """Tell one comparison with the walk on which its question isn't asked."""
    found = RULE.problem(
        place.condition.span,
        f'{place.what} reads "{item}" where it was not asked: "{say(part)}" is false there.',
        hint="Nothing to mend if those who weren't asked are not meant.",
        got=say(part),
    )
    return with_walk(found, walk)


RULE = Rule(
    code="Q066",
    name="reads_unasked",
    severity=Severity.INFO,
    summary="A comparison is read by some who were never asked the question that it reads.",
    why=(
        "A comparison with a missing answer is false, so this is harmless as such and told only by `peil "
        "check --explain`. It helps when a base is smaller than you thought. Of `x and y`, y is read by "
        "those for whom x holds, so that `role is zzp and clients > 3` tells nothing where every zzp is "
        "asked for clients."
    ),
    bad="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tools
if usage is often
How many tools do you use? ___ [0..20]

## course
if tools > 5
Did you follow a course?
- ( ) yes: Yes
- ( ) no: No
""",
    good="""\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## tools
if usage is often
How many tools do you use? ___ [0..20]

## course
if usage is often and tools > 5
Did you follow a course?
- ( ) yes: Yes
- ( ) no: No
""",
)
