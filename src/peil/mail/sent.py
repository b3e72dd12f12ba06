"""What a mailing came to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.mail.fate import Fate


@dataclass(frozen=True)
class Sent:
    """What a mailing came to.

    Args:
        fates: How many persons met which fate, those whose mail failed left out.
        passed: How many had the mail meanwhile, or want none any more.
        left: How many weren't tried, or were refused for another reason than their address.
        problems: What ended it early.
    """

    fates: Mapping[Fate, int] = field(default_factory=dict)
    passed: int = 0
    left: int = 0
    problems: tuple[Problem, ...] = ()
