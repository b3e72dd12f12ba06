"""Who can come to which early end."""

from peil.study.proof.prover import prover_of
from peil.study.study import Study


def who_can_leave(study: Study) -> frozenset[tuple[str, int]]:
    """Give each role id with the place on the route of an early end that somebody in the role can come to.

    The role is the one that the interview has led to when it ends.
    """
    prover = prover_of(study)
    encoding = prover.encoding
    return frozenset(
        (role.id, ending.position)
        for ending in encoding.endings
        for role in study.roles
        if prover.can(encoding.formula.both(ending.ends, encoding.role(role.id, ending.position)))
    )
