"""The personal code: read as people type it, and all that is derived from it kept apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.field.code import UNSAID, body_digest, form_seal
from peil.interview.code import LENGTH, SYMBOLS, contact_key, interview_key, new_code, read_code, sample_key
from peil.pages.field_names import GO, SECONDS, WEBSITE

CODE = "K7QF-2M9X-0PRD-W8ST-6ZHA"
symbols = st.text(alphabet=SYMBOLS, min_size=LENGTH, max_size=LENGTH)


def test_a_code_is_five_groups_of_four_and_never_the_same() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all([len(group) for group in code.split("-")] == [4] * 5 for code in codes)
    assert {symbol for code in codes for symbol in code} == {*SYMBOLS, "-"}
    assert all(read_code(code) == code for code in codes)


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        CODE.lower(),
        CODE.replace("-", ""),
        CODE.replace("-", " "),
        CODE.replace("-", "\u2013"),
        CODE.replace("-", "\u00a0"),
        f"  {CODE}\r\n",
        CODE.replace("0", "O"),
        CODE.replace("0", "o"),
        "k 7 q f 2 m 9 x 0 p r d w 8 s t 6 z h a",
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == CODE


def test_letters_that_look_like_a_one_are_ones() -> None:
    assert read_code("1iIl-L111-1111-1111-1111") == "1111-1111-1111-1111-1111"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "K7QF",
        f"{CODE}0",
        CODE.replace("K", "U"),
        CODE.replace("K", "é"),
        "٣" * 20,
        "ß" * 10,
        " " * 5000 + CODE,
    ],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


@given(st.text())
def test_any_text_is_read_without_failing(text: str) -> None:
    found = read_code(text)
    assert found is None or read_code(found) == found


@given(symbols, symbols)
def test_each_hash_is_its_own(one: str, other: str) -> None:
    codes = [read_code(text) or "" for text in (one, other)]
    ways = (interview_key, contact_key, sample_key, form_seal)
    made = [way(code) for code in codes for way in ways]
    assert len(set(made)) == len(ways) * len(set(codes))
    assert not any(one in hashed.upper() for hashed in made)


def test_the_digest_knows_every_field_that_says_something() -> None:
    digest = body_digest(CODE, "usage", {"usage": "often", ".nonce": "n", GO: "next"})
    assert digest == body_digest(CODE, "usage", {GO: "back", ".nonce": "n", "usage": "often"})
    looked = {SECONDS: "17", WEBSITE: "https://spam.example"}
    assert digest == body_digest(CODE, "usage", {**looked, ".nonce": "n", "usage": "often"})
    others = [
        body_digest(CODE, "usage", {"usage": "never", ".nonce": "n"}),
        body_digest(CODE, "usage", {"usage": "often", ".nonce": "n", ".forget": "x"}),
        body_digest(CODE, "other", {"usage": "often", ".nonce": "n"}),
        body_digest(CODE.replace("K", "M"), "usage", {"usage": "often", ".nonce": "n"}),
    ]
    assert digest not in others
    assert len(set(others)) == len(others)


@given(st.dictionaries(st.text(), st.text()), st.dictionaries(st.text(), st.text()))
def test_bodies_with_the_same_digest_are_the_same(one: dict[str, str], other: dict[str, str]) -> None:
    for name in UNSAID:
        one.pop(name, None)
        other.pop(name, None)
    assert (body_digest(CODE, "p", one) == body_digest(CODE, "p", other)) == (one == other)
