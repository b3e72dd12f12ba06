"""Leaving the mailing list: a look changes nothing, one click does, from anywhere and any number of times."""

from html import unescape
from pathlib import Path

import pytest
from fielded_study import Fielded, hidden_fields, stored, where
from invited_study import MODES, begin, invited_field, mailed, person_at, sample_of

from peil.pages.words import words_for
from peil.store.sample.person import Person

both_modes = pytest.mark.parametrize("mode", MODES)
WORDS = words_for("nl")
ONE_CLICK = {"List-Unsubscribe": "One-Click"}
ELSEWHERE = {"Origin": "https://mail.example.com", "Sec-Fetch-Site": "cross-site"}


def leaver(fielded: Fielded) -> Person:
    return person_at(fielded, "p1@example.org")


@both_modes
def test_looking_changes_nothing(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        mailed(fielded)
        before = stored(fielded.folder)
        for language in ("nl", "en"):
            for method in ("GET", "HEAD"):
                shown = fielded.browser().ask(method, f"/{language}/u/{leaver(fielded).leave_key}")
                assert shown.status_code == 200
        assert stored(fielded.folder) == before


@both_modes
@pytest.mark.parametrize("headers", [{}, ELSEWHERE, {"Origin": "null"}])
def test_a_mail_programs_one_click_is_taken(tmp_path: Path, mode: str, headers: dict[str, str]) -> None:
    with invited_field(tmp_path, mode) as fielded:
        mailed(fielded)
        path = f"/nl/u/{leaver(fielded).leave_key}"
        for _ in range(2):
            told = fielded.browser().post(path, data=ONE_CLICK, headers=headers)
            assert told.status_code == 200
            assert WORDS("unsubscribed_title") in unescape(told.text)
        assert leaver(fielded).unsubscribed
        assert not leaver(fielded).refused
        assert sample_of(fielded).counts().unsubscribed == 1
        assert [one.address for one in sample_of(fielded).persons() if one.wants_mail] != []


def test_one_click_may_come_as_multipart(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous") as fielded:
        path = f"/nl/u/{leaver(fielded).leave_key}"
        told = fielded.browser().post(
            path, files={"List-Unsubscribe": (None, "One-Click")}, headers=ELSEWHERE
        )
        assert told.status_code == 200
        assert leaver(fielded).unsubscribed


def test_a_body_too_large_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous") as fielded:
        path = f"/nl/u/{leaver(fielded).leave_key}"
        told = fielded.browser().post(path, files={"x": (None, "x" * 100_000)})
        assert told.status_code == 413
        assert not leaver(fielded).unsubscribed


@both_modes
def test_not_taking_part_is_said_and_can_be_thought_over(tmp_path: Path, mode: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        token = mailed(fielded)["p1@example.org"]
        path = f"/nl/u/{leaver(fielded).leave_key}"
        told = fielded.browser().post(path, data={"choice": "refuse"})
        assert WORDS("refused_text") in unescape(told.text)
        assert leaver(fielded).refused
        later = fielded.browser().post(path, data=ONE_CLICK)
        assert WORDS("refused_text") in unescape(later.text)
        assert where(begin(fielded.browser(), token)) == (303, "/nl/p/job")


@both_modes
@pytest.mark.parametrize("key", ["x", "%00", "a" * 400])
def test_an_unknown_key_takes_nobody_off(tmp_path: Path, mode: str, key: str) -> None:
    with invited_field(tmp_path, mode) as fielded:
        tokens = mailed(fielded)
        before = stored(fielded.folder)
        for one in (key, tokens["p1@example.org"], leaver(fielded).id, leaver(fielded).leave_key[:-1]):
            for method in ("GET", "POST"):
                told = fielded.browser().ask(method, f"/nl/u/{one}")
                assert told.status_code == 404
                assert WORDS("leaving_unknown_title") in unescape(told.text)
        assert stored(fielded.folder) == before


def test_only_this_route_takes_a_form_from_elsewhere(tmp_path: Path) -> None:
    with invited_field(tmp_path, "anonymous") as fielded:
        token = mailed(fielded)["p1@example.org"]
        fields = {**hidden_fields(fielded.browser().get(f"/nl/i/{token}").text), ".consent": "1"}
        assert fielded.browser().post("/nl/start", data=fields, headers=ELSEWHERE).status_code == 403


def test_the_key_of_the_list_opens_no_interview(tmp_path: Path) -> None:
    with invited_field(tmp_path, "confidential") as fielded:
        mailed(fielded)
        key = leaver(fielded).leave_key
        assert fielded.browser().get(f"/nl/i/{key}").status_code == 404
        assert list(fielded.store.kept()) == []
