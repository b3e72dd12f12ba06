"""The engine made fast says what the plainest one says, from the start and from the page that was sent."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from study_by_text import ONE_ROLE, answers, make_study

from kinds_study import write_kinds_study
from peil.interview.answers import Answers, Value
from peil.interview.interview import Interview
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables, submit
from peil.interview.walk import walk, walk_on
from peil.interview.way import way_of
from peil.study.codebook import ValueKind
from peil.study.reader.read import read_study
from peil.study.route import End, Route, Step
from peil.study.study import Study
from plain_walk import plain_walk
from random_routing import routings
from random_routing import study_of as routed_study
from random_studies import studies

REFERENCE = read_study(Path(__file__).parents[2] / "studies" / "genai-creative-work")
KINDS = write_kinds_study(Path(mkdtemp()))
ENDS_IN_BETWEEN = """
# s: Deel  {one page}

## a
end if a is x: left
Wat?
- ( ) x: X
- ( ) y: Y

## b
if a is y
Wat nog?
- [ ] x: X
- [ ] y: Y

## c  {for each b}
Waarom? ____

## d
if b was asked
Wat dan? ____
"""


ROLE_IN_BETWEEN = """
# s: Deel

## a
Wat?
- ( ) x: X
- ( ) y: Y

---

## b
if role is other
Waarom? ____

---

## c
En?
- ( ) x: X
- ( ) y: Y

---

## d
if role is heavy
Hoe dan? ____
"""


def routed(study: Study, *entries: Step | End) -> Study:
    """The study with a route that no questionnaire has, but the engine takes all the same."""
    return replace(study, route=Route(entries))


def told(interview: Interview) -> tuple[object, ...]:
    found = interview
    return (
        dict(found.given),
        found.role,
        found.pages,
        dict(found.states),
        found.next_page,
        found.last_page,
        found.outcome,
        found.early,
    )


def junk(name: str, study: Study) -> st.SearchStrategy[Value]:
    """Any value for a variable, of its kind or not, of an option that may be hidden or not exist."""
    variable = study.codebook.variables[name]
    options = [*study.codebook.items[variable.item].option_ids, "nowhere"]
    fitting: st.SearchStrategy[Value] = {
        ValueKind.TICK: st.just(value=True),
        ValueKind.OPTION: st.sampled_from(options),
        ValueKind.STEP: st.one_of(st.integers(0, 10), st.sampled_from(options)),
        ValueKind.RANK: st.integers(1, 3),
        ValueKind.NUMBER: st.integers(0, 20).map(Decimal),
    }.get(variable.value, st.sampled_from(["woord", " ", "2026-03-14"]))
    strange: list[Value] = [True, False, 1, Decimal(3), Decimal("NaN"), "", "x"]
    odd = st.sampled_from(strange)
    return st.one_of(*[fitting] * 4, odd)


@st.composite
def page_values(draw: st.DrawFn, study: Study, page: str) -> dict[str, Value]:
    """Values for a page: a simulated respondent's, with some taken away and some made up."""
    seed = draw(st.integers(0, 50))
    simulated = next(simulate(study, 1, seed)).answers.values
    found: dict[str, Value] = {}
    for name in sorted(page_variables(study, page)):
        how = draw(st.integers(0, 9))
        if how < 6 and name in simulated:
            found[name] = simulated[name]
        elif how == 9:
            found[name] = draw(junk(name, study))
    return found


def send_pages(study: Study, data: st.DataObject) -> None:
    """Send page after page, now and then one further on or back; after each both engines say the same."""
    interview = walk(study, Answers())
    assert told(interview) == plain_walk(study, Answers())
    for _ in range(data.draw(st.integers(1, 12))):
        anywhere = data.draw(st.integers(0, 3)) == 0 or interview.next_page is None
        page = data.draw(st.sampled_from(study.route.pages)) if anywhere else interview.next_page
        assert page is not None
        values = data.draw(page_values(study, page))
        passed = data.draw(st.integers(0, 5)) > 0
        before = told(interview)
        after = walk_on(study, interview, page, values, passed=passed)
        assert told(interview) == before
        sent = submit(study, interview.answers, page, values, passed=passed)
        assert after.answers == sent
        assert told(after) == told(walk(study, sent)) == plain_walk(study, sent)
        interview = after


@pytest.mark.slow
@settings(max_examples=60)
@given(studies, st.data())
def test_walking_on_says_what_the_plainest_engine_says(study: Study, data: st.DataObject) -> None:
    send_pages(study, data)


@pytest.mark.slow
@settings(max_examples=80)
@given(routings(), st.data())
def test_walking_on_says_so_of_every_kind_of_question_role_and_derived_variable(
    files: tuple[str, str, str], data: st.DataObject
) -> None:
    send_pages(routed_study(files), data)


@pytest.mark.slow
@pytest.mark.parametrize("study", [KINDS, REFERENCE], ids=["kinds", "reference"])
@settings(max_examples=15)
@given(data=st.data())
def test_walking_on_says_so_of_whole_studies(study: Study, data: st.DataObject) -> None:
    send_pages(study, data)


def test_an_early_end_in_the_middle_of_a_page_is_walked_on_past(tmp_path: Path) -> None:
    study = make_study(tmp_path, ENDS_IN_BETWEEN, settings=ONE_ROLE)
    ended = walk(study, answers("s", a="x"))
    assert ended.early == "left"
    after = walk_on(study, ended, "s", {"a": "y", "b.x": True})
    assert [page.id for page in after.pages] == ["s", "c[x]", "d"]
    assert told(after) == plain_walk(study, after.answers)
    off = walk_on(study, ended, "d", {"d": "later"})
    assert (off.pages, off.early) == (ended.pages, "left")
    assert told(off) == plain_walk(study, off.answers)


def test_an_early_end_between_two_questions_of_a_page_parts_it_for_nobody_else(tmp_path: Path) -> None:
    study = make_study(tmp_path, ENDS_IN_BETWEEN, settings=ONE_ROLE)
    first, second, *others = study.route.steps
    end = next(entry for entry in study.route.entries if isinstance(entry, End))
    odd = routed(study, first, end, second, *others)
    before = walk(odd, answers("s", a="y", b__x=True))
    assert [(page.id, len(page.steps)) for page in before.pages] == [("s", 2), ("c[x]", 1), ("d", 1)]
    assert told(before) == plain_walk(odd, before.answers)
    after = walk_on(odd, before, "s", {"a": "x"})
    assert [(page.id, len(page.steps)) for page in after.pages] == [("s", 1)]
    again = walk_on(odd, before, "c[x]", {"c[x]": "daarom"})
    assert told(again) == plain_walk(odd, again.answers)


def test_a_role_that_two_questions_decide_changes_between_them(tmp_path: Path) -> None:
    roles = ONE_ROLE.replace("[roles]", '[roles]\nheavy = "a is x or c is x"')
    study = make_study(tmp_path, ROLE_IN_BETWEEN, settings=roles)
    answered = answers("a b c d", a="y", b="ja", c="x", d="ja")
    found = walk(study, answered)
    assert ([page.id for page in found.pages], found.role) == (["a", "b", "c", "d"], "heavy")
    assert told(found) == plain_walk(study, answered)
    after = walk_on(study, found, "c", {"c": "y"})
    assert ([page.id for page in after.pages], after.role) == (["a", "b", "c"], "other")


def test_a_page_that_stands_in_two_places_is_walked_from_the_start(tmp_path: Path) -> None:
    text = "# s: Deel\n\n## a\nWat?\n- ( ) x: X\n- ( ) y: Y\n\n## b\nWaarom? ____\n\n## c\nEn? ____\n"
    study = make_study(tmp_path, text, settings=ONE_ROLE)
    one, two, three = study.route.steps
    odd = routed(study, one, two, replace(three, page=one.page))
    assert way_of(odd).starts == {}
    before = walk(odd, answers("a b", a="x", b="daarom", c="ja"))
    after = walk_on(odd, before, "a", {"a": "y", "c": "nee"})
    assert [page.id for page in after.pages] == ["a", "b", "a"]
    assert told(after) == plain_walk(odd, after.answers)


def test_many_variations_of_a_question_are_told_apart_and_forgotten_without_harm(tmp_path: Path) -> None:
    ids = [f"o{number}" for number in range(12)]
    many = "".join(f"- [ ] {one}: {one}\n" for one in ids)
    text = f"# s: Deel\n\n---\n\n## a\nWat?\n{many}\n---\n\n## b\nEn?\noptions from a\n- ( ) z: Z\n"
    study = make_study(tmp_path, text, settings=ONE_ROLE)
    for mark in range(1, 2**12, 3):
        ticked = {f"a.{one}": True for place, one in enumerate(ids) if mark >> place & 1}
        page = walk(study, Answers(ticked, frozenset({"a"}))).page("b")
        assert page is not None
        assert [one.id for one in page.steps[0].options] == [
            *(one for place, one in enumerate(ids) if mark >> place & 1),
            "z",
        ]
