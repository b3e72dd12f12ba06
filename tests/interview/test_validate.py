"""Answers checked before they are kept."""

from decimal import Decimal

import pytest
from study_by_text import ONE_ROLE, answers, make_study

from peil.core.largest import LARGEST
from peil.interview.answer_problem import AnswerCode as Code
from peil.interview.answer_problem import AnswerProblem
from peil.interview.answers import Answers, Value
from peil.interview.check_value import LONGEST_TEXT
from peil.interview.validate import check_answers
from peil.interview.walk import walk
from peil.study.study import Study

BEFORE = answers("usage reasons", usage="often", reasons__speed=True, reasons__cost=True)


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    plain = make_study(tmp_path_factory.mktemp("study"))
    assert plain.questionnaire.by_id["wishes"].at_most == 2
    return plain


def check(study: Study, page: str, before: Answers = BEFORE, **values: Value) -> tuple[AnswerProblem, ...]:
    named = {name.replace("__", "."): value for name, value in values.items()}
    return check_answers(study, walk(study, before), page, named)


@pytest.mark.parametrize(
    ("page", "values"),
    [
        ("usage", {"usage": "often"}),
        ("reasons", {"reasons__speed": True, "reasons__cost": True, "reasons__none": False}),
        ("reasons", {"reasons__none": True}),
        ("reasons", {"reasons__other": True, "reasons__other__text": "anders"}),
        ("more", {"rose": "no"}),
        ("more", {"rose": "yes", "rose__yes__number": Decimal(10), "why": "omdat", "remarks": ""}),
        ("ability", {"ability__mail": "worse", "ability__team": "dk"}),
        ("age", {"age": Decimal("17.5")}),
        ("best", {"best": "cost"}),
        ("grade", {"grade": 10}),
        ("grade", {"grade": "dk"}),
        ("wishes", {"wishes__c": 1, "wishes__a": 2}),
        ("day", {"day": "2026-02-28"}),
        ("address", {}),
        ("bye", {}),
    ],
)
def test_what_the_page_allows_passes(study: Study, page: str, values: dict[str, Value]) -> None:
    assert check(study, page, **values) == ()


@pytest.mark.parametrize(
    ("page", "values", "problem"),
    [
        ("usage", {}, AnswerProblem(Code.REQUIRED, "usage")),
        ("usage", {"usage": "sometimes"}, AnswerProblem(Code.UNKNOWN_OPTION, "usage")),
        ("usage", {"usage": "often", "age": 3}, AnswerProblem(Code.NOT_ON_PAGE, "age")),
        ("best", {"best": "other"}, AnswerProblem(Code.HIDDEN_OPTION, "best")),
        ("reasons", {}, AnswerProblem(Code.REQUIRED, "reasons")),
        ("reasons", {"reasons__speed": "on"}, AnswerProblem(Code.NOT_A_TICK, "reasons.speed")),
        (
            "reasons",
            {"reasons__speed": True, "reasons__cost": True, "reasons__other": True},
            AnswerProblem(Code.TOO_MANY, "reasons", 2),
        ),
        (
            "reasons",
            {"reasons__speed": True, "reasons__none": True},
            AnswerProblem(Code.EXCLUSIVE, "reasons"),
        ),
        ("more", {"rose": "yes"}, AnswerProblem(Code.REQUIRED, "why")),
        ("more", {"rose": "no", "why": "toch"}, AnswerProblem(Code.HIDDEN_ROW, "why")),
        (
            "more",
            {"rose": "yes", "why": "x", "rose__yes__number": Decimal(501)},
            AnswerProblem(Code.TOO_HIGH, "rose.yes.number", Decimal(500)),
        ),
        ("ability", {"ability__mail": "worse"}, AnswerProblem(Code.REQUIRED, "ability.team")),
        (
            "ability",
            {"ability__mail": "dk", "ability__team": "dk", "ability__own__text": "Zang"},
            AnswerProblem(Code.REQUIRED, "ability.own"),
        ),
        ("age", {"age": "veel"}, AnswerProblem(Code.NOT_A_NUMBER, "age")),
        ("age", {"age": Decimal("NaN")}, AnswerProblem(Code.NOT_A_NUMBER, "age")),
        ("age", {"age": Decimal(-1)}, AnswerProblem(Code.TOO_LOW, "age", Decimal(0))),
        ("age", {"age": Decimal("40.25")}, AnswerProblem(Code.TOO_PRECISE, "age", 1)),
        ("age", {"age": Decimal("40." + "1" * 40)}, AnswerProblem(Code.TOO_PRECISE, "age", 1)),
        ("grade", {"grade": 11}, AnswerProblem(Code.TOO_HIGH, "grade", Decimal(10))),
        ("grade", {"grade": -1}, AnswerProblem(Code.TOO_LOW, "grade", Decimal(0))),
        ("grade", {"grade": Decimal("7.5")}, AnswerProblem(Code.NOT_A_NUMBER, "grade")),
        ("grade", {"grade": "7"}, AnswerProblem(Code.UNKNOWN_OPTION, "grade")),
        ("wishes", {"wishes__a": 1, "wishes__b": 1}, AnswerProblem(Code.REPEATED_RANK, "wishes")),
        ("wishes", {"wishes__a": 2}, AnswerProblem(Code.BAD_RANK, "wishes")),
        ("wishes", {"wishes__a": 0}, AnswerProblem(Code.BAD_RANK, "wishes.a")),
        (
            "wishes",
            {"wishes__a": 1, "wishes__b": 2, "wishes__c": 3},
            AnswerProblem(Code.TOO_MANY, "wishes", 2),
        ),
        ("day", {"day": "31-01-2026"}, AnswerProblem(Code.BAD_DATE, "day")),
        ("day", {"day": "2026-02-30"}, AnswerProblem(Code.BAD_DATE, "day")),
        ("day", {"day": "20260131"}, AnswerProblem(Code.BAD_DATE, "day")),
        ("day", {"day": " 2026-01-31"}, AnswerProblem(Code.BAD_DATE, "day")),
        ("grade", {"grade": Decimal("NaN")}, AnswerProblem(Code.NOT_A_NUMBER, "grade")),
        ("age", {"age": 10**40}, AnswerProblem(Code.TOO_HIGH, "age", LARGEST)),
        ("address", {"address__name": 3}, AnswerProblem(Code.NOT_TEXT, "address.name")),
        (
            "more",
            {"rose": "no", "remarks": "x" * (LONGEST_TEXT + 1)},
            AnswerProblem(Code.TOO_LONG, "remarks", LONGEST_TEXT),
        ),
    ],
)
def test_what_it_does_not_allow_is_told(
    study: Study, page: str, values: dict[str, Value], problem: AnswerProblem
) -> None:
    assert problem in check(study, page, **values)
    assert len(check(study, page, **values)) <= 2


def test_a_page_off_the_route_takes_nothing(study: Study) -> None:
    never = answers("usage", usage="never")
    assert check(study, "reasons", never, reasons__speed=True) == (
        AnswerProblem(Code.NOT_ON_PAGE, "reasons.speed"),
    )


def test_fewest_ticks_and_a_whole_ranking(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = (
        "# a: A\n\n## m  {at least 2}\nWat?\n- [ ] x: X\n- [ ] y: Y\n- [ ] no: Niets  {exclusive}\n\n"
        "## r  {ranking}\nOrden.\n- p: P\n- q: Q\n"
    )
    few = make_study(tmp_path_factory.mktemp("few"), text, settings=ONE_ROLE)
    start = Answers()
    assert check(few, "m", start, m__x=True) == (AnswerProblem(Code.TOO_FEW, "m", 2),)
    assert check(few, "m", start, m__x=True, m__y=True) == ()
    assert check(few, "m", start, m__no=True) == ()
    assert check(few, "r", start, r__p=1) == (AnswerProblem(Code.TOO_FEW, "r", 2),)
    assert check(few, "r", start, r__p=2, r__q=1) == ()
