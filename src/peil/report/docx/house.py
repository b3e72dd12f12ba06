"""A house style: a Word file whose styles, page, headers and footers a report takes over."""

from dataclasses import dataclass
from io import BytesIO
from zipfile import BadZipFile

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn

from peil.core.problem import Problem
from peil.core.span import Span
from peil.report.docx.borrow import borrow_styles
from peil.report.docx.styles import names_of
from peil.report.office_problems import LACKING_STYLE, NO_WORD_FILE

TELLING = ("Normal", "Heading 1", "Heading 2", "Heading 3", "Title", "Caption")
"""Styles that a house style is about; a file without them was not made as one."""

_KEPT = frozenset(
    (
        RELATIONSHIP_TYPE.STYLES,
        RELATIONSHIP_TYPE.NUMBERING,
        RELATIONSHIP_TYPE.SETTINGS,
        RELATIONSHIP_TYPE.WEB_SETTINGS,
        RELATIONSHIP_TYPE.THEME,
        RELATIONSHIP_TYPE.FONT_TABLE,
        RELATIONSHIP_TYPE.HEADER,
        RELATIONSHIP_TYPE.FOOTER,
    )
)


@dataclass(frozen=True, slots=True)
class House:
    """A house style as read: the bytes of a Word file that can be opened."""

    file: bytes


def read_house(content: bytes, place: Span, name: str) -> tuple[House | None, tuple[Problem, ...]]:
    """Read a house style; None, with a problem, for what is no Word file.

    Args:
        content: The file's bytes.
        place: Where it is named.
        name: Its name, for people.
    """
    try:
        file = docx.Document(BytesIO(content))
        known = names_of(file)
    except (BadZipFile, KeyError, ValueError, PackageNotFoundError, SyntaxError):
        message = f"{name} is no Word document."
        hint = "Open it in Word and save it as .docx (a template, .dotx, isn't one)."
        return None, (NO_WORD_FILE.problem(place, message, hint=hint),)
    lacking = [style for style in TELLING if style not in known]
    if not lacking:
        return House(content), ()
    message = f"{name} has no style {', '.join(lacking)}; ours are taken."
    hint = "Use each of them once in that file and save it: Word leaves out styles that nothing uses."
    return House(content), (LACKING_STYLE.problem(place, message, hint=hint),)


def open_house(house: House) -> WordFile:
    """Open a house style without its text: no word, picture, comment or note of it goes along."""
    file = docx.Document(BytesIO(house.file))
    body = file.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)
    used = {
        element.get(qn("r:id")) for element in body.iter(qn("w:headerReference"), qn("w:footerReference"))
    }
    for name, relation in list(file.part.rels.items()):
        edge = relation.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER}
        if relation.reltype not in _KEPT or (edge and name not in used):
            del file.part.rels[name]
    for relation in list(file.part.package.rels):
        if file.part.package.rels[relation].reltype not in {
            RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
            RELATIONSHIP_TYPE.CORE_PROPERTIES,
        }:
            del file.part.package.rels[relation]
    _forget_origin(file)
    borrow_styles(file)
    return file


def _forget_origin(file: WordFile) -> None:
    """Leave out which template and mailing somebody's file was made with."""
    settings = file.settings.element
    for tag in ("w:attachedTemplate", "w:mailMerge", "w:docVars", "w:rsids"):
        for element in settings.findall(qn(tag)):
            settings.remove(element)
    for relation in file.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.SETTINGS:
            for name in list(relation.target_part.rels):
                del relation.target_part.rels[name]
