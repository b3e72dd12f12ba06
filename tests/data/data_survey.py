"""A study with every kind of question, and answers to it at random, on its route or off."""

from decimal import Decimal
from pathlib import Path

from hypothesis import strategies as st

from peil.interview.answers import Answers, Value
from peil.study.codebook import ValueKind, Variable
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["nl"]
analysis_set = "detail"
[roles]
heavy = { if = "usage is often", label = "veel" }
other = "otherwise"
"""

PLAN = """
[derived.young]
title = "Jong"
if = "age < 30"

[derived.use]
title = "Gebruik"
classes.much = { title = "veel", if = "usage is often" }
classes.some = { title = "wel", if = "usage is one of (often, rarely)" }
"""

QUESTIONNAIRE = """
# intro: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) rarely: Zelden, namelijk ___ [0..10] keer
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] team: Voor het team  {if role is heavy}
- [ ] other: Anders, namelijk ____
- [ ] none: Geen van deze  {exclusive}
- [ ] dk: Weet ik niet  {missing}

## age
end if age < 18: too_young
U bent ___ [0..120] jaar.

## detail  {for each reasons}
Hoe helpt {reasons}? ____

# grid: Rooster  {one page}

## ability  {matrix, optional}
if not usage is often or count(reasons) >= 2
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
- ( ) dk: Weet ik niet  {missing}
rows
- mail: Post
- team: Team  {if role is heavy}
- own: ____

## grade  {scale 0..10}
Welk cijfer?
- ( ) dk: Weet ik niet  {missing}
- ( ) no: Zeg ik niet  {missing}

# rest: Slot

## best
if reasons was answered and not (grade is dk)
Wat was het best?
options from reasons
- ( ) all: Alles

## wishes  {ranking, optional}
if grade > 5 or grade is no
Orden.
- a: A
- b: B

## day  {date, optional}
if ability.own.text was answered or wishes was asked
Wanneer?

## address  {contact, optional}
Uw gegevens
- email: E-mail
"""


def make_study(
    folder: Path, questionnaire: str = QUESTIONNAIRE, plan: str = PLAN, settings: str = SETTINGS
) -> Study:
    (folder / "study.toml").write_text(settings, encoding="utf-8")
    (folder / "questionnaire.md").write_text(questionnaire, encoding="utf-8")
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    study = read_study(folder)
    assert [str(problem) for problem in study.problems if problem.severity == "error"] == []
    return study


def values_of(study: Study, variable: Variable) -> st.SearchStrategy[Value]:  # noqa: PLR0911 - one case a kind
    item = study.codebook.items[variable.item]
    match variable.value:
        case ValueKind.OPTION:
            return st.sampled_from(item.option_ids)
        case ValueKind.TICK:
            return st.booleans()
        case ValueKind.NUMBER:
            return st.integers(0, 10).map(Decimal) if variable.follows else st.integers(10, 60).map(Decimal)
        case ValueKind.RANK:
            return st.integers(1, 2)
        case ValueKind.STEP:
            return st.one_of(st.integers(0, 10), st.sampled_from(sorted(item.missing_ids)))
        case ValueKind.DATE:
            return st.sampled_from(["2026-04-17", "2025-12-31"])
        case ValueKind.TEXT:
            return st.sampled_from(["tekst", "een, twee", 'met "haken"', "twee\nregels"])


@st.composite
def answers_at_random(draw: st.DrawFn, study: Study) -> Answers:
    """Any answer to anything, and pages submitted up to some point."""
    given: dict[str, Value] = {}
    for name, variable in study.codebook.variables.items():
        if draw(st.integers(0, 3)):
            given[name] = draw(values_of(study, variable))
    pages = study.route.pages
    return Answers(given, frozenset(pages[: draw(st.integers(0, len(pages)))]))
