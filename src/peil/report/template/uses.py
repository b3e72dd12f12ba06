"""How often texts and figures print each cell, so that what is printed is hidden last."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from peil.report.template.beside_block import BesideBlock
from peil.report.template.binding import Mode, Rank
from peil.report.template.needs import exhibit_specs, specs_of
from peil.report.template.selection import Selection
from peil.report.template.template import Exhibit, Template
from peil.study.base import Base
from peil.study.tablespec import TableSpec

Spec = tuple[str, str | None, str, Base]
Cell = tuple[tuple[str, str | None, str, Base, str | None], str]
"""A table by what it shows and for which class, and an option."""


def count_uses(
    templates: Iterable[Template], tables: Iterable[tuple[TableSpec, str | None, tuple[str, ...]]]
) -> Mapping[Cell, int]:
    """Give how often each cell is printed.

    A selection prints its own options, what is said of a most chosen option or a rank needs all of a table,
    and so does a figure.

    Args:
        templates: All texts.
        tables: All tables: spec, class and options.
    """
    cells: Counter[tuple[Spec, str | None, str]] = Counter()
    whole: Counter[tuple[Spec, str | None]] = Counter()
    split: Counter[Spec] = Counter()
    for template in templates:
        for binding in template.bindings():
            if binding.value is None:
                continue
            selections = list(selections_in(binding.value))
            for selection in selections:
                key = selection.spec.key
                if selection.options and not isinstance(binding.value, Mode | Rank):
                    cells.update((key, selection.group, option) for option in selection.options)
                else:
                    whole[key, selection.group] += 1
            told = {selection.spec.key for selection in selections}
            split.update(spec.key for spec in specs_of(binding.value) if spec.key not in told)
        for exhibit in template.exhibits():
            _count_exhibit(exhibit, whole, split)
        split.update(_beside(template))
    found: dict[Cell, int] = {}
    for spec, group, options in tables:
        every = split[spec.key] + whole[spec.key, group]
        for option in options:
            if uses := every + cells[spec.key, group, option]:
                found[(*spec.key, group), option] = uses
    return found


def _beside(template: Template) -> Iterator[Spec]:
    """Give the tables that are set beside something else, once for each time."""
    for block in template.blocks:
        yield from (spec.key for spec in (block.specs if isinstance(block, BesideBlock) else ()))


def _count_exhibit(
    exhibit: Exhibit, whole: "Counter[tuple[Spec, str | None]]", split: "Counter[Spec]"
) -> None:
    """Count a figure's or table's classes; one that is split names all, or only some."""
    for spec in exhibit_specs(exhibit):
        if spec.by is None or not exhibit.only:
            split[spec.key] += 1
        else:
            whole.update((spec.key, group) for group in exhibit.only)


def selections_in(value: object) -> Iterable[Selection]:
    """Give the selections that a value is read from, in whatever fields it has them."""
    for name in getattr(value, "__dataclass_fields__", ()):
        found = getattr(value, name)
        parts = found if isinstance(found, tuple) else (found,)
        yield from (part for part in parts if isinstance(part, Selection))
