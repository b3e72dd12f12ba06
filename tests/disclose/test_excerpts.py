"""Quotations through the gate: held back without consent, approval or a base, and with an identifier."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.span import Span
from peil.disclose.excerpts import release_excerpts
from peil.disclose.release import Excerpt, Release, ReleasedCell, ReleasedTable, Status
from peil.fieldwork.facts import Facts
from peil.study.plan import DRAFT, Disclosure
from peil.study.quote import Quote
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec

FINE = Quote(
    id="deadline",
    words={"nl": "Zonder haal ik geen deadline.", "en": "Without it I meet no deadline."},
    span=Span("quotes.toml", 1, 1),
    source="ability_why",
    consent="in the questionnaire",
    approved_by="A. Author",
    approved_on=dt.date(2026, 3, 2),
    attribution=("sector", "music"),
)
RULES = Disclosure()


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    (folder / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl", "en"]\n', encoding="utf-8")
    asked = "# w: W\n\n## sector\nSector?\n- ( ) music: Muziek\n- ( ) other: Anders\n"
    (folder / "questionnaire.md").write_text(asked, encoding="utf-8")
    (folder / "translations").mkdir()
    return read_study(folder)


def passed(
    study: Study, quote: Quote, n: int | None = 40, rules: Disclosure = RULES, reached: int = 40
) -> Excerpt:
    """Pass one quotation of a class of ``n`` through the gate."""
    status = Status.SUPPRESSED if n is None else Status.SHOWN
    cells = (ReleasedCell("music", n, None if n is None else n / 100, status),)
    table = ReleasedTable(
        TableSpec("sector"), "sector", "sector", None, None if n is None else 100, None, "", status, cells
    )
    facts = Facts(100, 100, 100, {"ability_why": reached}, synthetic=False)
    released = Release((table,), facts, rules, "")
    found = release_excerpts(replace(study, quotes={quote.id: quote}), released)
    return found[quote.id]


def test_what_is_consented_to_and_approved_is_printed(study: Study) -> None:
    assert passed(study, FINE) == Excerpt("deadline", FINE.words, ("sector", "music"))


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"consent": ""}, "no consent is recorded"),
        ({"approved_by": ""}, "nobody has approved it"),
        ({"approved_on": None}, "nobody has approved it"),
        (
            {"words": {"nl": "Prima.", "en": "Mail me at a@example.org."}},
            'its words in "en" hold an e-mail address',
        ),
        ({"words": {"nl": "Bel 06-12345678."}}, 'its words in "nl" hold a telephone number'),
        ({"attribution": ("sector", "ballet")}, 'how many there are of "sector: ballet" is hidden'),
        ({"attribution": ("age", "young")}, 'how many there are of "age: young" is hidden'),
    ],
)
def test_what_lacks_something_is_held_back_with_the_reason(
    study: Study, changed: dict[str, object], reason: str
) -> None:
    found = passed(study, replace(FINE, **changed))  # type: ignore[arg-type]
    assert found.words is None
    assert found.attribution is None
    assert found.reason.startswith(reason)


@given(n=st.integers(1, 60), minimum=st.integers(1, 40), identifying=st.booleans())
def test_an_attribute_is_of_as_many_as_the_rules_ask(
    study: Study, n: int, minimum: int, *, identifying: bool
) -> None:
    rules = Disclosure(
        minimum_base=minimum,
        indicative_below=max(30, minimum),
        identifying=frozenset({"sector"} if identifying else ()),
    )
    least = max(10, minimum, 30 if identifying else 0)
    assert (passed(study, FINE, n, rules).words is not None) == (n >= least)


def test_an_attribute_whose_number_is_hidden_is_not_told(study: Study) -> None:
    assert "is hidden or not published" in passed(study, FINE, None).reason
    assert passed(study, replace(FINE, attribution=None), None).words == FINE.words


def test_an_answer_to_a_question_that_few_reached_is_held_back(study: Study) -> None:
    assert passed(study, FINE, reached=10).words == FINE.words
    assert "fewer than 10" in passed(study, FINE, reached=9).reason


def test_an_invented_one_needs_no_consent_and_all_else(study: Study) -> None:
    made = replace(FINE, consent="", invented=True)
    assert passed(study, made) == Excerpt("deadline", FINE.words, ("sector", "music"), invented=True)
    assert passed(study, replace(made, approved_by="")).words is None
    assert passed(study, made, 9).words is None


def test_a_draft_prints_no_more(study: Study) -> None:
    draft = Disclosure(profile=DRAFT)
    assert passed(study, replace(FINE, consent=""), rules=draft).words is None
    assert passed(study, FINE, 9, draft).words is None


def test_words_that_are_held_back_stand_nowhere_in_the_excerpt(study: Study) -> None:
    secret = replace(FINE, words={"nl": "Geheim woord, bel 06-12345678."})
    assert "Geheim" not in repr(passed(study, secret))
    assert "06-12345678" not in repr(passed(study, secret))


def test_a_study_without_quotations_has_no_excerpts(study: Study, tmp_path: Path) -> None:
    released = Release((), Facts(1, 1, 1, {}, synthetic=False), RULES, "")
    assert release_excerpts(study, released) == {}
    assert list(tmp_path.iterdir()) == []
