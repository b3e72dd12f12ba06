"""The commands of "How to protect your respondents" do what the page says."""

import re
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from told import ROOT, Command, page_steps

from peil.cli.main import main
from peil.interview.code import contact_key, interview_key
from peil.interview.private import set_apart
from peil.interview.simulate import simulate
from peil.line import read_sound_study
from peil.store.contact_problems import CONTACT_RULES
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.store import Store
from peil.store.submission import Submission
from peil.store.today import today
from peil.study.study import Study

PAGE = ROOT / "docs" / "howto" / "protect-respondents.md"
QUESTION = "# reach: Call back\n\n## who  {contact, optional}\nHow can we reach you?\n- email: Mail\n\n"


@pytest.mark.slow
def test_respondents_are_protected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    assert main(["new", "my-survey", "--language", "en"]) == 0
    text = PAGE.read_text(encoding="utf-8")
    keyed, promised, sheet = re.findall(r"```toml\n(.*?)```", text, re.DOTALL)
    new_key, out, opened, access, erase, by_id, ahead, do, privacy = (
        step.words[1:] for step in page_steps(text) if isinstance(step, Command)
    )
    assert main(new_key) == 0
    (public,) = re.findall(r'"(age1\w+)"', capsys.readouterr().out)
    settings = Path("my-survey/study.toml").read_text(encoding="utf-8")
    about, table, handling = sheet.removeprefix("[about]\n").partition("[fieldwork.handling]\n")
    settings = settings.replace("[about]\n", f"[about]\ncloses = 2026-02-20\n{about}consent_version = '1'\n")
    months = promised.partition("[fieldwork.retention]")[2]
    settings += f"\n{keyed.replace('age1…', public)}{table}{handling}[fieldwork.retention]{months}"
    Path("my-survey/study.toml").write_text(settings, encoding="utf-8")
    assert "retention_months = 12" in settings
    questionnaire = Path("my-survey/questionnaire.md")
    questionnaire.write_text(QUESTION + questionnaire.read_text(encoding="utf-8"), encoding="utf-8")

    study, code = read_sound_study("my-survey"), access[-1]
    assert code == erase[-1]
    with closing(open_store("my-survey/store", study)) as store:
        respond(study, store, code)
        store.bring_in([replace(one, id="paper-001") for one in simulate(study, 1, 1)], today())
    capsys.readouterr()
    assert main(out) == 0
    assert "ada@example.org" not in Path("sealed.json").read_text(encoding="utf-8")
    Path("my-survey/store").rename("on-the-server")  # the page says to open the file where no store is
    assert main(opened) == 0
    Path("on-the-server").rename("my-survey/store")
    assert "ada@example.org" in Path("people.csv").read_text(encoding="utf-8")
    assert main(access) == 0
    shown = capsys.readouterr().out
    assert "How can we reach you?" not in shown
    assert "Sealed:" in shown
    assert main(erase) == 0
    assert main(access) == 2
    assert main(by_id) == 0
    assert main(by_id) == 2
    assert main(ahead) == main(do) == 0
    assert main(privacy) == 0
    told = capsys.readouterr().out
    assert "out/privacy/data-protection.en.html" in told
    assert "Not stated" not in told


def respond(study: Study, store: Store, code: str) -> None:
    store.open_interview(Opening(interview_key(code), "i1", "en", 1, today(), ""))
    answers, details = set_apart(study, {"who.email": "ada@example.org"})
    kept = store.find(interview_key(code))
    assert kept is not None
    receipt = store.submit(
        Submission(
            key=interview_key(code),
            contact_key=contact_key(code),
            page="who",
            nonce="nonce",
            revision=kept.revision,
            digest="",
            values=answers,
            shown=frozenset({"who"}),
            language="en",
            day=today(),
            details=details,
        )
    )
    assert receipt.fate == "accepted", receipt


def test_codes_on_the_page_are_those_of_the_catalogue() -> None:
    named = set(re.findall(r"#(k\d+)-(\w+)\)", PAGE.read_text(encoding="utf-8")))
    assert named
    assert named <= {(rule.code.lower(), rule.name) for rule in CONTACT_RULES}
