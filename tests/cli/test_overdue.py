"""The last day passes by itself: what was promised to be destroyed is told to whoever runs the survey."""

import datetime as dt
import json
from contextlib import closing
from pathlib import Path

import pytest
from store_and_files import opened

from peil.cli.main import main
from peil.field.serve import serve
from peil.line import read_sound_study
from peil.store.phase import Phase, PhaseEntry
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.today import today


@pytest.fixture(params=["anonymous", "confidential"])
def over(request: pytest.FixtureRequest, study: Path, store_url: str) -> str:
    """A study that invited somebody, whose last day was yesterday; give its store."""
    settings = study / "study.toml"
    last = today() - dt.timedelta(days=1)
    text = settings.read_text("utf-8").replace("[about]\n", f"[about]\ncloses = {last}\n")
    settings.write_text(f'{text}\n[fieldwork]\naccess = "invited"\nprivacy = "{request.param}"\n', "utf-8")
    read = read_sound_study(study)
    with opened(study, store_url) as store:
        store.enter_phase(PhaseEntry(Phase.LIVE, store.version, last - dt.timedelta(days=30), ""))
    with closing(open_sample(store_url, read)) as sample:
        sample.add([NewPerson("ada@example.org", "Ada", "nl")])
        with sample.mailing() as outbox:
            for person in sample.to_invite():
                posting = outbox.take(person.id, INVITATION, last)
                assert posting is not None
                outbox.sent(posting)
    return store_url


@pytest.mark.slow
def test_status_and_serve_say_so_until_it_is_destroyed(
    study: Path, over: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def told() -> list[list[str]]:
        capsys.readouterr()
        main(["status", str(study), "--store", over, "--format", "json"])
        status = [one["code"] for one in json.loads(capsys.readouterr().out)["problems"]]
        serving = serve(read_sound_study(study), over, host="127.0.0.1", port=0, preview=False)
        serving.close()
        return [
            [one for one in codes if one == "K016"] for codes in (status, [p.code for p in serving.problems])
        ]

    assert told() == [["K016"], ["K016"]]
    assert main(["retire", str(study), "--store", over, "--do"]) in {0, 1}
    assert told() == [[], []]
