"""Exclusions, recodings and full quotas: what is analysed changes, what was answered never does."""

import datetime as dt
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import numpy as np
import pytest
from data_survey import make_study
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.core.span import Span
from peil.data.analysis_set import select_analysis_set
from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.data.mask_rows import mask_rows
from peil.fieldwork.amended import Amended, CountedAs, LeftOut
from peil.formats.csv_file import write_responses_csv
from peil.interview.answers import Answers, Value
from peil.interview.response import Response
from peil.interview.state import State
from peil.interview.walk import to_response
from peil.study.amendment import Exclusion
from peil.study.codebook import ValueKind
from peil.study.expr.tree import Compare, CountOf, Has, Is, Order
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study

SETTINGS = """
[about]
title = "T"
languages = ["en"]
[roles]
maker = { if = "sector is visual", label = "maker" }
rest = "otherwise"
"""
QUESTIONNAIRE = """
# work: Work

## sector
Where do you work?
- ( ) music: Music
- ( ) visual: Visual arts
- ( ) other: Other, namely ____
- ( ) dk: I don't know  {missing}

## studio
if sector is visual
Do you have a studio?
- ( ) yes: Yes
- ( ) no: No

## reasons  {optional}
Why?
- [ ] speed: Faster
- [ ] fun: Fun
- [ ] other: Other, namely ____
- [ ] none: None  {exclusive}

## grid  {matrix, optional}
How?
columns
- ( ) well: Well
- ( ) other: Otherwise, namely ____
rows
- mail: Mail
- plan: Planning
"""
WHEN = 'on = 2026-03-01\nreason = "As discussed"\n'
PLAN = f"""
[analysis]
groups = ["kind"]

[derived.kind]
title = "Kind"
classes.art = {{ title = "art", if = "sector is visual" }}
classes.makers = {{ title = "makers", if = "role is maker" }}
classes.two = {{ title = "two", if = "count(reasons) >= 2" }}
classes.rest = {{ title = "rest", if = "otherwise" }}

[derived.again]
title = "Again"
classes.art = {{ title = "art", if = "kind is art" }}

[[recodings]]
item = "sector"
option = "other"
texts = ["Clay", "glass work"]
to = "visual"
{WHEN}
[[recodings]]
item = "sector"
option = "other"
texts = ["no idea"]
to = "dk"
{WHEN}
[[recodings]]
item = "reasons"
option = "other"
texts = ["quick"]
to = "speed"
{WHEN}
[[recodings]]
item = "grid.mail"
option = "other"
texts = ["fine"]
to = "well"
{WHEN}
"""
NEW = {
    ("sector", "clay"): "visual",
    ("sector", "glasswork"): "visual",
    ("sector", "noidea"): "dk",
    ("reasons", "quick"): "speed",
    ("grid.mail", "fine"): "well",
}
"""What the plan says, by hand: item and text without case and spaces."""
TEXTS = ["clay", " CLAY", "Glass  work", "no idea", "quick", "Quick ", "fine", "something else"]


@cache
def study() -> Study:
    return make_study(Path(mkdtemp()), QUESTIONNAIRE, PLAN, SETTINGS)


@cache
def unamended() -> Study:
    return replace(study(), plan=replace(study().plan, recodings=(), exclusions=()))


def excluding(*ids: str, reason: str = "As a joke") -> Study:
    day = dt.date(2026, 3, 2)
    entries = tuple(Exclusion(one, day, reason, Span("plan.toml", n, 1)) for n, one in enumerate(ids, 1))
    return replace(study(), plan=replace(study().plan, recodings=(), exclusions=entries))


@st.composite
def responses(draw: st.DrawFn) -> tuple[Response, ...]:
    found = []
    for number in range(draw(st.integers(1, 6))):
        values: dict[str, Value] = {}
        for name, variable in study().codebook.variables.items():
            item = study().codebook.items[variable.item]
            if not item.derived and draw(st.integers(0, 3)):
                kind = variable.value
                some = {
                    ValueKind.OPTION: st.sampled_from(item.option_ids),
                    ValueKind.TICK: st.booleans(),
                    ValueKind.TEXT: st.sampled_from(TEXTS),
                }[kind]
                values[name] = draw(some)
        pages = study().route.pages[: draw(st.integers(0, len(study().route.pages)))]
        found.append(to_response(study(), f"r{number}", Answers(values, frozenset(pages))))
    return tuple(found)


def analysed(*given_values: dict[str, Value], of: Study | None = None) -> Dataset:
    """Analyse complete interviews with these answers."""
    pages = frozenset(study().route.pages)
    some = [
        to_response(study(), f"r{number}", Answers(values, pages))
        for number, values in enumerate(given_values)
    ]
    return select_analysis_set(from_responses(of or study(), some))


def chosen(dataset: Dataset, item: str) -> list[str]:
    options = (*dataset.study.codebook.items[item].option_ids, "")
    return [options[position] for position in dataset.columns[item]]


@pytest.mark.slow
@given(responses())
@settings(deadline=None)
def test_a_recoding_is_carried_out_as_its_words_say_and_changes_nothing_else(
    some: tuple[Response, ...],
) -> None:
    before = from_responses(unamended(), some)
    after = select_analysis_set(from_responses(study(), some))
    items = study().codebook.items
    for key in ("sector", "grid.mail", "grid.plan", "studio"):
        texts = before.columns.get(f"{key}.other.text", [""] * before.n)
        expected = [
            NEW.get((key, "".join(str(text).casefold().split())), option) if option == "other" else option
            for option, text in zip(chosen(before, key), texts, strict=True)
        ]
        assert chosen(after, key) == expected
    moved = np.array(
        [str(text).casefold().strip() == "quick" for text in before.columns["reasons.other.text"]]
    )
    for option in items["reasons"].option_ids:
        ticks = before.columns[f"reasons.{option}"]
        expected_ticks = {"other": ticks & ~moved, "speed": ticks | moved}.get(option, ticks)
        assert after.columns[f"reasons.{option}"].tolist() == expected_ticks.tolist()
    for name, variable in study().codebook.variables.items():
        if variable.value is ValueKind.TEXT:
            assert after.columns[name].tolist() == before.columns[name].tolist()


@pytest.mark.slow
@given(responses())
@settings(deadline=None)
def test_nobody_moves_in_or_out_of_a_base_and_roles_stay(some: tuple[Response, ...]) -> None:
    before = select_analysis_set(from_responses(unamended(), some))
    after = select_analysis_set(from_responses(study(), some))
    assert after.roles.tolist() == before.roles.tolist()
    assert after.progress.tolist() == before.progress.tolist()
    given_states = (State.ANSWERED, State.DONT_KNOW)
    for key, states in before.states.items():
        if not study().codebook.items[key].derived:
            assert np.isin(after.states[key], given_states).tolist() == np.isin(states, given_states).tolist()
            asked = states == State.NOT_ASKED
            assert (after.states[key] == State.NOT_ASKED).tolist() == asked.tolist()


@pytest.mark.slow
@given(responses())
@settings(deadline=None)
def test_the_data_file_holds_what_was_answered(some: tuple[Response, ...]) -> None:
    folder = Path(mkdtemp())
    write_responses_csv(folder / "one.csv", study(), some)
    write_responses_csv(folder / "other.csv", unamended(), some)
    assert (folder / "one.csv").read_bytes() == (folder / "other.csv").read_bytes()


@pytest.mark.slow
@given(responses())
@settings(deadline=None)
def test_the_data_as_answered_are_left_alone(some: tuple[Response, ...]) -> None:
    dataset = from_responses(study(), some)
    before = {name: column.copy() for name, column in dataset.columns.items()}
    select_analysis_set(dataset)
    for name, column in before.items():
        assert dataset.columns[name].tolist() == column.tolist()


CLAY: dict[str, Value] = {"sector": "other", "sector.other.text": "CLAY "}


def test_what_is_computed_sees_the_new_option_and_roles_and_routing_the_old_one() -> None:
    found = analysed(CLAY, {"sector": "visual", "studio": "yes"}, {"sector": "music"})
    assert chosen(found, "sector") == ["visual", "visual", "music"]
    assert chosen(found, "kind") == ["art", "art", "rest"]
    assert chosen(found, "again") == ["art", "art", ""]
    assert found.states["again"].tolist() == [State.ANSWERED, State.ANSWERED, State.NOT_ASKED]
    assert [study().roles[role].id for role in found.roles] == ["rest", "maker", "rest"]
    assert found.states["studio"].tolist() == [State.NOT_ASKED, State.ANSWERED, State.NOT_ASKED]
    assert mask_rows(found, Is("sector", ("visual",))).tolist() == [True, True, False]


def test_a_derived_variable_by_role_is_not_moved_by_a_recoding() -> None:
    plan = PLAN.replace('classes.art = { title = "art", if = "sector is visual" }\n', "")
    other = make_study(
        Path(mkdtemp()), QUESTIONNAIRE, plan.replace("kind is art", "kind is makers"), SETTINGS
    )
    assert chosen(analysed(CLAY, {"sector": "visual", "studio": "yes"}, of=other), "kind") == [
        "rest",
        "makers",
    ]


def test_a_don_t_know_in_own_words_is_one() -> None:
    found = analysed({"sector": "other", "sector.other.text": "No idea"})
    assert chosen(found, "sector") == ["dk"]
    assert found.states["sector"].tolist() == [State.DONT_KNOW]


def test_two_ticks_that_become_one_are_counted_once() -> None:
    ticks: dict[str, Value] = {"reasons.other": True, "reasons.other.text": "quick", "reasons.speed": True}
    found = analysed({"sector": "music", **ticks}, {"sector": "music", "reasons.fun": True, **ticks})
    assert mask_rows(found, Has("reasons", "other")).tolist() == [False, False]
    assert mask_rows(found, Compare(CountOf("reasons"), Order.EQUAL, 2)).tolist() == [False, True]  # type: ignore[arg-type]
    assert chosen(found, "kind") == ["rest", "two"]


def test_each_entry_says_how_many_answers_it_changed() -> None:
    found = analysed(CLAY, CLAY, {"sector": "other", "sector.other.text": "no idea"}, {"sector": "music"})
    day, reason = dt.date(2026, 3, 1), "As discussed"
    assert found.amended == Amended(
        counted_as=(
            CountedAs("sector", "other", "visual", day, reason, 2),
            CountedAs("sector", "other", "dk", day, reason, 1),
            CountedAs("reasons", "other", "speed", day, reason, 0),
            CountedAs("grid.mail", "other", "well", day, reason, 0),
        )
    )
    assert [(one.code, one.span.file) for one in found.problems] == [("D040", "plan.toml")] * 2
    assert "reasons" in found.problems[0].message


def test_an_excluded_interview_is_left_out_and_accounted_for() -> None:
    music: dict[str, Value] = {"sector": "music"}
    found = analysed(music, music, music, of=excluding("r0", "r2"))
    assert found.ids == ("r1",)
    assert found.amended.left_out == (LeftOut(dt.date(2026, 3, 2), "As a joke", 2),)
    assert found.problems == ()


def test_an_excluded_interview_that_isn_t_there_is_told_and_not_counted() -> None:
    found = analysed({"sector": "music"}, of=excluding("r7"))
    assert found.ids == ("r0",)
    assert found.amended.left_out == ()
    assert [(one.code, str(one.span)) for one in found.problems] == [("D039", "plan.toml:1:1")]


def test_who_came_when_the_quota_was_full_is_never_analysed() -> None:
    pages = frozenset({"sector"})
    full = replace(to_response(study(), "r0", Answers({"sector": "music"}, pages)), outcome=QUOTA_FULL)
    left = to_response(study(), "r1", Answers({"sector": "music"}, pages))
    everyone = from_responses(study(), [full, left])
    assert everyone.n == 2
    assert everyone.progress.tolist() == [1, 2]  # who goes on has passed the page of the studio
    found = select_analysis_set(everyone)
    assert found.ids == ("r1",)
    assert found.amended.quota_full == 1


@pytest.mark.parametrize("text", ["clay and glass", "", "cl ay x"])
def test_another_text_stays_what_it_was(text: str) -> None:
    assert chosen(analysed({"sector": "other", "sector.other.text": text}), "sector") == ["other"]
