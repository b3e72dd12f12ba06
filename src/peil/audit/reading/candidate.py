"""What a number may be about: an item with an option, or a class of a group, with a score."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proposal.

    Args:
        item: An item, or a group's item.
        option: One of its options, or the class.
        label: What the study calls both, for a person to judge.
        score: How well the words match, 0 to 100.
        exact: ``row`` or ``column`` where that label has the option's own words and the caption names the
            question; for a class, where the label has the class's own words. Empty elsewhere.
    """

    item: str
    option: str
    label: str
    score: int
    exact: str = ""
