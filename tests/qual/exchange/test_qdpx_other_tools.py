"""Projects as other tools write them, each in its own way, are read alike."""

import io

import pytest
from coded_projects import texts
from hand_made_qdpx import CODE, UNDER, USER, codes, package, piece, project, text, users
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem, Severity, Unusable
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.count_positions import Counted, Placed, choose_way, places_of
from peil.qual.exchange.guid import canonical
from peil.qual.exchange.read_codes import read_codebook
from peil.qual.exchange.read_project import read_project


def read(qde: str, **parts: bytes) -> tuple[CodedProject, tuple[Problem, ...]]:
    folder = parts.pop("folder", b"sources").decode()
    return read_project(package(qde, {f"{folder}/t.txt": parts["t"]}), "p.qdpx")


def words(found: CodedProject) -> list[str]:
    (source,) = found.sources
    return [source.text[one.start : one.end] for one in source.selections]


def test_a_file_of_atlas() -> None:
    """A byte order mark, lines of Windows that count as one, and quotations named by their first words."""
    qde = project(
        users()
        + codes()
        + text(piece(1, 4, 8, name="twee", by=USER) + piece(2, 9, 13, name="drie", by=USER)),
        origin="ATLAS.ti Win 23.4.0",
        attributes='creationDateTime="2024-05-06T07:08:09Z"',
    )
    found, problems = read(qde, t="\ufeffeen\r\ntwee\r\ndrie".encode())
    assert words(found) == ["twee", "drie"]
    assert [use.code for one in found.sources[0].selections for use in one.uses] == [UNDER, UNDER]
    assert found.coder_names == {USER: "Ann"}
    assert str(found.made) == "2024-05-06 07:08:09+00:00"
    assert problems == ()


def test_a_file_of_maxqda() -> None:
    """No dates, pieces with a comment and no code, variables at texts, and GUIDs that are none."""
    inner = (
        users()
        + codes(one="zorgen", other="tempo")
        + text(
            piece(1, 0, 3, code="tempo", by=USER)
            + '<PlainTextSelection guid="x" startPosition="4" endPosition="6">'
            + "<Description>let op</Description></PlainTextSelection>"
            + "<VariableValue><VariableRef targetGUID='v'/><TextValue>a</TextValue></VariableValue>"
        )
    )
    found, problems = read(project(inner, origin="MAXQDA 2022 (Release 22.4.0)"), t=b"een twee")
    assert words(found) == ["een", "tw"]
    first, second = found.sources[0].selections
    assert found.code_of[first.uses[0].code].name == "Tempo"
    assert (second.description, second.uses, found.made) == ("let op", (), None)
    assert [(one.code, one.severity, one.message) for one in problems] == [
        ("X003", Severity.INFO, "1 × VariableValue is left out.")
    ]


def test_a_file_of_qualcoder() -> None:
    """Small letters, braces, another case of the folder, cases and pictures beside the texts."""
    inner = (
        users(f"{{{USER}}}")
        + codes()
        + "<Variables><Variable guid='a' name='age' typeOfVariable='Text'/></Variables>"
        + "<Cases><Case guid='b' name='x'/><Case guid='c' name='y'/></Cases>"
        + text(piece(1, 2, 4, by=f"{{{USER.lower()}}}"), path="internal://T.TXT").replace(
            "</Sources>", "<PictureSource guid='d' path='internal://d.png'/></Sources>"
        )
    )
    found, problems = read(project(inner, origin="QualCoder 3.5"), t="😀 ja".encode(), folder=b"Sources")
    assert words(found) == ["ja"]
    assert found.sources[0].selections[0].uses[0].coder == USER
    assert [one.message for one in problems] == [
        "2 × Case are left out.",
        "1 × PictureSource is left out.",
        "1 × Variable is left out.",
    ]
    assert all(one.span.line for one in problems)


def test_windows_lines_count_as_two_where_no_tool_says_otherwise() -> None:
    found, _ = read(project(codes() + text(piece(1, 5, 9))), t=b"een\r\ntwee")
    assert words(found) == ["twee"]


def test_names_of_pieces_show_how_positions_are_counted() -> None:
    """A tool that counts UTF-16 units, known by nothing but the names of its pieces."""
    found, _ = read(project(codes() + text(piece(1, 6, 9, name="aap..."))), t="😀😀\r\naap noot".encode())
    assert words(found) == ["aap"]


@given(texts, st.booleans(), st.booleans())
def test_every_way_of_counting_leads_to_every_place(said: str, joined: bool, utf16: bool) -> None:  # noqa: FBT001 - drawn
    """The length of what stands before a place, counted so, leads to that place."""
    places = places_of(said, Counted(joined, utf16))
    for place in range(len(said) + 1):
        if joined and said[:place].endswith("\r") and said[place : place + 1] == "\n":
            continue  # between the two halves of a line end, which are one
        before = said[:place].replace("\r\n", "\n") if joined else said[:place]
        counted = len(before.encode("utf-16-le")) // 2 if utf16 else len(before)
        assert places[counted] == place


def test_own_files_are_never_guessed_about() -> None:
    way, _ = choose_way("a\r\nb😀", "Peil", [Placed(2, 3, "b")])
    assert way == Counted()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-8"])
def test_texts_of_every_unicode_are_read(encoding: str) -> None:
    found, _ = read(project(codes() + text(piece(1, 1, 3))), t="één".encode(encoding))
    assert words(found) == ["én"]


@pytest.mark.parametrize(
    ("inner", "told"),
    [
        (text(piece(1, 2, 99)), "A piece lies from 2 to 99"),
        (text(piece(1, 3, 2)), "A piece lies from 3 to 2"),
        (text(piece(1, 0, 2, code=USER)), "names a code that isn't in the file"),
        (text("<PlainTextSelection guid='a' startPosition='x' endPosition='2'/>"), "doesn't say where"),
        (text(piece(1, 0, 1), path="internal://elsewhere.txt"), "isn't in the file, with 1 pieces"),
        (text(piece(1, 0, 1), path="relative://t.txt"), "isn't in the file"),
        ("<Notes><Note guid='a' name='n' plainTextPath='internal://no.txt'/></Notes>", "words of the note"),
    ],
)
def test_what_leads_nowhere_is_told_with_its_line(inner: str, told: str) -> None:
    _, problems = read(project(codes() + inner), t=b"woorden")
    (problem,) = problems
    assert (problem.code, problem.severity) == ("X004", Severity.WARNING)
    assert told in problem.message
    assert problem.span.file == "p.qdpx/project.qde"
    assert problem.span.line > 1


def test_a_codebook_in_an_older_namespace_is_read() -> None:
    qdc = (
        '<CodeBook xmlns="urn:QDA-XML:codebook:0:4" origin="ATLAS.ti Win 23.4.0">'
        + codes().removeprefix("<CodeBook>").removesuffix("</CodeBook>")
        + f'<Sets><Set guid="{USER}" name="groep"><MemberCode guid="{CODE.lower()}"/></Set></Sets></CodeBook>'
    )
    found, problems = read_codebook(qdc.encode(), "c.qdc")
    assert [code.name for code in found.code_of.values()] == ["Zorgen", "Tempo"]
    assert found.sets[0].codes == (CODE,)
    assert (found.codes[0].colour, found.codes[0].description, problems) == ("#46AA00", "alle zorgen", ())


def test_a_text_in_the_xml_itself_is_read() -> None:
    own = f"<PlainTextContent>hier</PlainTextContent>{piece(1, 0, 2)}"
    found, _ = read(project(codes() + text(own, path="")), t=b"")
    assert words(found) == ["hi"]


def test_a_file_without_a_project_is_told() -> None:
    with pytest.raises(Unusable, match=r"X001.*no project\.qde"):
        read_project(package("x", name="other.xml"), "p.qdpx")
    with pytest.raises(Unusable, match=r"X001.*no zip file"):
        read_project(io.BytesIO(b"PK nothing"), "p.qdpx")
    with pytest.raises(Unusable, match=r"X001.*XML is broken"):
        read_project(package("<Project>"), "p.qdpx")
    with pytest.raises(Unusable, match=r"X001.*begins with html"):
        read_project(package("<html/>"), "p.qdpx")


def test_guids_that_are_none_get_one_each() -> None:
    assert canonical("zorgen") == canonical("{ZORGEN}") != canonical("tempo")


def test_atlas_counts_line_ends_as_one_even_where_no_name_shows_it() -> None:
    found, _ = read(project(codes() + text(piece(1, 4, 8)), origin="ATLAS.ti Mac 24"), t=b"een\r\ntwee")
    assert words(found) == ["twee"]
