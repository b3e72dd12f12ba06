"""The how-to on phases, done step by step, with somebody who answers in between."""

import re
from contextlib import closing, suppress
from pathlib import Path

import pytest
from told import ROOT, Command, Edit, page_steps

from peil.cli.main import main
from peil.field import change_phase
from peil.store.errors import FieldworkClosed
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.store.today import today
from peil.study.reader.read import read_study

PAGE = ROOT / "docs" / "howto" / "change-a-live-survey.md"
STUDY = Path("my-survey")


def make_ready() -> None:
    """Have the new study say what it must, with days that aren't over."""
    path = STUDY / "study.toml"
    text = re.sub(r"^(opens|closes) = .*\n", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    told = ("controller", "contact", "lawful_basis", "retention_months")
    assert all(re.search(rf"^{name} = ", text, re.MULTILINE) for name in told)
    path.write_text(text, encoding="utf-8")


def begin(number: int) -> None:
    """Open an interview as the store's current phase has it."""
    with closing(open_store(str(STUDY / "store"), read_study(STUDY), reading=True)) as store:
        entry = store.phase_log()[-1]
        purpose = Purpose.PILOT if entry.phase is Phase.PILOT else Purpose.LIVE
        opening = Opening(f"key{number}", f"id{number}", "en", 1, today(), entry.version, purpose=purpose)
        with suppress(FieldworkClosed):  # nobody begins any more
            store.open_interview(opening)


@pytest.mark.slow
def test_a_survey_is_tried_out_opened_changed_and_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    monkeypatch.setattr(change_phase, "NOTICED_SECONDS", 0.0)
    assert main(["new", "my-survey"]) == 0
    make_ready()
    statuses, texts = [], []
    for number, step in enumerate(page_steps(PAGE.read_text(encoding="utf-8"))):
        if isinstance(step, Edit):
            step.make(tmp_path)
        elif isinstance(step, Command):
            capsys.readouterr()
            statuses.append(main(step.words[1:]))
            texts.append("".join(capsys.readouterr()))
            if statuses[-1] == 0:
                begin(number)
    assert statuses == [0, 0, 0, 2, 0]
    assert "P001" in texts[3]
    assert "[0..120]" in texts[3]
    assert texts[4].startswith("Phase: closed")
    for phase in ("pilot", "live   ", "the pilot went well", "enough answers"):
        assert phase in texts[4]
    with closing(open_store(str(STUDY / "store"), read_study(STUDY), reading=True)) as store:
        assert [entry.phase for entry in store.phase_log()] == [
            Phase.PILOT,
            Phase.LIVE,
            Phase.LIVE,
            Phase.CLOSED,
        ]
        assert {entry.version for entry in store.phase_log()} == {*store.versions()}
        assert len(list(store.responses())) == 2
