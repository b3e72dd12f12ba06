"""What Peil writes it reads back as it was, and it keeps to the standard's structure."""

import datetime as dt
import io
import zipfile
from dataclasses import replace

import pytest
from coded_projects import projects
from hypothesis import given, settings
from lxml import etree
from refi_structure import CODEBOOK, PROJECT, check_structure, dangling

from peil.core.problem import Unusable
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.coder import Coder
from peil.qual.exchange.guid import canonical, make_guid
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.read_codes import read_codebook
from peil.qual.exchange.read_project import read_project
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange.write_codes import write_codebook
from peil.qual.exchange.write_project import write_project

PROJECT_SPACE, CODEBOOK_SPACE = "urn:QDA-XML:project:1.0", "urn:QDA-XML:codebook:1.0"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.slow
@given(projects())
@settings(max_examples=150, deadline=None)
def test_a_project_is_read_back_as_it_was_written(project: CodedProject) -> None:
    read, problems = read_project(io.BytesIO(write_project(project)), "p.qdpx")
    assert read == project
    assert problems == ()


@pytest.mark.slow
@given(projects())
@settings(max_examples=150, deadline=None)
def test_a_project_keeps_to_the_structure(project: CodedProject) -> None:
    written = parts(write_project(project))
    assert check_structure(written["project.qde"], PROJECT, PROJECT_SPACE) == []
    assert dangling(written["project.qde"]) == []
    paths = {f"sources/{source.guid}.txt" for source in project.sources}
    assert set(written) == {"project.qde", *paths}


@pytest.mark.slow
@given(projects().filter(lambda project: project.codes))
@settings(max_examples=100, deadline=None)
def test_a_codebook_is_read_back_and_keeps_to_the_structure(project: CodedProject) -> None:
    written = write_codebook(project)
    assert check_structure(written, CODEBOOK, CODEBOOK_SPACE) == []
    read, problems = read_codebook(written, "c.qdc")
    bare = tuple(map(without_notes, project.codes))
    sets = tuple(replace(one, sources=(), notes=()) for one in project.sets if one.codes)
    assert (read.codes, read.sets, problems) == (bare, sets, ())


def without_notes(code: ProjectCode) -> ProjectCode:
    return replace(code, notes=(), codes=tuple(map(without_notes, code.codes)))


@pytest.mark.slow
@given(projects())
@settings(max_examples=25, deadline=None)
def test_the_same_project_gives_the_same_bytes(project: CodedProject) -> None:
    assert write_project(project) == write_project(replace(project))


def small() -> CodedProject:
    coder = Coder(make_guid("coder"), "mt")
    code = ProjectCode(make_guid("code"), "tempo")
    use = CodeUse(make_guid("use"), code.guid, coder.guid)
    piece = Selection(make_guid("piece"), 2, 4, uses=(use,))
    text = TextSource(make_guid("text"), "remarks", "😀 ja", selections=(piece,))
    return CodedProject(
        "study",
        made=dt.datetime(2026, 3, 4, tzinfo=dt.UTC),
        coders=(coder,),
        codes=(code,),
        sources=(text,),
    )


def test_positions_count_code_points() -> None:
    """An emoji is one, so that the words begin at 2; in UTF-16 they would at 3, in UTF-8 at 5."""
    read, _ = read_project(io.BytesIO(write_project(small())), "p.qdpx")
    (piece,) = read.sources[0].selections
    assert read.sources[0].text[piece.start : piece.end] == "ja"


def test_every_piece_has_its_date() -> None:
    """Some tools can't read one without."""
    root = etree.fromstring(parts(write_project(small()))["project.qde"])
    for tag in ("TextSource", "PlainTextSelection", "Coding"):
        assert root.find(f".//{{*}}{tag}").get("creationDateTime") == "2026-03-04T00:00:00Z"


def test_characters_that_xml_cannot_hold_leave_names_and_stay_in_texts() -> None:
    odd = replace(
        small(), name="a\x00b", sources=(replace(small().sources[0], text="a\x00b", selections=()),)
    )
    read, _ = read_project(io.BytesIO(write_project(odd)), "p.qdpx")
    assert (read.name, read.sources[0].text) == ("ab", "a\x00b")


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (b'startPosition="2"', "startPosition is absent"),
        (b' isCodable="true"', "isCodable is absent"),
        (b"<CodeRef", "Coding: holds"),
        (b"<Users>", "begins with"),
    ],
)
def test_the_rules_of_the_structure_can_fail(broken: bytes, told: str) -> None:
    xml = parts(write_project(small()))["project.qde"]
    assert broken in xml
    if broken == b"<CodeRef":
        spoilt = xml.replace(b"<CodeRef", b"<NoteRef")
    elif broken == b"<Users>":
        spoilt = xml.replace(b"urn:QDA-XML:project:1.0", b"urn:elsewhere")
    else:
        spoilt = xml.replace(broken, b"")
    assert any(told in one for one in check_structure(spoilt, PROJECT, PROJECT_SPACE))


@pytest.mark.parametrize("written", ["{%s}", "%s", " %s "])
def test_a_guid_is_the_same_in_braces_and_in_small_letters(written: str) -> None:
    guid = make_guid("a")
    assert canonical(written % guid.lower()) == guid


def test_guids_of_other_parts_differ() -> None:
    assert make_guid("ab", "c") != make_guid("a", "bc")


def test_a_codebook_is_no_project() -> None:
    with pytest.raises(Unusable, match="X001"):
        read_codebook(parts(write_project(small()))["project.qde"], "c.qdc")


def test_a_text_that_begins_with_a_byte_order_mark_keeps_it() -> None:
    odd = replace(small(), sources=(replace(small().sources[0], text="\ufeffa"),))
    read, _ = read_project(io.BytesIO(write_project(odd)), "p.qdpx")
    assert read.sources[0].text == "\ufeffa"
