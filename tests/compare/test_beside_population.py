"""The sample beside a population: what is compared, what isn't, and what weights to it give."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil import line
from peil.compare.beside_populations import beside_populations
from peil.compare.set_beside import set_beside
from peil.compare.weigh_to_populations import weigh_rows, weigh_to_populations
from peil.core.span import Span
from peil.data.analysis_set import select_analysis_set
from peil.data.dataset import Dataset
from peil.disclose.beside_population import BesidePopulation, Lacking, Standing
from peil.disclose.poststratify import weigh_headline
from peil.disclose.release import Release
from peil.study.plan import DRAFT
from peil.study.population import Headline, Population, SourceClass
from peil.study.tablespec import TableSpec
from peil.tabulate.table import BaseCount, Cell, Table
from peil.tabulate.tabulate import tabulate
from published_reference import REFERENCE

GROUP = "position"
CLASSES = ("zzp", "employer", "employee")
ASKED = (
    Headline("usage", ("net:regular",)),
    Headline("usage", ("never",)),
    Headline("reasons", ("faster",)),
    Headline("lost", ("yes",)),
    Headline("ability.creativity", ("worse", "equal")),
)
"""Of everybody, of those who use it, and of those who came so far."""


def population(sizes: Mapping[str, object], group: str = GROUP, **more: object) -> Population:
    """Make a population: a class of the source for each of ours; None is a share that no source gives."""
    classes = tuple(
        SourceClass({"en": name}, None if size is None else Decimal(str(size)), name, Span("p", place))
        for place, (name, size) in enumerate(sizes.items(), 1)
    )
    made = Population("p", {"en": "P"}, {"en": "S"}, group, classes, Span("p"))
    return replace(made, **more)  # type: ignore[arg-type]


def table_of(counts: Mapping[str, int | None]) -> Table:
    """Make a table of a group's own classes."""
    n = sum(count or 0 for count in counts.values())
    cells = tuple(
        Cell(name, count, None if count is None else count / n)  # type: ignore[arg-type]
        for name, count in counts.items()
    )
    return Table(TableSpec(GROUP), GROUP, GROUP, None, BaseCount(n, n, ""), cells)


def beside(
    counts: Mapping[str, int | None], sizes: Mapping[str, object], everyone: int | None = None, **more: object
) -> BesidePopulation:
    table = table_of(counts)
    return set_beside(
        population(sizes, **more), tuple(counts), table, table.n if everyone is None else everyone, kish=True
    )


def test_each_class_stands_by_its_difference_and_its_size() -> None:
    found = beside({"a": 26, "b": 40, "c": 25, "d": 9}, {"a": 36, "b": 29.0, "c": None, "d": 60}, minimum=10)
    assert {one.id: one.standing for one in found.classes} == {
        "a": Standing.OPEN,  # 10 points exactly, of a share that was rounded to whole ones
        "b": Standing.OUTSIDE,
        "c": Standing.UNAVAILABLE,
        "d": Standing.SMALL,
    }
    assert [one.id for one in found.compared] == ["a", "b", "c"]
    assert found.find("a").gap == -10
    assert found.find("c").gap is None


def test_a_hidden_class_is_never_told_to_be_small() -> None:
    found = beside({"a": 60, "b": None, "c": 40}, {"a": 50, "b": 5, "c": 45})
    assert found.find("b").standing is Standing.HIDDEN
    assert [lack.why for lack in found.lacks] == [Lacking.HIDDEN]
    assert found.kish is None
    nothing = set_beside(population({"a": 100}), ("a",), None, 10, kish=True)
    assert [one.standing for one in nothing.classes] == [Standing.HIDDEN]


@pytest.mark.parametrize(
    ("size", "standing"),
    [
        (20, Standing.WITHIN),
        (29, Standing.WITHIN),
        (30, Standing.OPEN),
        (31, Standing.OUTSIDE),
        (30.0, Standing.OPEN),
        (30.1, Standing.OUTSIDE),
        (29.9, Standing.WITHIN),
    ],
)
def test_rounding_in_the_source_is_reckoned_with_at_the_bound(size: float, standing: Standing) -> None:
    found = beside({"a": 20, "b": 80}, {"a": size, "b": 100 - size})
    assert found.find("a").standing is standing


def test_a_bound_as_wide_as_a_class_is_told_of_that_class() -> None:
    """At most the bound in one of the two; not of one that lies outside all the same."""
    found = beside({"a": 10, "b": 22, "c": 11, "d": 57}, {"a": None, "b": 25, "c": 9, "d": 66})
    assert [one.id for one in found.unbounded] == ["a", "c"]
    outside = beside({"a": 8, "b": 92}, {"a": 26, "b": 74}, minimum=1)
    assert [one.id for one in outside.unbounded] == []


@pytest.mark.parametrize(
    ("counts", "sizes", "everyone", "why"),
    [
        ({"a": 50, "b": 50}, {"a": 40, "b": None}, 100, [(Lacking.UNAVAILABLE, ("b",))]),
        ({"a": 50, "b": 50}, {"a": 40}, 100, [(Lacking.UNAVAILABLE, ("b",))]),
        ({"a": 100, "b": 0}, {"a": 40, "b": 60}, 100, [(Lacking.NOBODY, ("b",))]),
        ({"a": 50, "b": 50}, {"a": 40, "b": 20}, 100, [(Lacking.PARTIAL, ())]),
        ({"a": 50, "b": 50}, {"a": 40, "b": 60}, 101, [(Lacking.UNCLASSED, ())]),
        ({"a": 50, "b": 50}, {"a": 33, "b": 66}, 100, []),
        ({"a": 100, "b": 0}, {"a": 100, "b": 0}, 100, []),
        ({"a": 100, "b": 0}, {"a": 100}, 100, []),
    ],
)
def test_what_keeps_weights_from_being_made_is_named(
    counts: dict[str, int], sizes: dict[str, object], everyone: int, why: Sequence[object]
) -> None:
    found = beside(counts, sizes, everyone)
    assert [(lack.why, lack.classes) for lack in found.lacks] == why
    assert (found.kish is None) == bool(why)


def test_the_cost_of_weights_is_kishs() -> None:
    """Eighty of weight 0.5 / 0.8 and twenty of 0.5 / 0.2, reckoned by hand."""
    found = beside({"a": 80, "b": 20}, {"a": 50, "b": 50})
    weights = [Fraction(5, 8)] * 80 + [Fraction(5, 2)] * 20
    effective = sum(weights) ** 2 / sum(weight**2 for weight in weights)
    assert found.kish is not None
    assert found.kish.effective == pytest.approx(float(effective))
    assert found.kish.deff == pytest.approx(100 / float(effective))


@cache
def rows() -> Dataset:
    study = line.read_sound_study(REFERENCE)
    return select_analysis_set(line.read_rows(line.find_data(study, None), study))


@cache
def released(profile: str = DRAFT) -> Release:
    """Release what is asked for; as a draft nothing is hidden."""
    dataset = rows()
    plan = dataset.study.plan
    study = replace(dataset.study, plan=replace(plan, disclosure=replace(plan.disclosure, profile=profile)))
    dataset = replace(dataset, study=study)
    specs = [TableSpec(GROUP), TableSpec("sector")]
    for item in dict.fromkeys(one.item for one in ASKED):
        specs += [TableSpec(item), TableSpec(item, GROUP), TableSpec(item, "sector")]
    return line.release_tables(dataset, tabulate(dataset, specs))


def set_released(one: Population, release: Release) -> BesidePopulation:
    study = replace(rows().study, populations={"p": one})
    return beside_populations(study, release)["p"]


def sample_sizes(group: str) -> dict[str, Fraction]:
    table = released().find(TableSpec(group))
    assert table is not None
    return {cell.option: Fraction(100 * (cell.n or 0), table.n or 1) for cell in table.cells}


def exact(sizes: Mapping[str, Fraction], group: str = GROUP) -> Population:
    """Make a population of exact shares, as counts."""
    whole = 130
    counts = {name: size * whole / 100 for name, size in sizes.items()}
    return population({name: int(count) for name, count in counts.items()}, group, counted=True)


@pytest.mark.parametrize("group", [GROUP, "sector"])
@pytest.mark.parametrize("headline", ASKED, ids=lambda one: f"{one.item}:{one.options[0]}")
def test_weights_to_the_sample_itself_change_nothing(group: str, headline: Headline) -> None:
    found = weigh_headline(
        released(), group, set_released(exact(sample_sizes(group), group), released()), headline
    )
    assert found.lacks == ()
    assert found.share is not None
    assert found.weighed == pytest.approx(found.share, abs=1e-12)


shares = st.tuples(*(st.integers(1, 60) for _ in CLASSES))


@given(shares)
def test_released_cells_give_what_weights_on_rows_give(sizes: tuple[int, ...]) -> None:
    """With nothing hidden, of questions that everybody answered and of others: two ways, one number."""
    one = population(dict(zip(CLASSES, sizes, strict=True)), counted=True)
    by_rows = weigh_rows(rows(), (one,), ASKED)
    side = set_released(one, released())
    for headline in ASKED:
        found = weigh_headline(released(), GROUP, side, headline)
        assert found.weighed == pytest.approx(by_rows.shares[headline], abs=1e-9)
    assert side.kish is not None
    assert by_rows.spread is not None
    assert side.kish.effective == pytest.approx(by_rows.spread.kish_n)
    assert side.kish.deff == pytest.approx(by_rows.spread.kish_deff)


@given(shares)
def test_of_what_everybody_answered_it_is_the_sum_of_shares_by_class(sizes: tuple[int, ...]) -> None:
    one = population(dict(zip(CLASSES, sizes, strict=True)), counted=True)
    headline = ASKED[1]
    found = weigh_headline(released(), GROUP, set_released(one, released()), headline)
    parts = [released().find(TableSpec("usage", GROUP), name) for name in CLASSES]
    cells = [part.cell("never") for part in parts if part]
    told = sum(size * (cell.share or 0) for size, cell in zip(sizes, cells, strict=True) if cell)
    assert found.weighed == pytest.approx(told / sum(sizes))


def test_where_a_cell_is_hidden_there_is_no_number_and_it_says_which() -> None:
    release = released("standard")
    sector = exact(sample_sizes("sector"), "sector")
    side = set_released(sector, release)
    hidden = [
        name
        for name in rows().study.codebook.items["sector"].option_ids
        if (table := release.find(TableSpec("usage", "sector"), name)) is None
        or (cell := table.cell("never")) is None
        or cell.share is None
    ]
    assert hidden
    found = weigh_headline(release, "sector", side, ASKED[1])
    assert found.share is not None
    assert found.weighed is None
    assert [(lack.why, lack.classes) for lack in found.lacks] == [(Lacking.CELL, tuple(hidden))]


@given(st.data())
def test_any_hidden_cell_that_is_needed_takes_the_number_away(data: st.DataObject) -> None:
    """A release in which one cell is None gives nothing: what is printed can't tell of it."""
    release, headline = released(), data.draw(st.sampled_from(ASKED))
    name = data.draw(st.sampled_from(CLASSES))
    one = exact(sample_sizes(GROUP))

    def blanked(table: object) -> object:
        if (table.spec.item, table.spec.by, table.group) != (headline.item, GROUP, name):
            return table
        cells = tuple(
            replace(cell, n=None, share=None) if cell.option == headline.options[0] else cell
            for cell in table.cells
        )
        return replace(table, cells=cells)

    torn = replace(release, tables=tuple(blanked(table) for table in release.tables))
    found = weigh_headline(torn, GROUP, set_released(one, torn), headline)
    assert found.weighed is None
    assert [(lack.why, lack.classes) for lack in found.lacks] == [(Lacking.CELL, (name,))]


@given(st.dictionaries(st.sampled_from(CLASSES), st.one_of(st.none(), st.integers(0, 33)), min_size=1))
def test_a_share_that_the_source_does_not_give_is_never_there(sizes: dict[str, int | None]) -> None:
    side = set_released(population(sizes), released())
    for one in side.classes:
        given_size = sizes.get(one.id)
        assert (one.known is None) == (given_size is None)
        if one.known is not None and given_size is not None:
            assert one.known.percent == given_size
    unknown = [name for name in CLASSES if sizes.get(name) is None]
    assert bool(unknown) == any(lack.why is Lacking.UNAVAILABLE for lack in side.lacks)
    for headline in ASKED[:2]:
        found = weigh_headline(released(), GROUP, side, headline)
        assert (found.weighed is None) == bool(side.lacks)


def test_rows_are_raked_to_all_populations_that_are_complete() -> None:
    position = population({"zzp": 40, "employer": 20, "employee": 40}, headlines=ASKED[:1])
    organisation = population(
        {"commercial": 40, "zzp": 30, "noncommercial": 20, "other": 10}, "organisation4", id="q"
    )
    partial = population({"zzp": 40, "employer": None}, id="r")
    found = weigh_to_populations(rows(), (position, organisation, partial))
    assert [weighing.populations for weighing in found.weighings] == [("p",), ("q",), ("r",)]
    assert [bool(weighing.why) for weighing in found.weighings] == [False, False, True]
    assert found.raked is not None
    assert found.raked.populations == ("p", "q")
    table = released().find(TableSpec("usage"))
    assert table is not None
    assert found.unweighted[ASKED[0]] == table.cell("net:regular").share
    one_way = found.weighings[0].shares[ASKED[0]]
    assert found.raked.shares[ASKED[0]] != pytest.approx(one_way)
    twice = weigh_to_populations(rows(), (position, population({"zzp": 10, "employer": 45, "employee": 45})))
    assert twice.raked is not None
    assert twice.raked.why
    assert twice.raked.shares == {}
