"""What is raised of strata with a single unit."""


class LonelyUnit(Exception):  # noqa: N818 - it tells what is wrong with the input
    """Raised when strata have a single unit and the design says that this is a problem.

    Attributes:
        stage: In which the unit was drawn, from 1.
        strata: By their place in the frame; at a later stage the units of the stage before.
    """

    def __init__(self, strata: tuple[int, ...], stage: int = 1) -> None:
        super().__init__(f"a single unit at stage {stage} in places {strata}")
        self.stage = stage
        self.strata = strata
