"""Tables of a small study: bases, groups, nets, means and their order, through the study's folder."""

import math
from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.percent import percent, percent_of_share
from peil.core.problem import Unusable, has_errors
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.formats.csv_file import read_responses_csv
from peil.study.base import Base
from peil.study.checks.check import check_study
from peil.study.expr.resolve import resolve_condition
from peil.study.plan import Sampling
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.as_json import tables_json
from peil.tabulate.table import Cell, Mean, Table
from peil.tabulate.tabulate import tabulate

QUESTIONNAIRE = """\
# main: Vragen

## job
source: Q1
Wat doet u?
- ( ) zzp: Zelfstandige
- ( ) employer: Werkgever
- ( ) other: Anders

## usage
source: Q2
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons  {optional}
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] none: Geen van deze  {exclusive}

## hours
Hoeveel uur? ___ [0..80]

## mark  {scale 1..3}
Welk cijfer?
- ( ) unsure: Weet niet  {missing}

## wishes  {ranking}
Wat eerst?
- pay: Loon
- time: Tijd

## tools  {matrix}
Wat vindt u van …?
columns
- ( ) good: Goed
- ( ) bad: Slecht
rows
- text: Tekst
- image: Beeld
"""
STUDY = """\
[about]
title = "Proef"
languages = ["nl"]
"""
PLAN = """\
[analysis]
groups = ["job", "heavy"]

[derived.heavy]
title = "Veel"
classes.yes = { title = "ja", if = "hours >= 10" }
classes.no = { title = "nee", if = "hours < 10" }

[nets.tools]
any = { title = "iets", options = ["good", "bad"] }

[nets.reasons]
gain = { title = "winst", options = ["speed", "cost"] }
"""
DATA = """\
id,synthetic,last_page,outcome,job,usage,reasons.speed,reasons.cost,reasons.none,hours,mark,wishes.pay,wishes.time,tools.text,tools.image
1,1,tools,complete,zzp,often,1,1,0,10,1,1,2,good,good
2,1,tools,complete,zzp,often,0,1,0,20,3,2,1,good,bad
3,1,tools,complete,employer,never,,,,5,3,1,2,bad,bad
4,1,tools,complete,employer,dk,0,0,1,40,unsure,1,2,good,bad
5,1,tools,complete,other,often,,,,0,2,2,1,bad,bad
6,1,usage,,zzp,often,,,,,,,,,
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    for name, text in (("questionnaire.md", QUESTIONNAIRE), ("study.toml", STUDY), ("plan.toml", PLAN)):
        (folder / name).write_text(text, encoding="utf-8")
    found = read_study(folder)
    assert not has_errors(check_study(found)), check_study(found)
    return found


@pytest.fixture(scope="module")
def dataset(study: Study, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    path = tmp_path_factory.mktemp("data") / "data.csv"
    path.write_text(DATA, encoding="utf-8")
    return read_responses_csv(path, study)


def one(dataset: Dataset, item: str, base: Base | None = None) -> Table:
    (table,) = tabulate(dataset, [TableSpec(item, base=base or Base())])
    return table


def counts(table: Table) -> dict[str, int]:
    return {cell.option: cell.n for cell in table.cells}


def test_a_single_question_counts_dont_know_in_its_base(dataset: Dataset) -> None:
    table = one(dataset, "usage")
    assert (table.n, counts(table)) == (6, {"often": 4, "never": 1, "dk": 1})
    assert [cell.share for cell in table.cells] == [4 / 6, 1 / 6, 1 / 6]
    assert (table.question, table.item, table.group, table.mean) == ("usage", "usage", None, None)


def test_without_missing_leaves_those_who_dont_know_out(dataset: Dataset) -> None:
    table = one(dataset, "usage", Base(without_missing=True))
    assert (table.n, counts(table)) == (5, {"often": 4, "never": 1})


def test_without_an_option_leaves_its_choosers_out(dataset: Dataset) -> None:
    table = one(dataset, "usage", Base(without=("never", "dk")))
    assert (table.n, counts(table)) == (4, {"often": 4})


def test_a_respondent_with_several_ticks_counts_once(dataset: Dataset) -> None:
    table = one(dataset, "reasons")
    assert (table.n, counts(table)) == (3, {"speed": 1, "cost": 2, "none": 1, "net:gain": 2})


def test_an_exclusive_option_can_be_left_out_of_the_base(dataset: Dataset) -> None:
    table = one(dataset, "reasons", Base(without=("none",)))
    assert (table.n, counts(table)) == (2, {"speed": 1, "cost": 2, "net:gain": 2})


def test_blanks_are_those_asked_who_came_that_far(dataset: Dataset) -> None:
    table = one(dataset, "reasons", Base(blanks=True))
    assert (table.n, counts(table)) == (4, {"speed": 1, "cost": 2, "none": 1, "net:gain": 2, "blank": 1})


def test_numbers_and_scales_have_means(dataset: Dataset) -> None:
    assert (one(dataset, "hours").mean, one(dataset, "hours").cells) == (Mean(15.0, 5), ())
    table = one(dataset, "mark")
    assert (table.n, counts(table)) == (5, {"1": 1, "2": 1, "3": 2, "unsure": 1})
    assert table.mean == Mean(2.25, 4)


def test_a_ranking_counts_firsts_and_means_ranks(dataset: Dataset) -> None:
    assert [(cell.option, cell.n, cell.mean) for cell in one(dataset, "wishes").cells] == [
        ("pay", 3, Mean(1.4, 5)),
        ("time", 2, Mean(1.6, 5)),
    ]


def test_a_net_counts_in_each_row_of_a_matrix(dataset: Dataset) -> None:
    assert counts(one(dataset, "tools.text")) == {"good": 3, "bad": 2, "net:any": 5}
    assert counts(one(dataset, "tools.image")) == {"good": 1, "bad": 4, "net:any": 5}
    assert (one(dataset, "tools.image").question, one(dataset, "tools.image").item) == (
        "tools",
        "tools.image",
    )


def test_a_group_gives_a_table_for_each_class_in_order(dataset: Dataset) -> None:
    tables = tabulate(
        dataset, [TableSpec("usage", "job"), TableSpec("usage", "heavy"), TableSpec("job", "usage")]
    )
    assert [(table.spec.by, table.group, table.n) for table in tables] == [
        ("job", "zzp", 3),
        ("job", "employer", 2),
        ("job", "other", 1),
        ("heavy", "yes", 3),
        ("heavy", "no", 2),
        ("usage", "often", 4),
        ("usage", "never", 1),
        ("usage", "dk", 1),
    ]
    assert counts(tables[1]) == {"often": 0, "never": 1, "dk": 1}


def test_an_empty_class_has_no_shares(dataset: Dataset) -> None:
    empty = tabulate(dataset, [TableSpec("reasons", "usage"), TableSpec("hours", "usage")])[1::3]
    assert [(table.group, table.n, table.mean) for table in empty] == [
        ("never", 0, None),
        ("never", 1, Mean(5.0, 1)),
    ]
    assert {cell.share for cell in empty[0].cells} == {None}


def test_where_narrows_the_base(study: Study, dataset: Dataset) -> None:
    condition, problems = resolve_condition("hours >= 10", Span("where"), study.codebook, [])
    assert not problems
    (table,) = tabulate(dataset, [TableSpec("usage", where=condition)])
    assert (table.n, counts(table)) == (3, {"often": 2, "never": 0, "dk": 1})


def test_a_question_with_several_answers_is_no_group(dataset: Dataset) -> None:
    with pytest.raises(Unusable, match="reasons"):
        tabulate(dataset, [TableSpec("usage", "reasons")])


def test_weights_weigh_shares_bases_and_means_but_not_counts(dataset: Dataset) -> None:
    weighted = replace(dataset, weights=np.array([3.0, 1, 1, 1, 2, 2]))
    table = one(weighted, "usage")
    assert (table.n, table.base.weighted, table.cells[0]) == (6, 10.0, Cell("often", 4, 0.8))
    assert one(weighted, "hours").mean == Mean((30 + 20 + 5 + 40) / 8, 5)


def test_equal_weights_change_no_share(dataset: Dataset) -> None:
    specs = [TableSpec(item, by) for item in dataset.study.codebook.items for by in (None, "job", "heavy")]
    plain = tabulate(dataset, specs)
    assert tabulate(replace(dataset, weights=np.ones(dataset.n)), specs) == plain
    doubled = tabulate(replace(dataset, weights=np.full(dataset.n, 2.0)), specs)
    assert [[cell.share for cell in table.cells] for table in doubled] == [
        [cell.share for cell in table.cells] for table in plain
    ]


def test_only_a_probability_sample_has_intervals(dataset: Dataset) -> None:
    assert all(cell.se is cell.low is cell.high is None for cell in one(dataset, "usage").cells)
    plan = replace(dataset.study.plan, sampling=Sampling.PROBABILITY)
    drawn = replace(dataset, study=replace(dataset.study, plan=plan))
    cell = one(drawn, "usage").cells[0]
    p, n = 4 / 6, 6
    assert cell.se == pytest.approx(math.sqrt(p * (1 - p) / (n - 1)))
    t, reach = 2.5705818366147395, math.sqrt(1 / (p * (1 - p) * (n - 1)))
    centre = math.log(p / (1 - p))
    assert cell.low == pytest.approx(1 / (1 + math.exp(t * reach - centre)))
    assert cell.high == pytest.approx(1 / (1 + math.exp(-t * reach - centre)))


def rows_of(dataset: Dataset, rows: list[int]) -> Dataset:
    """Give a data set of these rows, in this order; a row may come more than once."""
    return replace(
        dataset,
        ids=tuple(str(place) for place in range(len(rows))),
        columns={name: column[rows] for name, column in dataset.columns.items()},
        states={name: states[rows] for name, states in dataset.states.items()},
        missing_steps={name: steps[rows] for name, steps in dataset.missing_steps.items()},
        roles=dataset.roles[rows],
        progress=dataset.progress[rows],
        complete=dataset.complete[rows],
        rows=None,
    )


ROWS = st.lists(st.integers(0, 5), min_size=1, max_size=30)


@pytest.mark.slow
@given(rows=ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_rows_changes_no_table(dataset: Dataset, rows: tuple[list[int], list[int]]) -> None:
    specs = [TableSpec(item, by) for item in ("usage", "reasons", "mark", "hours") for by in (None, "job")]
    assert tabulate(rows_of(dataset, rows[0]), specs) == tabulate(rows_of(dataset, rows[1]), specs)


@given(rows=ROWS)
def test_shares_and_classes_add_up(dataset: Dataset, rows: list[int]) -> None:
    some = rows_of(dataset, rows)
    whole = one(some, "usage")
    assert math.isclose(math.fsum(cell.share or 0 for cell in whole.cells), 1)
    classes = tabulate(some, [TableSpec("usage", "job")])
    assert sum(table.n for table in classes) == whole.n
    for option in ("often", "never", "dk"):
        cells = [cell.n for table in classes for cell in table.cells if cell.option == option]
        assert sum(cells) == counts(whole)[option]


@given(st.integers(1, 400), st.integers(0, 400), st.integers(0, 1))
def test_printed_from_counts_or_from_the_share_is_the_same(base: int, count: int, decimals: int) -> None:
    count = min(count, base)
    assert percent_of_share(count / base, decimals) == percent(count, base, decimals)


def test_halves_are_rounded_up() -> None:
    assert [percent(count, 8) for count in (1, 3, 5)] == [13, 38, 63]
    assert [percent_of_share(count / 200) for count in (1, 3, 59)] == [1, 2, 30]
    assert percent(1, 16, 1) == Decimal("6.3")


def test_json(dataset: Dataset) -> None:
    first, *_ = tables_json(tabulate(dataset, [TableSpec("tools.text", "job")]))
    assert first["base"] == {"n": 2, "weighted": 2.0, "rule": "wie de vraag beantwoordde"}
    assert {**first, "base": None, "cells": None} == {
        "question": "tools",
        "item": "text",
        "by": "job",
        "group": "zzp",
        "base": None,
        "cells": None,
    }
    assert first["cells"] == [
        {"option": option, "n": n, "share": share, "se": None, "low": None, "high": None, "status": "shown"}
        for option, n, share in (("good", 2, 1.0), ("bad", 0, 0.0), ("net:any", 2, 1.0))
    ]
