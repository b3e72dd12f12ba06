"""The shortest and the longest interview that each role can have."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from pysat.examples.rc2 import RC2
from pysat.formula import WCNF

from peil.study.proof.effort import seconds_to_answer
from peil.study.proof.prover import Prover, prover_of
from peil.study.proof.reach import role_ids
from peil.study.proof.walk import read_walk
from peil.study.question import Kind
from peil.study.study import Study

WHOLE = 1_000_000
"""What a question weighs against a second: more than all seconds together."""


@dataclass(frozen=True, slots=True)
class Length:
    """One interview's length: questions asked (notices aside), pages shown, seconds expected."""

    questions: int
    pages: int
    seconds: float
    witness: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RouteLength:
    """The completed interviews of a role with the fewest and the most questions.

    Among those with as few it is the one that takes least time, among those with as many the most.
    """

    role: str
    shortest: Length
    longest: Length


def route_lengths(study: Study) -> tuple[RouteLength, ...]:
    """Give the shortest and the longest completed interview of each role that somebody can have.

    Interviews that end early are left out. Found as the least and the most that can be asked by weighted
    satisfiability (RC2: Ignatiev, Morgado and Marques-Silva 2019), so there is none shorter or longer.
    """
    prover = prover_of(study)
    encoding = prover.encoding
    found: list[RouteLength] = []
    for role in role_ids(study):
        wanted = encoding.formula.both(encoding.role(role), encoding.alive[encoding.last])
        if prover.can(wanted):
            shortest = _extreme(prover, role, wanted, most=False)
            found.append(RouteLength(role, shortest, _extreme(prover, role, wanted, most=True)))
    return tuple(found)


def _extreme(prover: Prover, role: str, wanted: int, *, most: bool) -> Length:
    study, encoding = prover.study, prover.encoding
    questions = study.questionnaire.by_id
    counted = {s.id for s in study.route.steps if questions[s.question].kind is not Kind.NOTICE}
    problem = WCNF()
    problem.extend(encoding.formula.clauses)
    problem.append([wanted])
    for step in study.route.steps:
        literal = encoding.steps[step.id]
        seconds = seconds_to_answer(study, questions[step.question], role)
        weight = (WHOLE if step.id in counted else 0) + round(seconds)
        if weight:
            problem.append([literal if most else -literal], weight=weight)
    with RC2(problem, solver="g4") as solver:
        model = frozenset(solver.compute() or ())
    return _length(prover, role, counted, model)


def _length(prover: Prover, role: str, counted: AbstractSet[str], model: frozenset[int]) -> Length:
    study, encoding = prover.study, prover.encoding
    asked = [step for step in study.route.steps if encoding.steps[step.id] in model]
    questions = study.questionnaire.by_id
    return Length(
        questions=sum(step.id in counted for step in asked),
        pages=len(dict.fromkeys(step.page for step in asked)),
        seconds=sum(seconds_to_answer(study, questions[step.question], role) for step in asked),
        witness=read_walk(encoding, model.__contains__).witness,
    )
