"""Typed text made plain."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.pages.clean_text import clean_line, clean_text

ANY_TEXT = st.text(st.characters())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  ja \r\n", "ja"),
        ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
        ("e\u0301e\u0301n", "één"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("a\tb", "a b"),
        ("a\u2028b", "a\nb"),
        ("\u202efdp.exe", "fdp.exe"),
        ("\ud800", ""),
        ("a\u200d", "a\u200d"),
        ("\u200d \u200b", ""),
        ("👩\u200d🎨", "👩\u200d🎨"),
        ("   ", ""),
    ],
)
def test_text_is_made_plain(typed: str, kept: str) -> None:
    assert clean_text(typed) == kept


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u0f73", "\u0f73\u0301"])
def test_marks_piled_on_one_letter_stay_and_cost_no_time(marks: str) -> None:
    """Sorting these would take minutes, and nobody else would be answered meanwhile."""
    piled = "a" + marks * 250_000
    assert clean_text(piled) == piled


def test_all_marks_that_a_script_needs_are_composed() -> None:
    assert clean_text("x" + "\u0301\u0323" * 15) == unicodedata.normalize("NFC", "x" + "\u0301\u0323" * 15)
    assert clean_text("e\u0323\u0302" * 40) == "\u1ec7" * 40


def test_a_line_has_no_line_ends() -> None:
    assert clean_line("ik@example.org\r\nBcc: zij@example.org") == "ik@example.org Bcc: zij@example.org"


@given(ANY_TEXT)
def test_what_is_plain_stays_as_it_is(text: str) -> None:
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)
    assert once.encode().decode() == once
    assert not any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in once if letter != "\n")
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
