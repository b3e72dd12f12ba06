"""How a sample was drawn: the part of plan.toml that says so."""

from dataclasses import dataclass

from peil.core.span import Span

LONELY = ("fail", "remove", "adjust", "average", "certainty")
"""What is done with a stratum that has a single unit; ``estimation.design.Lonely`` says what each means."""

IN_PLAN = Span("plan.toml")


@dataclass(frozen=True, slots=True)
class ReplicateColumns:
    """Columns of weights, each of a sample drawn again out of the sample.

    Args:
        columns: Their names.
        scale: The common factor of the squared deviations.
        rscales: A factor for each replicate; empty for 1 each.
        mse: Deviations are from the whole sample's statistic, and not from the replicates' mean.
        file: File in the study's folder that they stand in beside the rows' ids; empty for the data file.
        span: Where they are named.
    """

    columns: tuple[str, ...]
    scale: float
    rscales: tuple[float, ...] = ()
    mse: bool = False
    file: str = ""
    span: Span = IN_PLAN


@dataclass(frozen=True, slots=True)
class SampleDesign:
    """Columns of the data that say where each row was drawn.

    Args:
        strata: Column of the stratum, or None.
        psu: Columns of the units of each stage, the first one first; empty where rows were drawn.
        population: Columns of how many units of each stage there are; empty where it makes no difference.
        lonely: One of ``LONELY``.
        replicates: Where they are there, errors come from them.
        span: Where the design stands.
    """

    strata: str | None = None
    psu: tuple[str, ...] = ()
    population: tuple[str, ...] = ()
    lonely: str = "fail"
    replicates: ReplicateColumns | None = None
    span: Span = IN_PLAN

    @property
    def texts(self) -> tuple[str, ...]:
        """Columns whose cells are names."""
        return tuple(dict.fromkeys((*((self.strata,) if self.strata else ()), *self.psu)))

    @property
    def numbers(self) -> tuple[str, ...]:
        """Columns whose cells are numbers."""
        columns = self.replicates.columns if self.replicates else ()
        return tuple(dict.fromkeys((*self.population, *columns)))

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that the design names."""
        return (*self.texts, *self.numbers)
