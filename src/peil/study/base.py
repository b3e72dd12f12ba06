"""The base of a table: who counts, by rule."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Base:
    """Who counts. The default is asked and answered, ``{missing}`` options included, blanks not.

    Args:
        without_missing: Leave out those who chose a ``{missing}`` option.
        without: Leave out those who chose one of these options.
        blanks: Count those asked who left it blank too, as a category of their own (``blank``).
    """

    without_missing: bool = False
    without: tuple[str, ...] = ()
    blanks: bool = False


ANSWERED = Base()
