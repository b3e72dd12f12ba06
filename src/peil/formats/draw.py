"""How recruits are to be drawn."""

from dataclasses import dataclass

from peil.core.ids import ID_PATTERN


@dataclass(frozen=True)
class Draw:
    """A draw that is asked for.

    Args:
        number: How many people.
        question: The question at which they volunteered; details left elsewhere were left for something else.
        seed: What the draw goes by; empty for a new one.
        by: Who draws; empty where nobody said.
    """

    number: int
    question: str
    seed: str = ""
    by: str = ""


def question_of(name: str) -> str:
    """Give the question of a contact detail: ``reach`` of ``reach.email``."""
    found = ID_PATTERN.match(name)
    return found.group() if found else ""
