"""The tree of codes and the sets, of a project and of a codebook alone."""

from collections.abc import Iterator

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.guid import canonical
from peil.qual.exchange.left_out import CODEBOOK_KNOWN, tell_left_out
from peil.qual.exchange.member_set import MemberSet
from peil.qual.exchange.parse_xml import parse_xml
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.xml_node import XmlNode
from peil.qual.exchange_problems import UNREADABLE_EXCHANGE


def read_codebook(content: bytes, file: str) -> tuple[CodedProject, tuple[Problem, ...]]:
    """Read a ``.qdc`` file.

    Args:
        content: The file.
        file: What problems call it.

    Raises:
        Unusable: It is no codebook, or it isn't safe to read.
    """
    root = parse_xml(content, file)
    if root.tag != "CodeBook":
        raise Unusable([no_such(file, root, "codebook")])
    project = CodedProject(
        name="", origin=root.get("origin"), codes=codes_of(root), sets=tuple(map(set_of, sets_in(root)))
    )
    return project, tell_left_out(root, file, CODEBOOK_KNOWN)


def no_such(file: str, root: XmlNode, wanted: str) -> Problem:
    """Say that the XML is something else."""
    message = f"The XML begins with {root.tag}, which is no REFI-QDA {wanted}."
    hint = f"Export it from the tool anew, as a REFI-QDA {wanted}."
    return UNREADABLE_EXCHANGE.problem(Span(file, root.line, 1), message, hint=hint)


def codes_of(parent: XmlNode) -> tuple[ProjectCode, ...]:
    """Give the tree of codes."""
    return tuple(code_of(node) for node in parent.within("Codes", "Code"))


def code_of(node: XmlNode) -> ProjectCode:
    """Give a code with those under it; where it isn't said, texts can be given it."""
    return ProjectCode(
        guid=canonical(node.get("guid")),
        name=node.get("name"),
        description=node.told("Description"),
        colour=node.get("color"),
        codable=node.get("isCodable").strip() not in {"false", "0"},
        notes=references(node, "NoteRef"),
        codes=tuple(code_of(under) for under in node.all("Code")),
    )


def sets_in(root: XmlNode) -> Iterator[XmlNode]:
    """Give the sets, which a codebook and a project keep in the same place."""
    return root.within("Sets", "Set")


def set_of(node: XmlNode) -> MemberSet:
    """Give a set."""
    return MemberSet(
        guid=canonical(node.get("guid")),
        name=node.get("name"),
        description=node.told("Description"),
        codes=references(node, "MemberCode"),
        sources=references(node, "MemberSource"),
        notes=references(node, "MemberNote"),
    )


def references(node: XmlNode, tag: str) -> tuple[str, ...]:
    """Give what an element refers to; a codebook's sets name the reference otherwise than a project's."""
    return tuple(canonical(one.get("targetGUID") or one.get("guid")) for one in node.all(tag))
