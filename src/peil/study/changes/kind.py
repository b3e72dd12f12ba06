"""A kind of change: its rule in the catalogue, and how it is told."""

from dataclasses import dataclass

from peil.core.problem import Severity
from peil.core.rule import Rule


@dataclass(frozen=True)
class ChangeKind:
    """One kind of change.

    Args:
        rule: Its code, name and reason; an error breaks a live study, information doesn't.
        one: How one is told after the question's name; ``{part}``, ``{old}`` and ``{new}`` are filled in.
        many: How several of one question are told: ``{count}`` and ``{parts}`` are filled in. Empty where
            each is told by itself.
        hint: The repair, for one that breaks.
    """

    rule: Rule
    one: str
    many: str = ""
    hint: str = ""

    @property
    def breaks(self) -> bool:
        """Whether given answers would lose their place or meaning, or finished interviews their end."""
        return self.rule.severity is Severity.ERROR


def breaking(code: str, name: str, summary: str, why: str) -> Rule:
    """Give the rule of a change that breaks a live study."""
    return Rule(code, name, Severity.ERROR, summary, why)


def harmless(code: str, name: str, summary: str, why: str) -> Rule:
    """Give the rule of a change that leaves the answers of a live study as they are."""
    return Rule(code, name, Severity.INFO, summary, why)
