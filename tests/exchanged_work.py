"""What a qualitative tool does to a project between ``peil qda --out`` and ``--read``."""

import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exchanged_study import ANSWERS
from peil.cli.main import main
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.coder import Coder
from peil.qual.exchange.guid import make_guid
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.read_project import read_project
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.study_guids import answer_key
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange.write_project import write_project

Capture = pytest.CaptureFixture[str]
TOOL = "ATLAS.ti Win 24"


def run(capsys: Capture, study: Path, *arguments: str) -> dict:
    capsys.readouterr()
    status = main(["qda", str(study), *arguments, "--format", "json"])
    return {**json.loads(capsys.readouterr().out), "status": status}


def written(capsys: Capture, study: Path, *arguments: str) -> CodedProject:
    path = study.parent / "p.qdpx"
    run(capsys, study, "--out", str(path), *arguments)
    return read_project(io.BytesIO(path.read_bytes()), "p.qdpx")[0]


def unpacked(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist())


def codings(study: Path) -> list[str]:
    return (study / "coding/remarks.csv").read_text(encoding="utf-8").splitlines()[1:]


def read(capsys: Capture, study: Path, project: CodedProject, *arguments: str) -> dict:
    """Read a project as a tool gave it back."""
    path = study.parent / "back.qdpx"
    path.write_bytes(write_project(project))
    return run(capsys, study, "--read", str(path), *arguments)


def told(found: dict) -> list[tuple[str, str]]:
    return [(one["code"], one["message"]) for one in found["problems"]]


def edited(project: CodedProject, name: str, change: Callable[[TextSource], TextSource]) -> CodedProject:
    return replace(
        project, sources=tuple(change(one) if one.name == name else one for one in project.sources)
    )


def give(
    project: CodedProject, respondent: str, *codes: str, by: str = "Ann", alone: bool = True
) -> CodedProject:
    """Give an answer codes by name, as somebody working in a tool does; ``alone`` takes the others' away."""
    key = answer_key("remarks", respondent)
    guids = {code.name: code.guid for code in reversed(project.code_of.values())}  # the first of a name
    known = {name: guid for guid, name in project.coder_names.items()}
    coder = known.get(by) or make_guid("user", by)

    def change(source: TextSource) -> TextSource:
        start = source.text.index(f"[{key}]") + len(key) + 3
        end = start + len(ANSWERS[respondent])
        uses = tuple(CodeUse(make_guid("new", key, by, code), guids[code], coder) for code in codes)
        new = Selection(make_guid("selection", key, by), start, end - 1, uses=uses)
        kept = [
            replace(one, uses=()) if alone and one.start <= start < one.end else one
            for one in source.selections
        ]
        return replace(source, selections=(*kept, new))

    people = project.coders if by in known or not by else (*project.coders, Coder(coder, by))
    return replace(edited(project, "remarks", change), coders=people, origin=TOOL)


def estranged(project: CodedProject) -> CodedProject:
    """Give a project as a tool does that draws every GUID anew and writes lines as Windows does."""

    def new(guid: str) -> str:
        return make_guid("tool", guid) if guid else ""

    def code(one: ProjectCode) -> ProjectCode:
        return replace(one, guid=new(one.guid), notes=(), codes=tuple(map(code, one.codes)))

    def source(one: TextSource) -> TextSource:
        pieces = tuple(
            replace(
                piece,
                guid=new(piece.guid),
                name=one.text[piece.start : piece.end],
                notes=tuple(map(new, piece.notes)),
                uses=tuple(
                    replace(use, guid=new(use.guid), code=new(use.code), coder=new(use.coder))
                    for use in piece.uses
                ),
            )
            for piece in one.selections
        )
        return replace(one, guid=new(one.guid), text=one.text.replace("\n", "\r\n"), selections=pieces)

    return replace(
        project,
        origin=TOOL,
        coders=tuple(replace(one, guid=new(one.guid)) for one in project.coders),
        codes=tuple(map(code, project.codes)),
        sources=tuple(map(source, project.sources)),
        notes=tuple(replace(one, guid=new(one.guid), coder=new(one.coder)) for one in project.notes),
        sets=(),
    )
