"""When something fails: a calm page for the respondent; no answer, code or trace where it shouldn't be."""

import asyncio
import errno
import logging
import sqlite3
from contextlib import closing
from typing import Any, NoReturn

import pytest
from fielded_study import Browser, Fielded, form_of, hidden_fields, send, start

from peil.field import answer, question
from peil.field.failures import told
from peil.store.errors import StoreBusy, StoreUnavailable
from peil.store.store import Store
from peil.store.writer import Writer

TYPED = "ada@example.org"


def fail(*_: object, **__: object) -> NoReturn:
    raise ValueError(f"can't write {TYPED}")


def test_a_bug_gives_a_calm_page_in_the_language_and_no_trace(
    fielded: Fielded, browser: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    start(browser)
    code = browser.cookies["peil"]
    fields = {**form_of(browser, "job"), "job": "staff"}
    before = fielded.stored()
    monkeypatch.setattr(question, "kept_form", fail)
    monkeypatch.setattr(answer, "submission_of", fail)
    shown, sent = browser.get("/en/p/job"), browser.post("/nl/p/job", data=fields)
    for response, language in ((shown, "en"), (sent, "nl")):
        assert response.status_code == 500
        assert f'<html lang="{language}"' in response.text
        assert response.headers["cache-control"] == "no-store"
        assert "content-security-policy" in response.headers
        for word in ("Traceback", "ValueError", TYPED, ".py"):
            assert word not in response.text
    assert "ValueError" in caplog.text
    assert "test_failures.py" in caplog.text
    for secret in (TYPED, code, "staff"):
        assert secret not in caplog.text
    assert fielded.stored() == before


def test_causes_are_told_without_their_texts() -> None:
    def read() -> None:
        raise KeyError(TYPED)

    def write() -> None:
        try:
            read()
        except KeyError as error:
            raise RuntimeError(TYPED) from error

    with pytest.raises(RuntimeError) as caught:
        write()
    lines = told(caught.value)
    assert "builtins.RuntimeError" in lines
    assert "builtins.KeyError" in lines
    assert "in read" in lines
    assert TYPED not in lines


def test_the_code_of_a_full_disk_or_a_broken_database_is_told() -> None:
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute("CREATE TABLE t (x NOT NULL)")
        with pytest.raises(sqlite3.Error) as caught:
            database.execute("INSERT INTO t VALUES (NULL)")
    assert told(caught.value).splitlines()[0].endswith(" SQLITE_CONSTRAINT_NOTNULL")
    assert told(OSError(errno.ENOSPC, TYPED)) == "builtins.OSError ENOSPC"


def test_a_circle_of_causes_is_told_once() -> None:
    one, other = ValueError("a"), TypeError("b")
    one.__cause__, other.__cause__ = other, one
    assert told(one).splitlines() == ["builtins.ValueError", "builtins.TypeError"]


@pytest.mark.parametrize("error", [StoreUnavailable("gone"), StoreBusy("full")], ids=["unavailable", "busy"])
@pytest.mark.parametrize("when", ["at once", "while waiting"])
def test_a_store_that_cannot_write_gives_a_calm_page_and_the_same_form_works_again(
    fielded: Fielded,
    browser: Browser,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    when: str,
) -> None:
    start(browser)
    fields = {**form_of(browser, "job"), "job": "staff"}
    before = fielded.stored()

    async def refuse(*_: object) -> None:
        if when == "while waiting":
            await asyncio.sleep(0)
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(Writer, "submitted", refuse)
        busy = browser.post("/nl/p/job", data=fields)
    assert busy.status_code == 503
    assert int(busy.headers["retry-after"]) > 0
    assert "<h1" in busy.text
    assert type(error).__name__ in caplog.text
    assert not any(secret in caplog.text for secret in ("gone", "full", "staff", browser.cookies["peil"]))
    assert fielded.stored() == before
    assert browser.post("/nl/p/job", data=fields).status_code == 303


@pytest.mark.parametrize("path", ["/", "/nl/", "/nl/p/job", "/nl/later", "/nl/end", "/nl/erase"])
def test_a_store_that_cannot_read_gives_a_calm_page(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    def refuse(*_: object) -> None:
        raise StoreUnavailable("gone")

    start(browser)
    monkeypatch.setattr(Store, "find", refuse)
    assert browser.get(path).status_code == 503
    assert "peil" in browser.cookies


def test_an_erasure_that_fails_forgets_nothing(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise StoreUnavailable("gone")

    start(browser)
    asked = hidden_fields(browser.get("/nl/erase").text)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "erase", refuse)
        assert browser.post("/nl/erase", data=asked).status_code == 503
    assert "peil" in browser.cookies
    assert browser.post("/nl/erase", data=asked).status_code == 200


def scope_of(fielded: Fielded, browser: Browser, path: str) -> dict[str, Any]:
    cookie = f"peil={browser.cookies['peil']}".encode()
    return {
        "type": "http",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "http",
        "server": ("survey.example", 80),
        "headers": [
            (b"host", b"survey.example"),
            (b"cookie", cookie),
            (b"content-type", b"application/x-www-form-urlencoded"),
        ],
        "state": dict(fielded.state),
    }


def test_a_browser_that_goes_away_halfway_leaves_nothing_behind(
    fielded: Fielded, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    start(browser)
    before = fielded.stored()
    sent: list[object] = []

    async def half() -> None:
        messages = [
            {"type": "http.request", "body": b".nonce=abc&job=st", "more_body": True},
            {"type": "http.disconnect"},
        ]

        async def receive() -> dict[str, object]:
            return messages.pop(0)

        async def send_message(message: dict[str, object]) -> None:
            sent.append(message)

        await fielded.app(scope_of(fielded, browser, "/nl/p/job"), receive, send_message)

    fielded.portal.call(half)
    assert sent == []
    assert caplog.records == []
    assert fielded.stored() == before


def test_a_body_that_never_ends_is_cut_off(fielded: Fielded, browser: Browser) -> None:
    """Without Content-Length only counting helps."""
    start(browser)
    asked, statuses = 0, []

    async def endless() -> None:
        async def receive() -> dict[str, object]:
            nonlocal asked
            asked += 1
            await asyncio.sleep(0)
            return {"type": "http.request", "body": b"x" * 65536, "more_body": True}

        async def send_message(message: dict[str, object]) -> None:
            statuses.append(message.get("status"))

        await fielded.app(scope_of(fielded, browser, "/nl/p/job"), receive, send_message)

    fielded.portal.call(endless)
    assert statuses[0] == 413
    assert asked == 17


def test_a_page_whose_sender_left_is_kept_all_the_same(fielded: Fielded, browser: Browser) -> None:
    """Once all was sent it is kept, whether or not anybody waits for the answer."""
    start(browser)
    fields = {**form_of(browser, "job"), "job": "staff"}

    async def send_and_leave() -> None:
        task = asyncio.ensure_future(browser._client.post("/nl/p/job", data=fields))  # noqa: SLF001 - only inside the loop it can be left
        writing = fielded.state["writer"]
        while not task.done() and not writing._waiting:  # noqa: SLF001, ASYNC110 - the moment between queue and disk
            await asyncio.sleep(0)
        task.cancel()

    fielded.portal.call(send_and_leave)
    again = browser.post("/nl/p/job", data=fields)
    assert again.headers["location"] == "/nl/p/age"
    (kept,) = fielded.store.kept()
    assert kept.answers.values["job"] == "staff"
    assert kept.revision == 1


def test_nothing_of_a_whole_interview_is_logged(
    browser: Browser, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "x"})
    browser.post("/nl/resume", data={".code": "hello"})
    browser.post("/nl/p/age", data={"age": "4"})
    said = [
        record.getMessage()
        for record in caplog.records
        if record.name.startswith(("peil", "uvicorn", "starlette"))
    ]
    assert said == []
    out = capfd.readouterr()
    assert out.out + out.err == ""
