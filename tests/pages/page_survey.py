"""A study with every kind of question, to draw pages of, in Dutch with a little English."""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.answers import Answers, Value
from peil.interview.interview import Interview
from peil.interview.preview import preview
from peil.interview.walk import walk
from peil.pages.site import Site, make_site
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "Werk & <kunst>"
languages = ["nl", "en"]
consent = "Ik doe mee."
controller = "De Bond"
contact = "vragen@example.org"
lawful_basis = "art. 6(1)(a) GDPR"
retention_months = 12
[roles]
maker = { if = "usage is often", label = "maker" }
other = "otherwise"
"""

TEXT = """
# hello: Welkom

## welcome  {notice}
Lees meer op https://example.org/uitleg?a=1&b=2 of mail (help@example.org).

Tot zo, <b>lezer</b>.

# use: Gebruik  {one page}

## usage
Hoe vaak? Een schatting is genoeg.
  for maker: Hoe vaak maakt u iets?
- ( ) often: Vaak
- ( ) rose: Gestegen, met ___ [0..500] procent
- ( ) other: Anders, namelijk ____
- ( ) dk: Weet ik niet  {missing}

## reasons  {at most 2}
if usage is often
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] other: Anders, namelijk ____
- [ ] none: Geen van deze  {exclusive}

# things: Alles  {one page}

## ability  {matrix}
Hoe goed?
columns
- ( ) worse: Slechter
- ( ) better: Beter
rows
- mail: Post
- own: Ander werk, namelijk ____

## tools  {matrix}
Waarmee?
columns
- [ ] pen: Pen
- [ ] none: Geen  {exclusive}
rows
- home: Thuis
- work: Werk

## grew
Mijn omzet steeg met ___ [0..500] procent.

## age
Hoe oud bent u? ___ [0..120]

## below
Hoe koud? ___ [-50..50, 1 decimals]

## job
Ik werk als ____ in de sector.

## story  {optional}
Eerst iets anders.

Wat is uw verhaal? ____

Het mag lang zijn.

## grade  {scale 0..10}
Welk cijfer?
- 0: Slecht
- 10: Goed
- ( ) dk: Weet ik niet  {missing}

## wishes  {ranking, at most 2}
Orden.
- a: Rust
- b: Geld
- c: Tijd

## day  {date}
Wanneer?

## address  {contact, optional}
Uw gegevens
- email: E-mail
- name: Naam
- shoe: Schoenmaat

# detail: Verder

## more  {for each reasons}
Hoe helpt {reasons}? ____

## bye  {notice}
U zei: {job | "iets"}.
"""

ENGLISH = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"

msgctxt "use"
msgid "Gebruik"
msgstr "Use"

msgctxt "usage.often"
msgid "Vaak"
msgstr "Often"
"""

FILLED = {
    "usage": "rose",
    "usage.rose.number": "12,5",
    "reasons.speed": "1",
    "reasons.other": "1",
    "reasons.other.text": 'omdat "het" <kan>',
    "ability.mail": "better",
    "ability.own.text": "Koken",
    "tools.home.pen": "1",
    "grew": "tien",
    "age": "40",
    "job": "schilder",
    "story": "\nregel 1\nregel 2 </textarea>",
    "grade": "7",
    "wishes.a": "2",
    "day.day": "31",
    "day.month": "2",
    "day.year": "2020",
}
WRONG = (
    AnswerProblem(AnswerCode.NOT_A_NUMBER, "usage.rose.number"),
    AnswerProblem(AnswerCode.TOO_MANY, "reasons", 2),
    AnswerProblem(AnswerCode.REQUIRED, "ability.mail"),
    AnswerProblem(AnswerCode.REQUIRED, "ability.own"),
    AnswerProblem(AnswerCode.TOO_LONG, "ability.own.text", 10000),
    AnswerProblem(AnswerCode.EXCLUSIVE, "tools.home"),
    AnswerProblem(AnswerCode.NOT_A_NUMBER, "grew"),
    AnswerProblem(AnswerCode.REQUIRED, "age"),
    AnswerProblem(AnswerCode.REQUIRED, "job"),
    AnswerProblem(AnswerCode.REQUIRED, "grade"),
    AnswerProblem(AnswerCode.BAD_RANK, "wishes"),
    AnswerProblem(AnswerCode.BAD_DATE, "day"),
    AnswerProblem(AnswerCode.TOO_LONG, "address.name", 10000),
)


@cache
def page_study() -> Study:
    """The study, read once."""
    return study_of(TEXT, SETTINGS, {"en": ENGLISH})


@cache
def page_site() -> Site:
    """Its site."""
    return make_site(page_study())


def study_of(text: str, settings: str = SETTINGS, translations: Mapping[str, str] | None = None) -> Study:
    """Read a study from texts; errors in it are a failure."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "study.toml").write_text(settings, encoding="utf-8")
        (place / "questionnaire.md").write_text(text, encoding="utf-8")
        (place / "translations").mkdir()
        for language, catalogue in (translations or {}).items():
            (place / "translations" / f"{language}.po").write_text(catalogue.lstrip(), encoding="utf-8")
        study = read_study(place)
    untold = [problem for problem in study.problems if problem.severity == "error"]
    assert untold == [], "\n".join(map(str, untold))
    return study


def whole_interview(role: str = "other") -> Interview:
    """An interview in which every page shows all that could stand on it."""
    return preview(page_study(), role)


def interview_at(values: Mapping[str, Value] | None = None, pages: str = "") -> Interview:
    """The interview that answers lead to."""
    return walk(page_study(), Answers(dict(values or {}), frozenset(pages.split())))
