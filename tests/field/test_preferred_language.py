import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.field.language import preferred_language

STUDY = ("nl", "en", "de")


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nl"),
        ("en", "en"),
        ("EN-gb,en;q=0.9", "en"),
        ("fr,de;q=0.5,en;q=0.4", "de"),
        ("en;q=0.2, de-CH;q=0.8", "de"),
        ("fr", "nl"),
        ("fr, *;q=0.5", "nl"),
        ("*", "nl"),
        ("en;q=0", "nl"),
        ("en;q=nan, de;q=0.1", "de"),
        ("en;q=9, de;q=0.1", "de"),
        ("*;q=0.5, en;q=0.4", "nl"),
        (";;,,q=", "nl"),
    ],
)
def test_the_language_liked_most_is_spoken(header: str, language: str) -> None:
    assert preferred_language(header, STUDY) == language


@given(st.text())
def test_any_header_gives_a_language_of_the_study(header: str) -> None:
    assert preferred_language(header, STUDY) in STUDY
