"""The workbook's first sheet: what stands where, and what the signs mean."""

from collections.abc import Iterator, Sequence

from xlsxwriter.worksheet import Worksheet

from peil.report.compose.labels import Labels
from peil.report.xlsx.banner import Banner
from peil.report.xlsx.looks import Looks
from peil.report.xlsx.section_sheet import A4, Placed, quoted
from peil.report.xlsx.words import words_in

WIDTHS = (12, 90, 34)


def set_index(
    sheet: Worksheet,
    looks: Looks,
    banner: Banner,
    placed: Sequence[Placed],
    told: tuple[tuple[str, ...], Labels],
) -> None:
    """Set title, marks, legend and a link to each question."""
    marks, labels = told
    words = words_in(labels.language)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    title = labels.study.about.title.plain(labels.language)
    sheet.write_string(0, 0, words["tables"].format(title=title), looks.title)
    row = 1
    for mark in marks:
        sheet.write_string(row, 0, mark, looks.warning)
        row += 1
    sheet.write_string(row, 0, words["respondents"].format(n=banner.release.facts.analysed))
    sheet.write_string(row + 2, 0, words["legend"], looks.heading)
    row += 3
    for text in _legend(banner, labels):
        sheet.write_string(row, 0, text)
        row += 1
    row += 1
    for column, name in enumerate(("question", "text", "sheet")):
        sheet.write_string(row, column, words[name], looks.head)
    for number, one in enumerate(placed, row + 1):
        sheet.write_string(number, 0, one.block.number, looks.plain)
        sheet.write_string(number, 1, one.block.listed, looks.plain)
        address = f"internal:'{quoted(one.sheet)}'!A{one.row + 1}"
        sheet.write_url(number, 2, address, looks.link, one.sheet)


def _legend(banner: Banner, labels: Labels) -> Iterator[str]:
    """Say what the signs mean, what is left out and how answers are weighted."""
    words, release = words_in(labels.language), banner.release
    rules = release.disclosure
    yield words["percent"]
    yield words["hidden"]
    if rules.indicative_below > rules.minimum_base:
        yield words["indicative"].format(minimum=rules.minimum_base, below=rules.indicative_below - 1)
    yield words["net"]
    if banner.left_out:
        yield words["left_out"].format(names="; ".join(banner.left_out))
    if labels.study.plan.weighting.method != "none":
        yield words["no_counts"]
    if release.weighting:
        yield release.weighting
