"""Read ``::: talks``."""

from typing import TYPE_CHECKING

from peil.report import problems as rules
from peil.report.template.beside_block import TalksBlock
from peil.report.template.read_prose import ProseReader

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced


def read_talks(reader: ProseReader, fenced: "Fenced") -> TalksBlock:
    """Read it; what it tells stands in the folder talks."""
    lines = fenced.lines or ((fenced.head,) if len(fenced.head.plain.split()) > 1 else ())
    if lines:
        message = "What is told of talks stands in the folder talks."
        reader.names.report(rules.BAD_BLOCK, lines[0], message, "Write ::: talks and ::: alone.")
    return TalksBlock(fenced.head.span)
