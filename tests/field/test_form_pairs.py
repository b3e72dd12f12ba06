"""A form's pairs are read as the standard library reads them."""

from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.field.body import MOST_FIELDS, split_pairs

RAW = st.text(st.sampled_from("ab=&%+;20éc3A9"), max_size=40)


@given(RAW)
def test_any_text_is_read_as_the_library_reads_it(text: str) -> None:
    try:
        meant = parse_qsl(text, keep_blank_values=True, errors="strict")
    except ValueError:
        with pytest.raises(ValueError, match=r"."):
            split_pairs(text)
    else:
        assert split_pairs(text) == meant


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=20)), max_size=8))
def test_what_a_browser_sends_comes_back(pairs: list[tuple[str, str]]) -> None:
    encodable = [
        (name, text)
        for name, text in pairs
        if not any("\ud800" <= letter <= "\udfff" for letter in name + text)
    ]
    assert split_pairs(urlencode(encodable)) == encodable


def test_too_many_fields_are_refused() -> None:
    split_pairs("&".join(["a=1"] * MOST_FIELDS))
    with pytest.raises(ValueError, match="many"):
        split_pairs("&".join(["a=1"] * (MOST_FIELDS + 1)))
