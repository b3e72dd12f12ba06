"""Read a ``.qdpx`` file, of whatever tool: texts, codes, codings, notes and sets."""

import datetime as dt
from contextlib import suppress
from dataclasses import replace
from typing import BinaryIO

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.qual.exchange.archive import Archive
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.coder import Coder
from peil.qual.exchange.guid import canonical
from peil.qual.exchange.left_out import PROJECT_KNOWN, tell_left_out
from peil.qual.exchange.parse_xml import parse_xml
from peil.qual.exchange.project_note import ProjectNote
from peil.qual.exchange.read_codes import codes_of, no_such, set_of, sets_in
from peil.qual.exchange.read_source import SourceReader
from peil.qual.exchange.xml_node import XmlNode
from peil.qual.exchange_problems import MISPLACED


def read_project(file: BinaryIO, name: str) -> tuple[CodedProject, tuple[Problem, ...]]:
    """Read a project.

    Args:
        file: The file, which stays open for as long as this takes.
        name: What problems call it.

    Raises:
        Unusable: It is no project, or it isn't safe to read.
    """
    archive = Archive(file, name)
    place = f"{name}/project.qde"
    root = parse_xml(archive.project(), place)
    if root.tag != "Project":
        raise Unusable([no_such(place, root, "project")])
    codes = tuple(code for book in root.all("CodeBook") for code in codes_of(book))
    project = CodedProject(
        name=root.get("name"),
        origin=root.get("origin"),
        made=moment(root.get("creationDateTime") or root.get("modifiedDateTime")),
        coders=tuple(
            Coder(canonical(user.get("guid")), user.get("name") or user.get("id"))
            for user in root.within("Users", "User")
        ),
        codes=codes,
        sets=tuple(map(set_of, sets_in(root))),
        description=root.told("Description"),
    )
    reader = SourceReader(archive, place, project.origin, frozenset(project.code_of))
    found = (reader.source(node) for node in root.within("Sources", "TextSource"))
    project = replace(
        project,
        sources=tuple(source for source in found if source is not None),
        notes=tuple(note_of(node, reader) for node in root.within("Notes", "Note")),
    )
    return project, (*tell_left_out(root, place, PROJECT_KNOWN), *reader.problems)


def moment(written: str) -> dt.datetime | None:
    """Give a date with its time; without a zone it is taken for UTC, and what is none is left out."""
    with suppress(ValueError):
        found = dt.datetime.fromisoformat(written.strip())
        found = found.replace(tzinfo=dt.UTC) if found.tzinfo is None else found.astimezone(dt.UTC)
        return found.replace(microsecond=0)
    return None


def note_of(node: XmlNode, reader: SourceReader) -> ProjectNote:
    """Give a note, whose words stand in it or in a file of their own."""
    content = node.first("PlainTextContent")
    words = content.text if content else reader.text(node)
    if words is None:
        message = f'The words of the note "{node.get("name")}" aren\'t in the file.'
        reader.problems.append(MISPLACED.problem(Span(reader.place, node.line, 1), message))
    coder = node.get("creatingUser")
    return ProjectNote(
        canonical(node.get("guid")), node.get("name"), words or "", canonical(coder) if coder else ""
    )
