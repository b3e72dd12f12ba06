"""Q059: constant part."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.expr.tree import Expr
from peil.study.proof.parts import inside, say
from peil.study.proof.places import Place, Use, places
from peil.study.proof.prover import Prover, prover_of
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find conditions and parts of conditions that come out the same for everyone who gets there."""
    prover = prover_of(study)
    known = [place for place in places(prover.encoding) if place.use is not Use.CLASS]
    prover.models.want(goal for place in known for goal in goals(prover, place, place.condition.tree))
    for place in known:
        if not came(prover, place):
            continue
        if not prover.can(goal(prover, place, place.condition.tree)):
            # whose condition never holds is told as what it makes unreachable
            if place.use is Use.SECTION:
                yield problem(place, place.condition.tree, always=False)
            continue
        yield from judge(prover, place, place.condition.tree)


def judge(prover: Prover, place: Place, part: Expr) -> Iterator[Problem]:
    """Judge a part and, where it differs between respondents, the parts inside it."""
    if not prover.can(goal(prover, place, part, denied=True)):
        yield problem(place, part, always=True)
    elif not prover.can(goal(prover, place, part)):
        yield problem(place, part, always=False)
    else:
        for one in inside(part):
            yield from judge(prover, place, one)


def came(prover: Prover, place: Place) -> bool:
    """Say whether anyone comes to a place."""
    return any(prover.can(reading.context) for reading in place.readings)


def goal(prover: Prover, place: Place, part: Expr, *, denied: bool = False) -> int:
    """Give whether somebody comes to the place for whom the part holds (or doesn't)."""
    ways = []
    for reading in place.readings:
        holds = prover.encoding.holds(part, reading.position)
        ways.append(prover.encoding.formula.both(reading.context, -holds if denied else holds))
    return prover.encoding.formula.any_of(ways)


def goals(prover: Prover, place: Place, part: Expr) -> Iterator[int]:
    """Give everything that will be asked about a part and what is inside it."""
    yield goal(prover, place, part)
    yield goal(prover, place, part, denied=True)
    for one in inside(part):
        yield from goals(prover, place, one)


def problem(place: Place, part: Expr, *, always: bool) -> Problem:
    """Tell that a part of a condition comes out the same for everyone."""
    whole = part == place.condition.tree
    said = place.condition.source if whole else say(part)
    verb = "always" if always else "never"
    told = f"{verb} holds for those who get there"
    return RULE.problem(
        place.condition.span,
        f'{place.what} {told}: "{said}".' if whole else f'{place.what}: "{said}" {told}.',
        hint="Take it out, or correct what it compares.",
        got=said,
    )


RULE = Rule(
    code="Q059",
    name="constant_part",
    severity=Severity.WARNING,
    summary="A condition, or a part of one, that always or never holds for those who get there.",
    why=(
        "A condition is written because it should make a difference. One that makes none has often been "
        "overtaken by an early end or an earlier condition, or compares with the wrong option or number. "
        "Each option in a list is a part. What makes a whole question, option, row or early end unreachable"
        " is told as that alone."
    ),
    bad="""\
# you: About you

## age
end if age < 18: too_young
How old are you? ___ [0..120]

## usage
if age >= 18
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# you: About you

## age
end if age < 18: too_young
How old are you? ___ [0..120]

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
)
