"""Phases and versions as respondents meet them: each interview keeps its version, and closed is calm."""

import datetime as dt
from pathlib import Path

import pytest
from fielded_study import (
    DAY,
    SETTINGS,
    Fielded,
    answer_all,
    form_of,
    hidden_fields,
    in_field,
    make_study,
    send,
    start,
    where,
)
from phased_study import AFTER, OPEN, PLAIN, enter, field_of, kept_by, reword

from peil.core.problem import Unusable
from peil.field.begin import SERVED
from peil.pages.words import LANGUAGES, words_for
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.study.reader.read import read_study

pytestmark = pytest.mark.usefixtures("at_once")


def test_serving_goes_live_by_itself(plain: Fielded) -> None:
    (entry,) = plain.store.phase_log()
    assert (entry.phase, entry.day, entry.reason) == (Phase.LIVE, DAY, SERVED)


def test_a_new_wording_is_for_new_interviews_at_once_and_those_under_way_keep_theirs(plain: Fielded) -> None:
    before, after = plain.browser(), plain.browser()
    start(before)
    old_form = form_of(before, "job")
    reword(plain, "Wat doet u?", "Wat is uw werk?")
    enter(plain, "live")
    start(after)
    assert "Wat is uw werk?" in after.get("/nl/p/job").text
    assert "Wat doet u?" in before.get("/nl/p/job").text
    sent = before.post("/nl/p/job", data={**old_form, "job": "staff", ".go": "next"})
    assert where(sent) == (303, "/nl/p/age")
    assert where(send(after, "job", {"job": "boss"})) == (303, "/nl/p/age")
    assert kept_by(plain, before).version != kept_by(plain, after).version
    assert [entry.phase for entry in plain.store.phase_log()] == [Phase.LIVE, Phase.LIVE]


def test_an_interview_goes_on_in_its_own_version_after_a_restart(tmp_path: Path) -> None:
    with field_of(tmp_path, questions=PLAIN) as first:
        browser = first.browser()
        start(browser)
        code = browser.cookies["peil"]
        reword(first, "Wat doet u?", "Wat is uw werk?")
    study = read_study(tmp_path / "study")
    with in_field(study, tmp_path / "store") as second:
        again, new = second.browser(), second.browser()
        assert where(again.post("/nl/resume", data={".code": code})) == (303, "/nl/p/job?resumed")
        assert "Wat doet u?" in again.get("/nl/p/job").text
        start(new)
        assert "Wat is uw werk?" in new.get("/nl/p/job").text


@pytest.mark.slow
def test_a_question_that_is_new_is_asked_of_new_interviews_alone(plain: Fielded) -> None:
    before, after = plain.browser(), plain.browser()
    start(before)
    reword(plain, "## tired  {optional}", "## also  {optional}\nEn verder? ____\n\n## tired  {optional}")
    enter(plain, "live")
    start(after)
    for browser, asked in ((before, False), (after, True)):
        send(browser, "job", {"job": "staff"})
        send(browser, "age", {"age": "44"})
        assert ("En verder?" in browser.get("/nl/p/home").text) is asked
        fields = {"days": "no", **({"also": "Niets"} if asked else {})}
        assert where(send(browser, "home", fields)) == (303, "/nl/p/bye")
        assert where(send(browser, "bye", {})) == (303, "/nl/end")
    refused = before.post("/nl/p/home", data={**form_of(before, "home"), "days": "no", "also": "x"})
    assert refused.status_code == 400, "its own version has no such field"


def test_a_change_that_breaks_given_answers_is_refused_and_nothing_changes(plain: Fielded) -> None:
    start(plain.browser())
    reword(plain, "- ( ) none: Geen werk\n", "")
    log = plain.store.phase_log()
    with pytest.raises(Unusable) as refused:
        enter(plain, "live")
    codes = [problem.code for problem in refused.value.problems]
    assert codes[-1] == "P001"
    assert codes[0].startswith("C")
    assert all(problem.severity == "error" for problem in refused.value.problems)
    assert plain.store.phase_log() == log
    browser = plain.browser()
    start(browser)
    assert "Geen werk" in browser.get("/nl/p/job").text


def test_before_anyone_has_answered_everything_may_change(plain: Fielded) -> None:
    reword(plain, "- ( ) none: Geen werk\n", "")
    enter(plain, "live")
    browser = plain.browser()
    start(browser)
    assert "Geen werk" not in browser.get("/nl/p/job").text


@pytest.mark.slow
def test_after_a_pilot_everything_may_change(plain: Fielded) -> None:
    enter(plain, "pilot")
    tried = plain.browser()
    start(tried)
    send(tried, "job", {"job": "none"})
    reword(plain, "- ( ) none: Geen werk\n", "")
    enter(plain, "live")
    browser = plain.browser()
    start(browser)
    assert "Geen werk" not in browser.get("/nl/p/job").text
    assert "Geen werk" in tried.get("/nl/p/job").text


def test_a_language_that_went_still_serves_who_began_in_it(plain: Fielded) -> None:
    browser = plain.browser()
    start(browser, "en")
    reword(plain, '["nl", "en"]', '["nl"]', "study.toml")
    (plain.study.folder / "translations" / "en.po").unlink()
    enter(plain, "live")
    assert plain.browser().get("/en/").status_code == 404
    assert where(browser.get("/")) == (303, "/en/p/job?resumed")
    sent = browser.post("/en/p/job", data={**form_of(browser, "job", "en"), "job": "staff"})
    assert where(sent) == (303, "/en/p/age")


def test_a_language_that_came_is_not_offered_to_who_began_before(tmp_path: Path) -> None:
    settings = SETTINGS.replace('["nl", "en"]', '["nl"]')
    study = make_study(tmp_path / "study", SETTINGS, PLAIN)
    (study.folder / "study.toml").write_text(settings, encoding="utf-8")
    translation = study.folder / "translations" / "en.po"
    text = translation.read_text(encoding="utf-8")
    translation.unlink()
    with in_field(read_study(study.folder), tmp_path / "store") as fielded:
        browser = fielded.browser()
        start(browser)
        translation.write_text(text, encoding="utf-8")
        (study.folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
        enter(fielded, "live")
        assert fielded.browser().get("/en/").status_code == 200
        assert where(browser.get("/en/")) == (303, "/nl/p/job?resumed")
        shown = browser.get("/en/p/job")
        assert shown.status_code == 200
        assert '<html lang="nl"' in shown.text
        assert browser.get("/fr/p/job").status_code == 404


# A pilot and tests


def test_a_pilot_says_so_on_every_page_and_never_counts(plain: Fielded) -> None:
    enter(plain, "pilot")
    browser = plain.browser()
    banner = words_for("nl")("pilot_banner")
    assert banner in browser.get("/nl/").text
    start(browser)
    for page, fields in (("job", {"job": "staff"}), ("age", {"age": "44"}), ("home", {"days": "no"})):
        assert browser.get(f"/nl/p/{page}").text.count(banner) == 1
        send(browser, page, fields)
    assert banner in browser.get("/nl/later").text
    assert where(send(browser, "bye", {})) == (303, "/nl/end")
    assert words_for("nl")("end_pilot") in browser.get("/nl/end").text
    assert kept_by(plain, browser).purpose is Purpose.PILOT
    assert list(plain.store.responses()) == []


def test_an_interview_of_the_pilot_stays_one_when_the_study_goes_live(plain: Fielded) -> None:
    enter(plain, "pilot")
    browser = plain.browser()
    start(browser)
    enter(plain, "live")
    assert words_for("nl")("pilot_banner") in browser.get("/nl/p/job").text
    send(browser, "job", {"job": "staff"})
    assert kept_by(plain, browser).purpose is Purpose.PILOT
    other = plain.browser()
    start(other)
    assert words_for("nl")("pilot_banner") not in other.get("/nl/p/job").text
    assert [one.id for one in plain.store.responses()] == [kept_by(plain, other).id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_test_says_so_on_every_page_in_its_language(tmp_path: Path, language: str) -> None:
    study = make_study(tmp_path / "study", SETTINGS, PLAIN)
    (study.folder / "study.toml").write_text(
        SETTINGS.replace('["nl", "en"]', '["nl", "en", "de", "fr"]'), encoding="utf-8"
    )
    for other in ("de", "fr"):
        text = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: {other}\\n"\n'
        (study.folder / "translations" / f"{other}.po").write_text(text, encoding="utf-8")
    with in_field(read_study(study.folder), tmp_path / "store") as fielded:
        browser = fielded.browser()
        words = words_for(language)
        shown = browser.get(f"/{language}/?from=test")
        assert shown.text.count(escaped(words("test_banner"))) == 1
        browser.post(f"/{language}/start", data={**hidden_fields(shown.text), ".consent": "1"})
        for page, fields in (("job", {"job": "staff"}), ("age", {"age": "12"})):
            assert browser.get(f"/{language}/p/{page}").text.count(escaped(words("test_banner"))) == 1
            send(browser, page, fields, language)
        end = browser.get(f"/{language}/end").text
        assert escaped(words("test_banner")) in end
        assert escaped(words("end_test")) in end
        kept = kept_by(fielded, browser)
        assert (kept.purpose, kept.link) == (Purpose.TEST, "")
        assert list(fielded.store.responses()) == []


def test_pages_beside_the_interview_say_so_too(plain: Fielded) -> None:
    browser = plain.browser()
    form = hidden_fields(browser.get("/nl/?from=test").text)
    browser.post("/nl/start", data={**form, ".consent": "1"})
    for path in ("/nl/erase", "/nl/later", "/nl/access", "/nl/privacy"):
        assert words_for("nl")("test_banner") in browser.get(path).text, path
        assert words_for("nl")("test_banner") not in plain.browser().get(path).text


def test_who_has_begun_reads_on_the_privacy_page_what_they_agreed_to(plain: Fielded) -> None:
    browser = plain.browser()
    start(browser)
    reword(plain, "retention_months = 12", "retention_months = 7", "study.toml")
    enter(plain, "live")
    assert "12 maanden" in browser.get("/nl/privacy").text
    assert "7 maanden" in plain.browser().get("/nl/privacy").text


def escaped(text: str) -> str:
    return text.replace("'", "&#39;")


def test_a_page_that_is_sent_back_still_says_that_it_is_a_test(plain: Fielded) -> None:
    browser = plain.browser()
    shown = browser.get("/nl/?from=test")
    missing = browser.post("/nl/start", data=hidden_fields(shown.text))
    assert missing.status_code == 422
    assert words_for("nl")("test_banner") in missing.text
    browser.post("/nl/start", data={**hidden_fields(missing.text), ".consent": "1"})
    again = send(browser, "job", {"job": "nonsense"})
    assert again.status_code != 303
    assert words_for("nl")("test_banner") in send(browser, "job", {}).text
    assert kept_by(plain, browser).purpose is Purpose.TEST


# Closed, not yet, reopened


def test_closed_nothing_is_begun_or_changed(plain: Fielded) -> None:
    browser, late = plain.browser(), plain.browser()
    start(browser)
    form = form_of(browser, "job")
    late_form = hidden_fields(late.get("/nl/").text)
    enter(plain, "closed", "enough answers")
    before = plain.stored()
    title = words_for("nl")("closed_title")
    for answered, status in (
        (late.get("/"), 200),
        (late.get("/nl/"), 200),
        (late.get("/nl/?from=test"), 200),
        (late.post("/nl/start", data={**late_form, ".consent": "1"}), 403),
        (browser.get("/nl/p/job"), 200),
        (browser.post("/nl/p/job", data={**form, "job": "staff", ".go": "next"}), 403),
        (browser.post("/nl/live/job", data={**form, "job": "staff"}), 403),
        (browser.get("/"), 200),
    ):
        assert answered.status_code == status
        assert title in answered.text
    assert plain.stored() == before
    assert words_for("nl")("closed_sent") in browser.post("/nl/p/job", data=form).text
    assert words_for("nl")("closed_sent") not in browser.get("/nl/p/job").text


def test_closed_access_and_erasure_go_on(plain: Fielded) -> None:
    browser, elsewhere = plain.browser(), plain.browser()
    start(browser)
    send(browser, "job", {"job": "staff"})
    code = browser.cookies["peil"]
    enter(plain, "closed", "enough answers")
    assert '/nl/resume"' in elsewhere.get("/nl/").text
    resumed = elsewhere.post("/nl/resume", data={".code": code})
    shown = elsewhere.get(resumed.headers["location"]).text
    assert 'href="/nl/erase"' in shown
    assert 'href="/nl/access"' in shown
    assert "Personeel" in elsewhere.get("/nl/access").text
    erased = elsewhere.post("/nl/erase", data=hidden_fields(elsewhere.get("/nl/erase").text))
    assert erased.status_code == 200
    assert list(plain.store.kept()) == []


def test_who_had_finished_sees_the_thanks_when_it_is_closed(fielded: Fielded) -> None:
    browser = fielded.browser()
    start(browser)
    answer_all(browser)
    enter(fielded, "closed", "enough answers")
    assert words_for("nl")("end_title") in browser.get("/nl/end").text


def test_reopened_who_was_under_way_goes_on(plain: Fielded) -> None:
    browser = plain.browser()
    start(browser)
    send(browser, "job", {"job": "staff"})
    enter(plain, "closed", "enough answers")
    with pytest.raises(Unusable) as refused:
        enter(plain, "live")
    assert [problem.code for problem in refused.value.problems] == ["P004"]
    enter(plain, "live", "too few answers from bosses")
    assert where(browser.get("/")) == (303, "/nl/p/age?resumed")
    assert where(send(browser, "age", {"age": "44"})) == (303, "/nl/p/home")
    assert [entry.reason for entry in plain.store.phase_log()][1:] == [
        "enough answers",
        "too few answers from bosses",
    ]


def test_the_last_day_closes_and_a_reason_opens_again(tmp_path: Path) -> None:
    with field_of(tmp_path, OPEN, PLAIN) as fielded:
        browser = fielded.browser()
        start(browser)
        fielded.day = AFTER
        assert words_for("nl")("closed_title") in browser.get("/nl/p/job").text
        with pytest.raises(Unusable) as refused:
            enter(fielded, "live")
        assert [problem.code for problem in refused.value.problems] == ["P004"]
        enter(fielded, "live", "the mail came late")
        assert browser.get("/nl/p/job").status_code == 200


def test_before_the_first_day_a_page_says_when_and_tests_can_be_begun(tmp_path: Path) -> None:
    with field_of(tmp_path, OPEN, PLAIN, dt.date(2026, 3, 9)) as fielded:
        browser = fielded.browser()
        shown = browser.get("/nl/")
        assert shown.status_code == 200
        assert words_for("nl")("not_yet_text", date="10 maart 2026") in shown.text
        assert "March 10, 2026" in browser.get("/en/").text
        code = {".code": "K7QF-2M9X-0PRD-W8ST-6ZHA", ".consent": "1"}
        assert words_for("nl")("not_yet_title") in browser.post("/nl/start", data=code).text
        assert list(fielded.store.kept()) == []
        test = hidden_fields(browser.get("/nl/?from=test").text)
        assert where(browser.post("/nl/start", data={**test, ".consent": "1"})) == (303, "/nl/p/job")
        fielded.day = dt.date(2026, 3, 10)
        assert ".code" in hidden_fields(fielded.browser().get("/nl/").text)


def test_where_nothing_is_kept_no_days_count_and_no_invitation(tmp_path: Path) -> None:
    settings = OPEN + '[fieldwork]\naccess = "invited"\nprivacy = "confidential"\n'
    study, day = make_study(tmp_path / "study", settings), dt.date(2026, 3, 9)
    for passing in (True, False):
        with in_field(study, tmp_path / str(passing), preview=True, passing=passing, day=day) as fielded:
            shown = hidden_fields(fielded.browser().get("/nl/").text)
            assert (".code" in shown) is passing, "a preview of a store that is kept lets nobody in"


# What an opening says of itself
