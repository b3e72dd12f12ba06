"""``[interim]``: what is shown while the survey runs."""

from collections.abc import Iterable, Iterator

from peil.study.interim import SMALLEST_BATCH, Interim
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.typed import Table

KNOWN = ("items", "groups", "every", "from")


def read_interim(table: Table, names: PlanNames, planned: Iterable[str]) -> Interim | None:
    """Give what interim results show, or None where the plan lists none.

    Args:
        table: The settings.
        names: Looks names up.
        planned: The groups of the plan: interim results are split by these alone.
    """
    if not table.values:
        return None
    table.known(KNOWN)
    items = tuple(dict.fromkeys(read_items(table, names)))
    if not table.values.get("items"):
        message = "[interim] lists nothing to show."
        table.wrong(message, hint='Write items = ["usage", "reasons"], say.')
    every = table.whole("every", SMALLEST_BATCH, least=SMALLEST_BATCH)
    start = table.whole("from", max(every, SMALLEST_BATCH), least=SMALLEST_BATCH)
    return Interim(items, tuple(read_groups(table, names, tuple(planned))), every, start)


def read_items(table: Table, names: PlanNames) -> Iterator[str]:
    """Give the keys of the items named: all rows of a question that has rows."""
    for number, name in enumerate(table.texts("items")):
        span = table.settings.start(*table.path, "items", number)
        if names.item(name, span):
            book = names.codebook
            keys = (name,) if name in book.items else book.rows_of[name]
            shown = [key for key in keys if book.items[key].options]
            if not shown:
                hint = "Name a question with options."
                table.wrong(f'"{name}" has no options to count.', "items", number, hint=hint)
            yield from shown


def read_groups(table: Table, names: PlanNames, planned: tuple[str, ...]) -> Iterator[str]:
    """Give the groups named, each of which is a group of the plan."""
    for number, name in enumerate(dict.fromkeys(table.texts("groups"))):
        span = table.settings.start(*table.path, "groups", number)
        if names.group(name, span):
            if name in planned:
                yield name
            else:
                hint = "Add it to groups under [analysis], or name one of these."
                table.wrong(f'"{name}" is no group of the plan.', "groups", number, hint=hint)
