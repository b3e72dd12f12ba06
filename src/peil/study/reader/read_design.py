"""``[design]`` and ``[intervals]``: how the sample was drawn, or what takes the place of that."""

import re
from collections.abc import Iterable, Iterator
from math import isfinite

from peil.study.interval_model import IntervalModel
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.read_heading import DATA_COLUMNS
from peil.study.reader.read_title import read_plain
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table
from peil.study.sample_design import LONELY, ReplicateColumns, SampleDesign

MOST_STAGES = 2
MOST_REPLICATES = 10_000
NUMBERED = re.compile(r"(.*)\[(\d{1,5})\.\.(\d{1,5})\](.*)")
"""``rep_[1..80]``: columns whose names differ by a number; ``rep_[01..80]`` where it has as many digits."""


def read_design(table: Table, names: PlanNames) -> SampleDesign | None:
    """Give how the sample was drawn, None where the plan doesn't say."""
    table.known(("strata", "psu", "population", "lonely", "replicates"))
    if not table.values:
        return None
    lonely = table.text("lonely", "fail")
    if lonely not in LONELY:
        table.wrong(
            f'"{lonely}" is no value of "lonely".', "lonely", hint=f"Write one of {', '.join(LONELY)}."
        )
        lonely = "fail"
    psu, population = _columns(table, "psu"), _columns(table, "population")
    if len(psu) > MOST_STAGES:
        table.wrong("Units of two stages can be named at most.", "psu", hint="Name the first two stages.")
        psu = psu[:MOST_STAGES]
    if len(population) > len(psu) + 1:
        message = (
            f"{len(population)} populations are named, and rows were drawn in {len(psu) + 1} stages at most."
        )
        hint = "Name one for each stage: the units in psu, and then the rows."
        table.wrong(message, "population", hint=hint)
        population = population[: len(psu) + 1]
    found = SampleDesign(
        table.text("strata") or None,
        psu,
        population,
        lonely,
        _replicates(table),
        table.settings.key(*table.path),
    )
    _refuse_other_meanings(table, found, names)
    return found


def read_intervals(table: Table, words: WordingReader) -> IntervalModel | None:
    """Give the model under which a self-selected sample has intervals, None where the plan names none."""
    table.known(("model", "assumptions"))
    if not table.values:
        return None
    for name, hint in (
        ("model", "Say under which model the sample is read as a drawn one."),
        ("assumptions", "Say what has to hold for that model to be right; the methodology prints it."),
    ):
        said = table.values.get(name, "")
        if isinstance(said, str) and not said.strip():
            table.wrong(f'Intervals need "{name}".', name, hint=hint)
    return IntervalModel(
        read_plain(table, "model", "plan.intervals.model", words),
        read_plain(table, "assumptions", "plan.intervals.assumptions", words),
        table.settings.key(*table.path),
    )


def _columns(table: Table, name: str) -> tuple[str, ...]:
    """Give the columns of a setting: one name, or a list of them."""
    found = table.values.get(name, [])
    if isinstance(found, str) and found:
        return (found,)
    if isinstance(found, list) and all(isinstance(one, str) and one for one in found):
        return tuple(found)
    table.wrong(f'"{name}" is the name of a column, or a list of them.', name, hint=f'Write {name} = "…".')
    return ()


def _replicates(table: Table) -> ReplicateColumns | None:
    if "replicates" not in table.values:
        return None
    inner = table.table("replicates")
    inner.known(("columns", "file", "scale", "rscales", "mse"))
    columns = tuple(_spelt_out(_columns(inner, "columns")))
    if len(columns) < 2:
        message, hint = "Replicates are two columns of weights at least.", 'Write columns = "rep_[1..80]".'
        inner.wrong(message, "columns", hint=hint)
        return None
    scale = _factor(inner.values.get("scale"))
    if scale is None or scale <= 0:
        message = '"scale" is a number above zero, by which squared deviations are multiplied.'
        inner.wrong(
            message, "scale", hint=f"Write scale = {(len(columns) - 1) / len(columns):.6g} for JK1, say."
        )
        return None
    rscales = inner.values.get("rscales", [])
    factors = [_factor(one) for one in rscales] if isinstance(rscales, list) else [None]
    given = tuple(factor for factor in factors if factor is not None)
    if len(given) < len(factors) or len(given) not in {0, len(columns)}:
        message = f'"rscales" is a list of {len(columns)} numbers of zero or more, one a replicate.'
        inner.wrong(message, "rscales", hint="Leave it out where every factor is 1.")
        return None
    place = inner.settings.key(*inner.path)
    return ReplicateColumns(columns, scale, given, inner.flag("mse"), inner.text("file"), place)


def _spelt_out(names: Iterable[str]) -> Iterator[str]:
    """Give names with each ``[1..80]`` in them written out."""
    for name in names:
        found = NUMBERED.fullmatch(name)
        if found is None:
            yield name
            continue
        before, first, last, after = found.groups()
        numbers = range(int(first), min(int(last), int(first) + MOST_REPLICATES) + 1)
        width = len(first) if first.startswith("0") else 0
        yield from (f"{before}{number:0{width}}{after}" for number in numbers)


def _factor(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value) or value < 0:
        return None
    return float(value)


def _refuse_other_meanings(table: Table, design: SampleDesign, names: PlanNames) -> None:
    """Tell columns that hold something else: answers, or what every data file has."""
    for column in dict.fromkeys(design.columns):
        if column in DATA_COLUMNS or column in names.codebook.variables:
            table.wrong(
                f'"{column}" is a column with another meaning.',
                hint="Name a column that says nothing but how the row was drawn.",
            )
        elif design.columns.count(column) > 1:
            table.wrong(f'"{column}" can\'t be both a name and a number.', hint="Name a column for each.")
