"""Posted forms read, and kept values shown as they were posted."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import pytest
from form_survey import BEFORE, PAGE, form_survey, with_values
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.interview.answer_problem import AnswerCode as Code
from peil.interview.answer_problem import AnswerProblem
from peil.interview.answers import Value
from peil.interview.check_value import LONGEST_TEXT, check_value
from peil.interview.private import KEPT_APART
from peil.interview.walk import walk
from peil.pages.clean_text import clean_line, clean_text
from peil.pages.page_fields import PageField, page_fields
from peil.pages.read_form import ReadForm, read_form
from peil.pages.show_form import form_texts
from peil.study.codebook import ValueKind
from peil.study.question import Kind
from peil.study.text import NumberBlank

LANGUAGES = ["de", "en", "es", "fr", "nl"]


def read(
    fields: Mapping[str, str], language: str = "nl", page: str = PAGE, marks: tuple[str, ...] = ()
) -> ReadForm:
    return read_form(form_survey(), page, fields, language, marks)


@pytest.mark.parametrize(
    ("fields", "values"),
    [
        ({"rose": "no"}, {"rose": "no"}),
        (
            {"rose": "yes", "rose.yes.number": "12,5 procent"},
            {"rose": "yes", "rose.yes.number": Decimal("12.5")},
        ),
        ({"rose": "why", "rose.why.text": " zo \r\n maar "}, {"rose": "why", "rose.why.text": "zo   maar"}),
        ({"rose": "no", "rose.why.text": "toch"}, {"rose": "no"}),
        ({"rose": "no", "rose.yes.number": "veel"}, {"rose": "no"}),
        ({"rose.yes.number": "12"}, {}),
        (
            {"tasks.a": "1", "tasks.b": "1", "tasks.b.text": "x"},
            {"tasks.a": True, "tasks.b": True, "tasks.b.text": "x"},
        ),
        ({"tasks.a": "1", "tasks.b.text": "x"}, {"tasks.a": True}),
        ({"ability.mail": "worse"}, {"ability.mail": "worse"}),
        (
            {"ability.own": "worse", "ability.own.text": "Zang"},
            {"ability.own": "worse", "ability.own.text": "Zang"},
        ),
        ({"ability.own.text": "Zang"}, {"ability.own.text": "Zang"}),
        ({"fits.house.old": "1", "fits.own.new": "1"}, {"fits.house.old": True, "fits.own.new": True}),
        ({"age": "40 jaar"}, {"age": Decimal(40)}),
        ({"age": "  "}, {}),
        ({"hours": "36,5 uur"}, {"hours": Decimal("36.5")}),
        ({"money": "€ 1.250,50"}, {"money": Decimal("1250.50")}),
        ({"exact": "1,250"}, {"exact": Decimal("1.250")}),
        ({"why": "een\r\ntwee"}, {"why": "een\ntwee"}),
        ({"day.day": "1", "day.month": "2", "day.year": "1980"}, {"day": "1980-02-01"}),
        ({"day.day": "", "day.month": " ", "day.year": ""}, {}),
        ({"wishes.a": "2", "wishes.b": "", "wishes.c": "1"}, {"wishes.a": 2, "wishes.c": 1}),
        ({"grade": "-2"}, {"grade": -2}),
        ({"grade": "dk"}, {"grade": "dk"}),
        ({"grade": "07"}, {"grade": "07"}),
        ({".nonce": "n", ".go": "next", "rose": "no"}, {"rose": "no"}),
        ({}, {}),
    ],
)
def test_fields_are_read_as_their_kind(fields: dict[str, str], values: dict[str, Value]) -> None:
    found = read(fields)
    assert (dict(found.values), found.problems, found.unknown) == (values, (), ())


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"age": "veertig"}, AnswerProblem(Code.NOT_A_NUMBER, "age")),
        ({"rose": "yes", "rose.yes.number": "veel"}, AnswerProblem(Code.NOT_A_NUMBER, "rose.yes.number")),
        ({"day.day": "31", "day.month": "2", "day.year": "1980"}, AnswerProblem(Code.BAD_DATE, "day")),
        ({"day.day": "31", "day.month": "", "day.year": "1980"}, AnswerProblem(Code.BAD_DATE, "day")),
        ({"day.year": "1980"}, AnswerProblem(Code.BAD_DATE, "day")),
        ({"day.day": "1", "day.month": "2", "day.year": "80"}, AnswerProblem(Code.BAD_DATE, "day")),
        ({"wishes.a": "eerst"}, AnswerProblem(Code.BAD_RANK, "wishes.a")),
    ],
)
def test_what_cannot_be_read_is_told_and_shown_again(fields: dict[str, str], problem: AnswerProblem) -> None:
    found = read({**fields, "remarks": "blijft"})
    assert found.problems == (problem,)
    assert problem.name not in found.values
    assert found.values["remarks"] == "blijft"
    assert dict(found.texts) == {name: text for name, text in {**fields, "remarks": "blijft"}.items() if text}


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"usage": "often"}, ("usage",)),
        ({"day": "1980-02-01"}, ("day",)),
        ({"fits.house": "old"}, ("fits.house",)),
        ({"tasks.a": "on"}, ("tasks.a",)),
        ({"tasks.a": ""}, ("tasks.a",)),
        ({"tasks.a": "True", "x": "", ".odd": "1"}, (".odd", "tasks.a", "x")),
        ({"": "1"}, ("",)),
    ],
)
def test_what_no_form_of_ours_sends_is_told_apart(fields: dict[str, str], names: tuple[str, ...]) -> None:
    found = read(fields)
    assert (found.unknown, dict(found.values), dict(found.texts)) == (names, {}, {})


def test_what_is_typed_beside_an_option_that_is_not_chosen_is_shown_again() -> None:
    assert read({"rose": "no", "rose.why.text": "toch"}).texts == {"rose": "no", "rose.why.text": "toch"}


def test_long_text_is_not_cut() -> None:
    long = "x" * (LONGEST_TEXT + 1)
    assert read({"remarks": long}).values == {"remarks": long}


def test_numbers_are_those_of_the_language() -> None:
    assert read({"exact": "12,000.5"}, "en").values == {"exact": Decimal("12000.5")}
    assert read({"age": "1.000"}, "nl").values == {"age": Decimal(1000)}
    assert read({"age": "1.000"}, "en").problems == (AnswerProblem(Code.NOT_A_NUMBER, "age"),)


def test_contact_details_come_out_apart_from_the_answers() -> None:
    found = read({"address.email": " ik@example.org ", "address.name": ""})
    assert found.values == {"address.email": KEPT_APART}
    assert found.details == {"address.email": "ik@example.org"}


def test_a_contact_detail_given_before_stays_when_its_field_is_left_empty() -> None:
    marks = ("address.email", "address.name")
    found = read({"address.email": "", "address.name": "Ik"}, marks=marks)
    assert found.values == {"address.email": KEPT_APART, "address.name": KEPT_APART}
    assert found.details == {"address.name": "Ik"}


def test_a_contact_detail_is_forgotten_on_request() -> None:
    marks = ("address.email", "address.name")
    fields = {"address.email": "", "address.name": "Nieuw"}
    assert read({**fields, ".forget": "address"}, marks=marks).values == {"address.name": KEPT_APART}
    assert read({**fields, ".forget": "other"}, marks=marks).values.keys() == set(marks)


def test_what_is_shown_again_keeps_and_forgets_the_same_contact_details() -> None:
    """On the page that tells what is wrong, or asks which of two versions to keep, nothing may slip."""
    marks = ("address.email", "address.name")
    for fields in (
        {"address.email": "", "address.name": "Nieuw"},
        {"address.email": "", "address.name": "", ".forget": "address"},
    ):
        once = read(fields, marks=marks)
        assert once.texts == fields
        assert read(once.texts, marks=marks).values == once.values
    assert read({".forget": "rose address other"}).texts == {".forget": "address"}


def test_a_contact_question_that_was_not_on_the_form_leaves_no_mark() -> None:
    assert read({"rose": "no"}, marks=("address.email",)).values == {"rose": "no"}


def test_the_mark_itself_is_no_contact_detail() -> None:
    assert read({"address.email": KEPT_APART}).values == {}


def test_a_contact_detail_beyond_measure_is_told_since_its_mark_is_short() -> None:
    found = read({"address.email": "x" * (LONGEST_TEXT + 1)})
    assert found.problems == (AnswerProblem(Code.TOO_LONG, "address.email", LONGEST_TEXT),)
    assert (found.values, found.details) == ({}, {})


def test_another_page_has_fields_of_its_own() -> None:
    found = read({"reasons.grown": "1", "reasons.grown.number": "12,5"}, page="reasons")
    assert found.values == {"reasons.grown": True, "reasons.grown.number": Decimal("12.5")}
    assert read({"reasons.grown": "1"}, page="nowhere").unknown == ("reasons.grown",)


def test_a_repeat_has_fields_of_its_own() -> None:
    fields = {"share[speed]": "much", "share[speed].much.number": "3 uur"}
    values = {"share[speed]": "much", "share[speed].much.number": Decimal(3)}
    assert read(fields, page="share[speed]").values == values
    assert read({**fields, "share[speed]": "little"}, page="share[speed]").values == {
        "share[speed]": "little"
    }
    assert read({"detail[cost]": "zo"}, page="detail[cost]").values == {"detail[cost]": "zo"}
    assert form_texts(form_survey(), "share[speed]", values, "nl") == {
        **fields,
        "share[speed].much.number": "3",
    }


@st.composite
def valid_values(draw: st.DrawFn) -> dict[str, Value]:
    """Values that the page's checks take, contact details aside."""
    shown = walk(form_survey(), with_values({"rose": "yes"})).page(PAGE)
    assert shown is not None
    steps = {step.step.id: step for step in shown.steps}
    known = page_fields(form_survey(), PAGE)
    values: dict[str, Value] = {}
    for name, one in known.items():
        step = steps.get(one.step)
        beside = one.variable.follows
        chosen = (
            beside is None or values.get(one.item.key) == beside or values.get(f"{one.item.key}.{beside}")
        )
        if step is None or one.variable.private or not chosen or not draw(st.booleans()):
            continue
        value = draw(values_of(one))
        if value != "" and not list(check_value(one.variable, one.item, step, value)):
            values[name] = value
    return values


def values_of(one: PageField) -> st.SearchStrategy[Value]:
    blank = one.variable.blank or one.question.blank
    if isinstance(blank, NumberBlank) and one.variable.value is ValueKind.NUMBER:
        low, high = blank.low or Decimal(0), blank.high or Decimal(10**15)
        return st.decimals(low, high, places=blank.decimals)
    clean = clean_text if one.question.kind is Kind.OPEN else clean_line
    drawn: dict[ValueKind, st.SearchStrategy[Value]] = {
        ValueKind.TICK: st.just(value=True),
        ValueKind.OPTION: st.sampled_from(one.item.option_ids or ("",)),
        ValueKind.STEP: st.one_of(st.integers(-2, 10), st.just("dk")),
        ValueKind.RANK: st.integers(1, 99),
        ValueKind.DATE: st.dates().map(dt.date.isoformat),
        ValueKind.TEXT: st.text(max_size=40).map(clean),
    }
    return drawn[one.variable.value]


@pytest.mark.slow
@settings(max_examples=60)
@given(valid_values(), st.sampled_from(LANGUAGES))
def test_values_shown_in_a_form_read_back(values: dict[str, Value], language: str) -> None:
    texts = form_texts(form_survey(), PAGE, values, language)
    found = read(texts, language)
    assert (found.values, found.problems, found.unknown) == (values, (), ())
    assert found.texts == texts


def test_every_kind_of_value_stands_on_the_page_that_is_drawn_from() -> None:
    known = page_fields(form_survey(), PAGE).values()
    assert {one.variable.value for one in known} == set(ValueKind)


names = st.sampled_from(
    [*(name for one in page_fields(form_survey(), PAGE).values() for name in one.names), ".forget", "usage"]
)
typed = st.one_of(
    st.text(st.characters()), st.sampled_from(["1", "0", "-1", "much", "dk", "address", "2020", "9" * 5000])
)


@given(st.dictionaries(st.one_of(names, st.text()), typed, max_size=30), st.sampled_from(LANGUAGES))
def test_nothing_posted_raises_and_what_is_read_is_of_its_kind(fields: dict[str, str], language: str) -> None:
    found = read(fields, language, marks=("address.email",))
    known = page_fields(form_survey(), PAGE)
    assert found.values.keys() <= known.keys()
    assert {problem.name for problem in found.problems}.isdisjoint(found.values)
    shown = form_texts(form_survey(), PAGE, found.values, language)
    assert read(shown, language).values == {
        name: value for name, value in found.values.items() if not known[name].variable.private
    }


@given(st.dictionaries(names, typed, max_size=30))
def test_a_form_shown_again_says_the_same(fields: dict[str, str]) -> None:
    marks = ("address.email", "address.name")
    once = read(fields, marks=marks)
    again = read(once.texts, marks=marks)
    assert (again.values, again.details, again.problems, again.texts) == (
        once.values,
        once.details,
        once.problems,
        once.texts,
    )


def test_contact_details_are_never_shown() -> None:
    values: dict[str, Value] = {"address.email": KEPT_APART, "address.name": "Ik", "rose": "no"}
    assert form_texts(form_survey(), PAGE, values, "nl") == {"rose": "no"}


def test_what_is_kept_of_other_pages_is_passed_over() -> None:
    assert form_texts(form_survey(), PAGE, BEFORE.values, "nl") == {}
    assert form_texts(form_survey(), "reasons", BEFORE.values, "nl") == {"reasons.speed": "1"}
