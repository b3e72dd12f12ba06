"""Requests that no browser of ours sends: none brings the server down, none changes what isn't its own."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from urllib.parse import quote, urlencode

import pytest
from fielded_study import WALK, Browser, Fielded, answer_all, form_of, in_field, make_study, send, start

from peil.interview.code import interview_key, new_code

PAGES = ("welcome", "job", "age", "home", "team", "detail[quiet]", "detail[other]", "address", "bye")
NAMES = (
    *("job", "age", "days", "why.quiet", "why.other", "why.other.text", "tired", "team", "detail[quiet]"),
    *("address.email", "address.name", ".nonce", ".revision", ".seal", ".shown", ".go", ".forget", ".code"),
    *(".consent", ".other", "", "job.text", "age.day", "__proto__", "a" * 300, "é", "\x00", "job\n"),
)
VALUES = (
    *("", "1", "0", "-1", "99999999999999999999999999", "1e400", "nan", "inf", "12,5", "1.250", "٣", "²"),
    *(
        "boss",
        "staff",
        "none",
        "yes",
        "no",
        "quiet",
        "next",
        "back",
        "later",
        "perhaps",
        "9" * 5000,
        "-",
        ",",
        "31",
        "0" * 4000,
        "\x00",
        "\ud7ff",
    ),
    *("\u202e", "\ufeff", "<script>alert(1)</script>", "' OR 1=1 --", "{{ 7*7 }}", "%s%n", "•", "a" * 12_000),
    *(
        "days why",
        "days tired",
        "\U0001f600" * 50,
        "true",
        "null",
        "[]",
        "é\u0301",
        "\r\n\r\n",
        "a b&c=d",
        "2026-02-30",
    ),
)
PARTS = (
    *(
        "nl",
        "en",
        "xx",
        "",
        ".",
        "..",
        "p",
        "live",
        "start",
        "resume",
        "later",
        "end",
        "erase",
        "leave",
        "left",
    ),
    *(
        "privacy",
        "static",
        "preview",
        "boss",
        "job",
        "age",
        "home",
        "nonsense",
        "detail[quiet]",
        "é",
        "%2e%2e",
    ),
    *("\u2028", "a" * 500, "peil.css", "peil.js", "//", "?", "#", ";", "\\", "%00", "'", '"', "<b>"),
)
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO")
HEADERS: Mapping[str, tuple[str, ...]] = {
    "Content-Type": (
        "application/x-www-form-urlencoded",
        "application/json",
        "text/plain",
        "multipart/form-data",
        ";;",
        "a/b; charset",
    ),
    "Accept-Language": ("en", "nl;q=x", ",,,;;;q=", "*" * 3000, "en;q=1e999"),
    "Origin": ("null", "http://survey.example", "https://evil.example", "::::", "http://[::1"),
    "Sec-Fetch-Site": ("same-origin", "none", "cross-site", "x"),
    "Cookie": (
        "peil=",
        "peil=1111-1111-1111-1111-1111",
        "peil;;;=",
        'peil="x',
        "a=b; peil=\x7f",
        "peil=" + "1" * 3000,
    ),
    "Host": ("survey.example", "evil.example", ""),
    "Content-Length": ("0", "5", "x", "-5"),
    "X-Forwarded-Host": ("evil.example",),
    "Accept-Encoding": ("gzip",),
    "Range": ("bytes=0-1",),
}


def any_path(random: Random) -> str:
    parts = random.choices(PARTS, k=random.randint(0, 5))
    likely = random.choice([["nl", "p", random.choice(PAGES)], ["nl", "live", random.choice(PAGES)], parts])
    path = "/" + "/".join(quote(part) for part in random.choice([likely, parts]))
    return path + random.choice(
        ["", "", "?resumed", "?grown=why,,", "?grown=%ff", "?a=b&a=%00", "?" + "x" * 2000]
    )


def any_fields(random: Random) -> list[tuple[str, str]]:
    return [(random.choice(NAMES), random.choice(VALUES)) for _ in range(random.randint(0, 8))]


def any_body(random: Random) -> bytes:
    kind = random.randrange(4)
    if kind == 0:
        return random.randbytes(random.randint(0, 200))
    body = urlencode(any_fields(random)).encode()
    if kind == 1 and body:
        at = random.randrange(len(body))
        return body[:at] + random.randbytes(3) + body[at:]
    return body


def any_headers(random: Random) -> dict[str, str]:
    chosen = random.sample(sorted(HEADERS), random.randint(0, 3))
    headers = {"Content-Type": HEADERS["Content-Type"][0]}
    return {**headers, **{name: random.choice(HEADERS[name]) for name in chosen}}


def ask(browser: Browser, method: str, path: str, **more: object) -> int:
    response = browser.ask(method, f"http://survey.example{path}", **more)
    assert response.status_code < 500, (method, path, more)
    assert response.headers["referrer-policy"] == "same-origin"
    return response.status_code


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_strangers_change_nothing(fielded: Fielded, browser: Browser, seed: int) -> None:
    start(browser)
    answer_all(browser)
    before, stranger, random = fielded.stored(), fielded.browser(), Random(seed)  # noqa: S311 - the same requests every time
    statuses = set()
    for _ in range(1500):
        method = random.choice(METHODS)
        more = {"content": any_body(random)} if method not in {"GET", "HEAD"} or random.random() < 0.1 else {}
        statuses.add(ask(stranger, method, any_path(random), headers=any_headers(random), **more))
    assert statuses >= {200, 303, 400, 403, 404, 405, 415}
    assert fielded.stored() == before


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_respondent_with_other_forms_changes_only_what_is_answered_with_a_redirect(
    fielded: Fielded, browser: Browser, seed: int
) -> None:
    victim = fielded.browser()
    start(victim)
    answer_all(victim)
    other = fielded.store.find(interview_key(victim.cookies["peil"]))
    start(browser)
    key, random = interview_key(browser.cookies["peil"]), Random(seed)  # noqa: S311 - the same requests every time
    kept = fielded.store.find(key)
    at = 0
    for _ in range(700):
        page, fields = WALK[min(at, len(WALK) - 1)]
        sent = {**form_of(browser, page), **fields, **dict(any_fields(random))}
        for name in random.sample(sorted(sent), random.randint(0, 1)):
            del sent[name]
        path = random.choice([f"/nl/p/{page}", f"/nl/p/{quote(random.choice(PAGES))}", f"/nl/live/{page}"])
        status = ask(browser, "POST", path, data=sent)
        now = fielded.store.find(key)
        if status != 303:
            assert now == kept
        kept = now
        if random.random() < 0.05:
            send(browser, page, fields)
            kept = fielded.store.find(key)
            at = (at + 1) % len(WALK)
    assert fielded.store.find(interview_key(victim.cookies["peil"])) == other
    assert len(list(fielded.store.kept())) == 2


@pytest.mark.slow
def test_guessed_codes_open_nothing(fielded: Fielded, browser: Browser) -> None:
    start(browser)
    before, stranger = fielded.stored(), fielded.browser()
    for _ in range(300):
        guess = new_code()
        assert stranger.post("/nl/resume", data={".code": guess}).status_code == 422
        assert stranger.get("/nl/p/job", headers={"Cookie": f"peil={guess}"}).status_code == 303
    assert fielded.stored() == before


KINDS = """
# whole: Alles  {one page}

## job
Wat doet u?
- ( ) boss: Baas
- ( ) staff: Anders, namelijk ____

## day  {date}
Wanneer?

## wishes  {ranking, at most 2}
Orden.
- a: A
- b: B
- c: C

## grade  {scale 0..10}
Welk cijfer?
- ( ) dk: Weet ik niet  {missing}

## able  {matrix}
Hoe goed?
columns
- ( ) good: Goed
- ( ) bad: Slecht
rows
- plan: Plannen  {if job is boss}
- make: Maken
- own: ____

## pay
Mijn loon steeg met ___ [0..500, 1 decimals] procent.

## address  {contact}
Uw gegevens
- email: E-mail
- name: Naam
"""
WELL = {
    "job": "boss",
    "day.day": "3",
    "day.month": "4",
    "day.year": "2026",
    "wishes.b": "1",
    "grade": "7",
    "able.plan": "good",
    "able.make": "bad",
    "pay": "12",
    "address.email": "ada@example.org",
}
FIELDS = (
    *(
        "job",
        "job.staff.text",
        "day.day",
        "day.month",
        "day.year",
        "wishes.a",
        "wishes.b",
        "wishes.c",
        "grade",
    ),
    *("able.plan", "able.make", "able.own", "able.own.text", "pay", "address.email", "address.name", ".go"),
)
FILLINGS = (*VALUES, "good", "bad", "dk", "7", "10", "2", "3", "29", "2026", "12.5", "12,5 procent", "a@b.c")


@pytest.mark.slow
@pytest.mark.parametrize("seed", [1, 2])
def test_any_filling_of_any_kind_of_question_is_kept_or_shown_again(tmp_path: Path, seed: int) -> None:
    random = Random(seed)  # noqa: S311 - the same requests every time
    with in_field(make_study(tmp_path / "study", questionnaire=KINDS), tmp_path / "store") as fielded:
        browser = fielded.browser()
        start(browser)
        key, statuses = interview_key(browser.cookies["peil"]), set()
        kept = fielded.store.find(key)
        for _ in range(400):
            others = random.sample(FIELDS, random.choice([0, 1, 2, 4, 17]))
            filled = {**WELL, **{name: random.choice(FILLINGS) for name in others}}
            language, way = random.choice(["nl", "en"]), random.choice(["p", "p", "live"])
            sent = {**form_of(browser, "whole", language), **filled}
            status = ask(browser, "POST", f"/{language}/{way}/whole", data=sent)
            statuses.add((way, status))
            now = fielded.store.find(key)
            assert (way == "p" and status == 303) or now == kept
            kept = now
    assert statuses >= {("p", 303), ("p", 422), ("p", 400), ("live", 200)}
