"""Answers that are the same or nearly, and search."""

from coding_cases import answer, answers
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from peil.qual.groups import exact_groups, group_of, near_groups, normalise
from peil.qual.open_answers import OpenAnswer, in_random_order
from peil.qual.search import search

texts = st.lists(st.text("abAB ,.!é", max_size=8), max_size=12)


def made(words: list[str]) -> tuple[OpenAnswer, ...]:
    return tuple(answer(f"r{place}", text) for place, text in enumerate(words))


def ids(groups) -> list[list[str]]:
    return [[one.respondent for one in group.answers] for group in groups]


@given(texts)
def test_exact_groups_are_an_equivalence(words) -> None:
    listed = made(words)
    groups = exact_groups(listed)
    assert sorted(one.respondent for group in groups for one in group.answers) == sorted(
        one.respondent for one in listed
    )
    place = {one: number for number, group in enumerate(groups) for one in group.answers}
    for one in listed:
        for other in listed:
            keys = [normalise(each.words) or each.words for each in (one, other)]
            assert (place[one] == place[other]) == (keys[0] == keys[1])


@given(texts, st.floats(50, 100))
def test_near_groups_hold_every_answer_once_and_only_join_exact_ones(words, threshold) -> None:
    listed = made(words)
    near = near_groups(listed, threshold)
    assert sorted(one.respondent for group in near for one in group.answers) == sorted(
        one.respondent for one in listed
    )
    for exact in exact_groups(listed):
        assert set(exact.answers) <= set(group_of(exact.answers[0], near).answers)


@given(texts, st.randoms())
def test_near_groups_dont_hang_on_the_order_of_answers(words, drawer) -> None:
    listed = made(words)
    shuffled = drawer.sample(listed, len(listed))
    assert {frozenset(group.answers) for group in near_groups(listed)} == {
        frozenset(group.answers) for group in near_groups(shuffled)
    }


def test_what_differs_in_case_and_marks_is_the_same_and_in_a_letter_nearly() -> None:
    assert ids(exact_groups(answers())) == [["r1", "r3"], ["r2"], ["r4"], ["r5"], ["r6"]]
    near = near_groups(answers())
    assert ids(near) == [["r1", "r3", "r5"], ["r2"], ["r4"], ["r6"]]
    assert [group.exact for group in near] == [False, True, True, True]
    assert ids(near_groups(answers(), 100)) == ids(exact_groups(answers()))


def test_search_wants_all_words_in_any_order_by_their_beginnings() -> None:
    found = [one.respondent for one in search(answers(), "ASSIGN few")]
    assert found == ["r1", "r3", "r5"]
    assert search(answers(), "assignments rights") == ()
    assert search(answers(), " !") == ()


def test_each_coder_has_an_order_of_their_own_the_same_each_time() -> None:
    listed = made([f"answer {number}" for number in range(30)])
    an, bo = in_random_order(listed, "an"), in_random_order(listed, "bo")
    assert an == in_random_order(tuple(reversed(listed)), "an")
    assert an != bo
    assert an not in {listed, tuple(reversed(listed))}
    assert set(an) == set(listed)
    fewer = [one for one in listed if one.respondent != "r7"]
    assert in_random_order(fewer, "an") == tuple(one for one in an if one.respondent != "r7")


@given(st.text("ab c", min_size=1, max_size=12), st.text("ab c", min_size=1, max_size=12), st.floats(1, 100))
def test_two_answers_are_near_by_the_token_sort_ratio_that_is_said(one, other, threshold) -> None:
    keys = [normalise(one), normalise(other)]
    together = len(near_groups(made([one, other]), threshold)) == 1
    if all(keys):
        assert together == (fuzz.token_sort_ratio(*keys) >= threshold)
