"""Contact details in a version that was published to a running server: kept, sealed, taken back as ever."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from fielded_study import (
    QUESTIONNAIRE,
    SETTINGS,
    Browser,
    Fielded,
    form_of,
    in_field,
    make_study,
    send,
    start,
    where,
)
from pyrage import x25519

from peil.field import editions
from peil.field.change_phase import change_phase
from peil.interview.code import contact_key
from peil.store import reader
from peil.store.detail import Detail
from peil.store.open_store import open_store
from peil.store.phase import Phase

MORE = "## tired  {optional}\n"
PHONE = "## reach  {contact, optional}\nHoe bereiken we u?\n- phone: Telefoon\n\n"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editions, "LOOK_AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(reader, "PHASE_SECONDS", 0.0)


def settings_with(key: str) -> str:
    return f'{SETTINGS}[fieldwork]\ncontact_keys = ["{key}"]\n'


def publish(fielded: Fielded, settings: str, questions: str) -> None:
    study = make_study(fielded.study.folder, settings, questions)
    with closing(open_store(str(fielded.folder), study, reading=True)) as store:
        change_phase(study, store, Phase.LIVE, "", fielded.day)


def new_key() -> str:
    return str(x25519.Identity.generate().to_public())


def to_home(browser: Browser) -> None:
    start(browser)
    send(browser, "job", {"job": "staff"})
    send(browser, "age", {"age": "44"})


def details(fielded: Fielded, browser: Browser) -> dict[str, Detail]:
    return fielded.store.details_of(contact_key(browser.cookies["peil"]))


@pytest.fixture(params=["with contacts before", "without"])
def fielded(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fielded]:
    questions = QUESTIONNAIRE
    if request.param == "without":
        before, _, rest = QUESTIONNAIRE.partition("## address")
        questions = f"{before}## bye{rest.partition('## bye')[2]}"
    study = make_study(tmp_path / "study", SETTINGS, questions)
    with in_field(study, tmp_path / "store") as found:
        yield found


def test_a_detail_that_a_new_version_asks_is_kept_sealed_and_taken_back(fielded: Fielded) -> None:
    now = (fielded.study.folder / "questionnaire.md").read_text(encoding="utf-8")
    questions = now.replace(MORE, PHONE + MORE)
    publish(fielded, settings_with(new_key()), questions)
    browser = fielded.browser()
    to_home(browser)
    sent = send(browser, "home", {"days": "no", "reach.phone": "0612345678"})
    assert sent.status_code == 303, sent.text
    assert {*details(fielded, browser)} == {"reach.phone"}, "what is asked in this version has its place"
    assert details(fielded, browser)["reach.phone"].sealed
    assert "0612345678" not in fielded.stored()
    browser.post(
        "/nl/p/home", data={**form_of(browser, "home"), "days": "no", ".forget": "reach", ".go": "next"}
    )
    assert details(fielded, browser) == {}, "what was taken back is gone"


def test_another_key_is_sealed_to_at_once_in_interviews_under_way_too(tmp_path: Path) -> None:
    study = make_study(tmp_path / "study", SETTINGS)
    with in_field(study, tmp_path / "store") as fielded:
        browser = fielded.browser()
        to_home(browser)
        send(browser, "home", {"days": "no"})
        publish(fielded, settings_with(new_key()), QUESTIONNAIRE)
        sent = send(browser, "address", {"address.email": "ada@example.org"})
        assert where(sent) == (303, "/nl/p/bye")
        assert details(fielded, browser)["address.email"].sealed
        assert "ada@example.org" not in fielded.stored()
