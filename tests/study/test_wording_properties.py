"""No wording makes a check fall over, and no word of it is left out."""

import re
from pathlib import Path

import pytest
from check_example import check_files
from double_barrelled_cases import DOUBLE
from double_negation_cases import NEGATIVE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from leading_cases import LEADING
from scale_cases import SCALES

from peil.core.span import Span
from peil.study.checks.evidence.asked_in_one import two_things
from peil.study.checks.evidence.assent import leading_words
from peil.study.checks.evidence.negation import count_negations, negates_its_question
from peil.study.checks.evidence.ratings import read_ratings
from peil.study.checks.evidence.reading_ease import reading_ease
from peil.study.checks.evidence.sentences import sentences
from peil.study.checks.evidence.syllables import count_syllables
from peil.study.text import Text

LANGUAGES = ["de", "en", "fr", "nl"]
TABLES = [DOUBLE, NEGATIVE, LEADING, SCALES]
PIECES = sorted(
    {
        word
        for table in TABLES
        for cases in table.values()
        for part in cases
        for word in re.findall(r"\w+|[^\w\s]", part)
    }
)
scraps = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map(" ".join)
texts = st.text(max_size=300) | scraps | scraps.map(lambda text: text.replace(" ", ""))


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(text=texts, language=st.sampled_from(LANGUAGES))
def test_no_text_makes_a_rule_raise(text: str, language: str) -> None:
    found = sentences(Text((text,), Span("questionnaire.md", 1, 1)))
    for sentence in found:
        assert isinstance(two_things(sentence, language), str)
        assert isinstance(leading_words(sentence.plain, language), str)
        assert count_negations(sentence.plain, language) >= negates_its_question(sentence.plain, language)
        assert all(count_syllables(word, language) >= 1 for word in sentence.words)
        assert sentence.quote(3).removesuffix(" …") in sentence.text
    if found:
        assert reading_ease(found, language) <= 207
    ratings = read_ratings(text.split(), language)
    assert ratings is None or len(ratings.signs) == len(text.split())


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(text=texts)
def test_no_word_is_lost_between_sentences(text: str) -> None:
    found = sentences(Text((text,), Span("questionnaire.md", 1, 1)))
    words = "".join(word for sentence in found for word in sentence.words)
    assert "".join(filter(str.isalnum, words)) == "".join(filter(str.isalnum, text))


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lines=st.lists(scraps, min_size=1, max_size=4), language=st.sampled_from(LANGUAGES), label=scraps)
def test_a_questionnaire_of_scraps_is_checked(
    lines: list[str], language: str, label: str, tmp_path: Path
) -> None:
    study = f'[about]\ntitle = "AI"\nlanguages = ["{language}"]\n'
    said = "\n".join(lines)
    text = f"# use: AI\n\n## a\n{said}\n- ( ) x: {label}\n- ( ) y: Yes\n- ( ) z: No\n"
    for problem in check_files(tmp_path, questionnaire=text, study=study):
        assert problem.message
