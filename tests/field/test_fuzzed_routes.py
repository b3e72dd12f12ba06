"""20,000 requests against every route of the app: none fails, and none that is refused changes anything.

Respondents go through whole interviews meanwhile, on the open link and by invitation, so that routes are met
in every state; now and then their own requests are sent bent: a field lost, doubled, swapped or overlong,
another method, another header, another person's cookie. Watchers on every database file see each commit.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, unquote_to_bytes, urlencode

import pyrage
import pytest
from fielded_study import DAY, QUESTIONNAIRE, SETTINGS, hidden_fields, make_study
from starlette.applications import Starlette
from test_random_requests import HEADERS, NAMES, PAGES, VALUES

from apart import run_apart
from peil.field.app import ROUTES, make_app
from peil.interview.code import new_code
from peil.store.open_store import open_store
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.sample.sample import Sample
from peil.study.study import Study

NAME = re.compile(r'name="([^"]+)"')
ACTION = re.compile(r'action="/\w+/p/([^"]+)"')
PEOPLE = 60
FIELDWORK = """
[fieldwork]
access = "both"
privacy = "{privacy}"
contact_keys = ["{key}"]
[fieldwork.links]
newsletter = "Nieuwsbrief"
"""
WEIGHTS = [
    {"/{language}/p/{page}": 12.0, "/{language}/start": 4.0}.get(route, 1.0)
    * (0.3 if "erase" in route or "leave" in route else 1.0)
    for _, route, _ in ROUTES
]
"""Pages are sent most, or hardly anybody would get anywhere; and few erase it all again."""

CHOICES = {
    "job": ("boss", "staff", "none"),
    "age": ("44", "17", "x", ""),
    "days": ("yes", "no"),
    "why.quiet": ("1",),
    "why.other": ("1",),
    "why.other.text": ("rust", "é" * 50),
    "team": ("3", "0", "12,5"),
    "detail[quiet]": ("stil",),
    "detail[other]": ("anders",),
    "address.email": ("ada@example.org",),
    "tired": ("", "nee"),
}


@dataclass
class Person:
    """A respondent: cookie, the page last seen, the token of an invitation and the key to leave the list."""

    token: str = ""
    leave_key: str = ""
    cookie: str = ""
    led_to: str = ""
    page: str = ""
    offered: frozenset[str] = frozenset()
    hidden: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str


class Watchers:
    """A reading connection to each database: SQLite tells it when another one has committed a change."""

    def __init__(self, folder: Path) -> None:
        names = ("answers", "contacts", "sample", "links")
        files = [folder / f"{name}.sqlite" for name in names if (folder / f"{name}.sqlite").exists()]
        self._connections = [sqlite3.connect(path) for path in files]

    def versions(self) -> tuple[int, ...]:
        return tuple(one.execute("PRAGMA data_version").fetchone()[0] for one in self._connections)

    def close(self) -> None:
        for one in self._connections:
            one.close()


async def ask(
    app: Starlette, state: Mapping[str, Any], method: str, path: str, body: bytes, headers: Mapping[str, str]
) -> Answer:
    target, _, query = path.partition("?")
    told = [
        (name.lower().encode(), text.encode("utf-8", "surrogateescape")) for name, text in headers.items()
    ]
    parts = [body, None]
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "path": unquote_to_bytes(target).decode("utf-8", "replace"),
        "raw_path": target.encode(),
        "query_string": query.encode(),
        "headers": told,
        "scheme": "http",
        "server": ("survey.example", 80),
        "client": ("127.0.0.1", 1),
        "root_path": "",
        "state": dict(state),
    }
    sent: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        part = parts.pop(0) if parts else None
        if part is None:
            return {"type": "http.disconnect"}
        return {"type": "http.request", "body": part, "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    if not sent:
        return Answer(0, {}, "")
    got = {name.decode(): text.decode("latin-1") for name, text in sent[0]["headers"]}
    return Answer(sent[0]["status"], got, b"".join(one.get("body", b"") for one in sent[1:]).decode())


def filled(chance: Random, route: str, person: Person) -> str:
    """Give an address of the route, with something likely in each of its places."""
    places = {
        "language": ("nl", "nl", "nl", "nl", "en", "en", "xx", "", "%C3%A9"),
        "page": (*(quote(page) for page in PAGES), "nonsense", "%00", ".."),
        "name": ("peil.css", "peil.js", "..", "x" * 300),
        "token": (person.token or new_code(), new_code(), "hello", "%E2%80%A8", "1" * 300),
        "key": (person.leave_key or "nobody", "x" * 300, "%00", "'"),
    }
    path = route
    for name, texts in places.items():
        path = path.replace(f"{{{name}}}", chance.choice(texts))
    queries = (
        "",
        "",
        "",
        "?direct",
        "?resumed",
        "?from=newsletter",
        "?from=test",
        "?from=%ff",
        "?grown=why,,",
        "?nocode",
    )
    return path + chance.choice(queries)


def fields(chance: Random, person: Person) -> list[tuple[str, str]]:
    """Give what the person's form would send, often whole and sometimes bent."""
    likely = {name: chance.choice(CHOICES[name]) for name in sorted(person.offered & CHOICES.keys())}
    sent = [
        *person.hidden.items(),
        *likely.items(),
        (".consent", "1"),
        (".go", chance.choice(("next", "back", "later"))),
    ]
    for _ in range(chance.choice((0, 0, 0, 1, 3))):
        bend = chance.randrange(4)
        if bend == 0 and sent:
            sent.pop(chance.randrange(len(sent)))
        elif bend == 1 and sent:
            sent.append(chance.choice(sent))
        else:
            sent.append((chance.choice(NAMES), chance.choice(VALUES)))
    return sent


def bodies(chance: Random, person: Person) -> bytes:
    if chance.random() < 0.05:
        return chance.randbytes(chance.randint(0, 300))
    body = urlencode(fields(chance, person), errors="surrogatepass").encode()
    if chance.random() < 0.05 and body:
        at = chance.randrange(len(body))
        return body[:at] + chance.randbytes(2) + body[at:]
    return body


def headers(chance: Random, person: Person, people: list[Person], body: bytes) -> dict[str, str]:
    told = {
        "Host": "survey.example",
        "Content-Type": HEADERS["Content-Type"][0],
        "Content-Length": str(len(body)),
    }
    whose = person if chance.random() < 0.95 else chance.choice(people)
    if whose.cookie:
        told["Cookie"] = f"peil={whose.cookie}"
    if chance.random() < 0.1:
        name = chance.choice(sorted(HEADERS))
        told[name] = chance.choice(HEADERS[name])
    return told


async def storm(study: Study, folder: Path, requests: int) -> tuple[Counter[tuple[str, str]], Counter[int]]:
    """Send the requests; give how often each route was met, and how often each status was answered."""
    chance = Random(requests)  # noqa: S311 - the same requests every time
    met, statuses = Counter[tuple[str, str]](), Counter[int]()
    with (
        closing(open_store(str(folder), study, serving=True)) as store,
        closing(open_sample(str(folder), study)) as sample,
    ):
        people = [*invited(sample), *(Person() for _ in range(PEOPLE // 2))]
        app = make_app(study, store, sample=sample, today=lambda: DAY)
        watchers = Watchers(folder)
        async with app.router.lifespan_context(app) as state:
            for _ in range(requests):
                person = chance.choice(people[: len(people) // 3 + 1] if chance.random() < 0.7 else people)
                method, listed, _ = chance.choices(ROUTES, WEIGHTS)[0]
                route = listed
                if chance.random() < 0.03:
                    method = chance.choice(("PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "FOO", "HEAD"))
                if "{page}" in route and person.page and chance.random() < 0.7:
                    route = route.replace("{language}", "nl").replace("{page}", person.page)
                body = bodies(chance, person) if method == "POST" or chance.random() < 0.05 else b""
                before = watchers.versions()
                path = filled(chance, route, person)
                if person.led_to and chance.random() < 0.8:
                    method, path, body, listed = "GET", person.led_to, b"", ""
                answer = await ask(app, state, method, path, body, headers(chance, person, people, body))
                assert answer.status < 500, (method, path, body, answer.text)
                if answer.status >= 400 or method in {"GET", "HEAD"}:
                    assert watchers.versions() == before, (
                        f"{answer.status} {method} {path} changed what is kept"
                    )
                met[method, listed] += bool(listed)
                statuses[answer.status] += 1
                learn(person, answer)
        watchers.close()
    return met, statuses


def invited(sample: Sample) -> Iterator[Person]:
    """Invite people, as a mailing would."""
    added = [NewPerson(f"p{number}@example.org", f"P {number}", "nl", {}) for number in range(PEOPLE)]
    sample.add(added)
    with sample.mailing() as outbox:
        for person in list(sample.to_invite()):
            posting = outbox.take(person.id, INVITATION, DAY)
            assert posting is not None
            outbox.sent(posting)
            yield Person(token=posting.token, leave_key=posting.person.leave_key)


def learn(person: Person, answer: Answer) -> None:
    """Keep the cookie and the form that came."""
    cookie = answer.headers.get("set-cookie", "")
    if cookie.startswith("peil="):
        person.cookie = cookie.removeprefix("peil=").partition(";")[0].strip('"')
    person.led_to = answer.headers.get("location", "") if answer.status == 303 else ""
    if answer.status in {200, 409, 422} and "<form" in answer.text:
        person.hidden = hidden_fields(answer.text)
        place = ACTION.search(answer.text)
        person.page = place[1] if place else ""
        person.offered = frozenset(NAME.findall(answer.text))


@pytest.mark.slow
@pytest.mark.parametrize(("privacy", "requests"), [("anonymous", 20_000), ("confidential", 5_000)])
def test_no_request_fails_and_no_refused_one_changes_anything(
    tmp_path: Path, privacy: str, requests: int
) -> None:
    key = str(pyrage.x25519.Identity.generate().to_public())
    settings = SETTINGS.replace("[roles]", FIELDWORK.format(privacy=privacy, key=key) + "[roles]")
    study = make_study(tmp_path / "study", settings, QUESTIONNAIRE)
    met, statuses = run_apart(storm(study, tmp_path / "store", requests))
    assert sum(statuses.values()) == requests
    for method, route, _ in ROUTES:
        assert met[method, route] > requests / 400, (method, route)
    assert {200, 303, 400, 403, 404, 405, 409, 415, 422} <= statuses.keys()
    with closing(open_store(str(tmp_path / "store"), study, reading=True)) as store:
        kept = list(store.kept())
    assert sum(one.revision for one in kept) > requests / 200, "hardly anybody got anywhere"
    assert {one.link for one in kept} >= {"", "invited"}
