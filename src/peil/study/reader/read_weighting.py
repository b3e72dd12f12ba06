"""``[weighting]``: how the rows are weighted."""

from itertools import pairwise
from math import isfinite

from peil.study.reader.plan_names import PlanNames
from peil.study.reader.read_heading import DATA_COLUMNS
from peil.study.reader.read_targets import read_nonresponse, read_targets
from peil.study.reader.read_title import read_plain
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.typed import Table
from peil.study.weighting import FITTED, GIVEN, Target, Weighting

METHODS = ("none", GIVEN, *FITTED)
FITTING = ("target", "population", "bounds", "trim", "nonresponse")
"""Settings that say how weights are computed."""
KNOWN = ("method", "column", "reason", *FITTING)
AGREE = 1e-9
"""Totals that differ by a smaller part of themselves are the same."""


def read_weighting(table: Table, names: PlanNames, words: WordingReader) -> Weighting:
    """Give how the rows are weighted; what can't be carried out is told."""
    table.known(KNOWN)
    method = table.text("method", "none")
    if method not in METHODS:
        hint = f"Write one of {', '.join(METHODS)}."
        table.wrong(f'"{method}" is no value of "method".', "method", hint=hint)
        method = "none"
    elif method not in FITTED:
        for name in FITTING:
            if name in table.values:
                message = f'"{name}" says how weights are computed, and the method is "{method}".'
                table.wrong(
                    message, name, hint=f"Write method = one of {', '.join(FITTED)}, or take it away."
                )
    found = Weighting(
        method=method,
        column=_column(table, names, method),
        reason=read_plain(table, "reason", "plan.weighting.reason", words),
        targets=read_targets(table, names, words),
        population=_number(table, "population"),
        bounds=_between(table, "bounds"),
        trim=_between(table, "trim", zero=True),
        nonresponse=read_nonresponse(table, names, words),
        span=table.settings.key(*table.path),
    )
    _fits(table, found)
    return found


def _column(table: Table, names: PlanNames, method: str) -> str | None:
    column = table.text("column") or None
    if method == GIVEN and column is None:
        table.wrong("Given weights stand in a column.", "method", hint='Write column = "weight".')
    if column in DATA_COLUMNS or column in names.codebook.variables:
        hint = "Name a column that holds nothing but weights."
        table.wrong(f'"{column}" is a column with another meaning.', "column", hint=hint)
    return column


def _number(table: Table, name: str) -> float | None:
    found = table.values.get(name)
    if found is None or (_is_number(found) and found > 0):
        return None if found is None else float(found)
    table.wrong(f'"{name}" is a number above zero.', name, hint=f"Write {name} = 17_900_000.")
    return None


def _between(table: Table, name: str, *, zero: bool = False) -> tuple[float, float] | None:
    """Give two numbers on either side of 1."""
    found = table.values.get(name)
    if found is None:
        return None
    if isinstance(found, list) and len(found) == 2 and all(map(_is_number, found)):
        low, high = map(float, found)
        if (low > 0 or (zero and low == 0)) and low < 1 < high:
            return low, high
    message = f'"{name}" is a number between 0 and 1, and one above 1.'
    table.wrong(message, name, hint=f"Write {name} = [0.3, 3].")
    return None


def _is_number(found: object) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool) and isfinite(found)


def _fits(table: Table, weighting: Weighting) -> None:
    """Tell what doesn't go together."""
    method, targets = weighting.method, weighting.targets
    if weighting.fitted and not table.values.get("target"):
        hint = "Write [[weighting.target]] with a variable, its shares, a source and a date."
        table.wrong(f'There is no target, and the method is "{method}".', "method", hint=hint)
    if method == "poststratify" and len(targets) > 1:
        message = "Post-stratification has one target, and there are several."
        hint = 'Write method = "rake", or derive one variable with a class for each combination.'
        table.wrong(message, "method", hint=hint)
    if method == "logit" and "bounds" not in table.values:
        table.wrong("The logit method needs bounds.", "method", hint="Write bounds = [0.3, 3].")
    if method == "poststratify" and "bounds" in table.values:
        message = "Post-stratification has no bounds: there is one way to meet its target."
        table.wrong(message, "bounds", hint='Take them away, or write method = "rake".')
    for one, other in pairwise(target for target in targets if target.counted):
        _same_size(table, one, other)
    counted = next((target for target in targets if target.counted), None)
    if counted and weighting.population and _differ(counted.total, weighting.population):
        message = f'The counts of "{counted.variable}" add up to {counted.total:.12g}.'
        table.wrong(message, "population", hint=f"Write population = {counted.total:.12g}, or leave it out.")


def _same_size(table: Table, one: Target, other: Target) -> None:
    if _differ(one.total, other.total):
        message = (
            f'The counts of "{one.variable}" add up to {one.total:.12g} and those of "{other.variable}" to '
            f"{other.total:.12g}: two populations."
        )
        number = next(
            at for at, entry in enumerate(table.values["target"]) if entry.get("variable") == other.variable
        )
        table.wrong(message, "target", number, "counts", hint="Write one of the two as shares.")


def _differ(one: float, other: float) -> bool:
    return abs(one - other) > AGREE * max(one, other)
