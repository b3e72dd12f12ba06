"""A study that asks for contact details, and respondents with codes who gave theirs."""

import json
from contextlib import closing
from pathlib import Path

import pytest
from store_and_files import DAY, make_study

from peil.cli.main import main
from peil.interview.code import contact_key, interview_key
from peil.interview.private import set_apart
from peil.line import read_sound_study
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.receipt import Fate
from peil.store.submission import Submission

CODES = ("1111-1111-1111-1111-1111", "2222-2222-2222-2222-2222")
GIVEN = {
    CODES[0]: {"who.name": "=SUM(A1)", "who.email": "ada@example.org"},
    CODES[1]: {"who.name": "Zoë", "who.email": "+31612345678"},
}

Told = dict[str, object]


def told(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, Told]:
    """Run a command with JSON, and give its exit status and what it says."""
    capsys.readouterr()
    status = main([*map(str, arguments), "--format", "json"])
    found: Told = json.loads(capsys.readouterr().out)
    return status, found


def codes(found: Told) -> list[str]:
    problems = found["problems"]
    assert isinstance(problems, list)
    return [problem["code"] for problem in problems]


def keyed_study(folder: Path, *keys: str) -> Path:
    """The study of the export's tests, with keys to seal contact details to."""
    study = make_study(folder)
    listed = ", ".join(f'"{key}"' for key in keys)
    text = (study / "study.toml").read_text(encoding="utf-8")
    (study / "study.toml").write_text(f"{text}\n[fieldwork]\ncontact_keys = [{listed}]\n", encoding="utf-8")
    return study


def respond(study: Path, store_url: object, *who: str) -> None:
    """Have respondents take part and leave their contact details."""
    read = read_sound_study(study)
    with closing(open_store(str(store_url), read)) as store:
        for code in who:
            store.open_interview(Opening(interview_key(code), f"id{code[:4]}", "nl", 1, DAY, ""))
            for page, values in (("usage", {"usage": "rarely"}), ("who", GIVEN[code])):
                answers, details = set_apart(read, values)  # type: ignore[arg-type]
                kept = store.find(interview_key(code))
                assert kept is not None
                receipt = store.submit(
                    Submission(
                        key=interview_key(code),
                        contact_key=contact_key(code),
                        page=page,
                        nonce=f"nonce {page}",
                        revision=kept.revision,
                        digest="digest",
                        values=answers,
                        shown=frozenset({page}),
                        language="nl",
                        day=DAY,
                        details=details,
                    )
                )
                assert receipt.fate is Fate.ACCEPTED, receipt
