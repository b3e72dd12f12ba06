"""Numbered lists that each begin at one."""

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from peil.report.docx.xml import add_child


def restart(file: WordFile, style: str) -> int:
    """Add a numbering that counts as a list style does, from one; gives its id."""
    numberings = file.part.numbering_part.element
    own = file.styles[style].element.find(f".//{qn('w:numId')}").get(qn("w:val"))
    known = {one.get(qn("w:numId")): one for one in numberings.iter(qn("w:num"))}
    abstract = known[own].find(qn("w:abstractNumId")).get(qn("w:val"))
    number = max(map(int, known)) + 1
    made = add_child(numberings, "w:num", {"w:numId": str(number)})
    add_child(made, "w:abstractNumId", {"w:val": abstract})
    override = add_child(made, "w:lvlOverride", {"w:ilvl": "0"})
    add_child(override, "w:startOverride", {"w:val": "1"})
    return number
