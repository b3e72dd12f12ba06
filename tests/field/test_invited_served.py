"""Invitations and a real server: killed in the midst of it, on each database."""

from contextlib import closing
from pathlib import Path

import httpx
import pytest
from fielded_study import DAY, hidden_fields, make_study
from invited_study import MODES, invited_settings

from peil.interview.code import interview_key
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from served import Served

pytestmark = pytest.mark.slow


def begin(url: str, token: str) -> httpx.Client:
    """Follow the link in a mail and press the button."""
    client = httpx.Client(base_url=url, follow_redirects=True, timeout=60)
    fields = hidden_fields(client.get(f"/i/{token}").text)
    begun = client.post("/nl/start", data={**fields, ".consent": "1"})
    assert begun.url.path == "/nl/p/job", begun.text
    return client


@pytest.mark.parametrize("mode", MODES)
def test_a_killed_server_notes_nobody_and_every_link_goes_on(
    store_url: str, tmp_path: Path, mode: str
) -> None:
    study = make_study(tmp_path / "study", invited_settings(mode))
    with closing(open_sample(store_url, study)) as sample:
        with Served(study, tmp_path, store_url) as served:
            sample.add([NewPerson(f"p{n}@example.org", "", "nl") for n in range(25)])
            with sample.mailing() as outbox:  # while respondents are being served
                postings = [outbox.take(one.id, INVITATION, DAY) for one in sample.persons()]
                for posting in filter(None, postings):
                    outbox.sent(posting)
            tokens = [posting.token for posting in postings if posting]
            for token in tokens[:14]:
                begin(served.url, token).close()
            known = len(sample.known_started())
            assert known == (10 if mode == "anonymous" else 0)
            served.kill()
            served.start()
            for token in tokens[14:19]:
                begin(served.url, token).close()
            assert len(sample.known_started()) == known
            for token in tokens[:19]:
                with httpx.Client(base_url=served.url, follow_redirects=True, timeout=60) as elsewhere:
                    assert elsewhere.get(f"/i/{token}").url.path == "/nl/p/job"
            said = served.said()
            with served.opened() as store:
                assert all(store.find(interview_key(token)) for token in tokens[:19])
                assert len(list(store.kept())) == 19
        assert not [token for token in tokens if token in said or token in served.said()]
