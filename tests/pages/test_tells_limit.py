"""Whether a question says itself how many answers may be chosen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.pages.tells_limit import NUMBERS, tells_limit


@pytest.mark.parametrize(
    ("text", "n", "language"),
    [
        ("Waarom? Kies ten hoogste drie redenen.", 3, "nl"),
        ("Waarom? (Maximaal 3 antwoorden.)", 3, "nl"),
        ("Waarom? Max. 3", 3, "nl"),
        ("Kies er drie.", 3, "nl"),
        ("U kunt er drie kiezen, niet meer.", 3, "nl"),
        ("Noem minstens twee voorbeelden.", 2, "nl"),
        ("Kies tot drie antwoorden.", 3, "nl"),
        ("3 antwoorden maximaal", 3, "nl"),
        ("Kies hoogstens één antwoord", 1, "nl"),
        ("Kies maximaal 15 antwoorden", 15, "nl"),
        ("Choose up to three reasons.", 3, "en"),
        ("Pick no more than 3.", 3, "en"),
        ("Your top three?", 3, "en"),
        ("At least two, please.", 2, "en"),
        ("Wählen Sie höchstens drei Gründe.", 3, "de"),
        ("Bitte wählen Sie bis zu zwölf aus.", 12, "de"),
        ("Mindestens eine Antwort", 1, "de"),
        ("Choisissez au maximum trois réponses.", 3, "fr"),
        ("Jusqu’à trois réponses.", 3, "fr"),
        ("Trois réponses au plus.", 3, "fr"),
        ("Choisissez-en deux.", 2, "fr"),
        ("Choose three.", 3, "es"),
        ("KIES TEN HOOGSTE DRIE", 3, "nl-BE"),
    ],
)
def test_a_limit_that_is_told_is_found(text: str, n: int, language: str) -> None:
    assert tells_limit(text, n, language)


@pytest.mark.parametrize(
    ("text", "n", "language"),
    [
        ("Waarom gebruikt u GenAI?", 3, "nl"),
        ("Kies ten hoogste drie redenen.", 2, "nl"),
        ("Wat deed u de afgelopen 3 jaar?", 3, "nl"),
        ("Wat deed u de afgelopen drie jaar? Kies uit de lijst.", 3, "nl"),
        ("Kies uit de lijst. Drie jaar geleden was dat anders.", 3, "nl"),
        ("Kies ten hoogste 30 redenen.", 3, "nl"),
        ("Kies ten hoogste 3,5 uur.", 3, "nl"),
        ("Kies een antwoord dat bij u past. Dat kan uit drie delen bestaan.", 3, "nl"),
        ("Which of these threefold plans?", 3, "en"),
        ("In the last three years, what did you do?", 3, "en"),
        ("Choose at most thirteen.", 3, "en"),
        ("Was haben Sie in den drei Jahren getan?", 3, "de"),
        ("Que faisiez-vous il y a trois ans ?", 3, "fr"),
        ("", 3, "nl"),
    ],
)
def test_a_number_that_is_no_limit_is_not(text: str, n: int, language: str) -> None:
    assert not tells_limit(text, n, language)


@pytest.mark.parametrize("language", sorted(NUMBERS))
def test_every_number_has_a_word_and_a_digit_in_every_language(language: str) -> None:
    bound = {"nl": "maximaal", "en": "at most", "de": "höchstens", "fr": "au maximum"}[language]
    words = NUMBERS[language].split()
    assert len(words) == 12
    for n, spelt in enumerate(words, start=1):
        for word in (*spelt.split("|"), str(n)):
            told = [m for m in range(1, 13) if tells_limit(f"? {bound} {word}", m, language)]
            assert told == [n]


@given(st.text(), st.integers(0, 100), st.sampled_from(["de", "en", "es", "fr", "nl"]))
def test_any_text_can_be_looked_at(text: str, n: int, language: str) -> None:
    found = tells_limit(text, n, language)
    assert not found or re.search(r"\w", text)
