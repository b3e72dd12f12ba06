"""What a study's folder says comes out as values: questions, carries, pages, plan and translations."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from peil.study.expr.tree import And, Compare, CountOf, Has, Is, Not, Or, Order, WasAsked, WasGiven
from peil.study.plan import Net
from peil.study.question import Kind
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.text import Fill, NumberBlank, OpenBlank

SETTINGS = """\
[about]
title = "AI at work"
languages = ["en", "nl"]
opens = 2026-01-12
retention_months = 12
analysis_set = "usage"
sponsor = "Nobody"

[roles]
employer = { if = "work is employer", label = "an employer" }
neutral = "otherwise"
"""

QUESTIONNAIRE = """\
# use: Use of AI  {one page}
note: for the researcher

## work
source: Q1
What do you do?
- ( ) employer: Employer
- ( ) 7 employee: Employee
<!-- a comment
## hidden
-->

## usage  {optional}
How often do you use AI,
all in all?

Think of \\{everything}.
  for employer: How often does your
    organisation use AI?
- ( ) often: Often
  for employer: Often, all of us
- ( ) never: Never

---

## reasons  {at most 2, shuffle}
if usage is not never
Why?
- [ ] speed: Faster
- [ ] other: Other: ____
- [ ] none: None  {exclusive, last}

# more: More
if work is employer

## rise
end if usage is never: screened_out
It rose by ___ [0..9.5, 1 decimals] percent since {usage | "AI"}.

## ability  {matrix}
How well?
columns
- ( ) worse: Worse
- ( ) equal: Equal
rows
- grants: Grants
- divide: Divide  {if role is not employer}
- own: ____

---

## switch  {matrix}
Would you?
columns
- [ ] cheap: If cheap
- [ ] never: Never
rows
- grants: Grants
- {open rows from ability}

## again  {matrix}
And again?
columns
- ( ) yes: Yes
rows from ability

## best
The best?
options from reasons
- ( ) dk: Don't know  {missing}

## detail  {for each reasons, later: end}
Why {reasons}?
____

## wishes  {ranking}
Rank them.
- money: Money
- time: Time

## mark  {scale 1..3}
Your mark?
- 1: Bad
- 3: Good
- ( ) dk: Don't know  {missing}

## day  {date}
When?

## address  {contact}
Who are you?
- email: E-mail

## bye  {notice}
Thank you.
"""

PLAN = """\
[analysis]
sampling = "probability"
groups = ["work", "heavy"]

[derived.kind]
title = "Kind"
classes.boss = { title = "boss", if = "work is employer" }
classes.rest = { title = "rest", if = "otherwise" }

[derived.heavy]
title = "Heavy"
if = "kind is boss and reasons has speed"

[nets.usage]
any = { title = "any", options = ["often", "never"] }

[disclosure]
minimum_base = 5

[simulate.ability.grants]
worse = 3

[crosswalk.jobs]
question = "work"
title = "Jobs"
source = "Statistics"
rows.employer = ["bosses"]
"""

CATALOGUE = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "usage"
msgid "How often do you use AI, all in all?\\n\\nThink of \\\\{everything}."
msgstr "Hoe vaak?"

msgctxt "rise"
msgid "It rose by ___ percent since {usage | \\"AI\\"}."
msgstr "Sinds {usage | \\"AI\\"} steeg het met ___ procent."

#, fuzzy
msgctxt "usage.often"
msgid "Often"
msgstr "Vaak"
"""


def write(folder: Path, **changes: str) -> Path:
    (folder / "translations").mkdir(exist_ok=True)
    (folder / "study.toml").write_text(changes.get("settings", SETTINGS), encoding="utf-8")
    (folder / "questionnaire.md").write_text(changes.get("questionnaire", QUESTIONNAIRE), encoding="utf-8")
    (folder / "plan.toml").write_text(changes.get("plan", PLAN), encoding="utf-8")
    (folder / "translations" / "nl.po").write_text(changes.get("catalogue", CATALOGUE), encoding="utf-8")
    return folder


def found(folder: Path) -> list[str]:
    return [f"{one.span} {one.code} {one.hint}" for one in read_study(folder).problems]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return read_study(write(tmp_path))


def test_a_sound_study_has_no_problems(study: Study) -> None:
    assert study.problems == ()


def test_kinds_follow_from_how_questions_are_written(study: Study) -> None:
    kinds = {question.id: question.kind.value for question in study.questionnaire.questions}
    assert kinds == {
        "work": "single",
        "usage": "single",
        "reasons": "multi",
        "rise": "number",
        "ability": "matrix",
        "switch": "matrix",
        "again": "matrix",
        "best": "single",
        "detail": "open",
        "wishes": "ranking",
        "mark": "scale",
        "day": "date",
        "address": "contact",
        "bye": "notice",
    }


def test_texts_join_lines_and_keep_paragraphs_braces_and_roles(study: Study) -> None:
    usage = study.questionnaire.by_id["usage"]
    assert usage.wording.plain("en") == "How often do you use AI, all in all?\n\nThink of {everything}."
    assert usage.wording.plain("en", "employer") == "How often does your organisation use AI?"
    assert usage.options[0].wording.plain("en", "employer") == "Often, all of us"
    assert usage.optional


def test_blanks_and_fills_stand_at_their_places(study: Study) -> None:
    rise = study.questionnaire.by_id["rise"]
    assert isinstance(rise.blank, NumberBlank)
    assert (rise.blank.low, rise.blank.high, rise.blank.decimals) == (Decimal(0), Decimal("9.5"), 1)
    (fill,) = rise.wording.default["en"].fills
    assert (fill.name, fill.fallback, fill.span.column) == ("usage", "AI", 51)
    assert QUESTIONNAIRE.split("\n")[fill.span.line - 1][fill.span.column - 1 :].startswith("{usage")
    assert isinstance(study.questionnaire.by_id["reasons"].options[1].blank, OpenBlank)


def test_conditions_and_early_ends_are_resolved(study: Study) -> None:
    by_id = study.questionnaire.by_id
    reasons, (end,) = by_id["reasons"], by_id["rise"].ends
    assert reasons.condition
    assert reasons.condition.tree == Is("usage", ("never",), negated=True)
    assert (end.condition.tree, end.outcome) == (Is("usage", ("never",)), "screened_out")
    section = study.questionnaire.sections_by_id["more"]
    assert section.condition
    assert section.condition.tree == Is("work", ("employer",))
    assert [step.id for step in study.route.steps][-2:] == ["detail[speed]", "detail[other]"]


def test_options_carried_over_are_shown_to_those_who_ticked_them(study: Study) -> None:
    options = study.questionnaire.by_id["best"].options
    assert [(option.id, option.condition and option.condition.tree) for option in options] == [
        ("speed", Has("reasons", "speed")),
        ("other", Has("reasons", "other")),
        ("dk", None),
    ]
    assert all(option.blank is None for option in options)
    assert options[0].wording.path == "reasons.speed"


def test_rows_carried_over_are_for_those_who_were_shown_or_named_them(study: Study) -> None:
    switch, again = study.questionnaire.by_id["switch"], study.questionnaire.by_id["again"]
    given = ("own", WasGiven("ability.own.text"), "ability.own.text")
    assert [(row.id, row.condition and row.condition.tree, row.carried) for row in again.rows] == [
        ("grants", WasAsked("ability.grants"), None),
        ("divide", WasAsked("ability.divide"), None),
        given,
    ]
    assert [(row.id, row.condition and row.condition.tree, row.carried) for row in switch.rows] == [
        ("grants", None, None),
        given,
    ]
    assert switch.multiple
    assert not again.multiple


def test_pages_follow_sections_and_breaks(study: Study) -> None:
    pages = [(page.id, page.questions) for page in study.questionnaire.pages]
    assert pages[:4] == [
        ("use", ("work", "usage")),
        ("reasons", ("reasons",)),
        ("rise", ("rise",)),
        ("ability", ("ability",)),
    ]
    assert pages[4][1][:3] == ("switch", "again", "best")


def test_the_settings_and_roles_are_read(study: Study) -> None:
    about = study.about
    assert (about.opens, about.retention_months, about.analysis_set) == (dt.date(2026, 1, 12), 12, "usage")
    assert about.extra == {"sponsor": "Nobody"}
    assert [role.wording.plain("en") for role in study.roles] == ["an employer", "neutral"]
    assert study.roles[-1].condition is None


def test_the_plan_is_read_and_its_variables_join_the_codebook(study: Study) -> None:
    plan = study.plan
    assert (plan.sampling.value, plan.groups) == ("probability", ("work", "heavy"))
    assert isinstance(plan.net("usage", "any"), Net)
    assert (plan.disclosure.minimum_base, plan.probabilities) == (5, {"ability.grants": {"worse": 3.0}})
    assert plan.crosswalks["jobs"].rows == (("employer", ("bosses",)),)
    assert [item.key for item in study.codebook.items.values() if item.derived] == ["kind", "heavy"]


def test_the_no_of_a_short_form_needs_answers(study: Study) -> None:
    yes, no = study.plan.derived[1].classes
    ticked = Has("reasons", "speed")
    answered = Compare(CountOf("reasons"), Order.AT_LEAST, Decimal(0))
    assert yes.condition.tree == And((Is("kind", ("boss",)), ticked))
    assert no.condition.tree == Or((Is("kind", ("boss",), negated=True), And((answered, Not(ticked)))))


def test_translations_become_texts_and_the_rest_is_listed(study: Study) -> None:
    by_id = study.questionnaire.by_id
    assert by_id["usage"].wording.plain("nl") == "Hoe vaak?"
    parts = by_id["rise"].wording.default["nl"].parts
    assert isinstance(parts[1], Fill)
    assert isinstance(parts[3], NumberBlank)
    assert parts[3].high == Decimal("9.5")
    missing = {path for language, path in study.untranslated if language == "nl"}
    assert {"work", "use", "usage@employer", "usage.often", "study.title", "plan.kind.boss"} <= missing
    assert not {"usage", "rise", "ability.own", "mark.2", "role.neutral", "plan.heavy.yes"} & missing


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("settings", "opens =", "opns =", 'study.toml:4:1 Q031 Did you mean "opens"?'),
        ("settings", "2026-01-12", '"soon"', "study.toml:4:1 Q031 Write opens = 2026-01-31, without quotes."),
        ("settings", '"usage"', '"usge"', 'study.toml:6:17 Q010 Did you mean "usage"?'),
        ("settings", "employer = {", "Employer = {", "study.toml:10:1 Q002 Write it in lower case."),
        ("settings", "work is employer", "wrk is employer", 'study.toml:10:20 Q010 Did you mean "work"?'),
        ("plan", "[disclosure]", "[disclosre]", 'plan.toml:17:2 Q032 Did you mean "disclosure"?'),
        ("plan", "minimum_base", "minimum_bas", 'plan.toml:18:1 Q032 Did you mean "minimum_base"?'),
        ("plan", "= 5", '= 5\nidentifying = ["wrk"]', 'plan.toml:19:17 Q010 Did you mean "work"?'),
        ("plan", "= 5", '= 5\nsensitive = ["usge"]', 'plan.toml:19:15 Q010 Did you mean "usage"?'),
        ("plan", "= 5", "= 5\nprotection = 1", "plan.toml:19:1 Q032 Write protection = 3."),
        ("plan", '"heavy"]', '"reasons"]', "plan.toml:3:20 Q032 Name a question with one answer,"),
        ("plan", '"work", ', '"wrk", ', 'plan.toml:3:12 Q010 Did you mean "work"?'),
        ("plan", '"often", "never"', '"oftn", "never"', 'plan.toml:15:36 Q012 Did you mean "often"?'),
        ("plan", "kind is boss", "kind is bos", 'plan.toml:12:7 Q012 Did you mean "boss"?'),
        ("plan", "worse = 3", "wors = 3", 'plan.toml:21:1 Q012 Did you mean "worse"?'),
        ("plan", "[derived.kind]", "[derived.work]", "plan.toml:5:10 Q003 Give it another id."),
        ("plan", "= 5", '= "five"', "plan.toml:18:1 Q032 Write minimum_base = 10."),
        (
            "catalogue",
            'msgctxt "rise"',
            'msgctxt "rose"',
            'translations/nl.po:9:10 Q028 Did you mean "rise"?',
        ),
        ("catalogue", "met ___ procent", "met procent", "translations/nl.po:11:9 Q029 The text has ___,"),
        ("catalogue", 'msgid "How', 'msgid "So how', "translations/nl.po:6:8 Q027 Translate it again"),
        ("catalogue", 'vaak?"', "vaak?", 'translations/nl.po:7:1 Q041 Write msgid "…"'),
    ],
)
def test_a_slip_in_a_setting_plan_or_catalogue_is_told_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    text = {"settings": SETTINGS, "plan": PLAN, "catalogue": CATALOGUE}[file]
    assert old in text
    problems = found(write(tmp_path, **{file: text.replace(old, new, 1)}))
    assert problems[0].startswith(problem)


def test_a_language_without_its_catalogue_is_one_problem(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "translations" / "nl.po").unlink()
    assert [problem.code for problem in read_study(folder).problems] == ["Q033"]
    assert str(read_study(folder).problems[0].span) == "study.toml:3:21"


def test_a_plan_may_be_absent(tmp_path: Path) -> None:
    folder = write(tmp_path)
    (folder / "plan.toml").unlink()
    assert read_study(folder).problems == ()


def test_a_scale_offers_every_step_and_its_other_options(study: Study) -> None:
    mark = study.questionnaire.by_id["mark"]
    assert mark.kind is Kind.SCALE
    assert [(option.id, option.wording.plain("nl")) for option in mark.options] == [
        ("1", "Bad"),
        ("2", "2"),
        ("3", "Good"),
        ("dk", "Don't know"),
    ]
