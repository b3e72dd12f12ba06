"""Access and erasure of who was invited: the list of invitations stays apart, and no reminder follows."""

from pathlib import Path

import pytest
from fielded_study import answer_all, hidden_fields, send
from invited_study import MODES, begin, invited_field, mailed, person_at

from peil.interview.code import contact_key, interview_key


@pytest.mark.parametrize("privacy", MODES)
def test_the_page_never_shows_whose_invitation_it_was(tmp_path: Path, privacy: str) -> None:
    """It can have been passed on, and in an anonymous study nobody may see the two beside each other."""
    with invited_field(tmp_path, privacy) as fielded:
        tokens = mailed(fielded)
        browser = fielded.browser()
        begin(browser, tokens["p1@example.org"])
        send(browser, "job", {"job": "staff"})
        for path in ("access", "access/answers.json"):
            shown = browser.get(f"/nl/{path}").text
            assert "Personeel" in shown
            assert "p1@example.org" not in shown
            assert "P 1" not in shown
        assert "De lijst van wie is uitgenodigd" in browser.get("/nl/access").text


@pytest.mark.parametrize("privacy", MODES)
def test_who_erases_everything_is_reminded_only_where_that_cant_be_known(
    tmp_path: Path, privacy: str
) -> None:
    with invited_field(tmp_path, privacy) as fielded:
        token = mailed(fielded)["p1@example.org"]
        browser = fielded.browser()
        begin(browser, token)
        send(browser, "job", {"job": "staff"})
        erased = browser.post("/nl/erase", data=hidden_fields(browser.get("/nl/erase").text))
        assert erased.status_code == 200
        assert fielded.store.find(interview_key(token)) is None
        assert person_at(fielded, "p1@example.org").refused is (privacy == "confidential")
        assert not person_at(fielded, "p0@example.org").refused


def test_who_finished_and_erases_leaves_nothing(tmp_path: Path) -> None:
    with invited_field(tmp_path, "confidential") as fielded:
        token = mailed(fielded)["p1@example.org"]
        browser = fielded.browser()
        begin(browser, token)
        answer_all(browser)
        assert fielded.store.details_of(contact_key(token))
        browser.post("/nl/erase", data=hidden_fields(browser.get("/nl/erase").text))
        assert list(fielded.store.kept()) == []
        assert list(fielded.store.details()) == []
