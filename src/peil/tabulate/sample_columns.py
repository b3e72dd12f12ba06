"""Which columns of a file say how its rows were drawn."""

from dataclasses import dataclass
from pathlib import Path

from peil.estimation.design import Lonely


@dataclass(frozen=True)
class SampleColumns:
    """Names of columns, and what goes with them.

    Args:
        weights: Weight of each row; None when every row counts once.
        strata: Stratum of each row; None when there is one.
        psu: Unit of each stage, the first stage first; none when rows were drawn themselves.
        fpc: Population of each stage, as far as units were drawn without replacement.
        lonely: What is done with strata that have one unit.
        replicates: A file with a column of whole weights for each replicate, a row for each row.
        scale: Factor of the replicates' variance.
        rscales: A file with a factor for each replicate; None when each is 1.
        mse: Centre replicates on the whole sample.
    """

    weights: str | None = None
    strata: str | None = None
    psu: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    lonely: Lonely = Lonely.FAIL
    replicates: Path | None = None
    scale: float | None = None
    rscales: Path | None = None
    mse: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """Columns of codes."""
        return (*(() if self.strata is None else (self.strata,)), *self.psu)

    @property
    def numbers(self) -> tuple[str, ...]:
        """Columns of numbers."""
        return (*(() if self.weights is None else (self.weights,)), *self.fpc)
