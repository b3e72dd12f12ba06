"""Pages for who was invited, for everyone: axe-core's rules and our own."""

from contextlib import closing
from pathlib import Path

import pytest
from test_trial_pages import looked_at

from kinds_study import write_kinds_study
from peil.pages.words import words_for
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.today import today
from peil.study.reader.read import read_study
from served import Served

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("mode", ["anonymous", "confidential"])
def test_invitation_pages(tmp_path: Path, new_page, mode: str) -> None:
    folder = write_kinds_study(tmp_path / "study").folder
    with (folder / "study.toml").open("a", encoding="utf-8") as settings:
        settings.write(f'\n[fieldwork]\naccess = "invited"\nprivacy = "{mode}"\n')
    study = read_study(folder)
    with closing(open_sample(f"sqlite:{tmp_path / 'store'}", study)) as sample, sample.mailing() as outbox:
        sample.add([NewPerson(f"p{n}@example.org", "P", "nl") for n in range(2)])
        postings = [outbox.take(one.id, INVITATION, today()) for one in sample.persons()]
    one, other = (posting for posting in postings if posting)
    words = words_for("nl")
    with Served(study, tmp_path) as served:
        page = new_page()
        page.goto(f"{served.url}/i/{one.token}")
        assert page.get_by_role("heading", name=words("mode_title")).count() == 1
        assert looked_at(page) == []
        page.locator("#consent").check()
        page.get_by_role("button", name=words("begin")).click()
        page.wait_for_url("**/p/**")
        page.goto(f"{served.url}/i/{other.token}")
        assert page.get_by_text(words("begun_here")).count() == 1
        assert looked_at(page) == []
        page.goto(f"{served.url}/nl/privacy")
        assert looked_at(page) == []
        page.goto(f"{served.url}/nl/i/0000-0000-0000-0000-0000")
        assert page.get_by_role("heading", name=words("invitation_unknown_title")).count() == 1
        assert looked_at(page) == []
        page.goto(f"{served.url}/nl/u/{one.person.leave_key}")
        assert looked_at(page) == []
        page.get_by_role("button", name=words("refuse_button")).click()
        assert page.get_by_role("heading", name=words("unsubscribed_title")).count() == 1
        assert looked_at(page) == []
