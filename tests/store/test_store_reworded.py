"""A form whose question has become another one meanwhile, in a second window: it is asked again."""

from collections.abc import Iterator

import pytest
from store_survey import form, opening

from peil.interview.answers import Value
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.receipt import Fate
from peil.store.store import Store
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
[roles]
boss = { if = "job is boss", label = "baas" }
other = "otherwise"
"""

QUESTIONNAIRE = """
# s: S

## job
Wat bent u?
- ( ) boss: Baas
- ( ) staff: Personeel

## place
Waar? ____

## hours
Hoeveel uur werkt u?
  for boss: Hoeveel uur werken uw mensen?
- ( ) few: Weinig
- ( ) many: Veel

## there  {optional}
Bevalt het in {place}? ____

## plain
Bent u tevreden?
- ( ) yes: Ja
- ( ) no: Nee
"""
ANSWERS: dict[str, dict[str, Value]] = {
    "job": {"job": "staff"},
    "place": {"place": "Gent"},
    "hours": {"hours": "many"},
    "there": {"there": "Ja hoor"},
    "plain": {"plain": "yes"},
}


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    return read_study(folder)


@pytest.fixture
def store(store_url: str, study: Study) -> Iterator[Store]:
    opened = open_store(store_url, study)
    yield opened
    opened.close()


def sent(store: Store, study: Study, kept: Kept, page: str, values: dict[str, Value], **more: object) -> Kept:
    receipt = store.submit(form(kept, page, values, "a", study, **more))
    assert receipt.fate is Fate.ACCEPTED
    assert receipt.kept is not None
    return receipt.kept


def answered(store: Store, study: Study) -> Kept:
    kept = store.open_interview(opening(pages=()))
    for page, values in ANSWERS.items():
        kept = sent(store, study, kept, page, values)
    return kept


@pytest.mark.parametrize(
    ("page", "values", "asked", "fate"),
    [
        ("job", {"job": "boss"}, "hours", Fate.GREW),
        ("job", {"job": "boss"}, "plain", Fate.ACCEPTED),
        ("place", {"place": "Luik"}, "there", Fate.GREW),
        ("place", {"place": "Luik"}, "hours", Fate.ACCEPTED),
        ("plain", {"plain": "no"}, "hours", Fate.ACCEPTED),
    ],
)
def test_an_answer_to_other_words_is_kept_and_asked_again(
    store: Store, study: Study, page: str, values: dict[str, Value], asked: str, fate: Fate
) -> None:
    window = answered(store, study)
    kept = sent(store, study, window, page, values)
    receipt = store.submit(form(window, asked, ANSWERS[asked], "a", study))
    assert receipt.fate is fate
    assert receipt.kept == store.find("key a")
    assert receipt.kept is not None
    assert receipt.kept.answers.values == kept.answers.values
    assert (asked in receipt.kept.answers.pages) == (fate is Fate.ACCEPTED)
    again = sent(store, study, receipt.kept, asked, ANSWERS[asked])
    assert asked in again.answers.pages


def test_words_that_are_the_same_again_are_no_trouble(store: Store, study: Study) -> None:
    window = answered(store, study)
    kept = sent(store, study, window, "job", {"job": "boss"})
    kept = sent(store, study, kept, "job", {"job": "staff"})
    assert "hours" in sent(store, study, window, "hours", {"hours": "few"}).answers.pages


def test_on_the_way_back_it_is_kept_as_unfinished(store: Store, study: Study) -> None:
    window = answered(store, study)
    sent(store, study, window, "job", {"job": "boss"})
    kept = sent(store, study, window, "hours", {"hours": "few"}, draft=True)
    assert kept.answers.values["hours"] == "few"
    assert "hours" not in kept.answers.pages
