"""A small study with everything that a store must take care of, and forms sent in for it."""

import datetime as dt
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path

from peil.interview.answers import Value
from peil.interview.private import set_apart
from peil.interview.walk import walk
from peil.store.kept import Kept
from peil.store.opening import Opening
from peil.store.store import Store
from peil.store.submission import Submission
from peil.study.reader.read import read_study
from peil.study.study import Study

DAY = dt.date(2026, 3, 2)

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
[roles]
other = "otherwise"
"""

QUESTIONNAIRE = """
# intro: Inleiding

## welcome  {notice}
Welkom.

# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

## reasons
if usage is often
Waarom?
- [ ] speed: Sneller
- [ ] other: Anders, namelijk ____

# turnover: Omzet  {one page}

## rose
Steeg uw omzet?
- ( ) yes: Ja, met ___ [0..500, 1 decimals] procent
- ( ) no: Nee

## why
if rose is yes
Waarom? ____

# close: Slot

## call
Mogen we u bellen?
- ( ) yes: Ja
- ( ) no: Nee

## reach  {contact}
if call is yes
Hoe?
- email: E-mail
- phone: Telefoon

## remarks  {optional}
Nog iets? ____
"""


@cache
def survey() -> Study:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
        (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
        study = read_study(folder)
    untold = [str(problem) for problem in study.problems if problem.severity == "error"]
    assert untold == [], "\n".join(untold)
    return study


def opening(who: str = "a", pages: tuple[str, ...] = ("welcome",)) -> Opening:
    return Opening(f"key {who}", f"id-{who}", "nl", 7, DAY, "v1", pages)


_nonces = count()


def form(
    kept: Kept,
    page: str,
    values: Mapping[str, Value],
    who: str = "a",
    study: Study | None = None,
    **changes: object,
) -> Submission:
    """A page sent in from a form made of what is kept; contact details are set apart as the field does."""
    study = study or survey()
    shown = walk(study, kept.answers).page(page)
    answers, details = set_apart(study, values)
    nonce = f"n{next(_nonces)}"
    made = Submission(
        key=f"key {who}",
        contact_key=f"contact {who}",
        page=page,
        nonce=nonce,
        revision=kept.revision,
        digest=sha256(repr(sorted(values.items())).encode()).hexdigest(),
        values=answers,
        shown=frozenset(step.step.id for step in shown.steps) if shown else frozenset(),
        language="nl",
        day=DAY,
        details=details,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


REACHED: tuple[tuple[str, dict[str, Value]], ...] = (
    ("usage", {"usage": "often"}),
    ("reasons", {"reasons.speed": True}),
    ("turnover", {"rose": "no"}),
    ("call", {"call": "yes"}),
    ("reach", {"reach.email": "ann@example.org", "reach.phone": "0612345678"}),
)
"""Pages and answers that lead to the last page."""


def answered(store: Store, who: str = "a", pages: int = len(REACHED)) -> Kept:
    """An interview opened, with so many pages answered."""
    kept = store.open_interview(opening(who))
    for page, values in REACHED[:pages]:
        receipt = store.submit(form(kept, page, values, who))
        assert receipt.kept is not None
        assert receipt.fate == "accepted", (page, receipt)
        kept = receipt.kept
    return kept
