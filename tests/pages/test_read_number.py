"""Numbers as people type them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.pages.read_number import read_number, show_number

LANGUAGES = ["de", "en", "fr", "nl"]


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("12", "nl", "12"),
        ("+12", "nl", "12"),
        ("-12", "nl", "-12"),
        ("−12", "nl", "-12"),
        ("– 12", "nl", "-12"),
        ("12,5", "nl", "12.5"),
        ("12.5", "nl", "12.5"),
        ("12,5", "en", "12.5"),
        (",5", "nl", "0.5"),
        ("0,500", "nl", "0.500"),
        ("0.500", "nl", "0.500"),
        ("12.", "nl", "12"),
        ("1.000", "nl", "1000"),
        ("1.000", "de", "1000"),
        ("1,000", "en", "1000"),
        ("1.250,5", "nl", "1250.5"),
        ("1,250.5", "en", "1250.5"),
        ("1,250.5", "nl", "1250.5"),
        ("1.250.500", "nl", "1250500"),
        ("1,250,500", "nl", "1250500"),
        ("1 250", "fr", "1250"),
        ("1\u202f250,50", "fr", "1250.50"),
        ("1\u00a0250\u00a0500", "fr", "1250500"),
        ("1\u2009250", "en", "1250"),
        ("1'250.50", "de", "1250.50"),
        ("1’250", "de", "1250"),
        ("1 250.500", "nl", "1250.500"),
        ("€ 20", "nl", "20"),
        ("€20,-", "nl", "20"),
        ("20,–", "nl", "20"),
        ("-€ 5", "nl", "-5"),
        ("€ -5", "nl", "-5"),
        ("20 euro", "nl", "20"),
        ("EUR 1.250,50", "nl", "1250.50"),
        ("12%", "nl", "12"),
        ("12 procent", "nl", "12"),
        ("12 Prozent", "de", "12"),
        ("12 per cent", "en", "12"),
        ("12 pour cent", "fr", "12"),
        ("\u200e12\ufeff", "nl", "12"),
        ("１２", "nl", "12"),
        ("١٢", "nl", "12"),
        ("007", "nl", "7"),
        ("-0", "nl", "0"),
    ],
)
def test_a_number_is_read_as_it_is_meant(text: str, language: str, number: str) -> None:
    assert read_number(text, language, 2) == Decimal(number)


@pytest.mark.parametrize(
    "text",
    [
        *("", "-", "+", ",", ".", "€", "%", "vijf", "12 uur", "2 miljoen", "10k", "3 of 4", "10-20", "12½"),
        *("1e3", "0x10", "inf", "NaN", "1_000", "12²", "--5", "5-", "1.00.000", "12 50", "1 0000"),
        *("1.250 500", "1,250,50", "1.2.3", "1,2,3", "١٢x", "9" * 100, "12 % %", "€€ 5", "12 jaar"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_no_number_is_not_guessed(text: str, language: str) -> None:
    assert read_number(text, language, 2) is None


@pytest.mark.parametrize(("text", "language"), [("12,500", "nl"), ("1,000", "de"), ("1.000", "en")])
def test_a_foreign_thousand_is_asked_again_rather_than_kept_as_a_fraction(text: str, language: str) -> None:
    assert read_number(text, language, 2) is None


def test_three_decimals_are_decimals_where_they_are_asked_for() -> None:
    assert read_number("1,250", "nl", 3) == Decimal("1.250")
    assert read_number("1.250", "nl", 3) == Decimal("1.250")


def test_more_decimals_than_asked_for_are_left_to_the_check() -> None:
    assert read_number("12,345", "nl", 0) == Decimal("12.345")


def test_a_unit_is_taken_off_only_where_the_question_has_it() -> None:
    assert read_number("12 uur", "nl", 0, ["uur per week"]) == 12
    assert read_number("12 uur per week", "nl", 0, ["uur per week"]) == 12
    assert read_number("12 Uur.", "nl", 0, ["uur per week"]) == 12
    assert read_number("12 maanden", "nl", 0, ["jaar"]) is None
    assert read_number("12 week", "nl", 0, ["uur per week"]) is None


@pytest.mark.slow
@given(
    st.decimals(min_value=-(10**15), max_value=10**15, places=3),
    st.integers(0, 3),
    st.sampled_from([*LANGUAGES, "es"]),
)
def test_a_number_shown_reads_back(number: Decimal, places: int, language: str) -> None:
    rounded = round(number, places) if places else Decimal(round(number))
    assert read_number(show_number(rounded, language), language, places) == rounded


@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_a_number_in_groups_reads_as_without(number: int, language: str) -> None:
    mark = "," if language == "en" else "."
    assert read_number(f"{number:,}".replace(",", mark), language) == number
    assert read_number(f"{number:,}".replace(",", " "), language) == number


@given(st.text(), st.sampled_from(LANGUAGES), st.integers(0, 6))
def test_nothing_typed_raises(text: str, language: str, decimals: int) -> None:
    found = read_number(text, language, decimals, ["uur"])
    assert found is None or found.is_finite()


@given(st.text(st.sampled_from("0123456789.,' -€%"), max_size=12), st.sampled_from(LANGUAGES))
def test_no_digit_is_lost_or_made_up(text: str, language: str) -> None:
    found = read_number(text, language, 2)
    if found is not None:
        kept = "".join(letter for letter in f"{found:f}" if letter.isdigit()).strip("0")
        assert kept == "".join(letter for letter in text if letter.isdigit()).strip("0")
