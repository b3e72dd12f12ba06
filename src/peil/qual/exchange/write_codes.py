"""The tree of codes and the sets, in a project and in a codebook alone."""

import xml.etree.ElementTree as ET

from peil.formats.pack.xml_bytes import clean
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.xml_file import CODEBOOK, describe, file_bytes, put, refer, root_of


def write_codebook(project: CodedProject) -> bytes:
    """Give the ``.qdc`` file of a project's codes, and of its sets that hold codes.

    Notes stay out: a codebook of this format has no place for them.
    """
    root = root_of("CodeBook", CODEBOOK)
    root.set("origin", project.origin)
    put_codes(root, project.codes, notes=False)
    sets = [one for one in project.sets if one.codes]
    if sets:
        into = put(root, "Sets", {})
        for one in sets:
            element = put(into, "Set", {"guid": one.guid})
            element.set("name", clean(one.name))
            describe(element, one.description)
            for code in one.codes:
                put(element, "MemberCode", {"guid": code})
    return file_bytes(root)


def put_codes(parent: ET.Element, codes: tuple[ProjectCode, ...], *, notes: bool = True) -> None:
    """Put the tree of codes."""
    into = put(parent, "Codes", {})
    for code in codes:
        put_code(into, code, notes=notes)


def put_code(parent: ET.Element, code: ProjectCode, *, notes: bool) -> None:
    """Put a code and those under it."""
    element = put(parent, "Code", {"guid": code.guid})
    element.set("name", clean(code.name))
    element.set("isCodable", "true" if code.codable else "false")
    if code.colour:
        element.set("color", code.colour)
    describe(element, code.description)
    if notes:
        refer(element, "NoteRef", code.notes)
    for under in code.codes:
        put_code(element, under, notes=notes)
