"""``peil phase``: what it prints, enters, refuses, and does to servers that are running."""

import json
import re
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest
from fielded_study import DAY, QUESTIONNAIRE, SETTINGS, make_study, stored

from peil.cli.main import main
from peil.core.problem import Unusable
from peil.field import change_phase
from peil.field.serve import serve
from peil.interview.code import sample_key
from peil.pages.words import words_for
from peil.store.mark import Mark
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.store.releasing import Over
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.store import Store
from peil.store.today import today
from peil.study.reader.read import read_study
from peil.study.study import Study
from served import PATIENCE, Served
from web_form import form_with

PLAIN = re.sub(r"## address.*?(?=## bye)", "", QUESTIONNAIRE, flags=re.DOTALL)
NOTICED = 2.5
"""Seconds after which every server has noticed a phase."""


@pytest.fixture
def study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Study:
    monkeypatch.delenv("PEIL_STORE", raising=False)
    monkeypatch.setattr(change_phase, "NOTICED_SECONDS", 0.0)
    return make_study(tmp_path / "study", SETTINGS, PLAIN)


def reword(study: Study, old: str, new: str, file: str = "questionnaire.md") -> None:
    path = study.folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], study: Study, *arguments: str, status: int = 0) -> dict:
    capsys.readouterr()
    assert main(["phase", str(study.folder), *arguments, "--format", "json"]) == status
    return json.loads(capsys.readouterr().out)


def codes(answer: dict) -> list[str]:
    return [problem["code"] for problem in answer["problems"]]


def test_without_a_store_nothing_has_been_fielded_and_none_is_made(study: Study, capsys) -> None:
    answer = told(capsys, study)
    assert (answer["phase"], answer["log"], answer["problems"]) == (None, [], [])
    assert main(["phase", str(study.folder)]) == 0
    assert capsys.readouterr().out == "Nothing has been in the field yet.\n"
    assert not (study.folder / "store").exists()
    assert codes(told(capsys, study, "closed", "--reason", "done", status=2)) == ["P005"]
    assert not (study.folder / "store").exists()


def test_the_log_tells_each_phase_with_its_reason(study: Study, capsys) -> None:
    pilot = told(capsys, study, "pilot")
    assert (pilot["phase"], pilot["standing"], pilot["entered"]) == ("pilot", "open", True)
    live = told(capsys, study, "live", "--reason", "  the pilot\n went well ")
    assert live["published"]
    assert told(capsys, study, "live")["entered"] is False, "it is live already"
    reword(study, "Wat doet u?", "Wat is uw werk?")
    assert told(capsys, study)["published"] is False
    again = told(capsys, study, "live")
    assert [entry["phase"] for entry in again["log"]] == ["pilot", "live", "live"]
    assert [entry["reason"] for entry in again["log"]] == ["", "the pilot went well", ""]
    assert again["version"] != live["version"]
    assert main(["phase", str(study.folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Phase: live\nNew interviews are asked the folder's text.\n")
    line = rf"^\d{{4}}-\d\d-\d\d  live   {live['version'][:8]}  the pilot went well$"
    assert re.search(line, shown, re.MULTILINE)


def test_in_the_studys_folder_its_name_can_be_left_away(study: Study, capsys, monkeypatch) -> None:
    monkeypatch.chdir(study.folder)
    assert main(["phase", "pilot"]) == 0
    assert capsys.readouterr().out.startswith("Phase: pilot\n")
    assert main(["phase"]) == 0
    assert main(["phase", "nowhere", "live"]) == 2


def test_closing_asks_for_a_reason_and_says_what_was_destroyed(study: Study, capsys, monkeypatch) -> None:
    forgotten: list[str] = []
    forget_order = Store.forget_order

    def forget(store: Store) -> None:
        forgotten.append("order")
        forget_order(store)

    monkeypatch.setattr(Store, "forget_order", forget)
    monkeypatch.setattr(change_phase, "sleep", lambda _: forgotten.append("wait"))
    told(capsys, study, "live")
    assert codes(told(capsys, study, "closed", status=2)) == ["P004"]
    assert forgotten == []
    closed = told(capsys, study, "closed", "--reason", "done")
    assert (closed["phase"], closed["standing"]) == ("closed", "closed")
    assert forgotten == ["wait", "order"], "no server lets anything in any more when it begins"
    assert told(capsys, study, "closed")["entered"] is False
    assert forgotten == ["wait", "order"] * 2, "what was cut off before is done now"
    assert main(["phase", str(study.folder), "closed"]) == 0
    assert "Destroyed" in capsys.readouterr().out
    assert codes(told(capsys, study, "live", status=2)) == ["P004"]
    assert told(capsys, study, "live", "--reason", "too few")["standing"] == "open"


def test_closing_forgets_which_interviews_were_told_before(
    study: Study, store_url: str, capsys, monkeypatch
) -> None:
    monkeypatch.setattr(change_phase, "sleep", lambda _: None)
    settings = (study.folder / "study.toml").read_text(encoding="utf-8")
    field = '[fieldwork]\naccess = "both"\nprivacy = "anonymous"\n'
    text = settings.replace("consent =", 'consent_version = "1"\nconsent =') + field
    (study.folder / "study.toml").write_text(text, encoding="utf-8")
    anonymous, store = read_study(study.folder), ("--store", store_url)
    told(capsys, study, "live", *store)
    with closing(open_store(store_url, anonymous)) as opened:
        for number in range(10):
            opened.open_interview(Opening(f"key {number}", f"id-{number}", "nl", 7, today(), ""))
        ten = {f"id-{number}": Over("complete", 0) for number in range(10)}
        assert opened.releasing.release(ten) == dict.fromkeys(ten, 0)
        assert opened.releasing.release({}) == dict.fromkeys(ten, 0)
        told(capsys, study, "closed", "--reason", "done", *store)
        assert opened.releasing.release({}) == {}


def test_closing_destroys_what_links_invitations_to_answers(
    study: Study, store_url: str, capsys, monkeypatch
) -> None:
    monkeypatch.setattr("peil.store.today.today", lambda: DAY)
    settings = (study.folder / "study.toml").read_text(encoding="utf-8")
    field = '[fieldwork]\naccess = "both"\nprivacy = "confidential"\n'
    text = settings.replace("consent =", 'consent_version = "1"\nconsent =') + field
    (study.folder / "study.toml").write_text(text, encoding="utf-8")
    invited, store = read_study(study.folder), ("--store", store_url)
    with closing(open_sample(store_url, invited)) as sample:
        sample.add([NewPerson("ada@example.org", "Ada", "nl")])
    told(capsys, study, "live", *store)
    told(capsys, study, "closed", "--reason", "done", *store)
    with closing(open_sample(store_url, invited)) as sample:
        assert sample.links_destroyed_on() == DAY


def test_who_has_finished_is_noted_again_once_fieldwork_is_reopened(
    study: Study, store_url: str, capsys, monkeypatch
) -> None:
    monkeypatch.setattr(change_phase, "sleep", lambda _: None)
    settings = (study.folder / "study.toml").read_text(encoding="utf-8")
    field = '[fieldwork]\naccess = "both"\nprivacy = "anonymous"\n'
    text = settings.replace("consent =", 'consent_version = "1"\nconsent =') + field
    (study.folder / "study.toml").write_text(text, encoding="utf-8")
    with closing(open_sample(store_url, read_study(study.folder))) as sample:
        sample.add([NewPerson(f"p{number}@example.org", "", "nl") for number in range(10)])
        with sample.mailing() as outbox:
            taken = [outbox.take(one.id, INVITATION, today()) for one in list(sample.to_invite())]
            found = [sample_key(posting.token) for posting in taken if posting and not outbox.sent(posting)]
        told(capsys, study, "live", "--store", store_url)
        told(capsys, study, "closed", "--reason", "done", "--store", store_url)
        sample.note(Mark.DONE, found)
        assert sample.known_done() == frozenset()
        told(capsys, study, "live", "--reason", "too few", "--store", store_url)
        sample.note(Mark.DONE, found)
        assert len(sample.known_done()) == 10


@pytest.mark.slow
def test_what_was_served_goes_live_in_the_researchers_words_too(study: Study, tmp_path: Path, capsys) -> None:
    store_url = str(tmp_path / "store")
    serve(study, store_url, host="127.0.0.1", port=0, preview=False).close()
    assert told(capsys, study, "--store", store_url)["log"][0]["reason"] == "served"
    assert told(capsys, study, "live", "--store", store_url)["entered"] is True


def test_fieldwork_can_be_closed_whatever_stands_in_the_folder(study: Study, capsys) -> None:
    version = told(capsys, study, "live")["version"]
    reword(study, "if days is yes", "if days is perhaps")
    assert "Q012" in codes(told(capsys, study, "live", status=2))
    assert "Q012" in codes(told(capsys, study, "pilot", status=2))
    assert told(capsys, study, "closed", "--reason", "done")["version"] == version


def test_answers_from_a_file_keep_their_place_too(study: Study, tmp_path: Path, capsys) -> None:
    told(capsys, study, "live")
    data = tmp_path / "paper.csv"
    assert main(["simulate", str(study.folder), "-n", "40", "--seed", "1", "--out", str(data)]) == 0
    assert main(["import", str(study.folder), "--data", str(data)]) == 0
    reword(study, "- ( ) none: Geen werk\n", "")
    answer = told(capsys, study, "live", status=2)
    assert codes(answer) == ["P001"]
    assert '"job"' in answer["problems"][0]["message"]


def test_a_folder_that_changes_while_it_is_read_is_not_published(study: Study, tmp_path: Path) -> None:
    store_url = f"sqlite:{tmp_path / 'store'}"
    with closing(open_store(store_url, study)) as store:
        reword(study, "Wat doet u?", "Wat is uw werk?")
        with pytest.raises(Unusable) as refused:
            change_phase.change_phase(study, store, Phase.PILOT, "", today())
        assert [problem.code for problem in refused.value.problems] == ["P006"]
        assert store.versions() == {}
        assert store.phase_log() == ()


@pytest.mark.parametrize("setting", ["contact", "controller", "lawful_basis", "retention_months"])
def test_what_respondents_must_be_told_keeps_a_study_from_going_live(study: Study, capsys, setting) -> None:
    path = study.folder / "study.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(rf"^{setting} = .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    answer = told(capsys, study, "live", status=2)
    assert codes(answer) == ["P002"]
    assert setting in answer["problems"][0]["hint"]
    assert told(capsys, study, "pilot")["phase"] == "pilot"


@pytest.mark.parametrize("access", ["both", "invited"])
def test_where_people_are_invited_consent_has_a_version(study: Study, capsys, access) -> None:
    path = study.folder / "study.toml"
    text = path.read_text(encoding="utf-8")
    field = f'[fieldwork]\naccess = "{access}"\nprivacy = "confidential"\n'
    path.write_text(text + field, encoding="utf-8")
    answer = told(capsys, study, "live", status=2)
    assert codes(answer) == ["P002"]
    assert "consent_version" in answer["problems"][0]["message"]
    path.write_text(text.replace("consent =", 'consent_version = "1"\nconsent =') + field, encoding="utf-8")
    assert told(capsys, study, "live")["phase"] == "live"


def test_contact_questions_without_a_key_keep_it_from_going_live(tmp_path: Path, capsys) -> None:
    study = make_study(tmp_path / "contacts")
    assert codes(told(capsys, study, "live", status=2)) == ["P003"]
    assert told(capsys, study, "pilot")["phase"] == "pilot"


def test_the_last_day_being_over_asks_for_a_reason(study: Study, capsys) -> None:
    reword(study, "[roles]", "opens = 2026-01-12\ncloses = 2026-02-20\n[roles]", "study.toml")
    answer = told(capsys, study, "live", status=2)
    assert codes(answer) == ["P004"]
    assert "2026-02-20" in answer["problems"][0]["message"]
    assert told(capsys, study, "live", "--reason", "a repeat")["standing"] == "open"


def test_a_store_that_is_none_is_told(study: Study, capsys) -> None:
    assert codes(told(capsys, study, "live", "--store", "mysql://root:secret@host/db", status=2)) == ["S001"]


class Respondent:
    """A browser on the other side of a real connection."""

    def __init__(self, served: Served, path: str = "/nl/") -> None:
        self.http = httpx.Client(base_url=served.url, timeout=PATIENCE)
        form = form_with(self.http.get(path).text, ".code")
        self.begun = self.http.post(form.action, data={**form.filled, ".consent": "1"})

    def page(self, page: str) -> str:
        return self.http.get(f"/nl/p/{page}").text

    def send(self, page: str, **fields: str) -> httpx.Response:
        form = form_with(self.page(page), ".nonce")
        return self.http.post(f"/nl/p/{page}", data={**form.filled, **fields, ".go": "next"})

    def finish(self) -> str:
        for page, fields in (
            ("job", {"job": "staff"}),
            ("age", {"age": "44"}),
            ("home", {"days": "no"}),
            ("bye", {}),
        ):
            sent = self.send(page, **fields)
            assert sent.status_code == 303, sent.text
        return sent.headers["location"]


@pytest.fixture
def respondents() -> Iterator[list[Respondent]]:
    found: list[Respondent] = []
    yield found
    for one in found:
        one.http.close()


@pytest.mark.slow
def test_a_running_server_takes_a_phase(
    study: Study, tmp_path: Path, store_url: str, capsys, respondents: list[Respondent]
) -> None:
    """Pilot, live, a safe change, a breaking one, closed, reopened: one server, both stores."""
    store = ("--store", store_url)
    told(capsys, study, "pilot", *store)
    with Served(study, tmp_path, store_url) as served:

        def begin(path: str = "/nl/") -> Respondent:
            respondents.append(Respondent(served, path))
            return respondents[-1]

        pilot = begin()
        assert words_for("nl")("pilot_banner") in pilot.page("job")
        told(capsys, study, "live", *store)
        time.sleep(NOTICED)
        live, test = begin(), begin("/nl/?from=test")
        assert words_for("nl")("pilot_banner") not in live.page("job")
        assert words_for("nl")("test_banner") in test.page("job")
        reword(study, "Wat doet u?", "Wat is uw werk?")
        told(capsys, study, "live", *store)
        time.sleep(NOTICED)
        late = begin()
        assert "Wat is uw werk?" in late.page("job")
        assert "Wat doet u?" in live.page("job")
        reword(study, "- ( ) none: Geen werk\n", "")
        assert codes(told(capsys, study, "live", *store, status=2))[-1] == "P001"
        reword(study, "- ( ) staff: Personeel\n", "- ( ) staff: Personeel\n- ( ) none: Geen werk\n")
        assert [one.finish() for one in (pilot, live, test)] == ["/nl/end"] * 3
        told(capsys, study, "closed", "--reason", "done", *store)
        time.sleep(NOTICED)
        form = {".code": "K7QF-2M9X-0PRD-W8ST-6ZHA", ".consent": "1"}
        assert httpx.post(f"{served.url}/nl/start", data=form, timeout=PATIENCE).status_code == 403
        assert words_for("nl")("closed_title") in late.page("job")
        told(capsys, study, "live", "--reason", "too few", *store)
        time.sleep(NOTICED)
        assert late.finish() == "/nl/end"
    with closing(open_store(store_url, study)) as kept:
        purposes = sorted(one.purpose.value for one in kept.kept())
        assert purposes == ["live", "live", "pilot", "test"]
        assert [one.outcome for one in kept.responses()] == ["complete", "complete"]
        assert {one.purpose for one in kept.kept() if one.id in {r.id for r in kept.responses()}} == {
            Purpose.LIVE
        }
    out = tmp_path / "out.csv"
    assert main(["export", str(study.folder), "--out", str(out), *store]) == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 3


@pytest.mark.slow
def test_a_refused_phase_changes_nothing(study: Study, tmp_path: Path, capsys) -> None:
    store = tmp_path / "store"
    told(capsys, study, "live", "--store", str(store))
    with Served(study, tmp_path, f"sqlite:{store}") as served:
        Respondent(served).http.close()
    before = stored(store)
    reword(study, "- ( ) none: Geen werk\n", "")
    for arguments in (("live",), ("closed",), ("pilot",)):
        assert told(capsys, study, *arguments, "--store", str(store), status=2)["problems"]
    assert stored(store) == before
