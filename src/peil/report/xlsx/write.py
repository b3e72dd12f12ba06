"""A release as a workbook: an index, and a sheet for each part of the questionnaire."""

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from peil.disclose.release import Release
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import say
from peil.report.xlsx.banner import Banner, make_banner
from peil.report.xlsx.block import Block, make_block
from peil.report.xlsx.index_sheet import set_index
from peil.report.xlsx.looks import Looks
from peil.report.xlsx.section_sheet import Placed, set_section
from peil.report.xlsx.sheet_names import sheet_names
from peil.report.xlsx.words import words_in
from peil.study.plan import DRAFT
from peil.study.study import Study

UNDATED = dt.date(2000, 1, 1)
"""The day on a workbook of a report without a date: that of making it would change its bytes."""
PLAIN = {
    "in_memory": True,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True)
class Section:
    """Blocks that stand on one sheet."""

    title: str
    blocks: tuple[Block, ...]


def to_xlsx(study: Study, release: Release, language: str) -> bytes:
    """Give the workbook; the same release gives the same bytes.

    Hidden numbers are signs, never numbers, and no cell holds a formula.

    Args:
        study: Names questions, options and classes.
        release: Everything that may be shown: every item by every group.
        language: Language of the words.
    """
    labels = Labels(study, language)
    banner = make_banner(study, release, labels)
    sections = tuple(_sections(study, banner, labels))
    content = io.BytesIO()
    with Workbook(content, PLAIN) as book:
        _describe(book, study, language)
        _fill(book, banner, sections, labels)
    return content.getvalue()


def _describe(book: Workbook, study: Study, language: str) -> None:
    about = study.about
    day = about.report_date or UNDATED
    book.set_properties(
        {
            "title": words_in(language)["tables"].format(title=about.title.plain(language)),
            "author": ", ".join(about.authors) or (about.agency.plain(language) if about.agency else ""),
            "company": about.agency.plain(language) if about.agency else "",
            "created": dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        }
    )


def _fill(book: Workbook, banner: Banner, sections: Sequence[Section], labels: Labels) -> None:
    words, looks = words_in(labels.language), Looks(book)
    names = sheet_names([words["index"], *(section.title for section in sections)])
    index = book.add_worksheet(names[0])
    marks = tuple(_marks(banner.release, labels.language))
    placed: list[Placed] = []
    for name, section in zip(names[1:], sections, strict=True):
        sheet = book.add_worksheet(name)
        placed += set_section(
            sheet, looks, banner, section.blocks, (section.title, name, marks, names[0], labels)
        )
    set_index(index, looks, banner, placed, (marks, labels))
    index.activate()


def _marks(release: Release, language: str) -> Iterator[str]:
    """Say what every sheet has to say of itself."""
    if release.facts.synthetic:
        yield say(language, "synthetic")
    if release.disclosure.profile == DRAFT:
        yield say(language, "draft")


def _sections(study: Study, banner: Banner, labels: Labels) -> Iterator[Section]:
    """Give the questionnaire's sections that have tables, and then what the plan derives."""
    counts = study.plan.weighting.method == "none"
    blocks = [
        block
        for item in study.codebook.items.values()
        if (block := make_block(banner, labels, item, counts=counts)) is not None
    ]
    by_id = study.questionnaire.by_id
    for section in study.questionnaire.sections:
        own = [
            block
            for block in blocks
            if not block.item.derived and by_id[block.item.question].section == section.id
        ]
        if own:
            yield Section(section.wording.plain(labels.language) or section.id, tuple(own))
    derived = tuple(block for block in blocks if block.item.derived)
    if derived:
        yield Section(words_in(labels.language)["derived"], derived)
