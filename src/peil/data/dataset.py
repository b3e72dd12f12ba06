"""The data set: columns of answers with the state of every cell."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from peil.core.problem import Problem
from peil.data.rows import Rows
from peil.estimation.calibration.weighted import Weighted
from peil.fieldwork.amended import AS_ANSWERED, Amended
from peil.study.study import Study

Codes = NDArray[np.int16]
Ticks = NDArray[np.bool_]
Numbers = NDArray[np.float64]
Texts = NDArray[np.object_]
Column = Codes | Ticks | Numbers | Texts
States = NDArray[np.uint8]


@dataclass(frozen=True)
class Dataset:
    """Rows in file order; every array has one entry a row.

    Args:
        study: The study whose codebook names the columns.
        ids: Row ids as given.
        columns: Variable name to column. OPTION: position in ``item.options``, -1 for none. TICK: bool.
            NUMBER and RANK: float, NaN for none. STEP: float, NaN for none or a missing option (its state
            is DONT_KNOW then). TEXT and DATE: str objects, "" for none. Derived items: position of the
            class, -1 for none. The plan's column of weights stands among them under its own name, and so do
            those of its design: str objects for strata and units, float for the others.
        states: Item key to ``State`` values; a derived item is ANSWERED or NOT_ASKED. A contact
            question is never more than BLANK: its details are stored apart.
        roles: Position in ``study.roles`` of each row's role.
        progress: Number of pages of ``study.route.pages`` up to and including the last one submitted, and
            any pages directly after it on which the row is asked nothing; all pages for a complete row.
        complete: Interview came to its end.
        weights: Weight of each row, or None when every row counts once.
        synthetic: Any row is made, not given by a person.
        problems: What was odd about the rows, such as answers to questions that were not asked.
        rows: What the file said about each interview, kept so that it can be written again.
        missing_steps: Scale variable to the position in ``item.options`` of the missing option chosen
            in place of a step, -1 for none.
        amended: What was left out and counted otherwise on the way to the analysis set.
        weighted: Diagnostics of the weights, where these rows were weighted.
    """

    study: Study
    ids: tuple[str, ...]
    columns: Mapping[str, Column]
    states: Mapping[str, States]
    roles: NDArray[np.int16]
    progress: NDArray[np.int32]
    complete: NDArray[np.bool_]
    weights: Numbers | None = None
    synthetic: bool = False
    problems: tuple[Problem, ...] = ()
    rows: Rows | None = None
    missing_steps: Mapping[str, Codes] = field(default_factory=dict)
    amended: Amended = AS_ANSWERED
    weighted: Weighted | None = None

    @property
    def n(self) -> int:
        """Number of rows."""
        return len(self.ids)
