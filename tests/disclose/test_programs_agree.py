"""Kept programs give what scipy gives, however often they are asked and whatever was asked before."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, linprog, milp
from scipy.sparse import csc_matrix

from peil.disclose.program import Program

Floats = NDArray[np.float64]
NEAR = 1e-6
COLUMNS, ROWS = 4, 3
SIGNS = st.lists(st.lists(st.integers(-1, 2), min_size=COLUMNS, max_size=COLUMNS), min_size=1, max_size=ROWS)
PRICES = st.lists(st.integers(-3, 3), min_size=COLUMNS, max_size=COLUMNS)
QUESTIONS = st.lists(
    st.tuples(PRICES, st.one_of(st.none(), st.tuples(st.integers(0, COLUMNS - 1), st.integers(0, 3)))),
    min_size=2,
    max_size=6,
)


@st.composite
def problems(draw: st.DrawFn) -> tuple[Floats, Floats, NDArray[np.bool_], Floats]:
    """Rows, what they add up to, which are equalities, and how large numbers may be; not all can be met."""
    matrix = np.array(draw(SIGNS), np.float64)
    height = len(matrix)
    least = draw(st.lists(st.integers(-4, 8), min_size=height, max_size=height))
    equal = draw(st.lists(st.booleans(), min_size=height, max_size=height))
    most = draw(st.lists(st.sampled_from([3.0, 7.0, np.inf]), min_size=COLUMNS, max_size=COLUMNS))
    return matrix, np.array(least, np.float64), np.array(equal), np.array(most)


def best(
    made: tuple[Floats, Floats, NDArray[np.bool_], Floats],
    prices: Sequence[int],
    fixed: tuple[int, int] | None,
    *,
    whole: bool = False,
) -> tuple[float | None, bool]:
    """Give the least price by scipy, None where there is none, and whether that is because it has no end."""
    matrix, least, equal, most = made
    low, high = np.zeros(COLUMNS), most.copy()
    if fixed:
        low[fixed[0]] = high[fixed[0]] = fixed[1]
    if whole:
        limits = LinearConstraint(matrix, least, np.where(equal, least, np.inf))
        found = milp(prices, constraints=limits, bounds=Bounds(low, high), integrality=np.ones(COLUMNS))
    else:
        found = linprog(
            prices,
            A_ub=-matrix[~equal],
            b_ub=-least[~equal],
            A_eq=matrix[equal],
            b_eq=least[equal],
            bounds=list(zip(low, high, strict=True)),
        )
    return (float(found.fun) if found.status == 0 else None), found.status in {3, 4}


def holds(made: tuple[Floats, Floats, NDArray[np.bool_], Floats], numbers: Floats) -> bool:
    """Say whether numbers agree with every row, whatever the solver says of them."""
    matrix, least, equal, most = made
    gap = matrix @ numbers - least
    return bool(
        (np.abs(gap[equal]) < NEAR).all()
        and (gap > -NEAR).all()
        and (numbers > -NEAR).all()
        and (numbers < most + NEAR).all()
    )


def program_of(
    made: tuple[Floats, Floats, NDArray[np.bool_], Floats], *, whole: bool = False, primal: bool = False
) -> Program:
    matrix, least, equal, most = made
    kinds = np.ones(COLUMNS, np.bool_) if whole else None
    return Program(
        csc_matrix(matrix), least, equal, most=most, whole=kinds, nodes=2000 if whole else None, primal=primal
    )


@settings(max_examples=120, deadline=None)
@given(problems(), QUESTIONS)
def test_a_kept_program_answers_each_question_as_a_new_one_would(
    made: tuple[Floats, Floats, NDArray[np.bool_], Floats],
    questions: list[tuple[list[int], tuple[int, int] | None]],
) -> None:
    program = program_of(made)
    for prices, fixed in questions:
        program.price(np.array(prices, np.float64))
        found = program.solve() if fixed is None else program.solve_at(fixed[0], float(fixed[1]))
        least, endless = best(made, prices, fixed)
        if least is None:
            assert found is None or endless
        else:
            assert found is not None
            assert float(np.dot(prices, found)) == pytest.approx(least, abs=NEAR)
        if found is not None:
            assert holds(made, found)
            assert fixed is None or found[fixed[0]] == pytest.approx(fixed[1], abs=NEAR)


@settings(max_examples=80, deadline=None)
@given(problems(), st.lists(PRICES, min_size=2, max_size=6))
def test_other_prices_alone_give_what_a_new_program_gives(
    made: tuple[Floats, Floats, NDArray[np.bool_], Floats], questions: list[list[int]]
) -> None:
    program = program_of(made, primal=True)
    for prices in questions:
        program.price(np.array(prices, np.float64))
        found = program.solve()
        least, endless = best(made, prices, None)
        assert program.endless <= endless
        if found is not None:
            assert holds(made, found)
        if least is not None:
            assert found is not None
            assert float(np.dot(prices, found)) == pytest.approx(least, abs=NEAR)


@settings(max_examples=50, deadline=None)
@given(problems(), PRICES)
def test_whole_numbers_are_as_good_as_those_of_another_way_in(
    made: tuple[Floats, Floats, NDArray[np.bool_], Floats], prices: list[int]
) -> None:
    bounded = (*made[:3], np.minimum(made[3], 9.0))
    program = program_of(bounded, whole=True)
    program.price(np.array(prices, np.float64))
    found = program.solve()
    least, _ = best(bounded, prices, None, whole=True)
    assert (found is None) == (least is None)
    if found is not None and least is not None:
        assert np.abs(found - np.rint(found)).max() < NEAR
        assert holds(bounded, np.rint(found))
        assert float(np.dot(prices, np.rint(found))) == pytest.approx(least, abs=NEAR)


def test_an_end_that_is_not_there_is_told() -> None:
    """Two counts of which only the difference is shown: each can be as large as it likes."""
    program = Program(csc_matrix(np.array([[1.0, -1.0]])), np.zeros(1), np.array([True]), primal=True)
    program.price(np.array([-1.0, 0.0]))
    program.solve()
    assert program.endless
    program.price(np.array([1.0, 0.0]))
    assert program.solve() == pytest.approx([0.0, 0.0])
    assert not program.endless
