"""Read ``::: notes``, and look whether a deck's text can be cut into slides."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from peil.core.span import Span
from peil.report import problems as rules
from peil.report.office_problems import BAD_SLIDE, STRAY_NOTES
from peil.report.template.beside_block import AuditAnnex
from peil.report.template.check_unbound import check_unbound
from peil.report.template.deck_block import SpeakerNotes
from peil.report.template.names import Names
from peil.report.template.part import Part
from peil.report.template.read_prose import ProseReader
from peil.report.template.study_block import MethodologyAnnex
from peil.report.template.template import (
    CrosswalkAnnex,
    QuestionnaireAnnex,
    TemplateBlock,
    Title,
    WeightingAnnex,
)

if TYPE_CHECKING:
    from peil.report.template.read_block import Fenced

SLIDE_LEVEL = 2
"""Headings down to this level start a slide."""
_ANNEXES = (AuditAnnex, CrosswalkAnnex, MethodologyAnnex, QuestionnaireAnnex, WeightingAnnex)


def read_notes(reader: ProseReader, fenced: "Fenced") -> SpeakerNotes | None:
    """Read ``::: notes``: a paragraph for each line; in a findings chapter its numbers are bound too."""
    if not fenced.lines:
        hint = "Write what is said below it, or take the block away."
        reader.names.report(rules.BAD_BLOCK, fenced.head, "There is nothing in these notes.", hint)
        return None
    for line in fenced.lines if reader.chapter.findings else ():
        check_unbound(reader.names, line, reader.language)
    return SpeakerNotes(tuple(reader.line(line) for line in fenced.lines), fenced.head.span)


def placed_notes(names: Names, blocks: Iterable[TemplateBlock], part: Part) -> Iterator[TemplateBlock]:
    """Leave out speaker notes that no slide is said with, each a problem."""
    begun = False
    for block in blocks:
        begun = begun or starts_slide(block)
        if isinstance(block, SpeakerNotes) and (part is not Part.DECK or not begun):
            where = "before the first slide" if part is Part.DECK else f"in a {part} text, not in a deck"
            message = f"Speaker notes stand {where}."
            hint = "Put them under a slide's heading in deck/, or take them away."
            names.problems.append(STRAY_NOTES.problem(block.span, message, hint=hint))
        else:
            yield block


def check_slides(names: Names, blocks: Iterable[TemplateBlock], file: str) -> None:
    """Report what stands before a deck's first slide, and what no slide can hold."""
    slide: Title | None = None
    for block in blocks:
        if starts_slide(block) and isinstance(block, Title):
            slide = block
        elif slide is None:
            message = "This text stands before the first slide."
            hint = "Begin with a heading: each # and ## starts a slide."
            names.problems.append(BAD_SLIDE.problem(Span(file, 1, 1), message, hint=hint))
            return
        elif isinstance(block, _ANNEXES):
            message = "An annex can't stand on a slide."
            hint = "Put it into the report, and say on the slide where it is."
            names.problems.append(BAD_SLIDE.problem(slide.span, message, hint=hint))


def starts_slide(block: TemplateBlock) -> bool:
    """Say whether a block is the heading of a slide."""
    return isinstance(block, Title) and block.level <= SLIDE_LEVEL
