"""Compiled, an expression says of every interview what ``evaluate`` says of it."""

from decimal import Decimal

import pytest
from codebook_by_hand import ROLES
from hypothesis import given, settings
from hypothesis import strategies as st
from test_expr_readings_agree import CODEBOOK, MULTIS, NUMBERS, SINGLES, leaves, options_of, trees

from peil.study.expr.compiled import compile_condition
from peil.study.expr.evaluate import evaluate
from peil.study.expr.tree import ALWAYS, And, Expr, Has, Is, Or, RoleIs, WasGiven

Given = str | bool | int | Decimal


class Told:
    """One interview's values, looked up in the plainest way; a derived variable's class is told."""

    def __init__(
        self, values: dict[str, Given], derived: str | None, on_route: frozenset[str], role: str
    ) -> None:
        self.values = values
        self.derived = derived
        self.on_route = on_route
        self.role_id = role

    def chosen(self, item: str) -> str | None:
        if item == "heavy":
            return self.derived
        value = self.values.get(item)
        return None if value is None else str(value)

    def ticked(self, item: str) -> frozenset[str]:
        return frozenset(one for one in CODEBOOK.items[item].option_ids if f"{item}.{one}" in self.values)

    def number(self, variable: str) -> Decimal | int | None:
        value = self.values.get(variable)
        return None if isinstance(value, str) else value

    def count(self, item: str) -> int | None:
        known, ticked = CODEBOOK.items[item], self.ticked(item)
        return len(ticked - known.missing_ids - known.exclusive_ids) if ticked else None

    def asked(self, item: str) -> bool:
        return item in self.on_route

    def given(self, variable: str) -> bool:
        return self.derived is not None if variable == "heavy" else variable in self.values

    def role(self) -> str:
        return self.role_id


@st.composite
def interviews(draw: st.DrawFn) -> Told:
    values: dict[str, Given] = {}
    for item in SINGLES:
        if item != "heavy" and draw(st.integers(0, 3)):
            values[item] = draw(options_of(item))
    for item in MULTIS:
        ticked = draw(st.frozensets(options_of(item)))
        values |= {f"{item}.{one}": True for one in sorted(ticked)}
    for name in NUMBERS:
        if draw(st.integers(0, 3)):
            values[name] = draw(st.integers(0, 4) | st.integers(0, 8).map(lambda half: Decimal(half) / 2))
    derived = draw(st.none() | options_of("heavy"))
    asked = draw(st.frozensets(st.sampled_from(SINGLES + MULTIS)))
    return Told(values, derived, asked, draw(st.sampled_from(ROLES)))


@pytest.mark.slow
@given(trees, st.lists(interviews(), max_size=6))
def test_compiled_and_evaluated_agree_on_every_interview(tree: Expr, told: list[Told]) -> None:
    holds = compile_condition(tree, CODEBOOK)
    assert [holds(one) for one in told] == [evaluate(tree, one) for one in told]


@pytest.mark.slow
@settings(max_examples=400)
@given(leaves, interviews())
def test_compiled_and_evaluated_agree_on_each_comparison(leaf: Expr, told: Told) -> None:
    assert compile_condition(leaf, CODEBOOK)(told) == evaluate(leaf, told)


def test_a_derived_variable_is_looked_up_and_not_read_from_the_values() -> None:
    derived = Told({"heavy": "no"}, "yes", frozenset(), ROLES[0])
    option = CODEBOOK.items["heavy"].option_ids[0]
    derived.derived = option
    assert compile_condition(Is("heavy", (option,)), CODEBOOK)(derived)
    assert compile_condition(WasGiven("heavy"), CODEBOOK)(derived)
    derived.derived = None
    assert not compile_condition(Is("heavy", (option,)), CODEBOOK)(derived)


def test_terms_after_the_one_that_decides_are_not_looked_at() -> None:
    class Stops(Told):
        def role(self) -> str:
            raise AssertionError

    told = Stops({"usage": "often"}, None, frozenset(), "")
    often, role = Is("usage", ("often",)), RoleIs((ROLES[0],))
    assert compile_condition(Or((often, role)), CODEBOOK)(told)
    assert not compile_condition(And((Has("reasons", "speed"), role)), CODEBOOK)(told)
    assert not compile_condition(And((ALWAYS, Has("reasons", "speed"), role)), CODEBOOK)(told)
