"""Headers of every response, whatever it says."""

import pytest
from fielded_study import Browser, answer_all, form_of, hidden_fields, start

from peil.pages.assets import assets

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "script-src": "'self'",
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

GETS = [
    *("/", "/nl/", "/nl", "/nl/resume", "/nl/privacy", "/nl/left", "/nl/nonsense", "/xx/", "/nl/p/job"),
    *(
        "/nl/end",
        "/nl/later",
        "/nl/erase",
        "/nl/p/nonsense",
        "/nl/privacy/",
        f"/static/{min(assets())}",
    ),
]


def check(response) -> None:
    told = [part.strip().partition(" ") for part in response.headers["content-security-policy"].split(";")]
    assert {name: value for name, _, value in told} == POLICY
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "same-origin"
    cached = response.request.url.path.startswith("/static/") and response.status_code == 200
    assert ("no-store" in response.headers["cache-control"]) is not cached


@pytest.mark.parametrize("path", GETS)
def test_every_page_carries_them_at_any_time(browser: Browser, path: str) -> None:
    check(browser.get(path))
    start(browser)
    check(browser.get(path))
    check(browser.ask("HEAD", path))
    check(browser.ask("PATCH", path))


@pytest.mark.slow
def test_every_answer_to_a_form_carries_them(browser: Browser) -> None:
    check(browser.post("/nl/start", data={}))
    check(start(browser))
    fields = form_of(browser, "job")
    check(browser.post("/nl/p/job", data={**fields, "job": ""}))
    check(browser.post("/nl/live/job", data={**fields, "job": "boss"}))
    check(browser.post("/nl/p/job", data={**fields, "job": "staff"}))
    check(browser.post("/nl/p/job", data={**fields, "job": "boss"}))
    check(browser.post("/nl/p/job", content=b"x" * 2_000_000))
    check(browser.post("/nl/p/job", data=fields, headers={"Origin": "https://evil.example"}))
    check(browser.post("/nl/resume", data={".code": "hello"}))
    answer_all(browser)
    check(browser.get("/nl/end"))
    asked = hidden_fields(browser.get("/nl/erase").text)
    check(browser.post("/nl/erase", data={}))
    check(browser.post("/nl/erase", data=asked))
    check(browser.post("/nl/leave", data={}))


def test_pages_ask_for_nothing_that_the_policy_forbids(browser: Browser) -> None:
    start(browser)
    for path in ("/nl/p/job", "/nl/later", "/nl/privacy", "/nl/resume"):
        text = browser.get(path).text
        for forbidden in (" style=", "<style", "javascript:", " onclick", "http://", "https://"):
            assert forbidden not in text, (path, forbidden)
