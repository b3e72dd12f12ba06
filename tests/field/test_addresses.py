"""Every other address: previews, assets, what isn't there, other methods."""

import re
from pathlib import Path

import pytest
from fielded_study import (
    Browser,
    Fielded,
    in_field,
    language_of,
    make_study,
    start,
    where,
)

from peil.pages.assets import assets


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


@pytest.mark.slow
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
