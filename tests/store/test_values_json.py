"""Answers come back from their JSON exactly as they went in."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from peil.interview.answers import Value
from peil.store.values_json import read_values, write_values

names = st.text(min_size=1)
texts = st.text(st.characters(exclude_categories=[]))  # surrogates and control characters too
values: st.SearchStrategy[Value] = st.one_of(
    texts, st.booleans(), st.integers(), st.decimals(allow_nan=False), st.just(Decimal("-0.00"))
)


def exactly(given_values: dict[str, Value]) -> list[tuple[str, type, str]]:
    return sorted((name, type(value), str(value)) for name, value in given_values.items())


@given(st.dictionaries(names, values))
def test_every_value_comes_back_with_its_kind_and_its_digits(given_values: dict[str, Value]) -> None:
    text = write_values(given_values)
    assert exactly(read_values(text)) == exactly(given_values)
    assert read_values(text) == given_values


@given(st.dictionaries(names, values))
def test_the_text_is_ascii_and_says_nothing_of_the_order_of_answering(given_values: dict[str, Value]) -> None:
    text = write_values(given_values)
    assert text.isascii()
    assert "\0" not in text
    assert text == write_values(dict(reversed(given_values.items())))
