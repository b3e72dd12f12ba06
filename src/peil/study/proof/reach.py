"""Who comes to be asked what: each role at each question, never, sometimes or always."""

from collections.abc import Mapping
from enum import StrEnum

from peil.study.proof.prover import prover_of
from peil.study.study import Study


class Reach(StrEnum):
    """How many of those in a role who get as far as a question are asked it."""

    NEVER = "never"
    SOMETIMES = "sometimes"
    ALWAYS = "always"


def role_ids(study: Study) -> tuple[str, ...]:
    """Give the ids of the roles; of a study without roles one empty id, which everyone has."""
    return tuple(role.id for role in study.roles) or ("",)


def who_is_asked(study: Study) -> Mapping[tuple[str, str], Reach]:
    """Give role id and step id to whether those in the role are asked it, of those who get that far.

    The role is the one that the whole interview leads to, so that a question asked before the role is known
    counts for those who will turn out to have it.
    """
    prover = prover_of(study)
    encoding, both = prover.encoding, prover.encoding.formula.both
    found: dict[tuple[str, str], Reach] = {}
    for role in role_ids(study):
        has_role = encoding.role(role)
        asked = {step: both(has_role, literal) for step, literal in encoding.steps.items()}
        passed = {
            step: both(has_role, encoding.alive[encoding.positions[step]], -literal)
            for step, literal in encoding.steps.items()
        }
        prover.models.want((*asked.values(), *passed.values()))
        for step in encoding.steps:
            if not prover.can(asked[step]):
                found[role, step] = Reach.NEVER
            else:
                found[role, step] = Reach.SOMETIMES if prover.can(passed[step]) else Reach.ALWAYS
    return found
