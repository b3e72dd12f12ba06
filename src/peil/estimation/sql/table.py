"""A table of a database as survey data: which columns are weights, units, populations, replicates."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SqlStage:
    """One stage in which units were drawn, by its columns (``Stage`` in ``estimation/design.py``).

    Args:
        units: The column that says which unit a row is in; empty when each row is a unit of its own, which
            makes it the last stage.
        population: The column of how many such units there are; empty when drawn with replacement.
    """

    units: str = ""
    population: str = ""


@dataclass(frozen=True)
class SqlTable:
    """Where the rows stand and what their columns mean.

    A row's answer is absent when its cell is NULL or one of ``absent``: then the row is in no base and no
    group. Any other text that is no option of its question is in the base and in no cell. A multiple
    response question has one column an option, 1 where it was chosen; a row was asked when at least one of
    them isn't absent, and an absent one beside others means not chosen.

    Args:
        name: The table or view, after its schema or catalogue if that is needed.
        weight: The column of weights; empty when every row counts once.
        strata: The column of strata; empty when there is one.
        stages: The stages in which units were drawn, the first one first.
        absent: Texts that stand for no answer.
        replicates: The columns of replicate weights.
    """

    name: tuple[str, ...]
    weight: str = ""
    strata: str = ""
    stages: tuple[SqlStage, ...] = (SqlStage(),)
    absent: tuple[str, ...] = ()
    replicates: tuple[str, ...] = ()

    @property
    def drawn(self) -> tuple[SqlStage, ...]:
        """The stages whose units aren't rows."""
        return self.stages[:-1] if self.rows_drawn else self.stages

    @property
    def rows_drawn(self) -> bool:
        """Say whether rows are the units of the last stage."""
        return not self.stages[-1].units

    @property
    def path(self) -> tuple[str, ...]:
        """The columns that make a unit, strata first; units with the same name in two strata are two."""
        strata = (self.strata,) if self.strata else ()
        return (*strata, *(stage.units for stage in self.drawn))

    def __post_init__(self) -> None:
        """Raises ValueError: there is no stage, or one of rows before the last."""
        if not self.stages or not all(stage.units for stage in self.stages[:-1]):
            raise ValueError("each stage before the last one needs a column of units")
