"""A study's text laid out: paragraphs, links, the question itself."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.span import Span
from peil.pages.dom_id import dom_id
from peil.pages.heading import make_heading
from peil.pages.paragraphs import link_addresses, split_paragraphs
from peil.study.text import OpenBlank

BLANK = OpenBlank(Span("questionnaire.md"))
WORDS = st.text(st.sampled_from("ab .?!@/:(<>)\n\thttps://.org"), max_size=60)


@given(WORDS)
def test_links_change_no_letter_and_lead_nowhere_odd(text) -> None:
    pieces = link_addresses(text)
    assert "".join(piece.text for piece in pieces).strip() == text.strip()
    for piece in pieces:
        assert not piece.href or piece.href in {piece.text, f"mailto:{piece.text}"}
        assert not piece.href or piece.href.startswith(("https://", "http://", "mailto:"))


@given(st.lists(st.one_of(WORDS, st.just(BLANK)), max_size=5))
def test_laying_out_loses_no_word(parts) -> None:
    found = make_heading(tuple(parts), "")
    before, after = (
        " ".join(piece.text for one in some for piece in one) for some in (found.lead, found.after)
    )
    told = f"{before} {found.asked} {found.rest} {found.tail} {after}"
    assert letters(told) == letters(" ".join(part for part in parts if isinstance(part, str)))


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("(help@example.org),", "mailto:help@example.org"),
        ("https://example.org/a?b=1.", "https://example.org/a?b=1"),
        ("http://example.org", "http://example.org"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://", ""),
        ("a@b", ""),
        ('https://example.org/"onclick=x', ""),
        ("@example.org", ""),
    ],
)
def test_what_is_an_address(text, href) -> None:
    assert [piece.href for piece in link_addresses(text) if piece.href] == ([href] if href else [])


def test_blank_lines_part_paragraphs_and_single_ones_do_not() -> None:
    assert split_paragraphs(("een\ntwee\n \n\ndrie ", BLANK, " vier")) == (
        ("een\ntwee",),
        ("drie ", BLANK, " vier"),
    )


@pytest.mark.parametrize(
    ("parts", "asked", "rest", "tail"),
    [
        (("Hoe vaak? Een schatting is genoeg.",), "Hoe vaak?", "Een schatting is genoeg.", ""),
        (("Denk vooruit. Hoe vaak?",), "Denk vooruit. Hoe vaak?", "", ""),
        (("Waarom? ", BLANK), "Waarom?", "", ""),
        (("Ik ben ", BLANK, " jaar."), "Ik ben", "", "jaar."),
        (("Ik ben ", BLANK, "."), "Ik ben", "", ""),
        (("Omzet? Met ", BLANK, " %"), "Omzet? Met", "", "%"),
        ((BLANK, " is mijn beroep"), "", "", "is mijn beroep"),
    ],
)
def test_the_question_and_what_follows_it(parts, asked, rest, tail) -> None:
    found = make_heading(parts, "")
    assert (found.asked, found.rest, found.tail) == (asked, rest, tail)


def test_the_question_is_the_paragraph_that_asks() -> None:
    found = make_heading(("Eerst dit.\n\nHoe vaak?\n\nEen schatting is genoeg.",), "")
    assert found.asked == "Hoe vaak?"
    assert ["".join(piece.text for piece in one) for one in found.lead] == ["Eerst dit."]
    assert ["".join(piece.text for piece in one) for one in found.after] == ["Een schatting is genoeg."]


IDS = st.sampled_from(["a", "b", "a_b", "b_", "x1", "ab"])
NAMES = st.builds(
    lambda first, repeat, rest: ".".join((f"{first}[{repeat}]" if repeat else first, *rest)),
    IDS,
    st.one_of(st.just(""), IDS),
    st.lists(IDS, max_size=2),
)


@given(NAMES, NAMES, st.one_of(st.just(""), IDS), st.one_of(st.just(""), IDS))
def test_no_two_names_have_one_id(one, other, value, another) -> None:
    ids = {dom_id("f", one, value), dom_id("f", other, another)}
    assert len(ids) == len({(one, value), (other, another)})
    assert all(not set(found) & set(" .[]#%\"'") for found in ids)
