"""The gate: tables in, what may be shown out: merge, then suppress, then round."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from peil.disclose.advice import find_merges
from peil.disclose.before import NOTHING_BEFORE, Before, earlier_places
from peil.disclose.merge import MERGED, merge_small
from peil.disclose.place import Place, Placed, Places
from peil.disclose.primary import CROSSTAB, Counts, Reason, count_places, rules_of
from peil.disclose.release import (
    NO_ERRORS,
    Accounting,
    Errors,
    Excerpt,
    Release,
    ReleasedCell,
    ReleasedTable,
    Status,
    TableKey,
)
from peil.disclose.release_response import release_response
from peil.fieldwork.facts import Facts
from peil.study.plan import DRAFT, Disclosure
from peil.study.study import Study
from peil.tabulate.table import Cell, Mean, Table

Uses = Mapping[tuple[TableKey, str], int]
"""How often texts and figures print a cell: by table and option."""


def release(  # noqa: PLR0913 - what else it may be told is named at the call
    study: Study,
    tables: Iterable[Table],
    facts: Facts,
    weighting: str,
    *,
    uses: Uses | None = None,
    earlier: Before = NOTHING_BEFORE,
    excerpts: Mapping[str, Excerpt] | None = None,
    secondary: bool = True,
) -> Release:
    """Let through what the plan's disclosure rules allow.

    A table whose base is under the minimum carries no number at all, not even its base; classes that are too
    small are taken together where that makes enough. From there to under ``indicative_below`` it is marked
    indicative. Cells are hidden where the rules say so, and further ones until no hidden count can be worked
    out from what all tables show together. A table with a hidden cell has no mean, no errors and no test.
    The profile ``draft`` hides nothing; the release says so in its profile.

    Args:
        study: Its plan holds the rules.
        tables: Everything that a report is to show.
        facts: Facts about fieldwork.
        weighting: How weights were made, in words; empty when there are none.
        uses: How often each cell is printed; of two cells the one that is printed less is hidden.
        earlier: What earlier releases showed and hid.
        excerpts: Quotations, by id.
        secondary: Hide further cells; without that, hidden ones can be worked out. Only for showing so.
    """
    rules = study.plan.disclosure
    made = tuple(tables)
    facts = replace(facts, response=release_response(facts.response, rules)) if facts.response else facts
    if rules.profile == DRAFT:
        shown = tuple(_release_table(table, rules, ()) for table in made)
        cells = sum(len(table.cells) for table in shown)
        return Release(
            shown,
            facts,
            rules,
            weighting,
            Accounting(cells),
            excerpts=excerpts or {},
            earlier=earlier.releases,
        )
    merged = merge_small(made, rules.minimum_base)
    places = Places(study, Counter(by for _, by in {(one.spec.key, one.spec.by) for one in made} if by))
    placed = [
        *(places.place(table) for table in made),
        *(places.place(one.table, one.classes) for one in merged),
    ]
    counts = count_places(placed, rules_of(study, places), earlier_places(placed, earlier, rules))
    stuck = _protect(study, places, counts, facts, uses or {}) if secondary and crosses(placed) else ()
    classes = [*(() for _ in made), *(one.classes for one in merged)]
    telling = means_that_tell(placed, rules.minimum_base)
    released = [
        _release_placed(one, counts, rules, inside, means=one.table.spec.key not in telling)
        for one, inside in zip(placed, classes, strict=True)
    ]
    return Release(
        tables=tuple(released[: len(made)]),
        merged=tuple(released[len(made) :]),
        facts=facts,
        disclosure=rules,
        weighting=weighting,
        accounting=_account(placed[: len(made)], released[: len(made)], counts),
        warnings=find_merges(placed, counts, rules.minimum_base),
        excerpts=excerpts or {},
        earlier=earlier.releases,
        unprotected=tuple(_name_cells(placed, set(stuck))),
    )


def _protect(study: Study, places: Places, counts: Counts, facts: Facts, uses: Uses) -> tuple[Place, ...]:
    """Hide further cells; give those for which nothing more can be hidden."""
    from peil.disclose.suppress import Suppression  # noqa: PLC0415 - scipy is loaded when cells are hidden

    protect = Suppression(places, counts, rules_of(study, places), count_uses(counts.placed, uses))
    return protect.solve(facts.analysed)


def crosses(placed: Iterable[Placed]) -> bool:
    """Say whether any table combines questions, or is of a part of the sample."""
    return any(len(one.base) >= CROSSTAB for one in placed)


def status_of(base: int, rules: Disclosure) -> Status:
    """Say how a base of so many respondents may be shown."""
    if base < rules.minimum_base and rules.profile != DRAFT:
        return Status.SUPPRESSED
    return Status.INDICATIVE if base < rules.indicative_below else Status.SHOWN


def count_uses(placed: Sequence[Placed], uses: Uses) -> dict[Place, int]:
    """Give how often each place is printed, whatever table prints it."""
    found: dict[Place, int] = {}
    for one in placed if uses else ():
        key = (*one.table.spec.key, one.table.group)
        for place, cell in zip(one.cells, one.table.cells, strict=True):
            found[place] = found.get(place, 0) + uses.get((key, cell.option), 0)
    return found


def means_that_tell(placed: Sequence[Placed], minimum: int) -> frozenset[object]:
    """Give the specs whose means by class would tell that of a hidden remainder too small to show."""
    left: dict[object, int] = {}
    for one in placed:
        if one.table.group is not None and one.table.group != MERGED and one.table.n < minimum:
            key = one.table.spec.key
            left[key] = left.get(key, 0) + one.table.n
    return frozenset(key for key, n in left.items() if 0 < n < minimum)


def _release_placed(
    one: Placed, counts: Counts, rules: Disclosure, classes: tuple[str, ...], *, means: bool
) -> ReleasedTable:
    """Release a table with its hidden cells left out."""
    if one.base in counts.hidden:
        hidden = _release_table(one.table, rules, ())
        return _hide_all(hidden, classes)
    gone = frozenset(
        cell.option for place, cell in zip(one.cells, one.table.cells, strict=True) if place in counts.hidden
    )
    made = _release_table(one.table, rules, gone)
    kept = made if means and not gone else replace(made, mean=None, mean_errors=NO_ERRORS, test=None)
    return replace(kept, merged=classes)


def _hide_all(table: ReleasedTable, classes: tuple[str, ...]) -> ReleasedTable:
    cells = tuple(ReleasedCell(cell.option, None, None, Status.SUPPRESSED) for cell in table.cells)
    none = replace(table, n=None, weighted=None, status=Status.SUPPRESSED, cells=cells, merged=classes)
    return replace(none, mean=None, mean_errors=NO_ERRORS, test=None)


def _release_table(table: Table, rules: Disclosure, gone: Collection[str]) -> ReleasedTable:
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
        cells=tuple(_release_cell(cell, status, rules, gone) for cell in table.cells),
        mean=None if hidden else _release_mean(table.mean, rules),
        mean_errors=NO_ERRORS if hidden else _release_errors(table.mean, rules),
        test=None if hidden else table.test,
    )


def _release_cell(cell: Cell, status: Status, rules: Disclosure, gone: Collection[str]) -> ReleasedCell:
    if status is Status.SUPPRESSED or cell.option in gone:
        return ReleasedCell(cell.option, None, None, Status.SUPPRESSED)
    if gone:
        return ReleasedCell(cell.option, cell.n, cell.share, status)
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


def _account(placed: Sequence[Placed], released: Sequence[ReleasedTable], counts: Counts) -> Accounting:
    """Count hidden cells by the rule that hid them first."""
    found = dict.fromkeys(Reason, 0)
    cells = 0
    for one, table in zip(placed, released, strict=True):
        cells += len(table.cells)
        for place, cell in zip(one.cells, table.cells, strict=True):
            if cell.status is Status.SUPPRESSED:
                found[counts.hidden.get(place, counts.hidden.get(one.base, Reason.BASE))] += 1
    return Accounting(cells, **{reason.value: n for reason, n in found.items()})


def _name_cells(placed: Sequence[Placed], stuck: Collection[Place]) -> Iterator[tuple[TableKey, str]]:
    """Name the cells that stand at these places; one that no table prints by a table that it follows from."""
    unnamed = dict.fromkeys(stuck)
    for one in placed if stuck else ():
        for place, cell in zip(one.cells, one.table.cells, strict=True):
            if place in stuck:
                unnamed.pop(place, None)
                yield (*one.table.spec.key, one.table.group), cell.option
    for place in unnamed:
        names = {name for name, _ in place}
        near = max(placed, key=lambda one: len(names & {name for name, _ in one.base}))
        yield (*near.table.spec.key, near.table.group), near.table.cells[0].option
