"""Why no weights meet the margins: exceptions that carry where it went wrong."""

from collections.abc import Mapping, Sequence


class Unfitted(ValueError):  # noqa: N818 - a verdict on margins and rows, named as it is told
    """Weights can't be made of these margins and rows."""


class Unclassed(Unfitted):
    """Rows have no class of a margin.

    Args:
        margin: Name of the margin.
        rows: How many rows.
    """

    def __init__(self, margin: str, rows: int) -> None:
        self.margin, self.rows = margin, rows
        super().__init__(f"{rows} rows have no class of {margin}")


class EmptyClass(Unfitted):
    """Classes of a margin have a size in the population and no row.

    Args:
        margin: Name of the margin.
        classes: Their names.
    """

    def __init__(self, margin: str, classes: Sequence[str]) -> None:
        self.margin, self.classes = margin, tuple(classes)
        super().__init__(f"no row is in {', '.join(classes)} of {margin}")


class Contradiction(Unfitted):
    """Two margins add up to different populations.

    Args:
        one: Name and total of a margin.
        other: Those of another one.
    """

    def __init__(self, one: tuple[str, float], other: tuple[str, float]) -> None:
        self.one, self.other = one, other
        super().__init__(f"{one[0]} adds up to {one[1]:g} and {other[0]} to {other[1]:g}")


class NotConverged(Unfitted):
    """No weights were found that meet the margins, within the bounds if there are any.

    Args:
        margin: Name of the margin that is met worst.
        kind: Its class that is met worst.
        short: By how much of its total the weights of that class miss it.
    """

    def __init__(self, margin: str, kind: str, short: float) -> None:
        self.margin, self.kind, self.short = margin, kind, short
        super().__init__(f"weights miss the total of {kind} of {margin} by {short:.2g} of it")


class Vanished(Unfitted):
    """The margins leave no weight for rows that are there.

    Args:
        classes: The rows' class of each margin, by the margin's name.
    """

    def __init__(self, classes: Mapping[str, str]) -> None:
        self.classes = classes
        super().__init__(
            "no weight is left for " + ", ".join(f"{one} of {name}" for name, one in classes.items())
        )


class Untrimmable(Unfitted):
    """The mean weight lies outside the bounds that weights are trimmed to."""
