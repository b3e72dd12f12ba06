"""Quality flags: who is flagged, who just isn't, and that a flag takes nobody out."""

import datetime as dt
import tomllib

import pytest
from field_cases import BROKEN_OFF, DAY, PARTIAL, all_of, answers_to, case, complete
from hypothesis import given
from hypothesis import strategies as st

from peil.fieldwork.case import Case
from peil.fieldwork.proposed import propose_exclusions
from peil.fieldwork.quality import FlagKind, find_flags
from peil.fieldwork.straight import MatrixAnswer, is_straightlined


def flagged(cases, kind: FlagKind) -> tuple[str, ...]:
    return next(flag for flag in find_flags(cases) if flag.kind is kind).interviews


def timed(seconds, *, others=30, many=10) -> list[Case]:
    """The case of interest, and enough others to hold it against; no two with equal answers."""
    mine = case("mine", complete("mine"), seconds=seconds)
    return [mine, *(case(f"o{n}", complete(f"o{n}"), seconds=others) for n in range(many))]


@pytest.mark.parametrize(("seconds", "hasty"), [(19, True), (20, False), (60, False)])
def test_under_a_third_of_the_median_is_too_fast(seconds, hasty) -> None:
    assert flagged(timed(seconds, others=60), FlagKind.SPEED) == (("mine",) if hasty else ())


@pytest.mark.parametrize(("seconds", "hasty"), [(7, True), (8, False)])
def test_under_two_seconds_a_question_is_too_fast(seconds, hasty) -> None:
    assert flagged(timed(seconds, others=10), FlagKind.SPEED) == (("mine",) if hasty else ())


def test_a_few_interviews_have_no_median_to_be_held_against() -> None:
    assert flagged(timed(19, others=60, many=8), FlagKind.SPEED) == ()
    assert flagged(timed(19, others=60, many=9), FlagKind.SPEED) == ("mine",)


def test_who_has_no_script_or_broke_off_is_not_too_fast() -> None:
    assert flagged(timed(0, others=60), FlagKind.SPEED) == ()
    left = case("left", BROKEN_OFF, seconds=1)
    assert flagged([left, *timed(60, others=60)], FlagKind.SPEED) == ()


def matrices(*of: tuple[int, bool]) -> list[MatrixAnswer]:
    return [MatrixAnswer(f"m{number}", rows, straight) for number, (rows, straight) in enumerate(of)]


@pytest.mark.parametrize(
    ("found", "straight"),
    [
        ([], False),
        ([(4, True)], False),
        ([(7, True)], False),
        ([(8, True)], True),
        ([(8, False)], False),
        ([(4, True), (4, True)], True),
        ([(4, True), (3, True)], False),
        ([(4, True), (4, True), (3, False)], True),
        ([(4, True), (4, True), (4, False)], False),
        ([(8, True), (4, False)], False),
    ],
)
def test_a_straight_line_throughout(found, straight) -> None:
    assert is_straightlined(matrices(*found)) is straight


def test_dont_know_throughout_is_no_straight_line() -> None:
    assert [one.straight for one in case("a", complete(skills="good")).matrices] == [True, True]
    assert [one.straight for one in case("a", complete(skills="dk")).matrices] == [False, True]
    assert flagged([case("a", complete(skills="good"))], FlagKind.STRAIGHTLINING) == ("a",)
    assert flagged([case("a", complete(skills="dk"))], FlagKind.STRAIGHTLINING) == ()


def test_one_row_that_differs_is_no_straight_line() -> None:
    ease = {**all_of("ease", "easy", 8), "ease__e8": "hard"}
    answers = answers_to(["adult", "usage", "ease"], adult="yes", usage="never", **ease)
    assert [one.straight for one in case("a", answers).matrices] == [False]


def test_equal_answers_stand_together_with_the_first_to_come_in_front() -> None:
    later = DAY + dt.timedelta(days=1)
    cases = [
        case("a", complete("same"), opened_on=later),
        case("b", complete("same")),
        case("c", complete("other")),
        case("d", PARTIAL),
        case("e", PARTIAL),
    ]
    found = next(flag for flag in find_flags(cases) if flag.kind is FlagKind.DUPLICATE)
    assert found.groups == (("b", "a"),)
    assert (found.doubtful, found.count) == (("a",), 2)


@pytest.mark.parametrize("kind", [FlagKind.HONEYPOT, FlagKind.BURST])
def test_what_was_seen_on_arrival_is_told(kind) -> None:
    cases = [case("a", complete("1"), flags=(kind.value,)), case("b", complete("2"))]
    assert flagged(cases, kind) == ("a",)


def test_a_proposed_exclusion_is_an_entry_of_the_plan() -> None:
    odd = 'it\'s "odd"\\'
    cases = [case(odd, complete("same")), case("a", complete("same"), flags=("burst",))]
    entries = propose_exclusions(find_flags(cases), DAY)
    read = tomllib.loads("".join(entries.values()))["exclusions"]
    assert [(one["interview"], one["on"]) for one in read] == [("a", DAY), (odd, DAY)]
    assert "Begun among more than 30" in read[0]["reason"]
    assert all("straight" in one["reason"] or "same column" in one["reason"] for one in read)


def test_what_the_plan_excludes_is_not_proposed_again() -> None:
    flags = find_flags([case("a", complete(), flags=("burst",))])
    assert propose_exclusions(flags, DAY, {"a"}) == {}


@given(st.text(min_size=1))
def test_any_id_makes_valid_toml(name) -> None:
    flags = find_flags([case(name, complete(), flags=("burst",))])
    entries = propose_exclusions(flags, DAY)
    assert tomllib.loads(entries[name])["exclusions"][0]["interview"] == name
