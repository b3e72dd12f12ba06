"""Agreement of coders, and final codes."""

import pytest
from coding_cases import answer, answers, coding, codings, frame

from peil.data.final_codes import FinalCodes, Standing, find_final
from peil.qual.agreement import find_agreement
from peil.qual.alpha import alpha, masi

BOTH = codings(
    coding("r1", "an", "income"),
    coding("r1", "bo", "income"),
    coding("r2", "an", ""),
    coding("r2", "bo", ""),
    coding("r4", "an", "rights"),
    coding("r4", "bo", "income rights"),
    coding("r6", "an", "tool"),
)


def test_the_whole_is_compared_by_sets_and_each_code_by_itself() -> None:
    found = find_agreement(frame(), BOTH, answers())
    sets = [
        [frozenset({"income"})] * 2,
        [frozenset()] * 2,
        [frozenset({"rights"}), frozenset({"income", "rights"})],
    ]
    assert found.overall.alpha == pytest.approx(alpha(sets, masi, order=sorted).alpha)
    assert found.overall.units == 3
    assert found.by_code["rights"].alpha == pytest.approx(1)
    assert found.by_code["income"].agreed == pytest.approx(2 / 3)
    assert found.by_code["tool"].alpha is None


def test_what_is_left_to_decide_and_what_was_confused() -> None:
    found = find_agreement(frame(), BOTH, answers())
    assert [one.answer.respondent for one in found.disagreements] == ["r4"]
    assert found.disagreements[0].codes == {"an": ("rights",), "bo": ("income", "rights")}
    (confusion,) = found.confusions
    assert (("rights",), ("income", "rights"), 1) in confusion.counts
    assert sum(number for _, _, number in confusion.counts) == 3


def test_decisions_and_codings_of_other_words_play_no_part() -> None:
    more = codings(
        *BOTH.by_place.values(),
        coding("r4", "final", "rights"),
        coding("r3", "an", "income", "other words"),
        coding("r3", "bo", "tool", "other words"),
    )
    found, before = find_agreement(frame(), more, answers()), find_agreement(frame(), BOTH, answers())
    assert (found.overall, found.by_code, found.confusions) == (
        before.overall,
        before.by_code,
        before.confusions,
    )
    assert [one.decided for one in before.disagreements] == [None]
    assert [one.decided for one in found.disagreements] == [("rights",)]


def standing(given, name, *, each=2) -> FinalCodes:
    one = answer(name)
    return find_final(frame(each=each), given, name, one.words)


def test_coders_who_agree_give_the_final_code_and_others_wait_for_a_decision() -> None:
    assert standing(BOTH, "r1") == FinalCodes(Standing.CODED, ("income",))
    assert standing(BOTH, "r2") == FinalCodes(Standing.CODED, ())
    assert standing(BOTH, "r4").standing is Standing.DISAGREED
    assert standing(BOTH, "r6").standing is Standing.UNCODED
    assert standing(BOTH, "r6", each=1) == FinalCodes(Standing.CODED, ("tool",))
    decided = codings(*BOTH.by_place.values(), coding("r4", "final", "rights"))
    assert standing(decided, "r4") == FinalCodes(Standing.CODED, ("rights",))


def test_a_changed_answer_is_told_and_not_counted() -> None:
    old = codings(coding("r1", "an", "income", "before"), coding("r1", "bo", "income", "before"))
    assert standing(old, "r1").standing is Standing.CHANGED
    decided = codings(coding("r1", "final", "income", "before"))
    assert standing(decided, "r1").standing is Standing.CHANGED


def test_a_code_that_is_gone_and_a_coder_whom_nobody_named_dont_count() -> None:
    gone = codings(coding("r1", "an", "gone"), coding("r1", "bo", "income"))
    assert standing(gone, "r1").standing is Standing.UNCODED
    stranger = codings(coding("r1", "an", "income"), coding("r1", "cy", "income"))
    assert standing(stranger, "r1").standing is Standing.UNCODED
    two = codings(coding("r1", "final", "income rights"))
    one = answer("r1")
    assert find_final(frame(single=True), two, "r1", one.words).standing is Standing.UNCODED
