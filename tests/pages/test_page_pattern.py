"""A page from its pattern is byte for byte the page that is drawn for one respondent alone."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_survey import page_site, page_study, study_of

from kinds_study import write_kinds_study
from peil.interview.answers import Answers, Value
from peil.interview.interview import Interview
from peil.interview.private import KEPT_APART
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables
from peil.interview.walk import walk
from peil.pages.form import Form
from peil.pages.page_pattern import plans_of
from peil.pages.pattern import REMEMBERED
from peil.pages.question_page import plain_question_page, question_page, question_page_bytes
from peil.pages.show_form import form_texts
from peil.pages.site import Site, make_site, make_sites
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.text import Text
from random_routing import routings
from random_routing import study_of as routed_study
from random_studies import studies

REFERENCE = read_study(Path(__file__).parents[2] / "studies" / "genai-creative-work")
KINDS = write_kinds_study(Path(mkdtemp()))
SITES = {"reference": make_site(REFERENCE), "kinds": make_site(KINDS), "page": page_site()}

forms = st.builds(
    Form,
    nonce=st.text("abcXYZ019_-", min_size=1, max_size=22) | st.just('"><b>&amp;'),
    revision=st.integers(0, 500),
    seal=st.text("0123456789abcdef", max_size=16) | st.just("'<"),
    seed=st.integers(0, 3),
)


def interviews(study: Study) -> st.SearchStrategy[Interview]:
    """Interviews that are anywhere: whole, left, or with pages that were never sent."""

    def left(seed: int, pages: frozenset[str]) -> Interview:
        answers = next(simulate(study, 1, seed)).answers
        kept = {name for page in pages for name in page_variables(study, page)}
        return walk(
            study, Answers({name: one for name, one in answers.values.items() if name in kept}, pages)
        )

    pages = st.frozensets(st.sampled_from(study.route.pages)) | st.just(frozenset(study.route.pages))
    return st.builds(left, st.integers(0, 40), pages)


def drawn_alike(site: Site, interview: Interview, page: str, form: Form, language: str) -> None:
    """Draw a page plainly, from fresh patterns perhaps, and from ones that are remembered for certain."""
    for resumed in (False, True):
        plain = plain_question_page(site, interview, page, form, language, resumed=resumed)
        for _ in range(2):
            assert question_page(site, interview, page, form, language, resumed=resumed) == plain
        assert question_page_bytes(site, interview, page, form, language, resumed=resumed) == plain.encode()


def every_page_alike(site: Site, data: st.DataObject) -> None:
    """Draw the pages of several respondents on one site, so that what is theirs may not be taken over."""
    for interview in data.draw(st.lists(interviews(site.study), min_size=2, max_size=4)):
        form = data.draw(forms)
        kept = data.draw(st.booleans())
        for language in site.study.about.languages:
            for page in interview.pages:
                values = interview.answers.values if kept else {}
                texts = form_texts(site.study, page.id, values, language)
                drawn_alike(site, interview, page.id, replace(form, texts=texts), language)


def remembered(site: Site) -> bytes:
    return b"".join(piece for pattern in plans_of(site).shelf.patterns.values() for piece in pattern.pieces)


@pytest.mark.slow
@settings(max_examples=30)
@given(studies, st.data())
def test_pages_of_any_study_are_drawn_alike(study: Study, data: st.DataObject) -> None:
    every_page_alike(make_site(study), data)


@pytest.mark.slow
@settings(max_examples=40)
@given(routings(), st.data())
def test_pages_with_fills_roles_and_carried_labels_are_drawn_alike(
    files: tuple[str, str, str], data: st.DataObject
) -> None:
    every_page_alike(make_site(routed_study(files)), data)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(SITES))
@settings(max_examples=12)
@given(data=st.data())
def test_pages_of_whole_studies_are_drawn_alike_in_every_language(name: str, data: st.DataObject) -> None:
    every_page_alike(SITES[name], data)


@pytest.mark.parametrize("trial", ["pilot", "test"])
def test_a_trial_has_pages_of_its_own(trial: str) -> None:
    sites = make_sites(KINDS)
    interview, form = walk(KINDS, Answers()), Form(nonce="n")
    live = question_page(sites["live"], interview, "welcome", form, "nl")
    said = question_page(sites[trial], interview, "welcome", form, "nl")
    assert said == plain_question_page(sites[trial], interview, "welcome", form, "nl") != live
    assert question_page(sites["live"], interview, "welcome", form, "nl") == live


def test_a_form_with_something_in_it_is_drawn_for_its_respondent_alone() -> None:
    site, study = make_site(page_study()), page_study()
    answers = Answers({"usage": "other", "usage.other.text": "<Zelden> & nooit"}, frozenset({"hello", "use"}))
    interview = walk(study, answers)
    form = Form(texts=form_texts(study, "use", answers.values, "nl"), nonce="n")
    drawn = question_page(site, interview, "use", form, "nl")
    assert drawn == plain_question_page(site, interview, "use", form, "nl")
    assert "&lt;Zelden&gt; &amp; nooit" in drawn
    assert b"Zelden" not in remembered(site)


FILLED = """
# s: Deel

## job
Wat doet u? ____

## hours
Hoeveel uur? ___ [0..80, 2 decimals]

## other
Wat doet u nog meer?
- [ ] a: A
- [ ] own: Anders, namelijk ____

---

## last
Hoe is het om {hours} uur te werken?
- ( ) good: Goed

---

## told
Hoe is het om {job} te zijn?
- ( ) good: Goed

---

## which
Wat liever?
options from other
- ( ) z: Niets
"""


def test_words_of_a_respondents_own_are_never_remembered() -> None:
    study = study_of(FILLED, '[about]\ntitle = "T"\nlanguages = ["nl"]\n[roles]\nother = "otherwise"\n')
    site = make_site(study)
    given: dict[str, Value] = {
        "job": "vaas & <kunst>",
        "hours": 40,
        "other.own": True,
        "other.own.text": " Geheim  & <b>\n1 ",
    }
    interview = walk(study, Answers(given, frozenset({"job"})))
    form = Form(nonce="n")
    for page, words in (("told", "vaas &amp; &lt;kunst&gt;"), ("which", ">Geheim &amp; &lt;b&gt; 1<")):
        drawn = question_page(site, interview, page, form, "nl")
        assert drawn == plain_question_page(site, interview, page, form, "nl")
        assert words in drawn
    patterns = len(plans_of(site).shelf.patterns)
    other = walk(study, Answers({**given, "other.own.text": "Anders"}, frozenset({"job"})))
    drawn = question_page(site, other, "which", form, "nl")
    assert len(plans_of(site).shelf.patterns) == patterns
    assert drawn == plain_question_page(site, other, "which", form, "nl")
    assert not any(word in remembered(site) for word in (b"Geheim", b"Anders", b"kunst"))


def test_a_number_in_a_sentence_is_drawn_for_each_that_is_given() -> None:
    study = study_of(FILLED, '[about]\ntitle = "T"\nlanguages = ["nl"]\n[roles]\nother = "otherwise"\n')
    site = make_site(study)
    for hours in (Decimal(40), Decimal("40.0"), Decimal(8), 8):
        interview = walk(study, Answers({"hours": hours}, frozenset({"job"})))
        drawn = question_page(site, interview, "last", Form(nonce="n"), "nl")
        assert drawn == plain_question_page(site, interview, "last", Form(nonce="n"), "nl")
        assert f"{int(hours)}" in drawn


def test_a_contact_detail_that_was_given_is_told_to_its_respondent_alone() -> None:
    site = make_site(KINDS)
    pages = frozenset(KINDS.route.pages)
    whole = next(simulate(KINDS, 1, 3)).answers.values
    without = {name: one for name, one in whole.items() if not name.startswith("contact.")}
    for values in (without, {**without, "contact.email": KEPT_APART}):
        interview = walk(KINDS, Answers(values, pages))
        drawn = question_page(site, interview, "contact", Form(nonce="n"), "nl")
        assert drawn == plain_question_page(site, interview, "contact", Form(nonce="n"), "nl")
        assert ("fcontact" in drawn or "given" in drawn) is ("contact.email" in values)


def test_only_so_many_patterns_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("peil.pages.pattern.REMEMBERED", 2)
    assert REMEMBERED > 2
    site = make_site(KINDS)
    interview = walk(KINDS, next(simulate(KINDS, 1, 1)).answers)
    for page in interview.pages:
        drawn_alike(site, interview, page.id, Form(nonce="n"), "nl")
        assert len(plans_of(site).shelf.patterns) <= 2


def test_a_page_off_the_route_has_no_pattern() -> None:
    with pytest.raises(KeyError, match="nowhere"):
        question_page_bytes(SITES["kinds"], walk(KINDS, Answers()), "nowhere", Form(), "nl")


def test_a_heading_is_drawn_for_each_role() -> None:
    parts = KINDS.questionnaire
    sections = tuple(
        replace(one, wording=replace(one.wording, by_role={"heavy": {"nl": Text((f"{one.id}!",), one.span)}}))
        for one in parts.sections
    )
    site = make_site(replace(KINDS, questionnaire=replace(parts, sections=sections)))
    for usage, said in (("often", "choose!"), ("dk", "Kiezen"), ("often", "choose!")):
        values = {"usage": usage, "turnover": "none"}
        interview = walk(site.study, Answers(values, frozenset({"welcome", "usage"})))
        drawn = question_page(site, interview, "reasons", Form(nonce="n"), "nl")
        assert drawn == plain_question_page(site, interview, "reasons", Form(nonce="n"), "nl")
        assert f"<h1>{said}</h1>" in drawn
