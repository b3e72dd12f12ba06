"""What can be answered: the literals of every answer that has been encoded so far."""

from dataclasses import dataclass, field
from decimal import Decimal


@dataclass
class Answers:
    """Literals by name of data; what isn't here was not encoded, so it is not given.

    Args:
        position: Item key to the position on the route at which it is asked.
        asked: Item key to whether it is asked.
        given: Item key to whether it was answered.
        choices: Item key and option to whether that was chosen, ticked or ranked.
        numbers: Variable to its classes: a number of each, and whether the answer lies in it.
        filled: Variable to whether it was filled in.
        visible: Step id and option id, or item key and ``""`` for a row, to whether it is shown.
        item_of: Variable to its item's key.
    """

    position: dict[str, int] = field(default_factory=dict)
    asked: dict[str, int] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    choices: dict[tuple[str, str], int] = field(default_factory=dict)
    numbers: dict[str, tuple[tuple[Decimal, int], ...]] = field(default_factory=dict)
    filled: dict[str, int] = field(default_factory=dict)
    visible: dict[tuple[str, str], int] = field(default_factory=dict)
    item_of: dict[str, str] = field(default_factory=dict)
