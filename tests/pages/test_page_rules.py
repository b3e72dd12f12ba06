"""Every page of every kind holds our rules: labels, ids, groups, languages, no style or script inside."""

from dataclasses import replace
from pathlib import Path

import pytest
from page_html import faults_of
from page_survey import FILLED, WRONG, page_site, page_study, whole_interview

from peil.interview.own_copy import OwnAnswer, OwnCopy, OwnDetail
from peil.interview.preview import preview
from peil.pages.access_page import access_page
from peil.pages.assets import assets
from peil.pages.bearer import Bearer, Found
from peil.pages.code_pages import end_page, later_page, left_page, resume_page
from peil.pages.form import Form
from peil.pages.question_page import choice_page, preview_page, question_fragment, question_page
from peil.pages.site import make_site
from peil.pages.system_pages import (
    Message,
    erase_page,
    erased_page,
    message_page,
    preview_index,
    privacy_page,
    start_page,
)
from peil.study.reader.read import read_study

REFERENCE = Path(__file__).parents[2] / "studies" / "genai-creative-work"
CODE = "K7QF-2M9X-0PRD-W8ST-6ZHA"
LANGUAGES = ("nl", "en")
OWN = OwnCopy(
    study="T",
    language="nl",
    interview={"opened_on": "2026-03-01", "link": "invited", "flags": ("burst", "other"), "synthetic": True},
    answers=(OwnAnswer("a", "Waarom <b>?", "Werk", ("Ja", "Anders: \n<i>"), {"a": "yes"}),),
    details=(OwnDetail("c.email", "E-mail", None), OwnDetail("c.name", "Naam", "Ada & Bo")),
)


def wrong_form(page: str) -> Form:
    names = {item.key for step in whole_interview().page(page).steps for item in step.items}
    here = [
        one for one in WRONG if any(one.name == name or one.name.startswith(f"{name}.") for name in names)
    ]
    return Form(FILLED, problems=tuple(here))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", page_study().route.pages)
def test_a_page_holds_the_rules_empty_filled_and_wrong(page, language) -> None:
    marked = replace(
        whole_interview(), answers=replace(whole_interview().answers, values={"address.email": "•"})
    )
    for interview in (whole_interview("maker"), marked):
        for form in (Form(), Form(FILLED, grown=frozenset({"reasons", "story"})), wrong_form(page)):
            text = question_page(page_site(), interview, page, form, language, resumed=True, back_anyway=True)
            assert faults_of(text) == []
            stopping = question_page(page_site(), interview, page, form, language, later_anyway=True)
            assert faults_of(stopping) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_other_page_holds_the_rules(language) -> None:
    site = page_site()
    pages = [
        start_page(site, language, CODE),
        start_page(site, language, CODE, consent_missing=True),
        later_page(site, language, Bearer(CODE), "/nl/p/usage"),
        later_page(site, language, Bearer(CODE, found=Found.IN_LIST), "/nl/p/usage"),
        resume_page(site, language),
        resume_page(site, language, typed="<x>", unknown=True),
        resume_page(site, language, typed="<x>", unknown=True, closed=True),
        end_page(site, language, Bearer(CODE, "complete", changes="/nl/p/usage")),
        end_page(site, language, Bearer(CODE, "screened_out", closed=True)),
        erase_page(site, language, "0123456789abcdef"),
        erased_page(site, language),
        access_page(site, language, OwnCopy("T", language), "/nl/access/answers.json"),
        access_page(site, language, OWN, "/nl/access/answers.json", going_on=False),
        left_page(site, language),
        left_page(site, language, closed=True),
        privacy_page(site, language),
        privacy_page(site, language, begun=True, goes_on=True),
        preview_index(site),
        *(message_page(site, language, message) for message in Message),
        *(
            preview_page(site, role, page, language)
            for role in ("maker", "other")
            for page in page_study().route.pages
        ),
        *(
            choice_page(site, whole_interview(), page, language, Form(), Form(FILLED))
            for page in page_study().route.pages
        ),
    ]
    assert [faults_of(text) for text in pages] == [[] for _ in pages]


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reference_study_holds_the_rules_for_every_role(language) -> None:
    study = read_study(REFERENCE)
    site = make_site(study)
    for role in study.roles:
        interview = preview(study, role.id)
        for page in study.route.pages:
            assert faults_of(question_page(site, interview, page, Form(), language)) == []


def test_the_page_is_made_of_the_fragment() -> None:
    form = Form(FILLED, nonce="abc", revision=4, seal="xyz")
    page = question_page(page_site(), whole_interview(), "things", form, "nl")
    assert question_fragment(page_site(), whole_interview(), "things", form, "nl").strip() in page


def test_the_first_page_is_small_and_so_are_its_files() -> None:
    study = read_study(REFERENCE)
    first = start_page(make_site(study), "nl", CODE)
    sizes = {asset.name.rsplit(".", 1)[1]: len(asset.content) for asset in assets().values()}
    assert sizes["css"] < 16_000
    assert sizes["js"] < 8_000
    assert len(first.encode()) + sum(sizes.values()) < 60_000


def test_files_go_by_names_that_change_with_what_is_in_them() -> None:
    page = question_page(page_site(), whole_interview(), "use", Form(), "nl")
    for name, asset in assets().items():
        assert f'"/static/{name}"' in page
        assert asset.name == name
        assert asset.content
    assert {asset.media_type for asset in assets().values()} == {
        "text/css; charset=utf-8",
        "text/javascript; charset=utf-8",
    }


def test_the_checker_finds_what_it_is_for() -> None:
    bad = (
        "<!doctype html><html lang=nl><title>T</title><main><h1>A</h1><input id=a name=a type=text>"
        '<fieldset><p>x</p><input type=radio id=b name=b aria-describedby=gone></fieldset><a href="#no">y</a>'
        '<p id=a style="x">z</p></main></html>'
    )
    assert faults_of(bad) == [
        "id a stands twice",
        "input aria-describedby leads to gone, which isn't there",
        "href #no leads nowhere",
        "input a has no label",
        "input b has no label",
        "fieldset without a legend: x",
        "style on p",
    ]
