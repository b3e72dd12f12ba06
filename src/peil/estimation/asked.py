"""What is counted: questions, and the banners that they are split by."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """A question with options.

    Args:
        name: What its tables are called by.
        options: What its cells are called by, in order.
        columns: Where its answers stand: one column of option names, or of a multiple response question one
            an option, in order.
        many: Several options may have been chosen.
    """

    name: str
    options: tuple[str, ...]
    columns: tuple[str, ...]
    many: bool = False


@dataclass(frozen=True)
class Banner:
    """Groups that each row is in at most one of; ``column`` says of each row which one."""

    name: str
    groups: tuple[str, ...]
    column: str


WHOLE = Banner("", ("",), "")
"""The whole sample as one group."""
