"""A small study whose interviews go out of a store and into it, through the command line."""

import csv
import datetime as dt
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from peil.cli.main import main
from peil.interview.private import set_apart
from peil.line import read_sound_study
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.receipt import Fate
from peil.store.store import Store
from peil.store.submission import Submission

DAY = dt.date(2026, 5, 4)

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["nl"]\n[roles]\nother = "otherwise"\n'
PLAN = '[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "Naar leeftijd."\n'
QUESTIONNAIRE = """
# a: A

## usage
end if usage is never: not_using
Hoe vaak?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) never: Nooit

## reasons
if usage is often
Waarom?
- [ ] speed: Sneller
- [ ] other: Anders, namelijk ____

## who  {contact}
Wie?
- name: Naam
- email: E-mail

## remarks  {optional}
Opmerkingen: ____
"""
HEAD = "id,synthetic,last_page,outcome,usage,reasons.speed,reasons.other,reasons.other.text,remarks\n"
PAPER = (
    f"{HEAD}p1,0,remarks,complete,often,1,0,,Dank\n"
    'p2,0,reasons,,often,1,1,"met, komma",\n'
    "p3,0,usage,not_using,never,,,,\n"
)


def make_study(folder: Path) -> Path:
    folder.mkdir()
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    return folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def bring_in(study: Path, data: Path, store: object, *more: str) -> int:
    return main(["import", str(study), "--data", str(data), "--store", str(store), *more])


def take_out(study: Path, out: Path, store: object, *more: str) -> int:
    return main(["export", str(study), "--out", str(out), "--store", str(store), *more])


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def by_id(path: Path) -> list[list[str]]:
    head, *found = rows(path)
    return [head, *sorted(found)]


@contextmanager
def opened(study: Path, store: object) -> Iterator[Store]:
    with closing(open_store(str(store), read_sound_study(study))) as found:
        yield found


def everything(study: Path, store: object) -> list[object]:
    with opened(study, store) as found:
        return [(kept, found.log(kept.id)) for kept in found.kept()]


def answer(store: Store, study: Path, name: str, page: str, *, draft: bool = False, **values: object) -> None:
    """Submit a page of the interview that this name is the key of, as the web app does."""
    kept = store.find(f"key {name}")
    assert kept is not None
    named = {key.replace("__", "."): value for key, value in values.items()}
    answers, details = set_apart(read_sound_study(study), named)  # type: ignore[arg-type]
    submission = Submission(
        key=f"key {name}",
        contact_key=f"contact {name}",
        page=page,
        nonce=f"nonce {kept.revision}",
        revision=kept.revision,
        digest="digest",
        values=answers,
        shown=frozenset({page}),
        language="nl",
        day=DAY,
        details=details,
        draft=draft,
    )
    assert store.submit(submission).fate is Fate.ACCEPTED


def begin(store: Store, name: str) -> None:
    store.open_interview(Opening(f"key {name}", f"id {name}", "nl", 1, DAY, "version"))
