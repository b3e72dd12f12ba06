"""How the rows are weighted: the part of plan.toml that says so."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.span import Span
from peil.study.text import Wording

NO_REASON = Wording("plan.weighting.reason")
PLACE = Span("plan.toml")
GIVEN = "given"
FITTED = ("rake", "poststratify", "linear", "logit")
"""Methods that fit weights to targets."""


@dataclass(frozen=True)
class Target:
    """Known sizes of a variable's classes.

    Args:
        variable: A single question or a derived variable.
        sizes: Class to its size, in the order of the classes: people, or shares that add up to 1.
        counted: Sizes are numbers of people.
        source: Where the sizes come from, as a report prints it.
        date: The day that they are of.
        span: Where the target begins.
        spans: Class to the place of its size.
    """

    variable: str
    sizes: Mapping[str, float]
    counted: bool
    source: Wording
    date: dt.date
    span: Span
    spans: Mapping[str, Span] = field(default_factory=dict)

    @property
    def total(self) -> float:
        """What the sizes add up to."""
        return sum(self.sizes.values())


@dataclass(frozen=True)
class Weighting:
    """How much each row counts.

    Args:
        method: ``none``; ``given``, which is a column of the data; or one of ``FITTED``.
        column: The data's column of weights: those that count where they are given, else those to begin with.
        reason: Why it is weighted so, or not; the methodology prints it.
        targets: What the weights are fitted to.
        population: What the weights add up to; None for the total of counts, or the number of rows.
        bounds: Least and most that fitting may multiply a weight by, apart from what is the same for all.
        trim: Least and most that a weight may be in the end, as multiples of the mean weight.
        nonresponse: How many the sample had in each class, for who answered to stand for who didn't.
        span: Where it stands.
    """

    method: str = "none"
    column: str | None = None
    reason: Wording = NO_REASON
    targets: tuple[Target, ...] = ()
    population: float | None = None
    bounds: tuple[float, float] | None = None
    trim: tuple[float, float] | None = None
    nonresponse: Target | None = None
    span: Span = PLACE

    @property
    def fitted(self) -> bool:
        """Weights are computed, and not taken from the data."""
        return self.method in FITTED

    @property
    def told(self) -> tuple[Target, ...]:
        """Everything with a source: the targets, and the sample's own counts."""
        return (*self.targets, self.nonresponse) if self.nonresponse else self.targets

    @property
    def variables(self) -> tuple[str, ...]:
        """Names of the variables that weights are made of."""
        return tuple(dict.fromkeys(target.variable for target in self.told))


UNWEIGHTED = Weighting()
"""Every row counts once."""
