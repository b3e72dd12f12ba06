"""Cases for the suite over all engines: generated rows with everything in them that goes wrong somewhere."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa
from engine_case import EngineCase
from hypothesis import strategies as st
from plain_engine import Cells

from peil.estimation.asked import WHOLE, Banner, Question
from peil.estimation.sql.table import SqlStage

ODD = (
    "a b",
    "SELECT",
    "it's",
    'say "so"',
    "`tick`",
    "Überdruß",
    "$1 :p1 ? %s",
    "w",
    "t.unit0",
    "UPPER",
    "back\\slash\n",
)
"""Names that break careless SQL, among them words that the statements themselves use."""


def pick(
    rng: np.random.Generator, rows: int, names: Sequence[str], *, absent: float = 0.1, never: int = 0
) -> Cells:
    """Draw names or None, one a row; the last ``never`` names never occur."""
    drawn = rng.integers(0, len(names) - never, rows)
    gone = rng.random(rows) < absent
    return [None if none else names[place] for place, none in zip(drawn, gone, strict=True)]


def ticked(rng: np.random.Generator, rows: int, options: int) -> list[Cells]:
    """Draw the columns of a question with several choices; some rows weren't asked, some cells are empty."""
    asked = rng.random(rows) < 0.8
    shares = np.linspace(0, 0.9, options)
    drawn = rng.random((options, rows)) < shares[:, None]
    empty = rng.random((options, rows)) < 0.05
    return [
        [int(one) if there and not none else None for one, there, none in zip(*each, strict=True)]
        for each in ((drawn[at], asked, empty[at]) for at in range(options))
    ]


def asked_of(
    rng: np.random.Generator, rows: int
) -> tuple[dict[str, Cells], tuple[Question, ...], tuple[Banner, ...]]:
    """Make columns, questions, banners: with empty groups, options that nobody chose, unlisted answers."""
    some = ticked(rng, rows, 4)
    columns: dict[str, Cells] = {
        "q": pick(rng, rows, ("yes", "no", "it's mixed", "", "unlisted", "never"), never=1),
        "silent": [None] * rows,
        **{f"m{at}": cells for at, cells in enumerate(some)},
        "region": pick(rng, rows, ("north", "south", "far\\away", "nowhere", "empty"), never=1),
        "sex": pick(rng, rows, ("f", "m", "x"), absent=0),
        "x": [None if rng.random() < 0.2 else float(rng.normal(10, 3)) for _ in range(rows)],
    }
    questions = (
        Question("q", ("yes", "no", "it's mixed", "", "never"), ("q",)),
        Question("silent", ("a", "b"), ("silent",)),
        Question("m", ("never", "o1", "o2", "o3"), ("m0", "m1", "m2", "m3"), many=True),
    )
    banners = (
        Banner("region", ("north", "south", "far\\away", "empty"), "region"),
        WHOLE,
        Banner("sex", ("m", "f", "x"), "sex"),
    )
    return columns, questions, banners


def weights(rng: np.random.Generator, rows: int) -> Cells:
    """Draw weights, some of them zero and one very large."""
    drawn = np.where(rng.random(rows) < 0.1, 0.0, rng.gamma(4, 0.25, rows))
    drawn[0] = 1e6
    return list(drawn.tolist())


def many_strata() -> EngineCase:
    rng, rows = np.random.default_rng(1), 3_000
    columns, questions, banners = asked_of(rng, rows)
    columns |= {"w": weights(rng, rows), "stratum": [f"s{at}" for at in rng.integers(0, 300, rows)]}
    return EngineCase(columns, questions, banners, ("x",), "w", "stratum")


def two_stages() -> EngineCase:
    """Schools in strata and classes in schools, whose numbers start anew in each."""
    rng, rows = np.random.default_rng(2), 2_000
    columns, questions, banners = asked_of(rng, rows)
    strata, schools = rng.integers(0, 6, rows), rng.integers(0, 12, rows)
    columns |= {
        "w": weights(rng, rows),
        "stratum": [f"s {at}" for at in strata],
        "school": [int(at) for at in schools],
        "class": [int(at) for at in rng.integers(0, 3, rows)],
        "schools": [40.0 + int(at) for at in strata],
        "classes": [9 + int(at) for at in schools],
    }
    stages = (SqlStage("school", "schools"), SqlStage("class", "classes"))
    types = {"stratum": pa.string()}
    return EngineCase(columns, questions, banners, ("x",), "w", "stratum", stages, types=types)


def drawn_children() -> EngineCase:
    """Schools drawn, then children in them; shares of the population instead of counts of it."""
    rng, rows = np.random.default_rng(3), 1_000
    columns, questions, banners = asked_of(rng, rows)
    schools = rng.integers(0, 20, rows)
    columns |= {
        "school": [f"school {at}" for at in schools],
        "share": [0.25] * rows,
        "share within": [0.1 + int(at) / 40 for at in schools],
    }
    stages = (SqlStage("school", "share"), SqlStage("", "share within"))
    return EngineCase(columns, questions, banners, ("x",), stages=stages)


def unweighted() -> EngineCase:
    rng = np.random.default_rng(4)
    columns, questions, banners = asked_of(rng, 200)
    return EngineCase(columns, questions, banners, ("x",))


def nobody() -> EngineCase:
    columns, questions, banners = asked_of(np.random.default_rng(5), 0)
    types = {"m0": pa.int8(), "m1": pa.int8(), "m2": pa.int8(), "m3": pa.int8(), "x": pa.float64()}
    return EngineCase(columns, questions, banners, ("x",), types=types)


def odd_names() -> EngineCase:
    """Tables, columns, options, groups and units called what nobody should call them."""
    rng, rows = np.random.default_rng(6), 400
    columns: dict[str, Cells] = {name: pick(rng, rows, ODD) for name in ODD[:4]}
    columns |= {name: [int(one) for one in rng.random(rows) < 0.5] for name in ODD[4:8]}
    columns |= {ODD[8]: pick(rng, rows, ODD, absent=0), ODD[9]: weights(rng, rows)}
    questions = (
        *(Question(name, ODD, (name,)) for name in ODD[:3]),
        Question("many", ODD[4:8], ODD[4:8], many=True),
    )
    banners = tuple(Banner(name, ODD, name) for name in (ODD[3], ODD[0]))
    return EngineCase(columns, questions, banners, (ODD[4],), ODD[9], ODD[8], name=' odd "table`s" name ')


def many_banners() -> EngineCase:
    """More banners than one statement has room for."""
    rng, rows = np.random.default_rng(7), 1_500
    columns, questions, _ = asked_of(rng, rows)
    groups = [tuple(f"g{at}" for at in range(size)) for size in (3, 9, 2, 30, 5, 200, 4)]
    columns |= {f"b{at}": pick(rng, rows, names) for at, names in enumerate(groups)}
    columns |= {"w": weights(rng, rows), "stratum": pick(rng, rows, ("a", "b", "c"), absent=0)}
    banners = tuple(Banner(f"b{at}", names, f"b{at}") for at, names in enumerate(groups))
    return EngineCase(columns, questions, banners, ("x",), "w", "stratum", most_cells=300)


def replicates(many: int = 7, most_sums: int = 12) -> EngineCase:
    """More replicates than one statement sums for a question with several choices."""
    rng, rows = np.random.default_rng(8), 150
    columns, questions, banners = asked_of(rng, rows)
    names = tuple(f"r {at}" for at in range(many))
    columns |= {name: list(rng.gamma(4, 0.25, rows).tolist()) for name in names} | {"w": weights(rng, rows)}
    return EngineCase(columns, questions, banners, ("x",), "w", replicates=names, most_sums=most_sums)


def texts_alone() -> EngineCase:
    """A table made of a text file: every cell a text, nothing is a dash or the empty text."""
    rng, rows = np.random.default_rng(9), 500
    columns, questions, banners = asked_of(rng, rows)
    columns["q"] = [None if cell == "" else cell for cell in columns["q"]]
    columns |= {"w": weights(rng, rows)}
    questions = (Question("q", ("yes", "no", "it's mixed", ""), ("q",)), *questions[1:])
    types = {name: pa.string() for name in ("m0", "m1", "m2", "m3", "x", "w")}
    return EngineCase(columns, questions, banners, ("x",), "w", absent=("-", ""), types=types)


def numbers_for_names() -> EngineCase:
    """Answers and groups as numbers and truths, with NaN where a floating one is missing."""
    rng, rows = np.random.default_rng(10), 500
    columns, (_, silent, several), _ = asked_of(rng, rows)
    columns |= {name: pick(rng, rows, ("0", "1", "2", "-7", "99")) for name in ("whole", "floating", "group")}
    columns["truth"] = pick(rng, rows, ("true", "false"))
    questions = (
        *(Question(name, ("1", "2", "-7", "3"), (name,)) for name in ("whole", "floating")),
        Question("truth", ("false", "true"), ("truth",)),
        silent,
        several,
    )
    banners = (Banner("group", ("2", "0", "5"), "group"), Banner("whole", ("1", "99"), "whole"))
    types = {
        "whole": pa.int16(),
        "floating": pa.float64(),
        "group": pa.float32(),
        "truth": pa.bool_(),
        "m0": pa.bool_(),
        "m1": pa.float64(),
        "m2": pa.int8(),
        "x": pa.float64(),
    }
    return EngineCase(columns, questions, banners, ("x", "m2"), types=types)


def decimals() -> EngineCase:
    """Answers, ticks and weights as numbers with two decimals, as accounts have them."""
    rng, rows = np.random.default_rng(11), 300
    columns, (_, _, several), banners = asked_of(rng, rows)
    columns |= {"decimal": pick(rng, rows, ("0", "1", "-7", "99"))}
    columns["w"] = [round(float(one), 2) for one in rng.gamma(4, 0.25, rows)]
    types = dict.fromkeys(("decimal", "w", *several.columns), pa.decimal128(9, 2))
    questions = (Question("decimal", ("1", "-7", "3"), ("decimal",)), several)
    return EngineCase(columns, questions, banners, (), "w", types=types)


CASES = (
    many_strata,
    two_stages,
    drawn_children,
    unweighted,
    nobody,
    odd_names,
    many_banners,
    replicates,
    texts_alone,
    numbers_for_names,
    decimals,
)


@st.composite
def small_cases(draw: st.DrawFn) -> EngineCase:
    """Draw a table of a few rows, and what is asked of it."""
    rows = draw(st.integers(0, 12))

    def column(cells: st.SearchStrategy[object]) -> Cells:
        return draw(st.lists(cells, min_size=rows, max_size=rows))

    texts = st.sampled_from(("", "a", "A", "b ", "ä", "'", "\\"))
    some = st.none() | texts
    tick = st.sampled_from((None, 0, 1))
    number = st.none() | st.floats(-1e6, 1e6).map(lambda x: round(x, 3))
    weight = st.sampled_from((0.0, 0.1, 1.0, 2.5, 1e9))
    columns = {"q": column(some), "b": column(some), "c": column(some)}
    columns |= {"m0": column(tick), "m1": column(tick), "x": column(number), "w": column(weight)}
    columns |= {"r0": column(weight), "r1": column(weight), "stratum": column(texts), "psu": column(texts)}
    options = tuple(draw(st.lists(texts, unique=True, min_size=1, max_size=4)))
    types = {name: pa.int16() for name in ("m0", "m1")} | {
        name: pa.float64() for name in ("x", "w", "r0", "r1")
    }
    return EngineCase(
        columns,
        (Question("q", options, ("q",)), Question("m", ("o", "p"), ("m0", "m1"), many=True)),
        (Banner("b", options, "b"), WHOLE, Banner("c", ("a",), "c")),
        ("x",),
        draw(st.sampled_from(("", "w"))),
        draw(st.sampled_from(("", "stratum"))),
        draw(st.sampled_from(((SqlStage(),), (SqlStage("psu"),), (SqlStage("psu"), SqlStage())))),
        ("r0", "r1"),
        types,
        most_cells=draw(st.sampled_from((1, 4_000))),
    )
