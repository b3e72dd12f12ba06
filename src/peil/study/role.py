"""Roles: whose wording a respondent reads."""

from dataclasses import dataclass

from peil.study.expr.condition import Condition
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Role:
    """A role and who has it. Roles are tried in order; the last one, without a condition, is the default."""

    id: str
    wording: Wording
    condition: Condition | None
