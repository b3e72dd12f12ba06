"""A study whose phase changes while it is served, and what the tests on that do to it."""

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from fielded_study import DAY, QUESTIONNAIRE, SETTINGS, Browser, Fielded, in_field, make_study

from peil.field.change_phase import change_phase
from peil.interview.code import interview_key
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.phase import Phase
from peil.study.reader.read import read_study

OPEN = SETTINGS.replace("[roles]", "opens = 2026-03-10\ncloses = 2026-03-20\n[roles]")
AFTER = dt.date(2026, 3, 21)


@contextmanager
def field_of(
    tmp_path: Path, settings: str = SETTINGS, questions: str = QUESTIONNAIRE, day: dt.date = DAY
) -> Iterator[Fielded]:
    with in_field(make_study(tmp_path / "study", settings, questions), tmp_path / "store", day=day) as found:
        yield found


def reword(fielded: Fielded, old: str, new: str, file: str = "questionnaire.md") -> None:
    """Change the text in the folder."""
    path = fielded.study.folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def enter(fielded: Fielded, phase: str, reason: str = "") -> None:
    """Enter a phase with the folder's text, as the command does: beside the server."""
    study = read_study(fielded.study.folder)
    with closing(open_store(str(fielded.folder), study, reading=True)) as store:
        change_phase(study, store, Phase(phase), reason, fielded.day)


def kept_by(fielded: Fielded, browser: Browser) -> Kept:
    found = fielded.store.find(interview_key(browser.cookies["peil"]))
    assert found
    return found


PLAIN = re.sub(r"## address.*?(?=## bye)", "", QUESTIONNAIRE, flags=re.DOTALL)
"""Without contact details."""
