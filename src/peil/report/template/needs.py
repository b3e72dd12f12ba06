"""What a template needs: every table that its text, figures and tables ask for."""

from collections.abc import Iterator

from peil.report.template.binding import (
    BaseSize,
    Claim,
    Comparison,
    Count,
    Deviating,
    Fact,
    MeanShare,
    Mode,
    Rank,
    Share,
    Value,
)
from peil.report.template.selection import Selection
from peil.report.template.template import Exhibit, Template, WeightingAnnex
from peil.study.tablespec import TableSpec


def needs(template: Template) -> tuple[TableSpec, ...]:
    """Give the tables that a template asks for, each once, in the order of first use.

    A table that is split by a group is preceded by the whole it is compared with.
    """
    found: dict[object, TableSpec] = {}
    for binding in template.bindings():
        if binding.value:
            for spec in specs_of(binding.value):
                found.setdefault(spec.key, spec)
    for exhibit in template.exhibits():
        for spec in exhibit_specs(exhibit):
            found.setdefault(spec.key, spec)
    for block in template.blocks:
        for variable in block.variables if isinstance(block, WeightingAnnex) else ():
            spec = TableSpec(variable)
            found.setdefault(spec.key, spec)
    return tuple(found.values())


def specs_of(value: Value) -> Iterator[TableSpec]:
    """Give the tables that a value is read from."""
    match value:
        case Share() | Count() | BaseSize() | Mode() | Rank() | Claim():
            yield value.of.spec
        case Comparison():
            yield value.left.spec
            yield value.right.spec
        case MeanShare():
            yield from (selection.spec for selection in value.of)
        case Deviating():
            yield value.of.total.spec
            yield from (split(value.of, group).spec for group in value.groups)
        case Fact():
            return


def split(selection: Selection, group: str) -> Selection:
    """Give the selection split by a group."""
    return Selection(
        selection.item, selection.options, group, None, selection.where, selection.base, selection.span
    )


def exhibit_specs(exhibit: Exhibit) -> Iterator[TableSpec]:
    """Give the tables behind a figure or table: each item as a whole, then split."""
    for item in exhibit.items:
        yield TableSpec(item, None, exhibit.where, exhibit.base)
        if exhibit.by:
            yield TableSpec(item, exhibit.by, exhibit.where, exhibit.base)
