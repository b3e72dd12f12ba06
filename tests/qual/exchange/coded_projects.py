"""Coded projects of any shape, for Hypothesis."""

import datetime as dt

from hypothesis import strategies as st

from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.coder import Coder
from peil.qual.exchange.guid import make_guid
from peil.qual.exchange.member_set import MemberSet
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.project_note import ProjectNote
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.text_source import TextSource

AWKWARD = (
    "\r\n",
    "\r",
    "\n",
    "\t",
    " ",
    "😀",
    "👩‍🔬",
    "e\u0301",
    "ﬁ",
    "\ufeff",
    "&",
    "<",
    '"',
    "]]>",
    "\x85",
)
"""What tools count or write in several ways; combining marks, joiners and line ends among them."""

printable = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=12
)
names = st.lists(st.one_of(printable, st.sampled_from(AWKWARD)), max_size=4).map("".join)
texts = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(AWKWARD)), max_size=12).map("".join)
moments = st.datetimes(dt.datetime(1970, 1, 1), dt.datetime(2100, 1, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001 - bounds of a strategy that sets the zone itself


@st.composite
def projects(draw) -> CodedProject:
    """Give a project whose references lead somewhere, and whose dates are whole seconds."""
    guids = iter(range(100_000))

    def guid() -> str:
        return make_guid("test", str(next(guids)))

    coders = tuple(Coder(guid(), draw(names)) for _ in range(draw(st.integers(0, 3))))
    notes = tuple(
        ProjectNote(guid(), draw(names), draw(names), draw(one_of(coders)))
        for _ in range(draw(st.integers(0, 2)))
    )

    def some_notes() -> tuple[str, ...]:
        return tuple(
            draw(st.lists(st.sampled_from([note.guid for note in notes]), max_size=2)) if notes else ()
        )

    def codes(depth: int) -> tuple[ProjectCode, ...]:
        return tuple(
            ProjectCode(
                guid(),
                draw(names),
                draw(names),
                draw(st.sampled_from(["", "#A1b2C3", "#fff"])),
                codable=draw(st.booleans()),
                notes=some_notes(),
                codes=codes(depth - 1) if depth else (),
            )
            for _ in range(draw(st.integers(0, 2)))
        )

    tree = codes(draw(st.integers(0, 3)))
    known = [code.guid for top in tree for code in top.walk()]

    def uses() -> tuple[CodeUse, ...]:
        drawn = draw(st.lists(st.sampled_from(known), max_size=3)) if known else []
        return tuple(CodeUse(guid(), code, draw(one_of(coders)), some_notes()) for code in drawn)

    def selection(text: str) -> Selection:
        start, end = sorted(draw(st.tuples(*[st.integers(0, len(text))] * 2)))
        return Selection(
            guid(), start, end, draw(names), draw(names), draw(one_of(coders)), uses(), some_notes()
        )

    def source() -> TextSource:
        text = draw(texts)
        pieces = tuple(selection(text) for _ in range(draw(st.integers(0, 4))))
        return TextSource(
            guid(), draw(names), text, draw(names), draw(one_of(coders)), pieces, uses(), some_notes()
        )

    sources = tuple(source() for _ in range(draw(st.integers(0, 3))))
    sets = tuple(
        MemberSet(
            guid(),
            draw(names),
            draw(names),
            tuple(draw(st.lists(st.sampled_from(known), max_size=2)) if known else ()),
            tuple(one.guid for one in sources[:1]),
            some_notes(),
        )
        for _ in range(draw(st.integers(0, 2)))
    )
    made = draw(st.none() | moments)
    return CodedProject(
        draw(names),
        made=made and made.replace(microsecond=0),
        coders=coders,
        codes=tree,
        sources=sources,
        notes=notes,
        sets=sets,
        description=draw(names),
    )


def one_of(coders: tuple[Coder, ...]) -> st.SearchStrategy[str]:
    """Draw a coder, or nobody."""
    return st.sampled_from(["", *(coder.guid for coder in coders)])
