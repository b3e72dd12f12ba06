"""What is noted of an interview that begins, and who can begin one: links, devices, consent, quotas."""

from pathlib import Path

import pytest
from fielded_study import (
    SETTINGS,
    Fielded,
    form_of,
    hidden_fields,
    in_field,
    make_study,
    send,
    start,
    where,
)
from phased_study import PLAIN, enter, field_of, kept_by, reword

from peil.pages.words import words_for
from peil.study.reader.read import read_study

pytestmark = pytest.mark.usefixtures("at_once")

LINKS = SETTINGS + '[fieldwork]\nlinks = { newsletter = "Nieuwsbrief", social = "Sociale media" }\n'


@pytest.mark.parametrize(
    ("told", "link"), [("newsletter", "newsletter"), ("nonsense", ""), ("invited", ""), ("", "")]
)
def test_a_declared_link_is_carried_to_the_opening(tmp_path: Path, told: str, link: str) -> None:
    with field_of(tmp_path, LINKS) as fielded:
        browser = fielded.browser()
        shown = browser.get(f"/?from={told}").text
        assert ("?from=newsletter" in shown) is (link != ""), "the other languages' links carry it"
        missing = browser.post("/nl/start", data=hidden_fields(shown))
        browser.post("/nl/start", data={**hidden_fields(missing.text), ".consent": "1"})
        assert kept_by(fielded, browser).link == link


def test_a_link_is_kept_on_the_way_to_the_start(tmp_path: Path) -> None:
    with field_of(tmp_path, LINKS) as fielded:
        assert where(fielded.browser().get("/en?from=social")) == (303, "/en/?from=social")
        assert where(fielded.browser().get("/en?from=else")) == (303, "/en/")


def test_the_device_is_kept_and_the_browsers_name_isnt(plain: Fielded) -> None:
    browser = plain.browser()
    phone = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 Safari"}
    form = hidden_fields(browser.get("/nl/", headers=phone).text)
    browser.post("/nl/start", data={**form, ".consent": "1"}, headers=phone)
    assert kept_by(plain, browser).device == "phone"
    assert "Safari" not in plain.stored()


@pytest.mark.slow
def test_many_openings_at_once_are_flagged(plain: Fielded) -> None:
    plain.seconds = 1000.0  # at one moment, however long it takes here
    for _ in range(32):
        start(plain.browser())
    flags = [kept.flags for kept in plain.store.kept()]
    assert flags.count(("burst",)) == 2
    assert flags.count(()) == 30


def test_the_version_of_the_consent_is_kept(tmp_path: Path) -> None:
    settings = SETTINGS.replace("consent =", 'consent_version = "2"\nconsent =')
    with field_of(tmp_path, settings) as fielded:
        browser = fielded.browser()
        start(browser)
        assert kept_by(fielded, browser).consent == "2"


def test_what_is_agreed_to_is_what_was_read(plain: Fielded) -> None:
    """The start page was opened before another consent was published: it is read again first."""
    browser = plain.browser()
    form = hidden_fields(browser.get("/nl/").text)
    reword(plain, "Ik doe vrijwillig mee.", "Ik doe mee.", "study.toml")
    enter(plain, "live")
    again = browser.post("/nl/start", data={**form, ".consent": "1"})
    assert again.status_code == 409
    assert "Ik doe mee." in again.text
    assert words_for("nl")("start_changed") in again.text
    assert list(plain.store.kept()) == []
    begun = browser.post("/nl/start", data={**hidden_fields(again.text), ".consent": "1"})
    assert where(begun) == (303, "/nl/p/job")


def test_another_wording_of_a_question_doesnt_ask_for_consent_again(plain: Fielded) -> None:
    browser = plain.browser()
    form = hidden_fields(browser.get("/nl/").text)
    reword(plain, "Wat doet u?", "Wat is uw werk?")
    enter(plain, "live")
    assert where(browser.post("/nl/start", data={**form, ".consent": "1"})) == (303, "/nl/p/job")
    assert "Wat is uw werk?" in browser.get("/nl/p/job").text


def test_who_isnt_invited_is_told_so(tmp_path: Path) -> None:
    settings = SETTINGS + '[fieldwork]\naccess = "invited"\nprivacy = "confidential"\n'
    with field_of(tmp_path, settings) as fielded:
        browser = fielded.browser()
        for path in ("/", "/nl/", "/nl/?from=newsletter"):
            assert words_for("nl")("invited_only_title") in browser.get(path).text
        code = {".code": "K7QF-2M9X-0PRD-W8ST-6ZHA", ".consent": "1"}
        refused = browser.post("/nl/start", data=code)
        assert refused.status_code == 403
        assert "set-cookie" not in refused.headers
        assert list(fielded.store.kept()) == []
        assert ".code" in hidden_fields(browser.get("/nl/?from=test").text)
        enter(fielded, "pilot")
        assert ".code" in hidden_fields(browser.get("/nl/").text)


PLAN = """
[quotas.staff]
title = "Personeel"
if = "job is staff"
limit = 1
"""


def test_who_finds_a_quota_full_is_thanked(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", SETTINGS, PLAIN)
    (study.folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    with in_field(read_study(study.folder), tmp_path / "store") as fielded:
        first, second = fielded.browser(), fielded.browser()
        for browser, leads in ((first, "/nl/p/age"), (second, "/nl/end")):
            start(browser)
            assert where(send(browser, "job", {"job": "staff"})) == (303, leads)
        shown = second.get("/nl/end").text
        assert words_for("nl")("end_full") in shown
        for path in ("/nl/p/age", "/nl/p/job", "/"):
            assert where(second.get(path)) == (303, "/nl/end")
        form = form_of(first, "age")
        assert kept_by(fielded, second).full == "staff"
        assert form
