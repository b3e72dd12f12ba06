"""What the solver holds possible is what happens when a study is answered in all ways, and nothing else."""

import pytest
from hypothesis import given, settings

from enumerate_walks import Walks, enumerate_walks
from later_readings import certainly, nodes, trees_at
from peil.interview.course import Asking
from peil.study.expr.evaluate import evaluate
from peil.study.expr.tree import Expr
from peil.study.proof.prover import Prover
from peil.study.route import End
from peil.study.study import Study
from random_routing import routings, study_of
from replay_walk import asked_steps, replay


@pytest.mark.slow
@settings(max_examples=100)
@given(routings())
def test_the_solver_and_enumeration_agree_on_what_can_happen(files: tuple[str, str, str]) -> None:
    study = study_of(files)
    assert differences(study) == []


@pytest.mark.slow
@settings(max_examples=40)
@given(routings())
def test_a_walk_to_whatever_can_happen_is_taken_by_the_engine(files: tuple[str, str, str]) -> None:
    study = study_of(files)
    prover = Prover(study)
    for step in study.route.steps:
        if prover.can(prover.encoding.steps[step.id]):
            found = prover.walk(prover.encoding.steps[step.id])
            assert found is not None
            assert step.id in asked_steps(replay(study, found.values))
            upto = prover.walk(prover.encoding.steps[step.id], until=prover.encoding.positions[step.id])
            assert upto is not None
            assert step.id in asked_steps(replay(study, upto.values, step.page))
    for (item, option), literal in prover.encoding.answers.choices.items():
        if prover.can(literal):
            found = prover.walk(literal)
            assert found is not None
            given = replay(study, found.values).given
            assert given.get(item) == option or f"{item}.{option}" in given


def differences(study: Study) -> list[str]:
    """Give what the two disagree on."""
    walks = enumerate_walks(study)
    prover = Prover(study)
    found: list[str] = []
    _compare_happenings(study, prover, walks, found)
    for position, entry in enumerate(study.route.entries):
        moments = [m.given for m in walks.moments if _entry(m.entry) is entry]
        alive = prover.encoding.alive[position]
        if isinstance(entry, End):
            alive = prover.encoding.formula.both(alive, prover.encoding.steps[entry.after])
        for tree in dict.fromkeys(node for each in trees_at(study, entry) for node in nodes(each)):
            holds = prover.encoding.holds(tree, position)
            sure = prover.encoding.reader.sure(tree, position)
            claims = {
                "holds": (holds, evaluate),
                "fails": (-holds, lambda expr, given: not evaluate(expr, given)),
                "is sure": (sure, lambda expr, given: certainly(expr, given) is True),
            }
            for claim, (literal, happens) in claims.items():
                if prover.can(alive, literal) != any(happens(tree, one) for one in moments):
                    found.append(
                        f"at {_name(entry)}: {_told(tree)} {claim}: solver {prover.can(alive, literal)}"
                    )
    return found


def _compare_happenings(study: Study, prover: Prover, walks: Walks, found: list[str]) -> None:
    encoding = prover.encoding
    asked = {m.entry.step.id for m in walks.moments if m.shown and isinstance(m.entry, Asking)}
    found += [
        f"asked {step}: solver {prover.can(literal)}"
        for step, literal in encoding.steps.items()
        if prover.can(literal) != (step in asked)
    ]
    book = study.codebook.items
    can = {
        (book[item].question, option)
        for (item, option), literal in encoding.answers.choices.items()
        if prover.can(literal)
    }
    found += [f"chosen {one}: solver {one in can}" for one in sorted(can ^ walks.chosen)]
    ended = {id(m.entry) for m in walks.moments if m.ended}
    found += [
        f"end {one.end}: solver {prover.can(one.ends)}"
        for one in encoding.endings
        if prover.can(one.ends) != (id(one.end) in ended)
    ]
    if prover.can(encoding.alive[encoding.last]) != bool(walks.complete):
        found.append(f"complete: solver {not walks.complete}")
    for role in study.roles:
        had = any(state.given.role() == role.id for state in walks.complete)
        if prover.can(encoding.alive[encoding.last], encoding.role(role.id)) != had:
            found.append(f"role {role.id}: solver {not had}")


def _entry(entry: object) -> object:
    return entry.step if isinstance(entry, Asking) else entry


def _name(entry: object) -> str:
    return f"end {entry.outcome}" if isinstance(entry, End) else str(getattr(entry, "id", entry))


def _told(tree: Expr) -> str:
    return repr(tree)
