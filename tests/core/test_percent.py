from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.percent import percent, percent_of_share, round_half_up, spell_number


@pytest.mark.parametrize(
    ("count", "base", "decimals", "printed"),
    [
        (1, 8, 0, "13"),
        (1, 200, 0, "1"),
        (1, 201, 0, "0"),
        (1, 8, 1, "12.5"),
        (0, 7, 0, "0"),
        (7, 7, 0, "100"),
    ],
)
def test_a_half_goes_up(count: int, base: int, decimals: int, printed: str) -> None:
    assert percent(count, base, decimals) == Decimal(printed)


@given(
    st.integers(1, 5000).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))),
    st.integers(0, 3),
)
def test_rounding_is_that_of_exact_arithmetic(pair: tuple[int, int], decimals: int) -> None:
    count, base = pair
    exact = Fraction(100 * count, base)
    step = Fraction(1, 10**decimals)
    floor = exact // step * step
    expected = floor + step if exact - floor >= step / 2 else floor
    assert Fraction(percent(count, base, decimals)) == expected


@given(st.integers(1, 400).flatmap(lambda base: st.tuples(st.integers(0, base), st.just(base))))
def test_a_share_rounds_as_its_counts_do(pair: tuple[int, int]) -> None:
    count, base = pair
    assert percent_of_share(count / base) == percent(count, base)


def test_nobody_has_no_percentage() -> None:
    with pytest.raises(ZeroDivisionError):
        percent(0, 0)


def test_the_decimal_mark_is_the_languages_own() -> None:
    assert spell_number(Decimal("12.5"), "nl") == "12,5"
    assert spell_number(Decimal("12.5"), "en") == "12.5"
    assert round_half_up(Decimal("0.25"), 1) == Decimal("0.25").quantize(Decimal("0.1"), ROUND_HALF_UP)
