"""A coded project as a ``.qdpx`` file: a zip with ``project.qde`` and the texts in ``sources/``."""

import datetime as dt
import xml.etree.ElementTree as ET
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from peil.formats.pack.xml_bytes import clean
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.member_set import MemberSet
from peil.qual.exchange.selection import CodeUse, Selection
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange.write_codes import put_codes
from peil.qual.exchange.xml_file import PROJECT, describe, file_bytes, put, refer, root_of

BYTE_ORDER_MARK = "\ufeff"


def write_project(project: CodedProject) -> bytes:
    """Give the file: the same project gives the same bytes.

    The texts are UTF-8 as they are, line ends and all, so that positions in them stay what they were.
    Characters that XML can't hold are left out of names and descriptions, never out of texts.
    """
    files = {"project.qde": project_xml(project)}
    for source in project.sources:
        mark = BYTE_ORDER_MARK if source.text.startswith(BYTE_ORDER_MARK) else ""  # a reader takes one away
        files[f"sources/{source.guid}.txt"] = f"{mark}{source.text}".encode()
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name)  # without the time of today
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()


def project_xml(project: CodedProject) -> bytes:
    """Give ``project.qde``: parts in the order that the format's schema demands, none of them empty."""
    root = root_of("Project", PROJECT)
    root.set("name", clean(project.name))
    when = stamp(project.made)
    first = project.coders[0].guid if project.coders else ""
    for name, value in (
        ("origin", clean(project.origin)),
        ("creatingUserGUID", first),
        ("creationDateTime", when),
        ("modifiedDateTime", when),
    ):
        if value:
            root.set(name, value)
    if project.coders:
        into = put(root, "Users", {})
        for coder in project.coders:
            put(into, "User", {"guid": coder.guid, "name": coder.name})
    if project.codes:
        put_codes(put(root, "CodeBook", {}), project.codes)
    if project.sources:
        into = put(root, "Sources", {})
        for source in project.sources:
            put_source(into, source, when)
    put_notes(root, project, when)
    if project.sets:
        into = put(root, "Sets", {})
        for one in project.sets:
            put_set(into, one)
    describe(root, project.description)
    return file_bytes(root)


def stamp(made: dt.datetime | None) -> str:
    """Give a moment as the format writes it, in UTC; empty for none."""
    return made.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if made else ""


def by(coder: str, when: str) -> dict[str, str]:
    """Say who made something, and when."""
    return {"creatingUser": coder, "creationDateTime": when}


def put_source(parent: ET.Element, source: TextSource, when: str) -> None:
    """Put a text by its path, with its pieces."""
    path = f"internal://{source.guid}.txt"
    told = {"guid": source.guid, "name": source.name, "plainTextPath": path, **by(source.coder, when)}
    element = put(parent, "TextSource", told)
    describe(element, source.description)
    for selection in source.selections:
        put_selection(element, selection, when)
    for use in source.uses:
        put_use(element, use, when)
    refer(element, "NoteRef", source.notes)


def put_selection(parent: ET.Element, selection: Selection, when: str) -> None:
    """Put a piece of a text."""
    told = {
        "guid": selection.guid,
        "name": selection.name,
        "startPosition": str(selection.start),
        "endPosition": str(selection.end),
        **by(selection.coder, when),
    }
    element = put(parent, "PlainTextSelection", told)
    describe(element, selection.description)
    for use in selection.uses:
        put_use(element, use, when)
    refer(element, "NoteRef", selection.notes)


def put_use(parent: ET.Element, use: CodeUse, when: str) -> None:
    """Put a code that was given."""
    element = put(parent, "Coding", {"guid": use.guid, **by(use.coder, when)})
    refer(element, "CodeRef", (use.code,))
    refer(element, "NoteRef", use.notes)


def put_notes(parent: ET.Element, project: CodedProject, when: str) -> None:
    """Put the notes, with their words in place."""
    if project.notes:
        into = put(parent, "Notes", {})
        for note in project.notes:
            element = put(into, "Note", {"guid": note.guid, "name": note.name, **by(note.coder, when)})
            put(element, "PlainTextContent", {}, note.text)


def put_set(parent: ET.Element, one: MemberSet) -> None:
    """Put a set."""
    element = put(parent, "Set", {"guid": one.guid})
    element.set("name", clean(one.name))
    describe(element, one.description)
    refer(element, "MemberCode", one.codes)
    refer(element, "MemberSource", one.sources)
    refer(element, "MemberNote", one.notes)
