"""Small files of one question, one banner and a design, for tests of tests."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st
from plain_engine import PlainEngine

from peil.estimation.asked import Banner, Question
from peil.estimation.design import Design, Stage
from peil.estimation.frame import Frame, make_frame
from peil.estimation.moments import Moments


@dataclass(frozen=True)
class TableRows:
    """Rows of a table.

    Args:
        groups: Of each row its group, None for none.
        options: Of each row the option chosen; "" for a row in the base without one, None outside the base.
        design: How they were drawn.
        names: Groups and options in order.
    """

    groups: Sequence[str | None]
    options: Sequence[str | None]
    design: Design
    names: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def frame(self) -> Frame:
        return make_frame(self.design)

    @property
    def moments(self) -> Moments:
        engine = PlainEngine({"by": list(self.groups), "row": list(self.options)}, self.design, self.frame)
        groups, options = self.names
        question, banner = Question("row", options, ("row",)), Banner("by", groups, "by")
        ((_, _, moments),) = engine.tables([question], [banner])
        return moments


def counted(counts: Sequence[Sequence[int]], design: Design | None = None) -> TableRows:
    """The rows of a table of counts, groups × options."""
    groups = tuple(f"g{place}" for place in range(len(counts)))
    options = tuple(f"o{place}" for place in range(len(counts[0])))
    cells = [
        (group, option)
        for group, row in zip(groups, counts, strict=True)
        for option, times in zip(options, row, strict=True)
        for _ in range(times)
    ]
    made = design or Design(len(cells))
    return TableRows([group for group, _ in cells], [option for _, option in cells], made, (groups, options))


@st.composite
def table_rows(draw: st.DrawFn) -> TableRows:
    """Draw 20 to 120 rows in strata, or in clusters in strata, of which every cell may be empty."""
    chance = np.random.default_rng(draw(st.integers(0, 2**32)))
    rows = draw(st.integers(20, 120))
    groups = tuple("ABCD"[: draw(st.integers(2, 4))])
    options = tuple("vwxyz"[: draw(st.integers(2, 5))])
    strata = np.sort(np.arange(rows) % draw(st.integers(1, 4)))
    weights = chance.gamma(2, 1, rows) if draw(st.booleans()) else np.ones(rows)
    stage = Stage(np.arange(rows) // 3) if draw(st.booleans()) else Stage()
    shares = chance.dirichlet(np.ones(len(options)) * 2, len(groups))
    by = chance.integers(0, len(groups), rows)
    chosen = [options[chance.choice(len(options), p=shares[group])] for group in by]
    return TableRows(
        [groups[group] for group in by],
        chosen,
        Design(rows, weights, strata, (stage,)),
        (groups, options),
    )
