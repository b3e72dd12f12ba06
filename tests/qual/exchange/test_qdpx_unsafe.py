"""Files that would harm who reads them are refused."""

import io
import struct
import warnings
import zipfile
from pathlib import Path

import pytest
from hand_made_qdpx import codes, package, piece, project, text

from peil.core.problem import Unusable
from peil.qual.exchange import archive
from peil.qual.exchange.read_codes import read_codebook
from peil.qual.exchange.read_project import read_project

BOMB = (
    '<!DOCTYPE Project [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
    '<Project name="&c;"/>'
)


def refused(file: io.BytesIO) -> str:
    with pytest.raises(Unusable) as caught:
        read_project(file, "p.qdpx")
    (problem,) = caught.value.problems
    assert problem.code == "X002"
    return problem.message


@pytest.mark.parametrize(
    "qde",
    [
        BOMB,
        '<!DOCTYPE Project [<!ENTITY x SYSTEM "file:///etc/passwd">]><Project name="a">&x;</Project>',
        '<!DOCTYPE Project SYSTEM "http://example.org/p.dtd"><Project name="a"/>',
        '<!DOCTYPE Project [<!ENTITY % x SYSTEM "http://example.org/e"> %x;]><Project name="a"/>',
    ],
)
def test_a_document_type_is_refused_and_nothing_is_unfolded(qde: str) -> None:
    assert "document type" in refused(package(qde))
    with pytest.raises(Unusable, match="X002"):
        read_codebook(qde.replace("Project", "CodeBook").encode(), "c.qdc")


@pytest.mark.parametrize(
    "path", ["../evil.txt", "sources/../../evil.txt", "/etc/evil", "C:/evil", "a\\..\\..\\b"]
)
def test_a_path_that_leads_out_is_refused(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "leads out" in refused(package(project(codes()), {path: b"x"}))
    assert list(tmp_path.iterdir()) == []


def test_two_parts_of_one_name_are_refused() -> None:
    """Two readers would read two things."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        assert "Two parts" in refused(package(project(codes()), {"PROJECT.QDE": b"<Project/>"}))


def test_a_part_that_unfolds_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_PART", archive.MEBIBYTE)
    big = {"sources/t.txt": b"\0" * (archive.MEBIBYTE + 1)}
    assert "unfolds" in refused(package(project(codes() + text(piece(1, 0, 1))), big))


def test_parts_that_are_too_much_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_TOTAL", archive.MEBIBYTE)
    inner = "".join(text("", name=f"t{number}", path=f"internal://{number}.txt") for number in range(3))
    inner = inner.replace("</Sources><Sources>", "")
    half = {f"sources/{number}.txt": b"a" * (archive.MEBIBYTE // 2) for number in range(3)}
    assert "unfolds" in refused(package(project(inner), half))


def test_what_a_header_says_of_a_size_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_PART", 1000)
    content = bytearray(package(" " * 5000 + project(codes())).getvalue())
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<L", 10)
    with pytest.raises(Unusable, match=r"X00[12]"):
        read_project(io.BytesIO(bytes(content)), "p.qdpx")


def test_a_password_is_refused() -> None:
    content = bytearray(package(project(codes())).getvalue())
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    assert "password" in refused(io.BytesIO(bytes(content)))


def test_elements_without_end_in_each_other_are_refused() -> None:
    deep = "<Code guid='a' name='b' isCodable='true'>" * 300 + "</Code>" * 300
    assert "deep" in refused(package(project(f"<CodeBook><Codes>{deep}</Codes></CodeBook>")))


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_PARTS", 2)
    assert "3 parts" in refused(package(project(codes()), {"a": b"", "b": b""}))


def test_a_broken_part_is_told() -> None:
    content = bytearray(package(project(codes() * 1)).getvalue())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as opened:
        start = opened.infolist()[0].header_offset + 30 + len("project.qde")
    content[start : start + 40] = b"\xff" * 40
    with pytest.raises(Unusable, match=r"X001.*broken"):
        read_project(io.BytesIO(bytes(content)), "p.qdpx")
