"""The rows of a data set as a sample: their design, and what is left of it when rows are added up."""

from dataclasses import dataclass

from peil.data.dataset import Dataset
from peil.estimation.arrays import Positions
from peil.estimation.calibration.residual_frame import ResidualFrame, make_residual_frame
from peil.estimation.design import Design
from peil.estimation.frame import Frame
from peil.tabulate.design_of import design_of, frame_of


@dataclass(frozen=True, eq=False)
class Sample:
    """Rows and how they were drawn.

    Args:
        design: The design.
        frame: Its units; None where the study prints no errors, and rows are just counted.
        residual: Where weights were fitted to targets: its units crossed with the cells of that. Errors are
            then those of what the targets don't foretell.
    """

    design: Design
    frame: Frame | None
    residual: ResidualFrame | None = None

    @property
    def units(self) -> int:
        """Number of places on the moments' first axis."""
        if self.residual:
            return len(self.residual.unit)
        return self.frame.size if self.frame else 1

    @property
    def unit_of(self) -> Positions | None:
        """The place of each row there; None when there is one."""
        if self.residual:
            return self.residual.unit_of
        return self.frame.unit_of if self.frame and self.frame.size > 1 else None


def sample_of(dataset: Dataset) -> Sample:
    """Give a data set's rows as a sample.

    Replicates that are given hold what fitting did to them, if anything: errors come from them alone.

    Raises:
        Unusable: The columns that the plan's design names say what can't be; carries a problem for each.
    """
    if not dataset.study.plan.tells_errors:
        return Sample(Design(dataset.n, dataset.weights), None)
    design = design_of(dataset)
    frame = frame_of(dataset, design)
    if not dataset.n:
        return Sample(design, None)
    calibration = dataset.weighted.calibration if dataset.weighted else None
    if calibration is None or dataset.weights is None or design.replicates:
        return Sample(design, frame)
    return Sample(design, frame, make_residual_frame(frame, calibration, dataset.weights))
