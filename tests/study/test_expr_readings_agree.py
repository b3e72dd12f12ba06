"""Evaluated on one interview and masked over columns, an expression says the same."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import pytest
from codebook_by_hand import ROLES, make_codebook
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from peil.study.codebook import Codebook
from peil.study.expr.evaluate import evaluate
from peil.study.expr.mask import mask
from peil.study.expr.tree import (
    ALWAYS,
    And,
    Between,
    Compare,
    CountOf,
    Expr,
    Has,
    Is,
    Not,
    NumberOf,
    Or,
    Order,
    RoleIs,
    WasAsked,
    WasGiven,
)

CODEBOOK = make_codebook()
SINGLES = ["usage", "ability.grants", "detail[speed]", "heavy"]
MULTIS = ["reasons", "does.a"]
NUMBERS = ["age", "turnover.rose.number", "wishes.speed"]


@dataclass(frozen=True)
class Row:
    """One interview's answers in the plainest form: None and the empty set where nothing was given."""

    choices: dict[str, str | None]
    ticks: dict[str, frozenset[str]]
    numbers: dict[str, int | None]
    on_route: frozenset[str]
    role_id: str

    def chosen(self, item: str) -> str | None:
        return self.choices[item]

    def ticked(self, item: str) -> frozenset[str]:
        return self.ticks[item]

    def number(self, variable: str) -> int | None:
        return self.numbers[variable]

    def count(self, item: str) -> int | None:
        known = CODEBOOK.items[item]
        ticked = self.ticks[item]
        return len(ticked - known.missing_ids - known.exclusive_ids) if ticked else None

    def asked(self, item: str) -> bool:
        return item in self.on_route

    def given(self, variable: str) -> bool:
        return (self.choices.get(variable) or self.numbers.get(variable)) is not None

    def role(self) -> str:
        return self.role_id


@dataclass(frozen=True)
class Columns:
    """The same rows as columns."""

    rows: Sequence[Row]
    codebook: Codebook = CODEBOOK
    role_ids: Sequence[str] = ROLES

    def option_positions(self, item: str) -> NDArray[np.int16]:
        ids = self.codebook.items[item].option_ids
        chosen = [row.choices[item] for row in self.rows]
        return np.array([-1 if one is None else ids.index(one) for one in chosen], dtype=np.int16)

    def tick(self, variable: str) -> NDArray[np.bool_]:
        item, _, option = variable.rpartition(".")
        return np.array([option in row.ticks[item] for row in self.rows], dtype=np.bool_)

    def number(self, variable: str) -> NDArray[np.float64]:
        found = [row.numbers[variable] for row in self.rows]
        return np.array([math.nan if one is None else one for one in found], dtype=np.float64)

    def count(self, item: str) -> NDArray[np.float64]:
        found = [row.count(item) for row in self.rows]
        return np.array([math.nan if one is None else one for one in found], dtype=np.float64)

    def asked(self, item: str) -> NDArray[np.bool_]:
        return np.array([item in row.on_route for row in self.rows], dtype=np.bool_)

    def given(self, variable: str) -> NDArray[np.bool_]:
        return np.array([row.given(variable) for row in self.rows], dtype=np.bool_)

    def role(self) -> NDArray[np.int16]:
        return np.array([ROLES.index(row.role_id) for row in self.rows], dtype=np.int16)


def options_of(item: str) -> st.SearchStrategy[str]:
    return st.sampled_from(CODEBOOK.items[item].option_ids)


rows = st.builds(
    Row,
    choices=st.fixed_dictionaries({item: st.none() | options_of(item) for item in SINGLES}),
    ticks=st.fixed_dictionaries({item: st.frozensets(options_of(item)) for item in MULTIS}),
    numbers=st.fixed_dictionaries({name: st.none() | st.integers(0, 4) for name in NUMBERS}),
    on_route=st.frozensets(st.sampled_from(SINGLES + MULTIS)),
    role_id=st.sampled_from(ROLES),
)
left = st.sampled_from(NUMBERS).map(NumberOf) | st.sampled_from(MULTIS).map(CountOf)
constants = st.integers(0, 4).map(Decimal)
leaves: st.SearchStrategy[Expr] = st.one_of(
    st.just(ALWAYS),
    st.sampled_from(SINGLES).flatmap(
        lambda item: st.builds(
            Is, st.just(item), st.lists(options_of(item), min_size=1, unique=True).map(tuple), st.booleans()
        )
    ),
    st.sampled_from(MULTIS).flatmap(lambda item: st.builds(Has, st.just(item), options_of(item))),
    st.builds(RoleIs, st.lists(st.sampled_from(ROLES), min_size=1, unique=True).map(tuple), st.booleans()),
    st.builds(Compare, left, st.sampled_from(Order), constants),
    st.builds(Between, left, constants, constants),
    st.builds(WasAsked, st.sampled_from(SINGLES + MULTIS)),
    st.builds(WasGiven, st.sampled_from(SINGLES + NUMBERS)),
)
trees = st.recursive(
    leaves,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(And, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(Or, st.lists(inner, min_size=1, max_size=3).map(tuple))
    ),
    max_leaves=8,
)


@pytest.mark.slow
@given(trees, st.lists(rows, max_size=6))
def test_mask_and_evaluate_agree_on_every_row(tree: Expr, table: list[Row]) -> None:
    found = mask(tree, Columns(table), len(table))
    assert found.dtype == np.bool_
    assert found.tolist() == [evaluate(tree, row) for row in table]


@given(rows)
def test_no_comparison_holds_of_an_answer_that_was_not_given(row: Row) -> None:
    empty = Row(
        dict.fromkeys(SINGLES),
        dict.fromkeys(MULTIS, frozenset()),
        dict.fromkeys(NUMBERS),
        row.on_route,
        "zzp",
    )
    for comparison in (
        Is("usage", ("often",)),
        Is("usage", ("often",), negated=True),
        Has("reasons", "speed"),
        Compare(NumberOf("age"), Order.LESS, Decimal(99)),
        Compare(CountOf("reasons"), Order.AT_LEAST, Decimal(0)),
        Between(NumberOf("age"), Decimal(0), Decimal(99)),
        WasGiven("age"),
    ):
        assert not evaluate(comparison, empty)
        assert evaluate(Not(comparison), empty)
        assert not mask(comparison, Columns([empty]), 1)[0]


def test_a_count_leaves_out_what_stands_alone_but_not_the_answer() -> None:
    ticks = {"reasons": frozenset({"none"}), "does.a": frozenset({"worse", "dk"})}
    row = Row(dict.fromkeys(SINGLES), ticks, dict.fromkeys(NUMBERS), frozenset(), "zzp")
    assert evaluate(Compare(CountOf("reasons"), Order.EQUAL, Decimal(0)), row)
    assert evaluate(Compare(CountOf("does.a"), Order.EQUAL, Decimal(1)), row)
