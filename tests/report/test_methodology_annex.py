"""The annex on methodology: everything known is told, and what isn't is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from methodology_studies import (
    DAY,
    KINDS,
    SAID,
    D,
    annex_of,
    answers,
    compose_kind,
    make_kind,
    make_release,
)
from small_study import compose, make_study
from syrupy.assertion import SnapshotAssertion

from peil.disclose.release_response import release_response
from peil.fieldwork.response import ResponseCounts, response_rates
from peil.report.compose.methodology.checklists import AAPOR, CHERRIES
from peil.report.compose.methodology.words import methodology_words
from peil.report.compose.render import render
from peil.report.document import Heading
from peil.report.template.read import read_template
from peil.study.fielding import Access
from peil.study.method import METHOD
from peil.study.plan import DRAFT

UNSTATED = {"nl": "Niet opgegeven", "en": "Not stated"}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_annex(tmp_path: Path, snapshot: SnapshotAssertion, kind: str, language: str) -> None:
    assert annex_of(compose_kind(tmp_path, kind, language)) == snapshot


def test_every_text_of_the_study_is_printed_in_its_language(tmp_path: Path) -> None:
    assert set(SAID) == set(METHOD)
    unasked = {"view_rate"}  # nobody can view what is open to the invited alone
    for place, language in enumerate(("nl", "en")):
        folder = tmp_path / language
        folder.mkdir()
        told = annex_of(compose_kind(folder, "drawn", language))
        for name, texts in SAID.items():
            assert (texts[place] in told) == (name not in unasked), name


@pytest.mark.parametrize("name", METHOD)
def test_a_text_that_is_taken_away_is_missing_by_name(tmp_path: Path, name: str) -> None:
    whole = compose_kind(tmp_path, "drawn", "nl")
    subject = methodology_words("nl")["names"][name]
    assert f"- {subject}" not in annex_of(whole)
    study = make_kind(tmp_path, "drawn")
    kept = {one: text for one, text in study.method.said.items() if one != name}
    study = replace(study, method=replace(study.method, said=kept))
    template, _ = read_template(tmp_path, study, "nl")
    lacking = annex_of(render(study, make_release(study, template, "drawn"), template)[0])
    derived = {"selection", "languages", "view_rate"}  # of these something is known from elsewhere
    assert (f"- {subject}" in lacking.splitlines()) == (name not in derived)
    assert SAID[name][0] not in lacking


def test_what_nobody_knows_is_told_in_the_table_the_checklists_and_the_list(tmp_path: Path) -> None:
    annex = annex_of(compose_kind(tmp_path, "silent", "nl"))
    assert answers(annex)["Vergoeding aan deelnemers"] == "Niet opgegeven"
    assert "Vergoeding | – | vergoeding aan deelnemers" in annex
    assert "- vergoeding aan deelnemers" in annex
    assert "weging" in annex.split("Wat niet is opgegeven")[1]


def test_a_study_that_says_everything_misses_nothing_that_is_its_own(tmp_path: Path) -> None:
    annex = annex_of(compose_kind(tmp_path, "drawn", "en"))
    missing = annex.split("What was not stated")[1]
    assert missing.splitlines()[-1] == "Nothing that this account asks for is missing."


@pytest.mark.parametrize(
    ("access", "lacking"), [("open", "visitors"), ("invited", "invited"), ("both", "both")]
)
def test_what_a_study_cannot_have_is_not_missing(tmp_path: Path, access: str, lacking: str) -> None:
    study = make_kind(tmp_path, "silent")
    spans = {"access": study.method.span}
    study = replace(study, fielding=replace(study.fielding, access=Access(access), spans=spans))
    compose_kind(tmp_path, "silent", "en")
    template, _ = read_template(tmp_path, study, "en")
    annex = annex_of(render(study, make_release(study, template, "silent"), template)[0])
    missing = annex.split("What was not stated")[1]
    assert ("- number invited" in missing) == (lacking in {"invited", "both"})
    assert ("- number of visitors" in missing) == (lacking in {"visitors", "both"})
    assert ("- participation rate" in missing) == (lacking in {"visitors", "both"})
    assert ("Invited" in answers(annex)) == (lacking in {"invited", "both"})
    assert ("Nobody was invited by name." in annex.splitlines()) == (access == "open")
    assert ("Only those who were invited could take part. So" in annex) == (access == "invited")


def test_a_self_selected_sample_has_no_margins_and_no_word_of_significance(tmp_path: Path) -> None:
    annex = annex_of(compose_kind(tmp_path, "self_selected", "en"))
    assert "±" not in annex
    assert "significant" not in annex
    assert "So no margins per base are given here." in annex


def test_a_title_that_several_variables_have_is_given_once(tmp_path: Path) -> None:
    compose_kind(tmp_path, "drawn", "en")
    study = make_kind(tmp_path, "drawn")
    title = study.codebook.items["usage"].wording
    plan = replace(study.plan, titles={**study.plan.titles, "usage": title, "reasons": title})
    alike = replace(study, plan=plan)
    template, _ = read_template(tmp_path, alike, "en")
    annex = annex_of(render(alike, make_release(alike, template, "drawn"), template)[0])
    assert f"({title.plain('en')})" in annex


def test_margins_are_those_of_the_released_errors(tmp_path: Path) -> None:
    annex = annex_of(compose_kind(tmp_path, "drawn", "en"))
    # deff = 1.5² = 2.25; of a half among 100: 1.96 · √(2.25 · 0.25 / 100) = 0.147
    assert "The design effect is taken to be 2.25" in annex
    assert "100 | ±14.7" in annex
    assert "10 | ±46\n" in annex, "of an indicative base whole points"
    # the widest of usage (39, 46, 35, 10 and 85 of 130) is 46 of 130: 1.96 · 1.5 · √(0.3538 · 0.6462 / 130)
    assert "[figure 1](#use) | 130 | ±12.3" in annex.lower()


def test_a_hidden_cell_gives_no_margin(tmp_path: Path) -> None:
    study = make_kind(tmp_path, "drawn")
    compose_kind(tmp_path, "drawn", "en")
    template, _ = read_template(tmp_path, study, "en")
    released = make_release(study, template, "drawn")
    hidden = replace(
        released,
        tables=tuple(
            replace(
                one,
                cells=tuple(
                    replace(each, n=None, share=None, se=None, low=None, high=None) for each in one.cells
                ),
            )
            for one in released.tables
        ),
    )
    annex = annex_of(render(study, hidden, template)[0])
    assert "±" not in annex
    assert "has a standard error" in annex


def test_how_many_were_invited_is_held_to_the_least_that_is_shown(tmp_path: Path) -> None:
    study = make_kind(tmp_path, "self_selected")
    compose_kind(tmp_path, "self_selected", "en")
    template, _ = read_template(tmp_path, study, "en")
    released = make_release(study, template, "self_selected")
    response = released.facts.response
    assert response is not None
    assert answers(annex_of(render(study, released, template)[0]))["Invited"] == "2,000"
    few = replace(response, report=replace(response.report, approached=9))
    gated = release_response(few, released.disclosure)
    small = response_rates(ResponseCounts(DAY, going_on=False, rows=9, complete=9, invited={D.COMPLETE: 9}))
    many = replace(small, report=replace(small.report, approached=2000))
    assert release_response(many, released.disclosure).report.approached is None, "its rates are all hidden"
    assert gated.report.approached is None
    facts = replace(released.facts, response=gated)
    annex = annex_of(render(study, replace(released, facts=facts), template)[0])
    assert answers(annex)["Invited"] == "Not stated"


def test_groups_say_nothing_of_the_margins_of_all(tmp_path: Path) -> None:
    study = make_kind(tmp_path, "drawn")
    compose_kind(tmp_path, "drawn", "en")
    template, _ = read_template(tmp_path, study, "en")
    released = make_release(study, template, "drawn")
    groups = tuple(
        replace(one, group="zzp", cells=tuple(replace(each, se=0.4) for each in one.cells))
        for one in (*released.tables, *released.tables)
    )
    with_groups = replace(released, tables=(*groups, *released.tables))
    assert "The design effect is taken to be 2.25" in annex_of(render(study, with_groups, template)[0])


def test_a_draft_says_that_nothing_is_protected(tmp_path: Path) -> None:
    study = make_kind(tmp_path, "self_selected")
    compose_kind(tmp_path, "self_selected", "en")
    template, _ = read_template(tmp_path, study, "en")
    released = make_release(study, template, "self_selected")
    draft = replace(released, disclosure=replace(released.disclosure, profile=DRAFT))
    assert "This is a draft: small groups are not protected." in annex_of(render(study, draft, template)[0])


def test_links_of_the_checklists_lead_to_sections(tmp_path: Path) -> None:
    document = compose_kind(tmp_path, "drawn", "nl")
    anchors = {block.anchor for block in document.blocks if isinstance(block, Heading)}
    targets = {part.split(")")[0] for part in annex_of(document).split("](#")[1:]} - {"use"}
    assert targets
    assert targets <= anchors


def test_two_annexes_have_anchors_of_their_own(tmp_path: Path) -> None:
    annex = "{annex}\n\n::: annex methodology\n:::\n"
    text = f"# Methode  {annex}\n# Method  {annex}"
    document = compose_kind(tmp_path, "silent", "nl", text)
    anchors = [block.anchor for block in document.blocks if isinstance(block, Heading)]
    assert len(anchors) == len(set(anchors))


def test_both_languages_have_the_same_words_and_every_item_a_name() -> None:
    dutch, english = (methodology_words(language) for language in ("nl", "en"))
    assert {table: set(words) for table, words in dutch.items()} == {
        table: set(words) for table, words in english.items()
    }
    assert set(AAPOR) == set(dutch["aapor"])
    assert set(CHERRIES) == set(dutch["cherries"])
    subjects = {name for some in (*AAPOR.values(), *CHERRIES.values()) for name in some}
    assert subjects <= set(dutch["names"])
    assert methodology_words("fr") == english


def test_every_subject_of_the_checklists_is_told_or_missing_in_some_section(tmp_path: Path) -> None:
    """A subject that no section knew would stand in a checklist as if nothing were wrong with it."""
    annex = annex_of(compose_kind(tmp_path, "silent", "en")).splitlines()
    rows = [line.split(" | ") for line in annex if line.count(" | ") == 2]
    items = {*methodology_words("en")["aapor"].values(), *methodology_words("en")["cherries"].values()}
    checked = [row for row in rows if row[0] in items]
    assert len(checked) == len(AAPOR) + len(CHERRIES)
    assert all(row[1] != "–" or row[2] != "–" for row in checked)


def test_a_line_in_the_annex_is_a_problem(tmp_path: Path) -> None:
    _, problems = compose(make_study(tmp_path), "# M  {annex}\n\n::: annex methodology\nx\n:::\n")
    assert [one.code for one in problems] == ["R013"]


def test_another_language_without_the_annex_is_told(tmp_path: Path) -> None:
    study = make_kind(tmp_path, "silent")
    for place, text in (
        ("report", "# M  {annex}\n\n::: annex methodology\n:::\n"),
        ("report/en", "# M  {annex}\n"),
    ):
        (tmp_path / place).mkdir(exist_ok=True)
        (tmp_path / place / "1.md").write_text(text, encoding="utf-8")
    _, problems = read_template(tmp_path, study, "en")
    assert [one.code for one in problems] == ["R022"]
    assert "annex on methodology" in problems[0].message


@pytest.mark.parametrize("language", ["nl", "en"])
def test_nothing_that_is_said_calls_data_anonymised_or_a_sample_representative(language: str) -> None:
    words = " ".join(
        text for table in methodology_words(language).values() for text in table.values()
    ).lower()
    for never in ("anonymis", "anonymiz", "anonimis", "representati"):
        assert never not in words
