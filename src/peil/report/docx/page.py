"""What stands on every page: the warning on top, the page's number at the foot."""

from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.section import _Footer, _Header
from docx.shared import Mm
from docx.text.paragraph import Paragraph as WordParagraph

from peil.report.document import Document
from peil.report.docx.field import add_field
from peil.report.docx.styles import WARNING
from peil.report.docx.watermark import add_watermark
from peil.report.sound import sound


def set_page(file: WordFile) -> None:
    """Set A4 with its margins."""
    page = file.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(25)
    page.top_margin, page.bottom_margin = Mm(22), Mm(20)


def write_edges(file: WordFile, document: Document, *, numbered: bool) -> None:
    """Write the warning above every page, the first and even ones too, and number pages where asked."""
    page = file.sections[0]
    headers: list[_Header] = [page.header]
    if page.different_first_page_header_footer:
        headers.append(page.first_page_header)
    if file.settings.odd_and_even_pages_header_footer:
        headers.append(page.even_page_header)
    for number, header in enumerate(headers, start=1):
        if document.warning:
            _end_of(header).add_run(sound(document.warning))
        if document.watermark:
            add_watermark(_end_of(header), document.watermark, number)
    if numbered:
        foot = _end_of(page.footer, style="Footer")
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        add_field(foot, "PAGE", lambda: foot.add_run("1"))


def _end_of(edge: _Header | _Footer, style: str = WARNING) -> WordParagraph:
    """Give an empty paragraph at the end of a header or footer."""
    edge.is_linked_to_previous = False
    last: WordParagraph | None = edge.paragraphs[-1] if edge.paragraphs else None
    if last is not None and not last.text and not len(last.runs):
        last.style = style
        return last
    added: WordParagraph = edge.add_paragraph(style=style)
    return added
