"""A study from a questionnaire's text, read through the real reader."""

from pathlib import Path

from peil.interview.answers import Answers, Value
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
[roles]
heavy = { if = "usage is often", label = "veelgebruiker" }
other = "otherwise"
"""
ONE_ROLE = SETTINGS.replace('heavy = { if = "usage is often", label = "veelgebruiker" }\n', "")

QUESTIONNAIRE = """
# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons  {at most 2}
if usage is not never
Waarom?
  for heavy: Waarom zo vaak?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] other: Anders, namelijk ____
- [ ] none: Geen van deze  {exclusive}

# more: Meer  {one page}

## rose
Steeg uw omzet?
- ( ) yes: Ja, met ___ [0..500] procent
- ( ) no: Nee

## why
if rose is yes
Waarom? ____

## remarks  {optional}
Opmerkingen: ____

# grid: Rooster

## ability  {matrix}
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
- ( ) dk: Weet ik niet  {missing}
rows
- mail: Post
- team: Team  {if role is heavy}
- own: ____

## age
end if age < 18: too_young
U bent ___ [0..120, 1 decimals] jaar.

## best
if reasons was answered
Wat was voor {reasons | "dat"} het best?
options from reasons
- ( ) all: Alles

## detail  {for each reasons}
Hoe helpt {reasons}? ____

## grade  {scale 0..10}
Welk cijfer?
- ( ) dk: Weet ik niet  {missing}

## wishes  {ranking, at most 2}
Orden.
- a: A
- b: B
- c: C

## day  {date}
Wanneer?

## address  {contact, optional}
Uw gegevens
- email: E-mail
- name: Naam

## bye  {notice}
Dank u.
"""


def make_study(
    folder: Path, questionnaire: str = QUESTIONNAIRE, plan: str = "", settings: str = SETTINGS
) -> Study:
    (folder / "study.toml").write_text(settings, encoding="utf-8")
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    if plan:
        (folder / "plan.toml").write_text(plan, encoding="utf-8")
    study = read_study(folder)
    untold = [problem for problem in study.problems if problem.severity == "error"]
    assert untold == [], "\n".join(map(str, untold))
    return study


def answers(pages: str = "", **values: Value) -> Answers:
    """Answers by variable name, with ``__`` for a dot; pages separated by spaces."""
    return Answers(
        {name.replace("__", "."): value for name, value in values.items()}, frozenset(pages.split())
    )
