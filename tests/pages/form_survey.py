"""A study with every kind of field, nearly all of it on one page."""

import tempfile
from functools import cache
from pathlib import Path

from peil.interview.answers import Answers, Value
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
[roles]
all_of_them = "otherwise"
"""

TEXT = """
# first: Eerst

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

## reasons  {at most 2}
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] other: Anders, namelijk ____
- [ ] grown: Meer, namelijk ___ [0..100, 1 decimals] procent
- [ ] none: Geen van deze  {exclusive}

# most: Veel  {one page}

## rose
Steeg uw omzet?
- ( ) yes: Ja, met ___ [-500..500, 2 decimals] procent
- ( ) why: Nee, want ____
- ( ) no: Nee

## tasks  {at least 2}
Welke taken?
- [ ] a: A
- [ ] b: B, namelijk ____
- [ ] dk: Weet ik niet  {missing}
- [ ] none: Geen van deze  {exclusive}

## ability  {matrix}
Denk aan uw werk van vorige week. Hoe goed kan een computer dat?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- mail: Post
- own: ____
- work: Ander werk, namelijk ____

## fits  {matrix}
Wat past?
columns
- [ ] old: Oud
- [ ] new: Nieuw
rows
- house: Huis
- own: ____

## age
U bent ___ [0..120] jaar.

## hours
U werkt ___ [0.., 1 decimals] uur per week.

## money
if rose is yes
Uw omzet: ___ [0..1000000000, 2 decimals]

## exact
Tot op de gram: ___ [-1000..1000000, 3 decimals] kg

## why
if usage is often
Waarom? ____

## remarks  {optional}
Opmerkingen: ____

## day  {date}
Wanneer?

## wishes  {ranking, at most 2}
Orden.
- a: A
- b: B
- c: C

## grade  {scale -2..10}
Welk cijfer?
- -2: Slecht
- 10: Goed
- ( ) dk: Weet ik niet  {missing}

## address  {contact}
Uw gegevens
- email: E-mail
- name: Naam

## bye  {notice}
Dank u.

# each: Per reden

## detail  {for each reasons}
Hoe helpt {reasons}? ____

## share  {for each reasons}
Hoeveel scheelt dat?
- ( ) much: Veel, namelijk ___ [0..100] uur
- ( ) little: Weinig
"""

PAGE = "most"
BEFORE = Answers({"usage": "often", "reasons.speed": True}, frozenset({"usage", "reasons"}))


@cache
def form_survey() -> Study:
    return study_of(TEXT)


def study_of(text: str, settings: str = SETTINGS) -> Study:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "study.toml").write_text(settings, encoding="utf-8")
        (folder / "questionnaire.md").write_text(text, encoding="utf-8")
        study = read_study(folder)
    untold = [problem for problem in study.problems if problem.severity == "error"]
    if untold:
        raise ValueError("\n".join(map(str, untold)))
    return study


def with_values(values: dict[str, Value]) -> Answers:
    return Answers({**BEFORE.values, **values}, BEFORE.pages)
