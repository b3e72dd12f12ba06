"""Themes counted over talks, and passages found: by theme, by section, by words."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from peil.core.span import Span
from peil.qual.find_passages import find_passages
from peil.qual.talk_themes import count_themes
from peil.study.said import Said
from peil.study.talk import Talk
from peil.study.talk_note import TalkNote


def at(line: int) -> Span:
    return Span("talks/a.md", line, 1)


TALKS = {
    "a": Talk(
        "a",
        Span("talks/a.md", 1, 1),
        language="en",
        notes=(
            TalkNote("Use", "Rates go down.", at(3), ("prices",), "market"),
            TalkNote("Use", "Nothing more.", at(9)),
        ),
        said=(
            Said(
                "P1", {"en": "A café pays less.", "nl": "Een café betaalt minder."}, at(5), "x", ("prices",)
            ),
            Said("P2", {"en": "Good."}, at(7), "", ("quality", "prices"), "market", draft=True),
        ),
    ),
    "b": Talk("b", Span("talks/b.md", 1, 1), language="en"),
}


def test_passages_and_quotations_are_counted_apart() -> None:
    counts = count_themes(TALKS)
    assert counts.passages == {("prices", "a"): 3, ("quality", "a"): 1}
    assert counts.quotations == {("prices", "a"): 2, ("quality", "a"): 1}
    assert counts.talks_with("prices") == ("a",)
    assert counts.talks_with("law") == ()
    assert count_themes(TALKS, drafts=False).passages == {("prices", "a"): 2}


def lines(**asked: str) -> list[int]:
    return [passage.what.span.line for passage in find_passages(TALKS, **asked)]


def test_passages_are_found_in_the_order_of_lines() -> None:
    assert lines() == [3, 5, 7, 9]
    assert lines(theme="prices") == [3, 5, 7]
    assert lines(section="market") == [3, 7]
    assert lines(theme="quality", section="market") == [7]
    assert lines(words="LESS cafe") == [5]
    assert lines(words="minder") == [5], "a translation is looked through too"
    assert lines(words="less rates") == []
    assert [one.words for one in find_passages(TALKS, words="rates")] == ["Rates go down."]
    assert [one.words for one in find_passages(TALKS, words="minder")] == ["A café pays less."]


@given(st.lists(st.sets(st.sampled_from(["prices", "quality"])), max_size=8), st.integers(1, 3))
def test_counts_add_up_to_what_is_found(marks: list[set[str]], talks: int) -> None:
    notes = tuple(TalkNote("", "x", at(line), tuple(sorted(some))) for line, some in enumerate(marks))
    every = {f"t{number}": replace(TALKS["b"], id=f"t{number}", notes=notes) for number in range(talks)}
    counts = count_themes(every)
    for theme in ("prices", "quality"):
        found = find_passages(every, theme=theme)
        assert sum(n for (one, _), n in counts.passages.items() if one == theme) == len(found)
        assert counts.talks_with(theme) == tuple(dict.fromkeys(passage.talk.id for passage in found))
