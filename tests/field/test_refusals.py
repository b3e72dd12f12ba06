"""Requests that are refused: with the right status, a calm page, and nothing stored or changed by them."""

import json
from collections.abc import Callable, Mapping

import pytest
from fielded_study import WALK, Browser, Fielded, form_of, hidden_fields, send, start
from httpx import Response

from peil.field.body import FORM, MOST_BYTES, MOST_FIELDS
from web_form import form_with

NONCE, REVISION, SEAL, SHOWN, GO, FORGET = ".nonce", ".revision", ".seal", ".shown", ".go", ".forget"


@pytest.fixture
def home(browser: Browser) -> Browser:
    """Give a browser that is at the page about home, with the next pages still to come."""
    start(browser)
    for page, fields in WALK[:2]:
        send(browser, page, fields)
    return browser


def page(browser: Browser, path: str = "/nl/p/home", drop: str = "", **more: str) -> Response:
    """Send the page with some fields other than they should be, or one left out."""
    fields = {
        **form_of(browser, "home"),
        "days": "no",
        **{name.replace("__", "."): v for name, v in more.items()},
    }
    fields.pop(drop, None)
    return browser.post(path, data=fields)


def raw(
    browser: Browser, body: bytes, kind: str | None = FORM, path: str = "/nl/p/home", **headers: str
) -> Response:
    told = {"Content-Type": kind} if kind else {}
    return browser.post(path, content=body, headers={**told, **headers})


def body_of(fields: Mapping[str, str]) -> bytes:
    return "&".join(f"{name}={value}" for name, value in fields.items()).encode()


def other_seal(browser: Browser) -> Response:
    other = browser.get("/nl/p/home")
    return browser.post("/nl/p/home", data={**hidden_fields(other.text), SEAL: "0" * 16, "days": "no"})


REFUSED: dict[str, tuple[int, Callable[[Browser], Response]]] = {
    "too large by its own word": (413, lambda b: raw(b, b"a=" + b"x" * MOST_BYTES)),
    "longer than any number": (413, lambda b: raw(b, b"", **{"Content-Length": "9" * 30})),
    "JSON": (415, lambda b: raw(b, json.dumps({"days": "no"}).encode(), "application/json")),
    "no content type": (415, lambda b: raw(b, b"days=no", None)),
    "multipart": (415, lambda b: b.post("/nl/p/home", files={"days": b"no"})),
    "another charset": (415, lambda b: raw(b, b"days=no", f"{FORM}; charset=latin-1")),
    "a packed body": (415, lambda b: raw(b, b"days=no", **{"Content-Encoding": "gzip"})),
    "no UTF-8": (400, lambda b: raw(b, b"days=\xff\xfe")),
    "no UTF-8 in escapes": (400, lambda b: raw(b, b"days=%ff%fe")),
    "half a character": (400, lambda b: raw(b, b"days=%F0%9F%98")),
    "a lone surrogate": (400, lambda b: raw(b, b"days=%ED%A0%80")),
    "too many fields": (400, lambda b: raw(b, b"&".join(b"f%d=" % n for n in range(MOST_FIELDS + 1)))),
    "a name twice": (400, lambda b: raw(b, body_of(form_of(b, "home")) + b"&days=no&days=yes")),
    "from another site": (403, lambda b: raw(b, b"", **{"Sec-Fetch-Site": "cross-site"})),
    "from a site beside ours": (403, lambda b: raw(b, b"", **{"Sec-Fetch-Site": "same-site"})),
    "of another origin": (403, lambda b: raw(b, b"", Origin="https://evil.example")),
    "of no origin": (403, lambda b: raw(b, b"", Origin="null")),
    "of another port": (403, lambda b: raw(b, b"", Origin="http://survey.example:8080")),
    "of no origin at all": (403, lambda b: raw(b, b"", Origin="http://[")),
    "a page that isn't there": (404, lambda b: page(b, "/nl/p/nonsense")),
    "a language that isn't there": (404, lambda b: page(b, "/xx/p/home")),
    "no nonce": (400, lambda b: page(b, drop=NONCE)),
    "no revision": (400, lambda b: page(b, drop=REVISION)),
    "no seal": (400, lambda b: page(b, drop=SEAL)),
    "nothing shown": (400, lambda b: page(b, drop=SHOWN)),
    "a short nonce": (400, lambda b: page(b, __nonce="x")),
    "a nonce with a tail": (400, lambda b: page(b, __nonce="a" * 22 + "\n")),
    "a long nonce": (400, lambda b: page(b, __nonce="x" * 65)),
    "a revision below none": (400, lambda b: page(b, __revision="-1")),
    "a revision that is no number": (400, lambda b: page(b, __revision="²")),
    "a revision yet to come": (400, lambda b: page(b, __revision="99")),
    "an enormous revision": (400, lambda b: page(b, __revision="9" * 5000)),
    "steps of another page": (400, lambda b: page(b, __shown="job")),
    "steps that aren't there": (400, lambda b: page(b, __shown="days nonsense")),
    "an unknown button": (400, lambda b: page(b, __go="sideways")),
    "an unknown step to forget": (400, lambda b: page(b, __forget="nonsense")),
    "an unknown control": (400, lambda b: page(b, __admin="1")),
    "the seal of another interview": (409, other_seal),
    "a field of another page": (400, lambda b: page(b, job="boss")),
    "a field that isn't there": (400, lambda b: page(b, nonsense="1")),
    "an option that never was": (400, lambda b: page(b, days="perhaps")),
    "a tick that is none": (400, lambda b: page(b, days="yes", why__quiet="on")),
    "nothing where something is asked": (422, lambda b: page(b, days="")),
    "text that is too long": (422, lambda b: page(b, tired="x" * 10_001)),
    "a page that is not on the route": (
        409,
        lambda b: b.post("/nl/p/team", data={**form_of(b, "home"), SHOWN: ""}),
    ),
    "a page beyond the next": (409, lambda b: b.post("/nl/p/bye", data={**form_of(b, "home"), SHOWN: ""})),
    "unreadable, beyond the next": (
        409,
        lambda b: b.post("/nl/p/team", data={**form_of(b, "home"), SHOWN: "", "team": "many"}),
    ),
}


@pytest.mark.parametrize("case", sorted(REFUSED))
@pytest.mark.parametrize("way", ["kept", "live"])
def test_a_refused_page_changes_nothing(fielded: Fielded, home: Browser, case: str, way: str) -> None:
    status, attempt = REFUSED[case]
    live = way == "live"
    page_text = home.get("/nl/p/home").text
    before = fielded.stored()
    answered = attempt(_Live(home) if live else home)  # type: ignore[arg-type]
    if not (live and status == 422) and not (live and case == "an option that never was"):
        assert answered.status_code == status
        assert "<h1" in answered.text
        assert "Traceback" not in answered.text
        assert "set-cookie" not in answered.headers
    assert fielded.stored() == before
    assert sorted(hidden_fields(home.get("/nl/p/home").text)) == sorted(hidden_fields(page_text))


class _Live:
    """The same browser; what it would send to a page goes to its live address."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def get(self, path: str) -> Response:
        return self._browser.get(path)

    def post(self, path: str, **more: object) -> Response:
        return self._browser.post(path.replace("/p/", "/live/"), **more)


OTHER_FORMS = {
    "start": {".code": "1111-1111-1111-1111-1111", ".consent": "1"},
    "resume": {".code": "1111-1111-1111-1111-1111"},
    "leave": {},
    "erase": {},
}


@pytest.mark.parametrize("name", sorted(OTHER_FORMS))
@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}], ids=["site", "origin"]
)
def test_other_forms_sent_from_elsewhere_change_nothing(
    fielded: Fielded, home: Browser, name: str, headers: dict[str, str]
) -> None:
    before = fielded.stored()
    answered = home.post(f"/nl/{name}", data=OTHER_FORMS[name], headers=headers)
    assert answered.status_code == 403
    assert "set-cookie" not in answered.headers
    assert fielded.stored() == before


@pytest.mark.parametrize("name", sorted(OTHER_FORMS))
def test_other_forms_too_are_read_with_care(fielded: Fielded, home: Browser, name: str) -> None:
    before = fielded.stored()
    path = f"/nl/{name}"
    assert raw(home, b"x" * (MOST_BYTES + 1), path=path).status_code == 413
    assert raw(home, b"{}", "application/json", path=path).status_code == 415
    assert raw(home, b"a=%ff", path=path).status_code == 400
    assert home.post(f"/xx/{name}", data=OTHER_FORMS[name]).status_code == 404
    assert fielded.stored() == before


@pytest.mark.parametrize("code", ["", "hello", "1111", "1111-1111-1111-1111-111U", "\x00" * 20])
def test_a_start_without_a_code_opens_nothing(fielded: Fielded, browser: Browser, code: str) -> None:
    before = fielded.stored()
    assert browser.post("/nl/start", data={".code": code, ".consent": "1"}).status_code == 400
    assert fielded.stored() == before


def test_the_browsers_own_headers_are_let_in(home: Browser) -> None:
    for headers in (
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "http://survey.example"},
        {"Origin": "HTTP://Survey.Example"},
        {"Content-Type": f"{FORM}; charset=UTF-8"},
        {"Content-Type": FORM.upper()},
    ):
        fields = {**form_of(home, "home"), "days": "no"}
        assert home.post("/nl/p/home", data=fields, headers=headers).status_code == 303


def test_without_a_cookie_a_page_is_refused_with_a_way_on(fielded: Fielded, home: Browser) -> None:
    fields = {**form_of(home, "home"), "days": "no"}
    before = fielded.stored()
    for cookie in ("", "peil=1111-1111-1111-1111-1111", "peil=nonsense", "peil=\x7f; peil="):
        answered = fielded.browser().post("/nl/p/home", data=fields, headers={"Cookie": cookie})
        assert answered.status_code == 403
        assert "/nl/resume" in answered.text
        assert 'href="/nl/"' in answered.text
    assert fielded.stored() == before


def test_input_that_cannot_be_kept_is_shown_again(fielded: Fielded, home: Browser) -> None:
    send(home, "home", {"days": "no"})
    before = fielded.stored()
    wrong = send(home, "age", {"age": "veertig"})
    assert wrong.status_code == 422
    assert 'value="veertig"' in wrong.text
    assert 'role="alert"' in wrong.text
    high = send(home, "age", {"age": "121"})
    assert high.status_code == 422
    assert 'value="121"' in high.text
    assert fielded.stored() == before
    mended = home.post("/nl/p/age", data={**hidden_fields(high.text), "age": "41"})
    assert mended.status_code == 303


def test_back_with_what_cannot_be_kept_offers_to_go_back_without_it(fielded: Fielded, home: Browser) -> None:
    before = fielded.stored()
    stuck = send(home, "age", {"age": "veertig"}, go="back")
    assert stuck.status_code == 422
    forward = send(home, "age", {"age": "veertig"}, go="next")
    assert stuck.text.count('href="/nl/p/job"') > forward.text.count('href="/nl/p/job"')
    assert fielded.stored() == before


def test_later_with_what_cannot_be_kept_offers_to_stop_without_it(fielded: Fielded, home: Browser) -> None:
    before = fielded.stored()
    stuck = send(home, "age", {"age": "veertig"}, go="later")
    assert stuck.status_code == 422
    assert 'href="/nl/later"' in stuck.text
    for go in ("next", "back"):
        assert 'href="/nl/later"' not in send(home, "age", {"age": "veertig"}, go=go).text
    assert home.get("/nl/later").status_code == 200
    assert fielded.stored() == before


def test_a_stale_form_shows_both_and_either_can_be_kept(fielded: Fielded, home: Browser) -> None:
    first, second = form_of(home, "home"), form_of(home, "home")
    assert home.post("/nl/p/home", data={**first, "days": "no", "tired": "eerst"}).status_code == 303
    before = fielded.stored()
    choice = home.post("/nl/p/home", data={**second, "days": "no", "tired": "daarna"})
    assert choice.status_code == 409
    assert "eerst" in choice.text
    assert "daarna" in choice.text
    assert fielded.stored() == before
    chosen = form_with(choice.text, NONCE).filled
    assert chosen[NONCE] not in {first[NONCE], second[NONCE]}
    assert home.post("/nl/p/home", data=chosen).status_code == 303
    assert "daarna" in home.get("/nl/p/home").text


def test_the_same_page_twice_is_one_submission(fielded: Fielded, home: Browser) -> None:
    fields = {**form_of(home, "home"), "days": "no"}
    first = home.post("/nl/p/home", data=fields)
    before = fielded.stored()
    again = home.post("/nl/p/home", data=fields)
    assert (first.status_code, first.headers["location"]) == (again.status_code, again.headers["location"])
    assert fielded.stored() == before


def test_the_same_nonce_with_other_answers_is_a_clash(fielded: Fielded, home: Browser) -> None:
    fields = {**form_of(home, "home"), "days": "no"}
    home.post("/nl/p/home", data=fields)
    before = fielded.stored()
    assert home.post("/nl/p/home", data={**fields, "tired": "anders"}).status_code == 409
    assert fielded.stored() == before


def test_another_button_of_the_same_form_sends_no_other_page(fielded: Fielded, home: Browser) -> None:
    fields = {**form_of(home, "home"), "days": "no"}
    home.post("/nl/p/home", data={**fields, GO: "next"})
    before = fielded.stored()
    back = home.post("/nl/p/home", data={**fields, GO: "back"})
    assert (back.status_code, back.headers["location"]) == (303, "/nl/p/age")
    assert fielded.stored() == before


def test_what_a_follow_up_held_is_let_go_when_its_reason_is_answered_away(
    fielded: Fielded, home: Browser
) -> None:
    """Without a script the form still shows the follow-up question."""
    send(home, "home", {"days": "yes"})
    fields = form_of(home, "home")
    assert "why" in fields[SHOWN].split()
    sent = home.post("/nl/p/home", data={**fields, "days": "no", "why.other": "1", "why.other.text": "hond"})
    assert (sent.status_code, sent.headers["location"]) == (303, "/nl/p/address")
    (kept,) = fielded.store.kept()
    assert dict(kept.answers.values).keys() == {"job", "age", "days"}


@pytest.mark.slow
def test_contact_details_are_never_shown_and_can_be_forgotten(fielded: Fielded, home: Browser) -> None:
    send(home, "home", {"days": "no"})
    send(home, "address", {"address.email": "ada@example.org", "address.name": "Ada"})
    assert "ada@example.org" not in home.get("/nl/p/address").text
    assert "•" not in home.get("/nl/p/address").text
    send(home, "address", {"address.email": "", "address.name": ""})
    assert list(fielded.store.contact_details()) == [
        {"address.email": "ada@example.org", "address.name": "Ada"}
    ]
    send(home, "address", {"address.email": "", "address.name": "", FORGET: "address"})
    assert list(fielded.store.contact_details()) == []
    assert "ada@example.org" not in fielded.stored()
