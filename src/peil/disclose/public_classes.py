"""What a public file may carry of each question, so that it says nothing that the release hides.

A file of rows lets everyone count anything that is in it. So each question stands in it only in parts whose
count is shown, or follows from what is shown, for the whole sample and for every class of every group; and
all questions in it are hidden for the same classes, so that rows can't be matched to a class through one
question and read off through another. What is finer than these parts isn't in the file, and hangs together
with nothing in it. ``docs/explanation/public-data.md`` gives the argument.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from peil.disclose.release import Release, ReleasedTable, Status
from peil.study.base import ANSWERED
from peil.study.codebook import Item
from peil.study.expr.role_reads import depend, names_read
from peil.study.question import Kind
from peil.study.study import Study
from peil.study.verdict.share_table import NET

Options = frozenset[str]
HiddenClasses = frozenset[tuple[str, str]]
"""Groups and their classes of which an item's whole table is hidden."""

WITH_PARTS = frozenset({Kind.SINGLE, Kind.SCALE})


@dataclass(frozen=True, slots=True)
class PublicItem:
    """What a public file carries of an item.

    Args:
        key: The item.
        parts: Options taken together, each once; of a question with several answers empty.
        ticks: Of such a question: the options whose ticks it carries.
    """

    key: str
    parts: tuple[Options, ...] = ()
    ticks: tuple[str, ...] = ()


def choose_public_items(study: Study, release: Release) -> Mapping[str, PublicItem]:
    """Give the items that may be in a public file, in questionnaire order.

    Args:
        study: Names items and options.
        release: Everything that is published beside the file; it must hold every item by every group.
    """
    tables = _tables_of(release)
    signatures: dict[str, HiddenClasses] = {}
    for key, item in study.codebook.items.items():
        own = tables.get(key, [])
        if (item.kind in WITH_PARTS or item.kind is Kind.MULTI) and _is_whole(study, own):
            signatures[key] = frozenset(
                (table.spec.by, table.group)
                for table in own
                if is_hidden(table) and table.spec.by is not None and table.group is not None
            )
    made = [
        _with_hidden(study, tables, signatures, common)
        for common in sorted(set(signatures.values()), key=sorted)
    ]
    return max(made, key=lambda items: _worth(study, items), default={})


def _worth(study: Study, items: Mapping[str, PublicItem]) -> tuple[int, int]:
    """Say how much a file would tell: of how many questions, and then of how many items."""
    return len({study.codebook.items[key].question for key in items}), len(items)


def _with_hidden(
    study: Study,
    tables: Mapping[str, list[ReleasedTable]],
    signatures: Mapping[str, HiddenClasses],
    common: HiddenClasses,
) -> Mapping[str, PublicItem]:
    """Give the items that have these classes hidden, and no others."""
    found: dict[str, PublicItem] = {}
    for key, hidden in signatures.items():
        others = frozenset(pair for pair in common if pair[0] != key)
        made = _public_item(study.codebook.items[key], tables[key], common) if hidden == others else None
        if made is not None:
            found[key] = made
    return _apart(study, found)


def _tables_of(release: Release) -> Mapping[str, list[ReleasedTable]]:
    """Give each item's tables; those of an item by itself say nothing more."""
    found: dict[str, list[ReleasedTable]] = {}
    for table in release.tables:
        if table.spec.by != table.item:
            found.setdefault(table.item, []).append(table)
    return found


def _is_whole(study: Study, tables: Collection[ReleasedTable]) -> bool:
    """Say whether an item is shown for the whole sample, split by every group, and under every condition."""
    plain = {table.spec.by for table in tables if table.spec.where is None and table.spec.base == ANSWERED}
    item = next(iter(tables)).item if tables else ""
    split = {group for group in study.plan.groups if group != item}
    hidden = [table for table in tables if is_hidden(table)]
    return {None, *split} <= plain and not any(
        table.spec.by is None or table.spec.where is not None or table.spec.by not in split
        for table in hidden
    )


def _public_item(item: Item, tables: Iterable[ReleasedTable], common: HiddenClasses) -> PublicItem | None:
    """Give the parts of an item, or None where they come to one."""
    hidden_together = [_hidden_options(item, table) for table in tables if not is_hidden(table)]
    if item.kind is Kind.MULTI:
        gone = frozenset().union(*hidden_together)
        ticks = tuple(option for option in item.option_ids if option not in gone)
        return PublicItem(item.key, ticks=ticks) if ticks else None
    own_classes = frozenset(name for group, name in common if group == item.key)
    parts = _merge(item.option_ids, [*hidden_together, own_classes])
    return PublicItem(item.key, parts) if len(parts) > 1 else None


def is_hidden(table: ReleasedTable) -> bool:
    """Say whether a table shows of nobody what they chose; its base alone may be told."""
    counts = [cell.n for cell in table.cells if not cell.option.startswith(NET)]
    return table.n is None or all(count is None for count in counts)


def _hidden_options(item: Item, table: ReleasedTable) -> Options:
    """Give the options whose counts a table hides."""
    hidden = {cell.option for cell in table.cells if cell.status is Status.SUPPRESSED or cell.n is None}
    return frozenset(hidden.intersection(item.option_ids))


def _merge(options: tuple[str, ...], together: Iterable[Options]) -> tuple[Options, ...]:
    """Take together what stands together anywhere; one that would stand alone goes with its neighbour."""
    part_of = {option: frozenset({option}) for option in options}
    for some in together:
        joined = some if len(some) != 1 else some | {_neighbour(options, next(iter(some)))}
        whole = frozenset().union(*(part_of[option] for option in joined if option in part_of))
        for option in whole:
            part_of[option] = whole
    return tuple(dict.fromkeys(part_of[option] for option in options))


def _neighbour(options: tuple[str, ...], option: str) -> str:
    """Give the option after one, before it for the last."""
    place = options.index(option)
    return options[place + 1] if place + 1 < len(options) else options[max(place - 1, 0)]


def _apart(study: Study, found: Mapping[str, PublicItem]) -> Mapping[str, PublicItem]:
    """Leave out what would undo the taking together: of a variable and what it is made of, only one stays.

    Of a group of the plan that is derived the group stays, as the coarser; otherwise what was asked.
    """
    roles = depend(study.roles)
    kept = dict(found)
    for derived in study.plan.derived:
        if derived.id not in kept:
            continue
        names = frozenset().union(*(names_read(one.condition.tree, roles) for one in derived.classes))
        read = {
            study.codebook.variables[name].item if name in study.codebook.variables else name
            for name in names
        }
        sources = [key for key in kept if key in read or study.codebook.items[key].question in read]
        if derived.id in study.plan.groups:
            for key in sources:
                if key != derived.id:
                    del kept[key]
        elif sources:
            del kept[derived.id]
    return kept
