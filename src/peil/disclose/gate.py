"""The gate: tables in, what may be shown out."""

from collections.abc import Iterable
from dataclasses import replace

from peil.disclose.recoverable import find_recoverable
from peil.disclose.release import NO_ERRORS, Accounting, Errors, Release, ReleasedCell, ReleasedTable, Status
from peil.disclose.release_response import release_response
from peil.fieldwork.facts import Facts
from peil.study.plan import DRAFT, Disclosure
from peil.study.study import Study
from peil.tabulate.table import Cell, Mean, Table


def release(study: Study, tables: Iterable[Table], facts: Facts, weighting: str) -> Release:
    """Let through what the plan's disclosure rules allow.

    A table whose base is under the minimum carries no number at all, not even its base. From there to under
    ``indicative_below`` it is marked indicative. A mean is held to the same minimum by the number of those
    who gave a value. The profile ``draft`` hides nothing; the release says so in its profile.

    Args:
        study: Its plan holds the rules.
        tables: Everything that a report is to show.
        facts: Facts about fieldwork.
        weighting: How weights were made, in words; empty when there are none.
    """
    rules = study.plan.disclosure
    made = tuple(tables)
    released = tuple(_release_table(table, rules) for table in made)
    cells = [cell for table in released for cell in table.cells]
    hidden = sum(cell.status is Status.SUPPRESSED for cell in cells)
    return Release(
        tables=released,
        facts=replace(facts, response=release_response(facts.response, rules)) if facts.response else facts,
        disclosure=rules,
        weighting=weighting,
        accounting=Accounting(len(cells), base=hidden),
        warnings=find_recoverable(made, released, rules.minimum_base),
    )


def status_of(base: int, rules: Disclosure) -> Status:
    """Say how a base of so many respondents may be shown."""
    if base < rules.minimum_base and rules.profile != DRAFT:
        return Status.SUPPRESSED
    return Status.INDICATIVE if base < rules.indicative_below else Status.SHOWN


def _release_table(table: Table, rules: Disclosure) -> ReleasedTable:
    status = status_of(table.base.n, rules)
    hidden = status is Status.SUPPRESSED
    return ReleasedTable(
        spec=table.spec,
        question=table.question,
        item=table.item,
        group=table.group,
        n=None if hidden else table.base.n,
        weighted=None if hidden else table.base.weighted,
        rule=table.base.rule,
        status=status,
        cells=tuple(_release_cell(cell, status, rules) for cell in table.cells),
        mean=None if hidden else _release_mean(table.mean, rules),
        mean_errors=NO_ERRORS if hidden else _release_errors(table.mean, rules),
        test=None if hidden else table.test,
    )


def _release_cell(cell: Cell, status: Status, rules: Disclosure) -> ReleasedCell:
    if status is Status.SUPPRESSED:
        return ReleasedCell(cell.option, None, None, status)
    return ReleasedCell(
        option=cell.option,
        n=cell.n,
        share=cell.share,
        status=status,
        se=cell.se,
        low=cell.low,
        high=cell.high,
        mean=_release_mean(cell.mean, rules),
        mean_errors=_release_errors(cell.mean, rules),
        p=cell.p,
    )


def _release_mean(mean: Mean | None, rules: Disclosure) -> float | None:
    """Give a mean, or None where too few gave a value."""
    return None if mean is None or status_of(mean.n, rules) is Status.SUPPRESSED else mean.value


def _release_errors(mean: Mean | None, rules: Disclosure) -> Errors:
    """Give a mean's errors, or none where the mean itself isn't shown."""
    return NO_ERRORS if mean is None or _release_mean(mean, rules) is None else (mean.se, mean.low, mean.high)
