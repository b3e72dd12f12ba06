"""A small study in the field, a browser without scripts, and a look at all that is stored."""

import datetime as dt
import re
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, nullcontext
from functools import partial
from html import unescape
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from anyio.from_thread import BlockingPortal, start_blocking_portal
from httpx import ASGITransport, AsyncClient, Cookies, Response
from starlette.types import Receive, Scope, Send

from peil.field.app import make_app
from peil.store.open_store import open_store
from peil.store.sample.open_sample import open_sample
from peil.study.reader.read import read_study
from peil.study.study import Study

if TYPE_CHECKING:
    from peil.store.store import Store

TRANSLATION = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"

msgctxt "job"
msgid "Wat doet u?"
msgstr "What do you do?"
"""

DAY = dt.date(2026, 3, 14)

SETTINGS = """
[about]
title = "Thuiswerken"
languages = ["nl", "en"]
controller = "Bureau Voorbeeld"
contact = "onderzoek@example.org"
consent = "Ik doe vrijwillig mee."
lawful_basis = "art. 6(1)(a) GDPR"
retention_months = 12
[roles]
boss = { if = "job is boss", label = "baas" }
other = "otherwise"
"""

QUESTIONNAIRE = """
# intro: Over dit onderzoek

## welcome  {notice}
Welkom bij dit onderzoek.

# work: Werk

## job
Wat doet u?
- ( ) boss: Baas
- ( ) staff: Personeel
- ( ) none: Geen werk

---

## age
end if age < 18: too_young
U bent ___ [0..120] jaar.

# home: Thuis  {one page}

## days
Werkt u thuis?
- ( ) yes: Ja
- ( ) no: Nee

## why
if days is yes
Waarom?
- [ ] quiet: Rust
- [ ] other: Anders, namelijk ____

## tired  {optional}
Nog iets? ____

# last: Slot

## team
if role is boss
Hoeveel mensen werken er? ___ [1..1000]

## detail  {for each why}
if days is yes
Wat bedoelt u met {why}? ____

## address  {contact, optional}
Uw gegevens
- email: E-mail
- name: Naam

## bye  {notice}
Dank u.
"""


def make_study(folder: Path, settings: str = SETTINGS, questionnaire: str = QUESTIONNAIRE) -> Study:
    """Write and read the study."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "study.toml").write_text(settings, encoding="utf-8")
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    (folder / "translations").mkdir(exist_ok=True)
    (folder / "translations" / "en.po").write_text(TRANSLATION, encoding="utf-8")
    study = read_study(folder)
    untold = [problem for problem in study.problems if problem.severity == "error"]
    assert untold == [], "\n".join(map(str, untold))
    return study


class Browser:
    """A browser without scripts: it keeps cookies, and shows a redirect instead of following it."""

    def __init__(self, fielded: "Fielded", url: str = "http://survey.example") -> None:
        self._portal = fielded.portal
        self._client = AsyncClient(transport=ASGITransport(fielded.answer), base_url=url)

    @property
    def cookies(self) -> Cookies:
        return self._client.cookies

    def get(self, path: str, **more: object) -> Response:
        return self.ask("GET", path, **more)

    def post(self, path: str, **more: object) -> Response:
        return self.ask("POST", path, **more)

    def ask(self, method: str, path: str, **more: object) -> Response:
        return self._portal.call(partial(self._client.request, method, path, **more))


class Fielded:
    """A study that answers requests in this process; several browsers can visit it."""

    def __init__(
        self,
        study: Study,
        folder: Path,
        portal: BlockingPortal,
        *,
        preview: bool = False,
        passing: bool = False,
        day: dt.date = DAY,
    ) -> None:
        self.day = day
        self.seconds: float | None = None
        """What the app's clock stands at, which counts what comes fast; None: it goes on."""
        self.study = study
        self.folder = folder
        self.portal = portal
        self.state: Mapping[str, object] = {}
        self.store: Store = open_store(str(folder), study)
        self.sample = open_sample(str(folder), study) if study.fielding.privacy else None
        self.app = make_app(
            study,
            self.store,
            sample=self.sample,
            preview=preview,
            passing=passing,
            today=lambda: self.day,
            clock=lambda: monotonic() if self.seconds is None else self.seconds,
        )

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as a server does, with what the app's lifespan gave."""
        await self.app({**scope, "state": dict(self.state)}, receive, send)

    def browser(self, url: str = "http://survey.example") -> Browser:
        """Give a new browser."""
        return Browser(self, url)

    def stored(self) -> str:
        """Give all that stands in the store's files."""
        return stored(self.folder)


@contextmanager
def in_field(
    study: Study, folder: Path, *, preview: bool = False, passing: bool = False, day: dt.date = DAY
) -> Iterator[Fielded]:
    """Give a study in the field; the app runs inside, on a day that ``fielded.day`` changes."""
    with start_blocking_portal() as portal:
        fielded = Fielded(study, folder, portal, preview=preview, passing=passing, day=day)
        running = fielded.app.router.lifespan_context(fielded.app)
        sample = closing(fielded.sample) if fielded.sample else nullcontext()
        with closing(fielded.store), sample, portal.wrap_async_context_manager(running) as state:
            fielded.state = state
            yield fielded


def stored(folder: Path) -> str:
    """Give the contents of every table of every database in a folder."""
    parts = []
    for path in sorted(folder.glob("*.sqlite")):
        if path.name == "serving.sqlite":
            continue
        connection = sqlite3.connect(path)
        parts += [path.name, *connection.iterdump()]
        connection.close()
    return "\n".join(parts)


FIELD = re.compile(r"<input\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')


def hidden_fields(html: str) -> dict[str, str]:
    """Give what goes along unseen in a page's forms."""
    found = {}
    for tag in FIELD.findall(html):
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(tag)}
        if attributes.get("type") == "hidden":
            found[attributes["name"]] = attributes["value"]
    return found


def start(browser: Browser, language: str = "nl") -> Response:
    """Begin an interview: open the start page, tick the consent, send it."""
    code = hidden_fields(browser.get(f"/{language}/").text)[".code"]
    return browser.post(f"/{language}/start", data={".code": code, ".consent": "1"})


def form_of(browser: Browser, page: str, language: str = "nl") -> dict[str, str]:
    """Open a page and give its form's hidden fields."""
    shown = browser.get(f"/{language}/p/{page}")
    assert shown.status_code == 200, (page, shown.status_code, shown.headers.get("location"))
    return hidden_fields(shown.text)


def send(
    browser: Browser, page: str, fields: Mapping[str, str], language: str = "nl", go: str = "next"
) -> Response:
    """Open a page, fill it in and send it."""
    return browser.post(
        f"/{language}/p/{page}", data={**form_of(browser, page, language), **fields, ".go": go}
    )


WALK = (
    ("job", {"job": "staff"}),
    ("age", {"age": "44"}),
    ("home", {"days": "no"}),
    ("address", {"address.email": "ada@example.org"}),
    ("bye", {}),
)


def answer_all(browser: Browser) -> Response:
    """Answer everything; give the last answer of the server."""
    *first, last = WALK
    for page, fields in first:
        answered = send(browser, page, fields)
        assert answered.status_code == 303, answered.text
    return send(browser, *last)


def where(response: Response) -> tuple[int, str | None]:
    """Give a response's status and where it leads."""
    return response.status_code, response.headers.get("location")


def language_of(response: Response) -> str:
    """Give the language that a page says it is in."""
    found = re.search(r'<html lang="(\w+)"', response.text)
    assert found
    return found[1]
