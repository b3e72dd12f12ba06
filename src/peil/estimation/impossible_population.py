"""What is raised of a population that can't be."""

from typing import Literal


class ImpossiblePopulation(Exception):  # noqa: N818 - it tells what is wrong with the input
    """Raised when units of a stage were drawn out of a population that can't be.

    Attributes:
        stage: From 1.
        places: The strata, or at a later stage the units of the stage before, by their place in the frame.
        why: The population is smaller than what was drawn of it, differs between rows of one unit, or is no
            number above zero.
    """

    def __init__(
        self, stage: int, places: tuple[int, ...], why: Literal["smaller", "differs", "none"]
    ) -> None:
        super().__init__(f"stage {stage}: population of places {places}: {why}")
        self.stage = stage
        self.places = places
        self.why = why
