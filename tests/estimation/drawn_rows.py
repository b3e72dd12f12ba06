"""Rows of a made-up file, drawn by Hypothesis, with questions, banners, numbers and a design."""

from dataclasses import dataclass

import numpy as np
from hypothesis import strategies as st

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.design import Design, Replicates, Stage
from peil.estimation.frame import Frame, make_frame
from peil.estimation.packed.coded import Coded
from peil.estimation.packed.columns import Columns
from peil.estimation.packed.pack import pack

ABSENT = (None, None, "a", "b", "c", "elsewhere")


@dataclass(frozen=True)
class DrawnRows:
    """A file's columns and what is asked of them."""

    columns: dict[str, list[object]]
    design: Design
    frame: Frame
    questions: tuple[Question, ...]
    banners: tuple[Banner, ...]

    def packed(self) -> Coded:
        """The same rows as the packed engine takes them."""
        return pack(Columns(self.columns), self.design, self.frame, self.questions, self.banners, ["x"])


@st.composite
def drawn_rows(draw: st.DrawFn) -> DrawnRows:
    """Draw up to 60 rows; every kind of weight and cell is among them."""
    rows = draw(st.integers(1, 60))
    chance = np.random.default_rng(draw(st.integers(0, 2**32)))
    options = draw(st.integers(1, 12))
    columns: dict[str, list[object]] = {
        "one": chance.choice(np.array(["a", "b", "c", "elsewhere", None]), rows).tolist(),
        "x": [None if chance.random() < 0.2 else float(chance.normal(3, 2)) for _ in range(rows)],
        "by": chance.choice(np.array(["m", "f", "other", None]), rows).tolist(),
        "age": chance.choice(np.array(["1", "2", "3"]), rows).tolist(),
    }
    asked = chance.random(rows) < 0.8
    for place in range(options):
        ticks = chance.integers(0, 2, rows).tolist()
        columns[f"many{place}"] = [tick if there else None for tick, there in zip(ticks, asked, strict=True)]
    questions = (
        Question("one", ("a", "b", "c", "nobody"), ("one",)),
        Question(
            "many",
            tuple(f"o{p}" for p in range(options)),
            tuple(f"many{p}" for p in range(options)),
            many=True,
        ),
    )
    banners = (WHOLE, Banner("by", ("m", "f", "nobody"), "by"), Banner("age", ("1", "2", "3"), "age"))
    weights = draw(
        st.sampled_from(
            [None, chance.lognormal(0, 1, rows), chance.lognormal(0, 1, rows) * (chance.random(rows) < 0.7)]
        )
    )
    strata = draw(st.sampled_from([None, chance.integers(0, 3, rows)]))
    stage = draw(st.sampled_from([Stage(), Stage(chance.integers(0, 5, rows))]))
    replicates = Replicates(chance.lognormal(0, 1, (rows, 3)), 1.0, np.ones(3))
    design = Design(rows, weights, strata, (stage,), replicates=replicates)
    return DrawnRows(columns, design, make_frame(design), questions, banners)
