"""Make a study's deck: its text as slides, a closing slide, and what is wrong with each."""

from collections.abc import Iterator
from dataclasses import replace

from peil.core.problem import Problem
from peil.core.span import Span
from peil.disclose.release import Release
from peil.report.compose.closing import closing_blocks
from peil.report.document import Document, Heading
from peil.report.docx.styles import with_region
from peil.report.office_problems import BAD_SLIDE, FULL_SLIDE
from peil.report.outline import plain_text
from peil.report.pptx.arrange import arrange
from peil.report.pptx.slide import LEVEL, cut_slides
from peil.report.pptx.write import to_pptx
from peil.report.template.template import Template, Title
from peil.report.vocabulary import words_of
from peil.study.study import Study


def make_deck(
    document: Document, study: Study, release: Release, template: Template
) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the deck as a PowerPoint file, and its slides that hold too much or share a title.

    Args:
        document: The deck's text, filled in.
        study: What the closing slide tells of.
        release: Likewise: how much was hidden.
        template: The text as written, for places.
    """
    whole = replace(document, blocks=(*document.blocks, *closing_blocks(study, release, document.language)))
    spans = [block.span for block in template.blocks if isinstance(block, Title) and block.level <= LEVEL]
    return to_pptx(whole), (*_same_titles(whole, spans), *_full_slides(whole, spans))


def _same_titles(document: Document, spans: list[Span]) -> Iterator[Problem]:
    headings = [one for one in document.blocks if isinstance(one, Heading) and one.level <= LEVEL]
    first: dict[str, Span] = {}
    for heading, span in zip(headings, spans, strict=False):
        title = plain_text(heading.text)
        if title in first or title == document.title:
            where = f"at {first[title]}" if title in first else "that opens the deck"
            message = f'"{title}" is the title of the slide {where} too.'
            hint = "Say in the title what this slide tells."
            yield BAD_SLIDE.problem(span, message, hint=hint)
        first.setdefault(title, span)


def _full_slides(document: Document, spans: list[Span]) -> Iterator[Problem]:
    words, language = words_of(document), with_region(document.language)
    for slide, span in zip(cut_slides(document), spans, strict=False):
        arranged = arrange(slide, document, words, language)
        if arranged.wrong:
            message = f'The slide "{plain_text(slide.title)}" {arranged.wrong}.'
            hint = "Make two slides of it, or say less."
            yield FULL_SLIDE.problem(span, message, hint=hint)
