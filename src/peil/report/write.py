"""Documents as files."""

from collections.abc import Callable, Mapping
from pathlib import Path

from peil.report.document import Document
from peil.report.docx.write import to_docx
from peil.report.html.write import to_html
from peil.report.pdf.write import to_pdf

WRITERS: Mapping[str, Callable[[Document], bytes]] = {
    "html": lambda document: to_html(document).encode(),
    "pdf": to_pdf,
    "docx": to_docx,
}
"""Each format of one document by its name, which is its file's ending too."""


def write_document(document: Document, name: str, path: Path) -> Path:
    """Write a document in the format of that name."""
    content = WRITERS[name](document)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
