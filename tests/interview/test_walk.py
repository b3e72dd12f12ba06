"""The interview engine: what is asked, what counts, what comes next."""

from decimal import Decimal
from pathlib import Path

import pytest
from study_by_text import answers, make_study

from peil.interview.answers import Answers
from peil.interview.interview import Interview, VisibleStep
from peil.interview.response import Response
from peil.interview.state import State
from peil.interview.submit import submit
from peil.interview.walk import to_response, walk
from peil.study.study import Study

FIRST = "usage reasons more ability age best detail[speed]"


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def pages(interview: Interview) -> list[str]:
    return [page.id for page in interview.pages]


def shown(interview: Interview, step: str) -> VisibleStep:
    return next(one for page in interview.pages for one in page.steps if one.step.id == step)


def test_an_interview_begins_on_the_first_page_with_nothing_reached(study: Study) -> None:
    start = walk(study, Answers())
    assert (start.next_page, start.last_page, start.outcome, start.role) == ("usage", None, None, "other")
    assert start.states["usage"] is State.LEFT_BEFORE
    assert start.states["reasons"] is State.NOT_ASKED
    assert start.given == {}


def test_an_answer_opens_the_next_question_and_decides_the_role(study: Study) -> None:
    now = walk(study, answers("usage", usage="often"))
    assert (now.next_page, now.last_page, now.role) == ("reasons", "usage", "heavy")
    assert now.states["usage"] is State.ANSWERED
    assert [row.id for row in shown(now, "ability").rows] == ["mail", "team", "own"]
    assert [row.id for row in shown(walk(study, answers("usage", usage="never")), "ability").rows] == [
        "mail",
        "own",
    ]


def test_a_missing_option_counts_as_given_and_is_dont_know(study: Study) -> None:
    now = walk(study, answers("usage", usage="dk"))
    assert now.states["usage"] is State.DONT_KNOW
    assert now.next_page == "reasons"


def test_a_required_question_without_an_answer_keeps_its_page(study: Study) -> None:
    now = walk(study, answers("usage"))
    assert (now.next_page, now.last_page) == ("usage", "usage")
    assert now.states["usage"] is State.BLANK


def test_a_question_that_appears_on_the_same_page_is_asked(study: Study) -> None:
    before = answers("usage more", usage="never", rose="yes")
    now = walk(study, before)
    assert now.next_page == "more"
    assert [step.step.id for step in now.page("more").steps] == ["rose", "why", "remarks"]  # type: ignore[union-attr]
    after = walk(study, submit(study, before, "more", {"rose": "yes", "why": "omdat"}))
    assert after.next_page == "ability"
    assert after.states["remarks"] is State.BLANK


def test_what_was_answered_off_the_route_is_kept_but_does_not_count(study: Study) -> None:
    often = answers("usage reasons", usage="often", reasons__speed=True)
    never = submit(study, often, "usage", {"usage": "never"})
    now = walk(study, never)
    assert now.answers.values["reasons.speed"] is True
    assert "reasons.speed" not in now.given
    assert now.states["reasons"] is State.NOT_ASKED
    assert "best" not in pages(now)
    assert walk(study, submit(study, never, "usage", {"usage": "often"})) == walk(study, often)


def test_options_and_rows_that_are_not_visible_do_not_count(study: Study) -> None:
    now = walk(
        study,
        answers(
            "usage reasons more ability age best",
            usage="rarely",
            reasons__speed=True,
            rose="no",
            ability__mail="dk",
            ability__team="worse",
            age=Decimal(40),
            best="cost",
        ),
    )
    assert [option.id for option in shown(now, "best").options] == ["speed", "all"]
    assert (now.next_page, now.states["best"]) == ("best", State.BLANK)
    assert now.states["ability.team"] is State.NOT_ASKED
    assert "ability.team" not in now.given


def test_what_stands_beside_an_option_counts_only_with_it(study: Study) -> None:
    no = walk(study, answers("usage more", usage="never", rose="no", rose__yes__number=Decimal(5)))
    assert "rose.yes.number" not in no.given
    yes = walk(study, answers("usage more", usage="never", rose="yes", rose__yes__number=Decimal(5)))
    assert yes.given["rose.yes.number"] == 5
    other = walk(
        study, answers("usage reasons", usage="often", reasons__speed=True, reasons__other__text="x")
    )
    assert "reasons.other.text" not in other.given


def test_a_false_tick_is_no_tick(study: Study) -> None:
    now = walk(study, answers("usage reasons", usage="often", reasons__speed=False))
    assert (now.next_page, now.states["reasons"]) == ("reasons", State.BLANK)


def test_an_open_row_needs_an_answer_once_it_is_named(study: Study) -> None:
    before = answers("usage more ability", usage="never", rose="no", ability__mail="worse")
    assert walk(study, before).next_page == "age"
    assert walk(study, before).states["ability.own"] is State.BLANK
    named = submit(study, before, "ability", {"ability.mail": "worse", "ability.own.text": "Zingen"})
    assert walk(study, named).next_page == "ability"


def test_an_early_end_closes_the_interview_after_its_page(study: Study) -> None:
    young = answers(
        "usage more ability age", usage="never", rose="no", ability__mail="worse", age=Decimal(17)
    )
    now = walk(study, young)
    assert (now.next_page, now.outcome, now.last_page) == (None, "too_young", "age")
    assert now.states["grade"] is State.NOT_ASKED
    unfinished = Answers(young.values, young.pages - {"age"})
    assert (walk(study, unfinished).next_page, walk(study, unfinished).outcome) == ("age", None)


def test_each_option_ticked_is_a_repeat_with_a_page_of_its_own(study: Study) -> None:
    now = walk(study, answers("usage reasons", usage="often", reasons__cost=True, reasons__other=True))
    assert [page for page in pages(now) if page.startswith("detail")] == ["detail[cost]", "detail[other]"]
    assert now.states["detail[speed]"] is State.NOT_ASKED
    assert now.states["detail[cost]"] is State.LEFT_BEFORE


def complete(**more: object) -> Answers:
    values = {
        "usage": "often",
        "reasons__speed": True,
        "rose": "no",
        "ability__mail": "worse",
        "ability__team": "better",
        "age": Decimal("40.5"),
        "best": "speed",
        "detail[speed]": "goed",
        "grade": 7,
        "wishes__b": 1,
        "day": "2026-01-31",
        **more,
    }
    return answers(f"{FIRST} grade wishes day address bye", **values)  # type: ignore[arg-type]


def test_a_complete_interview(study: Study) -> None:
    now = walk(study, complete())
    assert (now.next_page, now.outcome, now.last_page) == (None, "complete", "bye")
    assert set(now.states) == set(study.codebook.items)
    assert now.states["address"] is State.BLANK
    assert now.states["grade"] is State.ANSWERED
    assert walk(study, complete(grade="dk")).states["grade"] is State.DONT_KNOW
    assert walk(study, complete(address__email="a@example.org")).states["address"] is State.ANSWERED


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("grade", True),
        ("grade", "seven"),
        ("grade", "7"),
        ("age", Decimal("NaN")),
        ("age", "40"),
        ("age", True),
        ("usage", 1),
        ("usage", "sometimes"),
        ("detail[speed]", "  "),
        ("day", 3),
        ("wishes__b", "1"),
        ("reasons__speed", "yes"),
    ],
)
def test_a_value_that_is_not_of_its_kind_does_not_count(study: Study, name: str, value: object) -> None:
    now = walk(study, complete(**{name: value}))
    assert now.outcome is None
    assert name.replace("__", ".") not in now.given


def test_items_after_the_next_page_are_left_before_even_when_they_hold_a_value(study: Study) -> None:
    back = Answers(complete().values, complete().pages - {"more"})
    now = walk(study, back)
    assert (now.next_page, now.last_page) == ("more", "reasons")
    assert now.states["rose"] is State.LEFT_BEFORE
    assert now.states["grade"] is State.LEFT_BEFORE
    assert now.states["usage"] is State.ANSWERED


def test_a_page_of_notices_alone_is_passed_by_submitting_it(study: Study) -> None:
    unread = Answers(complete().values, complete().pages - {"bye"})
    assert walk(study, unread).next_page == "bye"


def test_a_response_keeps_where_the_interview_stood(study: Study) -> None:
    given = complete()
    assert to_response(study, "r1", given) == Response("r1", given, "bye", "complete")
    left = to_response(study, "r2", answers("usage", usage="never"), synthetic=True)
    assert (left.last_page, left.outcome, left.synthetic) == ("usage", None, True)


def test_a_derived_variable_can_be_read_and_has_a_state(tmp_path: Path) -> None:
    plan = '[derived.heavy]\ntitle = "H"\nclasses.yes = { title = "ja", if = "usage is often" }\n'
    derived = make_study(tmp_path, plan=plan)
    assert walk(derived, answers("usage", usage="often")).states["heavy"] is State.ANSWERED
    assert walk(derived, answers("usage", usage="never")).states["heavy"] is State.NOT_ASKED


def test_two_studies_do_not_share_a_course(tmp_path: Path, study: Study) -> None:
    other = make_study(tmp_path, "# a: A\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n")
    assert pages(walk(other, Answers())) == ["usage"]
    assert len(pages(walk(study, Answers()))) > 1


def test_a_role_is_looked_at_again_once_its_answer_comes(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## first\nif role is other\nEerst: ____\n\n"
        "## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n"
        "## then\nif role is heavy\nDan: ____\n"
    )
    now = walk(make_study(tmp_path, text), answers("first", first="x", usage="often"))
    assert pages(now) == ["first", "usage", "then"]
    assert now.role == "heavy"


def test_an_end_of_a_question_that_was_not_asked_ends_nothing(tmp_path: Path) -> None:
    text = (
        "# a: A\n\n## usage\nHoe?\n- ( ) often: Vaak\n- ( ) no: Nee\n\n"
        "## why\nif usage is often\nend if not why was answered: silent\nWaarom? ____\n\n"
        "## last\nTot slot: ____\n"
    )
    study = make_study(tmp_path, text)
    assert walk(study, answers("usage last", usage="no", last="x")).outcome == "complete"
    assert pages(walk(study, answers("usage", usage="often"))) == ["usage", "why"]
