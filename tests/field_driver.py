"""A respondent over plain HTTP: reads a page's forms as a browser would, fills them in from known answers.

Every value sent must be offered by a control of the page, so an interview that comes through shows that the
pages ask all there is to answer.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from urllib.parse import unquote, urlencode, urlsplit

from peil.interview.answers import Value
from peil.interview.response import Response
from peil.interview.submit import page_variables
from peil.pages.field_names import CODE, CONSENT, DATE_PARTS, GO, NEXT, NONCE
from peil.study.codebook import ValueKind
from peil.study.study import Study
from web_form import form_with

COMMA = frozenset({"nl", "de", "fr"})
MOST_PAGES = 500
PATIENCE = 60.0
"""Seconds that a respondent keeps trying."""


def fields_of(study: Study, values: Mapping[str, Value], language: str) -> dict[str, str]:
    """Give what is sent for these answers: field name to value."""
    fields: dict[str, str] = {}
    for name, value in values.items():
        fields.update(_fields(study.codebook.variables[name].value, name, value, language))
    return fields


def _fields(kind: ValueKind, name: str, value: Value, language: str) -> Iterator[tuple[str, str]]:
    if kind is ValueKind.TICK:
        if value is True:
            yield name, "1"
    elif kind is ValueKind.DATE:
        year, month, day = str(value).split("-")
        numbers = {"day": int(day), "month": int(month), "year": int(year)}
        for part in DATE_PARTS:
            yield f"{name}.{part}", str(numbers[part])
    elif kind is ValueKind.NUMBER and language in COMMA:
        yield name, str(value).replace(".", ",")
    else:
        yield name, str(value)


@dataclass(frozen=True)
class Answered:
    """What the server answered in the end: after its redirects."""

    status: int
    path: str
    text: str


class Visitor:
    """One device: a connection that is kept, and the cookies of one person."""

    def __init__(self, host: str, port: int, language: str) -> None:
        self.connection = HTTPConnection(host, port, timeout=60)
        self.language = language
        self.cookies: dict[str, str] = {}
        self.requests = 0

    def forget(self, language: str) -> None:
        """Become another person on the same connection."""
        self.language, self.cookies = language, {}

    def get(self, path: str) -> Answered:
        """Get a page, wherever it is."""
        return self._go("GET", path)

    def post(self, path: str, fields: Mapping[str, str]) -> Answered:
        """Send a form, and get the page that it leads to."""
        return self._go("POST", path, urlencode(fields).encode())

    def close(self) -> None:
        """Hang up."""
        self.connection.close()

    def _go(self, method: str, path: str, body: bytes | None = None) -> Answered:
        for _ in range(10):
            status, location, text = self._ask(method, path, body)
            if status != 303:
                return Answered(status, urlsplit(path).path, text)
            method, path, body = "GET", location, None
        raise AssertionError(f"led in a circle, last to {path}")

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, str, str]:
        headers = {"Accept-Language": self.language}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        self.requests += 1
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        text = answer.read().decode()
        for line in answer.headers.get_all("Set-Cookie", ()):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return answer.status, answer.headers.get("Location", ""), text


class PatientVisitor(Visitor):
    """One who tries again when the server is gone or too busy, with the same form, as a browser would."""

    def __init__(self, host: str, port: int, language: str) -> None:
        super().__init__(host, port, language)
        self.lost = 0
        self.calm: list[str] = []

    def _ask(self, method: str, path: str, body: bytes | None) -> tuple[int, str, str]:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                status, location, text = super()._ask(method, path, body)
            except (OSError, HTTPException):
                self.lost += 1
                self.connection.close()
                assert time.monotonic() < until, f"no answer to {method} {path}"
                time.sleep(0.05)
                continue
            if status != 503:
                return status, location, text
            assert time.monotonic() < until, f"still too busy: {method} {path}"
            self.calm.append(text)
            time.sleep(0.1)


def give_interview(visitor: Visitor, study: Study, response: Response) -> str | None:
    """Answer as the response did, up to the page where it ends or was left.

    Returns:
        The personal code, or None when the response was left before anything was agreed to.

    Raises:
        AssertionError: A page doesn't offer an answer, refuses it, or leads elsewhere than the interview.
    """
    shown = visitor.get("/")
    assert shown.status == 200, shown
    if not response.answers.pages:
        return None
    start = form_with(shown.text, CODE)
    code = start.filled[CODE]
    agreed = {name: next(iter(start.offered[name])) for name in (CONSENT,) if name in start.offered}
    shown = visitor.post(start.action, {**start.filled, **agreed})
    for _ in range(MOST_PAGES):
        assert shown.status == 200, shown
        page = page_of(shown.path)
        if page is None or page not in response.answers.pages:
            assert (page is None) == (response.outcome is not None), (shown.path, response)
            assert page is not None or shown.path == f"/{visitor.language}/end", shown.path
            return code
        shown = _answer(visitor, study, response, page, shown)
    raise AssertionError(f"no end after {MOST_PAGES} pages: {shown.path}")


def page_of(path: str) -> str | None:
    """Give the page id in a path, or None where it is no question page's."""
    _, _, page = path.partition("/p/")
    return unquote(page) or None


def _answer(visitor: Visitor, study: Study, response: Response, page: str, shown: Answered) -> Answered:
    """Fill in one page until it lets go; a page that grows by an answer is filled in further."""
    names = page_variables(study, page)
    values = {name: value for name, value in response.answers.values.items() if name in names}
    coming = fields_of(study, values, visitor.language)
    sent: set[str] = set()
    again = False
    while page_of(shown.path) == page:
        form = form_with(shown.text, NONCE)
        fields = {name: value for name, value in coming.items() if form.takes(name, value)}
        assert not (again and fields.keys() <= sent), f"{page} doesn't let go: {fields}\n{shown.text}"
        again = True
        assert (GO, NEXT) in form.buttons, form.buttons
        sent |= fields.keys()
        shown = visitor.post(form.action, {**form.filled, **fields, GO: NEXT})
        assert shown.status == 200, f"{page} refused {fields}: {shown.status}\n{shown.text}"
    assert sent == coming.keys(), f"{page} doesn't offer {coming.keys() - sent}"
    return shown
