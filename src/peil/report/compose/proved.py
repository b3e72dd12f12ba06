"""What is proved of a study's route, for a shown questionnaire to tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from peil.study.proof.length import RouteLength
from peil.study.proof.reach import Reach
from peil.study.study import Study


@dataclass(frozen=True)
class Proved:
    """A study with at least one role, and what is proved of it.

    Args:
        study: The study.
        reach: Role and step to whether those in the role are asked it.
        leaving: Role and place on the route of an early end that someone in the role can come to.
        lengths: The shortest and longest interview of each role that someone can have.
    """

    study: Study
    reach: Mapping[tuple[str, str], Reach]
    leaving: frozenset[tuple[str, int]]
    lengths: tuple[RouteLength, ...]
