"""A study for data files: every kind of variable, labels that could be misread, a weight."""

from pathlib import Path

from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
[roles]
heavy = { if = "usage is often", label = "veel" }
other = "otherwise"
"""

PLAN = """
[weighting]
method = "given"
column = "weight"
reason = "Naar leeftijd."

[derived.much]
title = "Veel"
if = "usage is often"
"""

QUESTIONNAIRE = """
# a: A

## usage
Hoe vaak?
- ( ) 3 often: Vaak
    for heavy: Heel vaak
- ( ) 5 rarely: 3
- ( ) never: Nooit, en dat blijft zo
- ( ) never2: Nooit, en dat blijft zo
- ( ) other: Anders, namelijk ____
- ( ) dk: Weet ik niet  {missing}

## reasons  {optional}
if usage is one of (often, rarely)
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] none: Geen  {exclusive}

## amount
end if amount > 90: too_much
Hoeveel? ___ [0..100, 2 decimals]

## grade  {scale 0..10}
Welk cijfer?
- ( ) dk: Weet ik niet  {missing}
- ( ) no: Zeg ik niet  {missing}

## day  {date, optional}
Wanneer?

## wishes  {ranking, optional}
Orden.
- a: A
- b: B

## ability  {matrix, optional}
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- mail: Post
- own: ____

## remarks  {optional}
Opmerkingen: ____

## address  {contact, optional}
Uw gegevens
- email: E-mail
"""


def make_study(folder: Path, plan: str = "") -> Study:
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    if plan:
        (folder / "plan.toml").write_text(plan, encoding="utf-8")
    study = read_study(folder)
    assert [str(problem) for problem in study.problems if problem.severity == "error"] == []
    return study
