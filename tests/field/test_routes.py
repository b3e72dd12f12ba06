"""Every line of the table of routes, and the ways people go that are no straight line."""

import re
from pathlib import Path

import pytest
from fielded_study import (
    QUESTIONNAIRE,
    SETTINGS,
    WALK,
    Browser,
    Fielded,
    answer_all,
    form_of,
    hidden_fields,
    in_field,
    make_study,
    send,
    start,
)
from httpx import Response

from peil.field.code import interview_key
from peil.pages.assets import assets

ELSEWHERE = {"Cookie": ""}


def where(response: Response) -> tuple[int, str | None]:
    return response.status_code, response.headers.get("location")


def language_of(response: Response) -> str:
    found = re.search(r'<html lang="(\w+)"', response.text)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("header", "language"), [("", "nl"), ("en-GB,en;q=0.8", "en"), ("fr", "nl"), ("nl;q=0.2,en;q=0.9", "en")]
)
def test_the_start_page_speaks_the_browsers_language(browser: Browser, header: str, language: str) -> None:
    shown = browser.get("/", headers={"Accept-Language": header})
    assert shown.status_code == 200
    assert language_of(shown) == language
    assert "Welkom bij dit onderzoek." in shown.text
    assert "Ik doe vrijwillig mee." in shown.text


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_start_page_in_each_language(browser: Browser, language: str) -> None:
    assert language_of(browser.get(f"/{language}/")) == language
    assert where(browser.get(f"/{language}")) == (303, f"/{language}/")
    assert where(browser.get(f"/{language}/start")) == (303, f"/{language}/")


def test_whoever_comes_back_goes_on_where_it_was_left(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert where(browser.get("/")) == (303, "/nl/p/age?resumed")
    assert where(browser.get("/en/")) == (303, "/en/p/age?resumed")
    assert browser.get("/nl/p/age?resumed").text != browser.get("/nl/p/age").text
    send(browser, "age", {"age": "12"})
    assert where(browser.get("/")) == (303, "/nl/end")
    assert where(browser.get("/en/")) == (303, "/en/end")


def test_starting_opens_one_interview_and_sets_the_cookie(fielded: Fielded, browser: Browser) -> None:
    code = hidden_fields(browser.get("/en/").text)[".code"]
    begun = browser.post("/en/start", data={".code": code.lower(), ".consent": "1"})
    assert where(begun) == (303, "/en/p/job")
    cookie = begun.headers["set-cookie"].lower()
    assert f"peil={code}".lower() in cookie
    assert all(part in cookie for part in ("httponly", "samesite=lax", "path=/", "max-age=2592000"))
    assert "secure" not in cookie
    (kept,) = fielded.store.kept()
    assert kept.language == "en"
    assert kept.answers.pages == {"welcome"}
    assert str(kept.opened_on) == "2026-03-14"
    assert code not in fielded.stored()


def test_over_https_the_cookie_is_secure(fielded: Fielded) -> None:
    begun = start(fielded.browser("https://survey.example"))
    assert "secure" in begun.headers["set-cookie"].lower()


def test_without_consent_nothing_begins(fielded: Fielded, browser: Browser) -> None:
    before = fielded.stored()
    code = hidden_fields(browser.get("/nl/").text)[".code"]
    again = browser.post("/nl/start", data={".code": code})
    assert again.status_code == 422
    assert 'role="alert"' in again.text
    assert hidden_fields(again.text)[".code"] == code
    assert "set-cookie" not in again.headers
    assert fielded.stored() == before


def test_a_study_without_consent_asks_for_none(tmp_path: Path) -> None:
    settings = re.sub("consent.*\n", "", SETTINGS)
    with in_field(make_study(tmp_path / "study", settings), tmp_path / "store") as fielded:
        browser = fielded.browser()
        code = hidden_fields(browser.get("/nl/").text)[".code"]
        assert where(browser.post("/nl/start", data={".code": code})) == (303, "/nl/p/job")


def test_a_questionnaire_without_a_leading_notice_begins_with_its_first_page(tmp_path: Path) -> None:
    questions = QUESTIONNAIRE.split("# work")[1]
    with in_field(
        make_study(tmp_path / "study", questionnaire=f"# work{questions}"), tmp_path / "store"
    ) as one:
        start(one.browser())
        (kept,) = one.store.kept()
        assert kept.answers.pages == frozenset()


def test_a_double_click_opens_one_interview(fielded: Fielded, browser: Browser) -> None:
    fields = {".code": hidden_fields(browser.get("/nl/").text)[".code"], ".consent": "1"}
    first = browser.post("/nl/start", data=fields)
    second = fielded.browser().post("/nl/start", data=fields)
    assert where(first) == where(second) == (303, "/nl/p/job")
    assert first.headers["set-cookie"] == second.headers["set-cookie"]
    assert len(list(fielded.store.kept())) == 1


def test_two_tabs_share_one_interview(fielded: Fielded, browser: Browser) -> None:
    """Both start pages were opened before either was sent: the second tab goes on in the first one's."""
    tabs = [hidden_fields(browser.get("/nl/").text)[".code"] for _ in range(2)]
    assert tabs[0] != tabs[1]
    begun = browser.post("/nl/start", data={".code": tabs[0], ".consent": "1"})
    send(browser, "job", {"job": "staff"})
    second = browser.post("/nl/start", data={".code": tabs[1], ".consent": "1"})
    assert where(second) == (303, "/nl/p/age?resumed")
    assert begun.headers["set-cookie"] == second.headers["set-cookie"]
    assert len(list(fielded.store.kept())) == 1


def test_a_page_shows_what_is_kept_of_it(browser: Browser) -> None:
    start(browser)
    assert "checked" not in browser.get("/nl/p/job").text
    send(browser, "job", {"job": "staff"})
    assert re.search(r'value="staff"[^>]* checked', browser.get("/nl/p/job").text)
    assert language_of(browser.get("/en/p/job")) == "en"
    assert "What do you do?" in browser.get("/en/p/job").text


def test_a_page_beyond_the_next_leads_to_the_next(browser: Browser) -> None:
    start(browser)
    assert where(browser.get("/nl/p/home")) == (303, "/nl/p/job")
    assert where(browser.get("/nl/p/bye")) == (303, "/nl/p/job")


def test_a_page_that_is_not_on_the_route_is_not_found(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "40"})
    send(browser, "home", {"days": "no"})
    assert browser.get("/nl/p/team").status_code == 404
    assert browser.get("/nl/p/detail%5Bquiet%5D").status_code == 404
    assert browser.get("/nl/p/nonsense").status_code == 404


def test_a_page_with_brackets_in_its_id_is_asked(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "boss"})
    send(browser, "age", {"age": "40"})
    grown = send(browser, "home", {"days": "yes"})
    assert where(grown) == (303, "/nl/p/home?grown=why")
    assert where(send(browser, "home", {"days": "yes", "why.quiet": "1"})) == (303, "/nl/p/team")
    assert where(send(browser, "team", {"team": "7"})) == (303, "/nl/p/detail%5Bquiet%5D")
    place = "detail%5Bquiet%5D"
    assert where(send(browser, place, {"detail[quiet]": "Stilte"})) == (303, "/nl/p/address")
    (kept,) = fielded.store.kept()
    assert kept.answers.values["detail[quiet]"] == "Stilte"


def test_a_page_says_which_question_came_up(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "40"})
    send(browser, "home", {"days": "yes"})
    plain = browser.get("/nl/p/home").text
    told = browser.get("/nl/p/home?grown=why").text
    assert len(told) > len(plain)
    strip = re.compile(r'value="[\w-]{22}"')
    nothing_new = browser.get("/nl/p/home?grown=nonsense,%3Cb%3E").text
    assert strip.sub("", nothing_new) == strip.sub("", plain)


def test_back_keeps_the_page_unfinished_and_leads_to_the_page_before(
    fielded: Fielded, browser: Browser
) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert where(send(browser, "age", {"age": ""}, go="back")) == (303, "/nl/p/job")
    send(browser, "age", {"age": "40"})
    assert where(send(browser, "home", {"tired": "moe"}, go="back")) == (303, "/nl/p/age")
    assert "moe" in browser.get("/nl/p/home").text
    (response,) = fielded.store.responses()
    assert "tired" not in response.answers.values
    assert where(send(browser, "job", {"job": "boss"}, go="back")) == (303, "/nl/p/welcome")
    assert where(send(browser, "welcome", {}, go="back")) == (303, "/nl/p/welcome")


def test_later_keeps_the_page_and_shows_the_code(browser: Browser) -> None:
    start(browser)
    assert where(send(browser, "job", {"job": "staff"}, go="later")) == (303, "/nl/later")
    shown = browser.get("/nl/later")
    assert shown.status_code == 200
    assert browser.cookies["peil"] in shown.text
    assert "/nl/p/age" in shown.text


@pytest.mark.parametrize(
    "shape", [str.lower, str.upper, lambda code: code.replace("-", " "), lambda code: f" {code} "]
)
def test_the_code_opens_the_interview_on_another_device(fielded: Fielded, browser: Browser, shape) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    elsewhere = fielded.browser()
    assert elsewhere.get("/en/resume").status_code == 200
    resumed = elsewhere.post("/en/resume", data={".code": shape(browser.cookies["peil"])})
    assert where(resumed) == (303, "/en/p/age?resumed")
    assert elsewhere.cookies["peil"] == browser.cookies["peil"]
    assert elsewhere.get("/en/p/age").status_code == 200


def test_the_code_of_a_finished_interview_leads_to_the_end(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    elsewhere = fielded.browser()
    assert where(elsewhere.post("/nl/resume", data={".code": browser.cookies["peil"]})) == (303, "/nl/end")


def test_an_unknown_code_is_told_like_a_misspelt_one(fielded: Fielded, browser: Browser) -> None:
    before = fielded.stored()
    unknown = "1111-1111-1111-1111-1111"
    told = browser.post("/nl/resume", data={".code": unknown})
    misspelt = browser.post("/nl/resume", data={".code": "hello"})
    assert told.status_code == misspelt.status_code == 422
    assert told.text.replace(unknown, "hello") == misspelt.text
    assert "set-cookie" not in told.headers
    assert browser.post("/nl/resume", data={}).status_code == 422
    assert fielded.stored() == before


def test_the_end_is_for_who_has_come_to_it(browser: Browser) -> None:
    start(browser)
    assert where(browser.get("/nl/end")) == (303, "/nl/p/job")
    answer_all(browser)
    assert browser.get("/nl/end").status_code == 200
    assert browser.get("/en/end").status_code == 200


def test_an_early_end_is_an_end(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    assert where(send(browser, "age", {"age": "12"})) == (303, "/nl/end")
    assert browser.get("/nl/end").status_code == 200
    (response,) = fielded.store.responses()
    assert response.outcome == "too_young"


def test_answers_may_still_be_changed_after_the_end(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    answer_all(browser)
    assert where(send(browser, "bye", {}, go="back")) == (303, "/nl/p/address")
    assert where(send(browser, "age", {"age": "45"})) == (303, "/nl/p/home")
    (response,) = fielded.store.responses()
    assert str(response.answers.values["age"]) == "45"
    assert response.outcome == "complete"


def test_a_page_sent_after_another_device_finished_is_kept(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    fields = form_of(browser, "job")
    elsewhere = fielded.browser()
    elsewhere.post("/nl/resume", data={".code": browser.cookies["peil"]})
    answer_all(elsewhere)
    same = browser.post("/nl/p/job", data={**fields, "job": "staff"})
    assert where(same) == (303, "/nl/p/age")
    late = browser.post("/nl/p/job", data={**form_of(browser, "job"), "job": "none"})
    assert where(late) == (303, "/nl/p/age")
    (response,) = fielded.store.responses()
    assert response.answers.values["job"] == "none"


def test_leaving_makes_the_device_forget_and_keeps_the_answers(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    before = fielded.stored()
    left = browser.post("/nl/leave", data={})
    assert where(left) == (303, "/nl/left")
    assert "peil" not in browser.cookies
    assert browser.get("/nl/left").status_code == 200
    assert browser.get("/nl/").status_code == 200
    assert fielded.stored() == before


def test_erasing_asks_first_and_then_erases_everything(fielded: Fielded, browser: Browser) -> None:
    empty = fielded.stored()
    start(browser)
    answer_all(browser)
    code = browser.cookies["peil"]
    assert browser.get("/nl/erase").status_code == 200
    assert interview_key(code) in fielded.stored()
    erased = browser.post("/nl/erase", data={})
    assert erased.status_code == 200
    assert "peil" not in browser.cookies
    assert fielded.stored() == empty
    assert list(fielded.store.contact_details()) == []


def test_erasing_twice_says_the_same(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    cookie = {"Cookie": f"peil={browser.cookies['peil']}"}
    first, second = (fielded.browser().post("/nl/erase", data={}, headers=cookie) for _ in range(2))
    assert (first.status_code, first.text) == (second.status_code, second.text)
    assert first.status_code == 200


def test_the_cookie_of_an_erased_interview_opens_nothing(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    fields = {**form_of(browser, "job"), "job": "staff"}
    cookie = {"Cookie": f"peil={browser.cookies['peil']}"}
    browser.post("/nl/erase", data={})
    stale = fielded.browser()
    assert stale.get("/nl/", headers=cookie).status_code == 200
    for path in ("p/job", "later", "end", "erase"):
        assert where(stale.get(f"/nl/{path}", headers=cookie)) == (303, "/nl/")
    before = fielded.stored()
    assert stale.post("/nl/p/job", data=fields, headers=cookie).status_code == 403
    assert fielded.stored() == before
    code = hidden_fields(stale.get("/nl/", headers=cookie).text)[".code"]
    begun = stale.post("/nl/start", data={".code": code, ".consent": "1"}, headers=cookie)
    assert where(begun) == (303, "/nl/p/job")
    assert f"peil={code}" in begun.headers["set-cookie"]


@pytest.mark.parametrize("path", ["p/job", "later", "end", "erase"])
def test_without_an_interview_its_pages_lead_to_the_start(browser: Browser, path: str) -> None:
    assert where(browser.get(f"/en/{path}")) == (303, "/en/")


def test_privacy_is_told_to_everyone(browser: Browser) -> None:
    shown = browser.get("/nl/privacy")
    assert shown.status_code == 200
    assert "Bureau Voorbeeld" in shown.text
    assert "onderzoek@example.org" in shown.text


@pytest.mark.parametrize("name", sorted(assets()))
def test_assets_are_kept_for_a_year(browser: Browser, name: str) -> None:
    shown = browser.get(f"/static/{name}")
    assert shown.status_code == 200
    assert shown.content == assets()[name].content
    assert shown.headers["content-type"] == assets()[name].media_type
    assert shown.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert shown.headers["x-content-type-options"] == "nosniff"


def test_pages_ask_for_assets_that_are_there(browser: Browser) -> None:
    for path in re.findall(r'"(/static/[^"]+)"', browser.get("/nl/").text):
        assert browser.get(path).status_code == 200


def test_live_shows_what_the_answers_bring_up_and_keeps_nothing(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "40"})
    fields = form_of(browser, "home")
    before = fielded.stored()
    inside = browser.post("/nl/live/home", data={**fields, "days": "yes", "tired": "moe <b>"})
    assert inside.status_code == 200
    assert "<html" not in inside.text
    assert "Waarom?" in inside.text
    assert "moe &lt;b&gt;" in inside.text
    assert hidden_fields(inside.text)[".nonce"] == fields[".nonce"]
    without = browser.post("/nl/live/home", data={**fields, "days": "no"})
    assert "Waarom?" not in without.text
    assert fielded.stored() == before
    sent = browser.post("/nl/p/home", data={**hidden_fields(inside.text), "days": "yes", "why.quiet": "1"})
    assert where(sent) == (303, "/nl/p/detail%5Bquiet%5D")


def test_previews_show_any_page_as_any_role(tmp_path: Path) -> None:
    with in_field(make_study(tmp_path / "study"), tmp_path / "store", preview=True) as fielded:
        before, browser = fielded.stored(), fielded.browser()
        assert browser.get("/preview/").status_code == 200
        for role in ("boss", "other"):
            for page in fielded.study.route.pages:
                for language in ("nl", "en"):
                    shown = browser.get(f"/preview/{role}/{language}/{page}")
                    assert shown.status_code == 200
                    assert language_of(shown) == language
        for path in ("nobody/nl/job", "boss/xx/job", "boss/nl/nonsense", "boss/nl"):
            assert browser.get(f"/preview/{path}").status_code == 404
        assert browser.post("/preview/boss/nl/job", data={"job": "staff"}).status_code == 405
        assert fielded.stored() == before
        assert start(browser).status_code == 303


def test_without_preview_there_is_none(browser: Browser) -> None:
    assert browser.get("/preview/").status_code == 404
    assert browser.get("/preview/boss/nl/job").status_code == 404


PLACES = [
    "/",
    "/nl/",
    "/nl/resume",
    "/nl/privacy",
    "/nl/left",
    "/nl/end",
    "/nl/later",
    "/nl/erase",
    "/nl/p/job",
]


@pytest.mark.parametrize("path", PLACES)
def test_head_is_answered_as_get_and_changes_nothing(fielded: Fielded, browser: Browser, path: str) -> None:
    start(browser)
    before = fielded.stored()
    head, got = browser.ask("HEAD", path), browser.get(path)
    assert where(head) == where(got)
    assert fielded.stored() == before


@pytest.mark.parametrize(
    "path",
    ["/xx/", "/xx", "/xx/p/job", "/nl/nonsense", "/nl/p/", "/favicon.ico", "/static/peil.css", "/nl/p/a/b"],
)
def test_an_unknown_address_gets_a_calm_page_in_the_base_language(browser: Browser, path: str) -> None:
    shown = browser.get(path)
    assert shown.status_code in {404, 303}
    if shown.status_code == 303:
        shown = browser.get(shown.headers["location"])
    assert shown.status_code == 404
    assert language_of(shown) == "nl"
    assert "<h1" in shown.text


def test_an_unknown_address_within_a_language_speaks_it(browser: Browser) -> None:
    assert language_of(browser.get("/en/nonsense")) == "en"


def test_a_slash_too_many_leads_to_the_page(browser: Browser) -> None:
    assert where(browser.get("/nl/privacy/")) == (303, "/nl/privacy")
    assert where(browser.get("/nl/p/job/")) == (303, "/nl/p/job")
    for path in ("//evil.example/", "/nl//evil.example//", "/nl/%0d%0aX-A:%20b/"):
        found = browser.get(f"http://survey.example{path}")
        assert found.status_code in {303, 404}
        assert not found.headers.get("location", "").startswith(("//", "http"))
        assert "x-a" not in found.headers


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/nl/", {"GET", "HEAD"}),
        ("GET", "/nl/leave", {"POST"}),
        ("GET", "/nl/live/job", {"POST"}),
        ("DELETE", "/nl/erase", {"GET", "HEAD", "POST"}),
        ("PUT", "/nl/p/job", {"GET", "HEAD", "POST"}),
        ("OPTIONS", "/", {"GET", "HEAD"}),
    ],
)
def test_another_method_gets_a_calm_page_too(
    browser: Browser, method: str, path: str, allowed: set[str]
) -> None:
    shown = browser.ask(method, path)
    assert shown.status_code == 405
    assert set(shown.headers["allow"].replace(" ", "").split(",")) == allowed
    assert "<h1" in shown.text


def test_the_walk_of_these_tests_passes_every_kind_of_page() -> None:
    assert [page for page, _ in WALK] == ["job", "age", "home", "address", "bye"]
