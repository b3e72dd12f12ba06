"""Exclusions and recodings in plan.toml: read, and refused where they could not be carried out."""

import datetime as dt
from pathlib import Path

import pytest
from check_example import check_files, write_files
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.amendment import Exclusion, Recoding
from peil.study.own_words import compare_key
from peil.study.plan import Plan
from peil.study.reader.read import read_study

QUESTIONNAIRE = """\
# work: Your work

## sector
In which sector do you work?
- ( ) music: Music
- ( ) visual: Visual arts
- ( ) other: Other, namely ____
- ( ) hours: By the hour, ___ [0..60] a week
- ( ) dk: I don't know  {missing}

## reasons
Why?
- [ ] speed: It is faster
- [ ] other: Other, namely ____
- [ ] none: None of these  {exclusive}
- [ ] dk: I don't know  {missing}

## grid  {matrix}
How?
columns
- ( ) well: Well
- ( ) other: Otherwise, namely ____
rows
- mail: Mail
- plan: Planning

## grade  {scale 0..10}
Which mark?
- ( ) dk: I don't know  {missing}
"""
WHEN = 'on = 2026-03-01\nreason = "Discussed in the team"\n'


def recoding(item: str = "sector", option: str = "other", to: str = "visual", texts: str = '"clay"') -> str:
    named = f'item = "{item}"\noption = "{option}"\nto = "{to}"\ntexts = [{texts}]\n'
    return f"[[recodings]]\n{named}{WHEN}"


def exclusion(interview: str = "a1") -> str:
    return f'[[exclusions]]\ninterview = "{interview}"\n{WHEN}'


def plan(folder: Path, text: str) -> Plan:
    study = read_study(write_files(folder, {"questionnaire.md": QUESTIONNAIRE, "plan.toml": text}))
    assert study.problems == ()
    return study.plan


def problems(folder: Path, text: str) -> list[Problem]:
    found = check_files(folder, questionnaire=QUESTIONNAIRE, plan=text)
    return [one for one in found if one.span.file == "plan.toml"]


def test_amendments_are_read_in_order(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        exclusion() + exclusion("a2") + recoding() + recoding("grid.mail", to="well", texts='"a", "b"'),
    )
    day, reason = dt.date(2026, 3, 1), "Discussed in the team"
    assert found.exclusions == (
        Exclusion("a1", day, reason, Span("plan.toml", 1, 1)),
        Exclusion("a2", day, reason, Span("plan.toml", 5, 1)),
    )
    assert found.recodings == (
        Recoding("sector", "other", ("clay",), "visual", day, reason, Span("plan.toml", 9, 1)),
        Recoding("grid.mail", "other", ("a", "b"), "well", day, reason, Span("plan.toml", 16, 1)),
    )


def test_a_list_in_one_line_is_read_too(tmp_path: Path) -> None:
    entry = 'exclusions = [{ interview = "a1", on = 2026-03-01, reason = "A joke" }]\n'
    assert [one.interview for one in plan(tmp_path, entry).exclusions] == ["a1"]


SLIPS = {
    "an interview twice": (exclusion() + exclusion(), "Q083", 'The interview "a1" is excluded already'),
    "no interview": (exclusion(""), "Q083", "No interview is named"),
    "no reason": (exclusion().replace("Discussed in the team", " "), "Q083", "It has no reason"),
    "no day": (exclusion().replace("on = 2026-03-01\n", ""), "Q083", "It has no date"),
    "a day in quotes": (exclusion().replace("2026-03-01", '"2026-03-01"'), "Q083", '"on" is a date'),
    "a day to come": (exclusion().replace("2026", "2999"), "Q083", "which is still to come"),
    "a recoding to come": (recoding().replace("2026", "2999"), "Q083", "which is still to come"),
    "a setting more": (exclusion() + "why = 1\n", "Q083", '[[exclusions]] has no setting "why"'),
    "no list": ('[exclusions]\ninterview = "a1"\n', "Q032", '"exclusions" is a list of tables'),
    "no such question": (recoding("secktor"), "Q010", 'no question or derived variable "secktor"'),
    "no such option": (recoding(option="othr"), "Q012", 'sector has no option "othr"'),
    "no such target": (recoding(to="visal"), "Q012", 'sector has no option "visal"'),
    "a whole matrix": (recoding("grid", to="well"), "Q083", '"grid" is several items'),
    "a scale": (recoding("grade", option="dk", to="dk"), "Q083", "can't be recoded"),
    "an option without words": (
        recoding(option="music"),
        "Q083",
        'No words are written beside the option "music"',
    ),
    "an option with a number": (
        recoding(option="hours"),
        "Q083",
        'No words are written beside the option "hours"',
    ),
    "the same option": (recoding(to="other"), "Q083", 'It is "other" already'),
    "no texts": (recoding(texts=""), "Q083", "which texts"),
    "an empty text": (recoding(texts='"clay", " "'), "Q083", "One of the texts is empty"),
    "one text, two options": (
        recoding() + recoding(to="music", texts='"glass", " CLAY"'),
        "Q083",
        '" CLAY" is "visual" by another entry, and "music" here',
    ),
    "a tick that excludes others": (recoding("reasons", to="none"), "Q083", '"none" stands alone'),
    "a tick that is missing": (recoding("reasons", to="dk"), "Q083", '"dk" stands alone'),
    "nothing to become": (recoding().replace('to = "visual"\n', ""), "Q083", 'It doesn\'t say "to"'),
}


@pytest.mark.parametrize("name", sorted(SLIPS))
def test_a_slip_is_one_problem_with_a_repair(name: str, tmp_path: Path) -> None:
    text, code, words = SLIPS[name]
    found = problems(tmp_path, text)
    assert [one.code for one in found] == [code]
    assert words in found[0].message
    assert found[0].hint


def test_what_could_not_be_carried_out_is_left_out(tmp_path: Path) -> None:
    files = {
        "questionnaire.md": QUESTIONNAIRE,
        "plan.toml": recoding() + recoding(to="music") + exclusion(""),
    }
    study = read_study(write_files(tmp_path, files))
    assert [one.to for one in study.plan.recodings] == ["visual"]
    assert study.plan.exclusions == ()


def test_one_text_twice_to_one_option_and_beside_two_options_is_no_contradiction(tmp_path: Path) -> None:
    text = recoding() + recoding() + recoding("reasons", to="speed")
    assert problems(tmp_path, text) == []


def test_a_missing_option_may_be_what_somebody_meant_who_gave_one_answer(tmp_path: Path) -> None:
    assert problems(tmp_path, recoding(to="dk")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("Clay", " clay "), ("visual arts", "Visual  Arts"), ("caf\u00e9", "cafe\u0301"), ("STRASSE", "straße")],
)
def test_texts_that_say_the_same_have_one_key(one: str, other: str) -> None:
    assert compare_key(one) == compare_key(other)


@given(st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_text_is_known_again_in_other_spacing(text: str) -> None:
    assert compare_key(f"  {text}\n") == compare_key(text)
    assert compare_key(" ".join(text.split())) == compare_key(text)
