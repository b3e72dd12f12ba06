"""What a template needs: every table that its text, figures and tables ask for."""

from collections.abc import Iterator

from peil.report.template.beside_block import BesideBlock
from peil.report.template.binding import (
    Average,
    BaseSize,
    Chance,
    Claim,
    ComparedElsewhere,
    Comparison,
    Count,
    Deviating,
    Difference,
    Elsewhere,
    Fact,
    Interval,
    Margin,
    MeanShare,
    Mode,
    Rank,
    Ratio,
    Share,
    Top,
    Trend,
    Value,
    WaveShare,
    WaveTrend,
    WrittenList,
)
from peil.report.template.population_binding import PopulationClaim, PopulationGap, PopulationShare
from peil.report.template.proviso import Deviates, Ground, Shown, Significant
from peil.report.template.selection import Selection
from peil.report.template.template import Exhibit, Template, WeightingAnnex
from peil.study.tablespec import TableSpec


def needs(template: Template) -> tuple[TableSpec, ...]:
    """Give the tables that a template asks for, each once, in the order of first use.

    A table that is split by a group is preceded by the whole it is compared with.
    """
    found: dict[object, TableSpec] = {}
    stated = (binding.value for binding in template.bindings())
    grounds = (one.proviso.ground for one in template.conditionals() if one.proviso)
    for value in (*stated, *grounds):
        for spec in specs_of(value) if value else ():
            found.setdefault(spec.key, spec)
    for exhibit in template.exhibits():
        for spec in exhibit_specs(exhibit):
            found.setdefault(spec.key, spec)
    for block in template.blocks:
        for variable in block.variables if isinstance(block, WeightingAnnex) else ():
            spec = TableSpec(variable)
            found.setdefault(spec.key, spec)
    for block in template.blocks:
        for spec in block.specs if isinstance(block, BesideBlock) else ():
            found.setdefault(spec.key, spec)
    return tuple(found.values())


def specs_of(value: Value | Ground) -> Iterator[TableSpec]:  # noqa: C901, PLR0912 - one case a kind
    """Give the tables that a value or a proviso is read from."""
    match value:
        case Share() | Count() | BaseSize() | Mode() | Rank() | Average() | Top() | Shown():
            yield value.of.spec
        case Margin() | Interval() | Chance() | Significant() | PopulationGap() | PopulationClaim():
            yield value.of.spec
        case Claim():
            yield value.of.spec
            if value.against:
                yield value.against.spec
        case Comparison() | Difference() | Ratio():
            yield value.left.spec
            yield value.right.spec
        case Trend():
            yield value.then.spec
            yield value.now.spec
        case WaveShare() | WaveTrend():
            yield TableSpec(value.item)
        case Deviates():
            yield value.of.total.spec
            yield value.of.spec
        case MeanShare():
            yield from (selection.spec for selection in value.of)
        case Deviating():
            yield value.of.total.spec
            yield from (split(value.of, group).spec for group in value.groups)
        case WrittenList():
            yield from specs_of(value.of)
        case ComparedElsewhere():
            yield value.left.spec
        case Fact() | Elsewhere() | PopulationShare():
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
