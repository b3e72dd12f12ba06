"""A code that is used too often is refused for a while; nobody else is."""

import pytest
from fielded_study import Browser, Fielded, form_of, send, start
from hypothesis import given
from hypothesis import strategies as st

from peil.field import rates
from peil.field.rates import MOST_AT_ONCE, Rates
from peil.interview.code import new_code


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_so_many_at_once_and_then_so_many_a_second() -> None:
    clock = Clock()
    limited = Rates(5, 2.0, clock)
    assert [limited.allow("a") for _ in range(7)] == [True] * 5 + [False] * 2
    clock.now += 1
    assert [limited.allow("a") for _ in range(3)] == [True, True, False]
    assert limited.allow("b")


@given(st.lists(st.floats(0, 3), min_size=1, max_size=60))
def test_never_more_than_the_bucket_and_what_flows_in(pauses: list[float]) -> None:
    clock = Clock()
    limited, began, allowed = Rates(5, 2.0, clock), clock.now, 0
    for pause in pauses:
        clock.now += pause
        allowed += limited.allow("a")
        assert allowed <= 5 + 2.0 * (clock.now - began) + 1e-6


def test_only_so_many_are_remembered(monkeypatch) -> None:
    monkeypatch.setattr(rates, "MOST_CODES", 3)
    limited = Rates(1, 0.0, Clock())
    assert all(limited.allow(key) for key in "abcd")
    assert not limited.allow("d")
    assert limited.allow("a"), "the first one was forgotten"


@pytest.mark.slow
def test_pages_that_keep_coming_are_refused_and_others_go_on(fielded: Fielded, browser: Browser) -> None:
    fielded.seconds = 1000.0  # all of it comes at one moment, however long it takes here
    start(browser)
    send(browser, "job", {"job": "staff"})
    before = fielded.stored()
    answers = [browser.post("/nl/p/age", data={".nonce": "x"}) for _ in range(MOST_AT_ONCE + 5)]
    assert {one.status_code for one in answers} == {400, 429}
    refused = answers[-1]
    assert refused.headers["retry-after"].isdecimal()
    assert "<h1>" in refused.text
    assert fielded.stored() == before
    other = fielded.browser()
    start(other)
    assert form_of(other, "job")


@pytest.mark.slow
def test_a_code_that_is_tried_over_and_over_is_refused(fielded: Fielded) -> None:
    fielded.seconds = 1000.0
    stranger, code = fielded.browser(), new_code()
    statuses = [
        stranger.post("/nl/resume", data={".code": code}).status_code for _ in range(MOST_AT_ONCE + 2)
    ]
    assert set(statuses) == {422, 429}
