"""The crosswalk of another study's question: which of its options and groups stand beside ours."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from peil.core.ids import did_you_mean
from peil.study.base import ANSWERED, Base
from peil.study.checks import unknown_counterpart
from peil.study.codebook import Item
from peil.study.expr.condition import Condition
from peil.study.expr.resolve import resolve_condition
from peil.study.other_study import Correspondence, Counterpart, Likeness, OtherCrosswalk, OtherKind
from peil.study.question import Kind
from peil.study.reader.around import Around
from peil.study.reader.read_other_words import words_of
from peil.study.reader.typed import Table
from peil.study.tablespec import TableSpec
from peil.study.told import Told

KNOWN = ("kind", "item", "where", "without_missing", "rows", "groups", "differs")
TABULATED = {Kind.SINGLE, Kind.MULTI, Kind.SCALE}


def read_crosswalk(
    table: Table, kind: OtherKind, options: Mapping[str, Told], groups: Mapping[str, Told], around: Around
) -> OtherCrosswalk | None:
    """Give the crosswalk; None where it can't be known what it leads to, with a problem.

    Args:
        table: ``[questions.ID.crosswalk]``.
        kind: What the other study's question gives.
        options: Its options.
        groups: The other study's groups.
        around: This study's names.
    """
    table.known(KNOWN)
    likeness = _likeness(table)
    item = _item(table, around)
    if kind is OtherKind.COUNT:
        message = "A count has no shares that could stand beside others."
        hint = "Leave the crosswalk out."
        table.problems.append(unknown_counterpart.RULE.problem(table.at, message, hint=hint))
        return None
    differences = tuple(_differences(table, around.languages))
    if likeness is not Likeness.SAME and not differences:
        hint = 'Write differs = ["…"], each a difference in words.'
        table.wrong("It doesn't say what differs.", "differs", hint=hint)
    if likeness is None or item is None:
        return None
    where = _where(table, around)
    base = Base(without_missing=True) if table.flag("without_missing") else ANSWERED
    spec = TableSpec(item.key, None, where, base)
    rows = tuple(_rows(table, kind, options, item, around))
    if "rows" not in table.values and likeness is Likeness.SAME:
        rows = tuple(Correspondence((one,), (one,)) for one in options if one in item.option_ids)
    if not rows and not table.values.get("rows"):
        hint = 'Write rows = [{ theirs = ["…"], ours = ["…"] }].'
        table.wrong("No option stands beside one of this study.", "rows", hint=hint)
    found = tuple(_groups(table, groups, spec, around)) or (Counterpart("", spec, None),)
    return OtherCrosswalk(likeness, item.key, rows, found, differences, table.at)


def _unknown(table: Table, what: str, name: str, known: Iterable[str], *path: str | int) -> None:
    names = tuple(known)
    hint = did_you_mean(name, names) or f"There are {', '.join(names) or 'none'}."
    span = table.settings.start(*table.place, *path)
    problem = unknown_counterpart.RULE.problem(span, f'{what} "{name}".', hint=hint, got=name)
    table.problems.append(problem)


def _likeness(table: Table) -> Likeness | None:
    written, known = table.text("kind"), [str(one) for one in Likeness]
    if written in known:
        return Likeness(written)
    hint = did_you_mean(written, known) or f"Write kind = one of {', '.join(known)}."
    table.wrong(f'"{written}" is no kind of crosswalk.', "kind", hint=hint)
    return None


def _item(table: Table, around: Around) -> Item | None:
    name = table.text("item")
    found = around.codebook.items.get(name)
    if found is None:
        _unknown(table, "There is no item", name, around.codebook.items, "item")
    elif found.kind not in TABULATED:
        hint = "Name a question with options, or a derived variable."
        span = table.settings.start(*table.place, "item")
        message = f'"{name}" has no options that shares are of.'
        table.problems.append(unknown_counterpart.RULE.problem(span, message, hint=hint))
        return None
    return found


def _differences(table: Table, languages: tuple[str, ...]) -> Iterator[Told]:
    found = table.values.get("differs", [])
    if not isinstance(found, list):
        table.wrong('"differs" is a list of texts.', "differs", hint='Write differs = ["…"].')
        return
    for number, one in enumerate(found):
        words = words_of(table, one, languages, "differs", number)
        if words:
            yield words


def _where(table: Table, around: Around) -> Condition | None:
    source = table.text("where").strip()
    if not source:
        return None
    span = table.settings.start(*table.place, "where")
    found, problems = resolve_condition(source, span, around.codebook, around.roles)
    table.problems.extend(problems)
    return None if problems else found


def _rows(
    table: Table, kind: OtherKind, options: Mapping[str, Told], item: Item, around: Around
) -> Iterator[Correspondence]:
    nets = [f"net:{net.id}" for net in around.plan.nets if net.question == item.question]
    known = (*item.option_ids, *nets)
    taken: set[str] = set()
    for row in table.entries("rows"):
        row.known(("theirs", "ours"))
        theirs, ours = row.texts("theirs"), row.texts("ours")
        right = _all_known(row, "theirs", theirs, options, "The other question has no option")
        right &= _all_known(row, "ours", ours, known, f"{item.key} has no option")
        if not theirs or not ours:
            hint = 'Write { theirs = ["…"], ours = ["…"] }.'
            row.wrong("A row names options of both studies.", hint=hint)
        elif taken & set(theirs):
            row.wrong(
                "An option of the other study stands in two rows.", "theirs", hint="Keep one of the two."
            )
        elif right and _can_be_summed(row, kind, theirs, item, ours):
            yield Correspondence(theirs, ours)
        taken |= set(theirs)


def _all_known(row: Table, name: str, named: tuple[str, ...], known: Collection[str], what: str) -> bool:
    unknown = [(number, one) for number, one in enumerate(named) if one not in known]
    for number, one in unknown:
        _unknown(row, what, one, known, name, number)
    return not unknown


def _can_be_summed(
    row: Table, kind: OtherKind, theirs: tuple[str, ...], item: Item, ours: tuple[str, ...]
) -> bool:
    """Say whether the options of each side exclude each other, so that their shares can be added."""
    wrong = [
        (name, hint)
        for name, several, hint in (
            ("theirs", len(theirs) > 1 and kind is OtherKind.MULTI, "Set them beside one option each."),
            ("ours", len(ours) > 1 and item.kind is Kind.MULTI, "Make a net in plan.toml: it counts people."),
            (
                "ours",
                len(ours) > 1 and any(one.startswith("net:") for one in ours),
                "Name the options themselves, or one net.",
            ),
        )
        if several
    ]
    for name, hint in wrong:
        span = row.settings.key(*row.place, name)
        message = "These answers don't exclude each other, so their shares can't be added."
        row.problems.append(unknown_counterpart.RULE.problem(span, message, hint=hint))
    return not wrong


def _groups(
    table: Table, groups: Mapping[str, Told], spec: TableSpec, around: Around
) -> Iterator[Counterpart]:
    seen: set[str] = set()
    for row in table.entries("groups"):
        row.known(("theirs", "ours"))
        theirs, ours = row.text("theirs").strip(), row.text("ours").strip()
        if theirs and theirs not in groups:
            _unknown(row, "The other study has no group", theirs, groups, "theirs")
            continue
        if theirs in seen:
            row.wrong("A group of the other study stands in two rows.", "theirs", hint="Keep one of the two.")
            continue
        seen.add(theirs)
        found = _counterpart(row, theirs, ours, spec, around)
        if found:
            yield found


def _counterpart(row: Table, theirs: str, ours: str, spec: TableSpec, around: Around) -> Counterpart | None:
    """Give the counterpart of a group: everyone, or ``GROUP: CLASS``."""
    if not ours:
        return Counterpart(theirs, spec, None)
    group, colon, chosen = (part.strip() for part in ours.partition(":"))
    items = around.codebook.items
    single = [key for key, item in items.items() if item.kind is Kind.SINGLE]
    if not colon:
        row.wrong(f'"{ours}" is no group.', "ours", hint='Write ours = "GROUP: CLASS", or leave it out.')
    elif group not in single:
        _unknown(row, "There is no group", group, dict.fromkeys((*around.plan.groups, *single)), "ours")
    elif chosen not in items[group].option_ids:
        _unknown(row, f"{group} has no class", chosen, items[group].option_ids, "ours")
    else:
        return Counterpart(theirs, replace(spec, by=group), chosen)
    return None
