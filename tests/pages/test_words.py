"""The pages' own words: the same in every language, all of them said somewhere."""

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import peil.pages
from peil.pages.system_pages import Message
from peil.pages.words import LANGUAGES, language_name, words_for

ROOM = Path(peil.pages.__file__).parent
SOURCES = [
    *sorted(ROOM.glob("*.py")),
    *sorted((ROOM / "templates").glob("*.html")),
    *sorted((ROOM.parent / "field").glob("*.py")),
]
BASE, *OTHERS = LANGUAGES

MADE = {
    *(f"{message}_{part}" for message in Message for part in ("title", "text")),
    *(f"hint_number_{bound}" for bound in ("between", "low", "high")),
    *(f"lawful_{point}" for point in "abcdef"),
    *(f"{counted}_ranks" for counted in ("problem_too_many", "problem_too_few")),
}
"""Keys that the code puts together."""


def quoted() -> set[str]:
    """Everything that stands in quotes in the code and the templates."""
    return {
        found
        for source in SOURCES
        for found in re.findall(r"""["']([a-z_]+)["']""", source.read_text("utf-8"))
    }


def asked_for() -> Iterator[tuple[str, str]]:
    """Every key that is asked for by a literal, with where."""
    call = re.compile(r"""words(?P<counted>\.counted)?\(\s*(?:\n\s*)?["'](?P<key>[a-z_]+)["']""")
    for source in SOURCES:
        if source.name == "words.py":
            continue
        for found in call.finditer(source.read_text("utf-8")):
            for ending in ("_one", "_other") if found["counted"] else ("",):
                yield f"{found['key']}{ending}", source.name


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def stem(key: str) -> str:
    return key.removesuffix("_one").removesuffix("_other")


def test_every_key_that_is_asked_for_is_there() -> None:
    missing = [(key, where) for key, where in asked_for() if key not in words_for(BASE).texts]
    assert missing == []


def test_every_key_is_said_somewhere() -> None:
    known = quoted() | MADE
    assert [key for key in words_for(BASE).texts if key not in known and stem(key) not in known] == []


def test_the_keys_that_code_puts_together_are_there() -> None:
    texts = words_for(BASE).texts
    assert [key for key in sorted(MADE) if key not in texts and f"{key}_other" not in texts] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(words_for(language).texts) == list(words_for(BASE).texts)


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_fills_in_the_same_places(language: str) -> None:
    own = {key: places(text) for key, text in words_for(language).texts.items()}
    assert own == {key: places(text) for key, text in words_for(BASE).texts.items()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_says_something_and_has_no_code(language: str) -> None:
    for key, text in words_for(language).texts.items():
        assert text == re.sub("[ \n\t]+", " ", text).strip(), key
        assert text, key
        assert not re.search(r"[<>&_]|--|\b[0-9]{3}\b", text), key


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_is_no_copy_of_another(language: str) -> None:
    same_in_any = {"begin", "subject_row", "summary", "access_yes"} | {
        f"access_device_{device}" for device in ("tablet", "computer")
    }
    base = words_for(BASE).texts
    copied = [key for key, text in words_for(language).texts.items() if text == base[key]]
    assert set(copied) <= same_in_any


@pytest.mark.parametrize("language", LANGUAGES)
def test_counted_texts_come_in_both_forms(language: str) -> None:
    texts = words_for(language).texts
    assert {stem(key) for key in texts if key.endswith("_one")} == {
        stem(key)
        for key in texts
        if key.endswith("_other") and stem(key) != "lawful" and stem(key) != "resumed"
    }


def test_a_line_does_not_end_before_french_punctuation() -> None:
    assert words_for("fr")("start_have_code") == "Vous aviez déjà commencé\u00a0?"
    assert words_for("fr")("problem_row_choice", row="x") == "Choisissez une réponse pour «\u00a0x\u00a0»."


def test_a_text_is_filled_in() -> None:
    words = words_for("nl")
    assert words("page_of", number=3, total=12) == "Pagina 3 van 12"
    assert words.counted("hint_at_most", 3) == "Kies ten hoogste 3 antwoorden."
    assert words.counted("hint_at_most", 1) == "Kies ten hoogste één antwoord."
    assert words("summary", subject="{limit} of {0}", message="m") == "„{limit} of {0}”: m"


def test_nought_is_plural_but_in_french() -> None:
    assert words_for("nl").counted("errors", 0) == words_for("nl")("errors_other", count=0)
    assert words_for("fr").counted("errors", 0) == words_for("fr")("errors_one")


def test_a_slip_of_ours_is_an_error() -> None:
    with pytest.raises(KeyError):
        words_for("nl")("nothing_of_the_kind")
    with pytest.raises(KeyError):
        words_for("nl")("page_of", number=3)


def test_a_language_without_words_is_answered_in_english_and_says_so() -> None:
    assert words_for("es").language == "en"
    assert words_for("es")("next") == "Next"
    assert words_for("nl-BE").language == "nl"
    assert words_for("../nl").language == "en"


def test_a_language_is_named_by_itself() -> None:
    names = [language_name(one) for one in ("nl", "en", "de", "fr", "pt-BR", "x", "not a language", "")]
    assert names == ["Nederlands", "English", "Deutsch", "Français", "Português", "x", "not a language", ""]
