"""Suggestions: from examples, always the same, never more than three."""

import pytest
from coding_cases import frame

from peil.qual.suggest import Example, can_suggest, examples_of, suggest


@pytest.mark.slow
def test_the_code_of_the_likest_example_comes_first() -> None:
    assert can_suggest()
    known = examples_of(frame(), [Example("My drawings were taken without consent", ("rights",))])
    found = suggest(frame(), known, ["They took my drawings without consent", "Saves a lot of time"])
    assert [each[0].code for each in found] == ["rights", "tool"]
    assert all(0 < one.likeness <= 1 for each in found for one in each)
    assert all(len(each) <= 3 for each in found)
    assert suggest(frame(), known, ["They took my drawings without consent"]) == found[:1]


def test_what_was_coded_is_learned_from_and_nothing_comes_of_nothing() -> None:
    empty = [Example("Completely unknown", ())]
    assert suggest(frame(), empty, ["Completely unknown"]) == ((),)
    assert suggest(frame(), examples_of(frame(), []), ["123"]) == ((),)
    learned = [*examples_of(frame(), []), Example("Zzyzx", ("rights",))]
    assert suggest(frame(), learned, ["zzyzx"])[0][0].code == "rights"
