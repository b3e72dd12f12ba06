"""Why a study may use the answers, and for how long, in plain words."""

import pytest

from peil.pages.lawful_basis import tell_lawful_basis, tell_retention
from peil.pages.words import LANGUAGES, words_for


@pytest.mark.parametrize("letter", list("abcdef"))
@pytest.mark.parametrize(
    "written",
    [
        "art. 6(1)({}) GDPR",
        "artikel 6, lid 1, onder {}, AVG",
        "Art. 6 Abs. 1 lit. {} DSGVO",
        "article 6, paragraphe 1, point {}, du RGPD",
        "GDPR Article 6 (1) ({})",
        "artikel 6 lid 1 sub {} AVG",
    ],
)
def test_an_article_is_told_in_plain_words(written: str, letter: str) -> None:
    words = words_for("nl")
    told = tell_lawful_basis(words, written.format(letter))
    assert told == (words(f"lawful_{letter}"), words("lawful_article", letter=letter))


@pytest.mark.parametrize(
    "written", ["CBS-wet, artikel 33", "art. 6", "art. 9(2)(a) GDPR", "art. 16(1)(a)", "6(1)(g)"]
)
def test_anything_else_is_given_as_the_study_has_it(written: str) -> None:
    (told,) = tell_lawful_basis(words_for("en"), f" {written}. ")
    assert told == f"Why we may use your answers: {written}."


def test_what_the_study_does_not_say_is_not_said() -> None:
    assert tell_lawful_basis(words_for("nl"), " ") == ()
    assert tell_retention(words_for("nl"), None) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_long_answers_are_kept_is_told(language: str) -> None:
    words = words_for(language)
    assert len({tell_retention(words, months) for months in (0, 1, 12)}) == 3
    assert "12" in tell_retention(words, 12)
