"""Fieldwork that is closed while a request is on its way: nothing of it is kept, and the answer is calm."""

import threading
from collections.abc import AsyncIterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlencode

import anyio.to_thread
import pytest
from fielded_study import DAY, Browser, Fielded, form_of, hidden_fields, in_field, make_study, start
from httpx import Response
from invited_study import begin, invited_field, mailed, sample_of

from peil.field import editions
from peil.field.change_phase import change_phase
from peil.pages.words import words_for
from peil.store import reader
from peil.store.open_store import open_store
from peil.store.phase import Phase


def enter(fielded: Fielded, phase: Phase) -> None:
    with closing(open_store(str(fielded.folder), fielded.study, reading=True)) as other:
        change_phase(fielded.study, other, phase, "said", DAY)


def slowly(fielded: Fielded, browser: Browser, path: str, fields: dict[str, str]) -> Response:
    """Send half a form, have fieldwork closed, and send the rest."""
    body, halfway, closed = urlencode(fields).encode(), threading.Event(), threading.Event()
    answers: list[Response] = []

    async def parts() -> AsyncIterator[bytes]:
        yield body[:10]
        halfway.set()
        await anyio.to_thread.run_sync(closed.wait)
        yield body[10:]

    def send() -> None:
        form = {"content-type": "application/x-www-form-urlencoded"}
        answers.append(browser.post(path, content=parts(), headers=form))

    sending = threading.Thread(target=send)
    sending.start()
    assert halfway.wait(60)
    enter(fielded, Phase.CLOSED)
    closed.set()
    sending.join()
    return answers[0]


def test_a_page_that_comes_in_slowly_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "LOOK_AGAIN_SECONDS", 3600.0)  # not even where the server didn't notice
    with in_field(make_study(tmp_path / "study"), tmp_path / "store") as fielded:
        browser = fielded.browser()
        start(browser)
        before = list(fielded.store.kept())
        fields = form_of(browser, "job") | {"job": "boss", ".go": "next"}
        answer = slowly(fielded, browser, "/nl/p/job", fields)
        assert answer.status_code == 403
        assert words_for("nl")("closed_title") in answer.text
        assert list(fielded.store.kept()) == before


def test_nobody_begins_slowly(tmp_path: Path) -> None:
    with in_field(make_study(tmp_path / "study"), tmp_path / "store") as fielded:
        browser = fielded.browser()
        fields = {**hidden_fields(browser.get("/nl/").text), ".consent": "1"}
        answer = slowly(fielded, browser, "/nl/start", fields)
        assert answer.status_code == 403
        assert words_for("nl")("closed_title") in answer.text
        assert "set-cookie" not in answer.headers
        assert list(fielded.store.kept()) == []


def test_what_was_gathered_before_closing_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editions, "LOOK_AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(reader, "PHASE_SECONDS", 0.0)
    with invited_field(tmp_path, "anonymous", number=10) as fielded:
        *nine, tenth = mailed(fielded).values()
        for token in nine:
            begin(fielded.browser(), token)
        enter(fielded, Phase.CLOSED)
        assert words_for("nl")("closed_title") in fielded.browser().get("/nl/").text
        fielded.store.enter_phase(fielded.store.phase_log()[0])  # open again
        begin(fielded.browser(), tenth)
        assert sample_of(fielded).known_started() == frozenset()


@pytest.mark.parametrize("privacy", ["anonymous", "confidential"])
def test_who_erased_reads_nothing_about_the_code_that_isnt_so(tmp_path: Path, privacy: str) -> None:
    with invited_field(tmp_path, privacy) as fielded:
        token, browser = mailed(fielded)["p1@example.org"], fielded.browser()
        begin(browser, token)
        erased = browser.post("/nl/erase", data=hidden_fields(browser.get("/nl/erase").text))
        assert "Met uw code zijn ze niet meer te zien." in erased.text
        assert begin(fielded.browser(), token).status_code == 303, "the invitation itself still works"
