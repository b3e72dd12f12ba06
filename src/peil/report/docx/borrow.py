"""Styles that a house style lacks, taken from ours with the numbering that they count by."""

from copy import deepcopy
from typing import Any

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from peil.report.docx.styles import names_of, set_styles
from peil.report.docx.xml import add_child

NEEDED = (
    "Normal", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Title", "Subtitle", "Caption", "Quote",
    "TOC Heading", "List Bullet", "List Bullet 2", "List Bullet 3", "List Number", "List Number 2",
    "List Number 3", "List Continue", "Table Grid", "Header", "Footer",
)  # fmt: skip
"""Every style of Word's own that a report uses."""


def borrow_styles(file: WordFile) -> None:
    """Add what a file lacks of the styles that a report uses."""
    lacking = [name for name in NEEDED if name not in names_of(file)]
    if not lacking:
        return
    own = docx.Document()
    set_styles(own)
    for name in lacking:
        style = deepcopy(own.styles[name].element)
        taken = {one.get(qn("w:styleId")) for one in file.styles.element.iter(qn("w:style"))}
        if style.get(qn("w:styleId")) in taken:
            style.set(qn("w:styleId"), f"Peil{style.get(qn('w:styleId'))}")
        for tag in ("w:link", "w:next"):
            for element in style.findall(qn(tag)):
                style.remove(element)
        _base_on_normal(file, style)
        numbered = style.find(f".//{qn('w:numId')}")
        if numbered is not None:
            numbered.set(qn("w:val"), _borrow_numbering(file, own, numbered.get(qn("w:val"))))
        file.styles.element.append(style)


def _base_on_normal(file: WordFile, style: Any) -> None:  # noqa: ANN401 - lxml elements are untyped
    based = style.find(qn("w:basedOn"))
    if based is None or style.get(qn("w:type")) != "paragraph":
        return
    based.set(qn("w:val"), file.styles["Normal"].style_id if "Normal" in names_of(file) else "Normal")


def _borrow_numbering(file: WordFile, own: WordFile, number: str) -> str:
    """Copy a numbering and what it is made of; gives its new id."""
    theirs = _numbering_of(file)
    ours = own.part.numbering_part.element
    found = next(one for one in ours.iter(qn("w:num")) if one.get(qn("w:numId")) == number)
    wanted = found.find(qn("w:abstractNumId")).get(qn("w:val"))
    kind = deepcopy(
        next(one for one in ours.iter(qn("w:abstractNum")) if one.get(qn("w:abstractNumId")) == wanted)
    )
    kinds = [int(one.get(qn("w:abstractNumId"))) for one in theirs.iter(qn("w:abstractNum"))]
    kind.set(qn("w:abstractNumId"), str(max(kinds, default=0) + 1))
    for linked in kind.iter(qn("w:pStyle")):
        linked.getparent().remove(linked)
    first = theirs.find(qn("w:num"))
    theirs.insert(len(theirs) if first is None else list(theirs).index(first), kind)
    numbers = [int(one.get(qn("w:numId"))) for one in theirs.iter(qn("w:num"))]
    made = str(max(numbers, default=0) + 1)
    entry = add_child(theirs, "w:num", {"w:numId": made})
    add_child(entry, "w:abstractNumId", {"w:val": kind.get(qn("w:abstractNumId"))})
    return made


def _numbering_of(file: WordFile) -> Any:  # noqa: ANN401 - lxml elements are untyped
    """Give the file's numberings; a file without any gets an empty part."""
    for relation in file.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return file.part.numbering_part.element
    ours = docx.Document().part.numbering_part
    part = NumberingPart.load(ours.partname, ours.content_type, ours.blob, file.part.package)
    for element in list(part.element):
        part.element.remove(element)
    file.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
