"""Access and erasure on behalf of a respondent who calls with a code, or from an invited address."""

import io
import json
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from contacts_given import CODES, GIVEN, codes, respond, told
from store_and_files import DAY, make_study

from peil.cli.main import main
from peil.interview.code import contact_key, interview_key
from peil.line import read_sound_study
from peil.store.open_store import open_store
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson

Capsys = pytest.CaptureFixture[str]
UNKNOWN = "9999-9999-9999-9999-9999"


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


def invited_study(folder: Path, privacy: str) -> Path:
    study = make_study(folder)
    text = (study / "study.toml").read_text(encoding="utf-8")
    text = text.replace("[roles]", f'[fieldwork]\naccess = "invited"\nprivacy = "{privacy}"\n\n[roles]')
    (study / "study.toml").write_text(text, encoding="utf-8")
    return study


def invite(study: Path, store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Invite two people, whose tokens are the codes of the respondents."""
    from peil.store.sample import link_rows, outbox  # noqa: PLC0415 - whose tokens these are

    tokens = iter(CODES)
    for room in (link_rows, outbox):
        monkeypatch.setattr(room, "new_code", lambda: next(tokens))
    with closing(open_sample(store_url, read_sound_study(study))) as sample:
        sample.add([NewPerson("ada@example.net", "Ada", "nl", {"sector": "kunst"})])
        with sample.mailing() as box:
            for person in list(sample.to_invite()):
                posting = box.take(person.id, INVITATION, DAY)
                assert posting is not None
                box.sent(posting)


def test_who_calls_with_the_code_gets_everything(
    study: Path, store_url: str, tmp_path: Path, capsys: Capsys
) -> None:
    respond(study, store_url, *CODES)
    out = tmp_path / "copy.json"
    typed = CODES[0].lower().replace("-", " ")
    arguments = ("contacts", study, "--store", store_url, "--access", typed)
    status, found = told(capsys, *arguments, "--out", out)
    assert (status, codes(found)) == (0, [])
    copy = found["kept"]
    assert isinstance(copy, dict)
    assert copy["interview"]["id"] == "id1111"
    assert [(one["question"], one["answers"]) for one in copy["answers"]] == [("Hoe vaak?", ["Zelden"])]
    assert {one["name"]: one["text"] for one in copy["contact_details"]} == GIVEN[CODES[0]]
    assert [one["page"] for one in copy["log"]] == ["usage", "who"]
    assert json.loads(out.read_text(encoding="utf-8")) == copy
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert main([*map(str, arguments)]) == 0
    text = capsys.readouterr().out
    for said in ("Wat we van u bewaren", "Hoe vaak?", "Zelden", "ada@example.org"):
        assert said in text
    assert GIVEN[CODES[1]]["who.name"] not in text


def test_a_code_can_come_from_standard_input(
    study: Path, store_url: str, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    respond(study, store_url, *CODES)
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{CODES[1]}\n"))
    status, found = told(capsys, "contacts", study, "--store", store_url, "--erase", "-")
    assert (status, found["erased"]) == (0, {"answers": True, "details": True, "invitation": False})


def test_who_calls_with_the_code_is_erased_and_nobody_else(
    study: Path, store_url: str, capsys: Capsys
) -> None:
    respond(study, store_url, *CODES)
    arguments = ("contacts", study, "--store", store_url, "--erase", CODES[0])
    status, found = told(capsys, *arguments)
    assert (status, codes(found)) == (0, [])
    with closing(open_store(store_url, read_sound_study(study))) as store:
        assert [kept.id for kept in store.kept()] == ["id2222"]
        assert list(store.contact_details()) == [GIVEN[CODES[1]]]
    status, found = told(capsys, *arguments)
    assert (status, codes(found)) == (2, ["K009"])


@pytest.mark.parametrize("code", [UNKNOWN, "hello", ""])
@pytest.mark.parametrize("does", ["--access", "--erase"])
def test_an_unknown_code_is_told(study: Path, store_url: str, capsys: Capsys, does: str, code: str) -> None:
    respond(study, store_url, *CODES)
    status, found = told(capsys, "contacts", study, "--store", store_url, does, code)
    assert (status, codes(found)) == (2, ["K009"])
    with closing(open_store(store_url, read_sound_study(study))) as store:
        assert len(list(store.kept())) == 2


def test_contact_details_alone_are_given_and_erased_too(study: Path, store_url: str, capsys: Capsys) -> None:
    """The researcher erased an interview by its id; what is left can be found by the code alone."""
    respond(study, store_url, CODES[0])
    arguments = ("contacts", study, "--store", store_url)
    status, found = told(capsys, *arguments, "--erase-interview", "id1111")
    assert (status, found["erased"]) == (0, {"answers": True, "details": False, "invitation": False})
    status, found = told(capsys, *arguments, "--erase-interview", "id1111")
    assert (status, codes(found)) == (2, ["K017"])
    status, found = told(capsys, *arguments, "--access", CODES[0])
    assert status == 0
    assert isinstance(found["kept"], dict)
    assert found["kept"]["interview"] == {}
    status, found = told(capsys, *arguments, "--erase", CODES[0])
    assert found["erased"] == {"answers": False, "details": True, "invitation": False}


def test_confidential_by_the_address_of_the_invitation(
    tmp_path: Path, store_url: str, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = invited_study(tmp_path / "study", "confidential")
    invite(study, store_url, monkeypatch)
    respond(study, store_url, *CODES)
    arguments = ("contacts", study, "--store", store_url)
    status, found = told(capsys, *arguments, "--access-person", "ADA@example.net")
    assert (status, codes(found)) == (0, [])
    copy = found["kept"]
    assert isinstance(copy, dict)
    assert copy["interview"]["id"] == "id1111"
    assert copy["invitation"]["address"] == "ada@example.net"
    assert copy["invitation"]["sector"] == "kunst"
    assert "invited on" in copy["invitation"]
    status, found = told(capsys, *arguments, "--erase-person", "ada@example.net")
    assert found["erased"] == {"answers": True, "details": True, "invitation": True}
    assert (status, codes(found)) == (0, [])
    with closing(open_store(store_url, read_sound_study(study))) as store:
        assert [kept.id for kept in store.kept()] == ["id2222"]
        assert store.details_of(contact_key(CODES[0])) == {}
        assert store.find(interview_key(CODES[0])) is None
    status, found = told(capsys, *arguments, "--erase-person", "ada@example.net")
    assert (status, codes(found)) == (2, ["K010"])


def test_anonymous_by_address_only_the_invitation(
    tmp_path: Path, store_url: str, capsys: Capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = invited_study(tmp_path / "study", "anonymous")
    invite(study, store_url, monkeypatch)
    respond(study, store_url, *CODES)
    arguments = ("contacts", study, "--store", store_url)
    status, found = told(capsys, *arguments, "--access-person", "ada@example.net")
    assert (status, codes(found)) == (1, ["K011"])
    assert isinstance(found["kept"], dict)
    assert found["kept"]["answers"] == []
    status, found = told(capsys, *arguments, "--erase-person", "ada@example.net")
    assert (status, codes(found)) == (1, ["K011"])
    assert found["erased"] == {"answers": False, "details": False, "invitation": True}
    with closing(open_store(store_url, read_sound_study(study))) as store:
        assert len(list(store.kept())) == 2
