"""Make the README's pictures from the reference report, so that they show what Peil makes now."""

import struct
import zlib
from pathlib import Path

import numpy as np
import pypdfium2

from peil import line
from peil.report.charts.draw import draw_chart
from peil.report.document import Document, Figure
from peil.report.pdf.write import to_pdf

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
STUDY = ROOT / "studies" / "genai-creative-work"
FIGURE = "usage"


def chart_of(document: Document, anchor: str) -> str:
    """Draw one figure of the report."""
    figure = next(block for block in document.blocks if isinstance(block, Figure) and block.anchor == anchor)
    return draw_chart(figure.chart, figure.anchor)


def picture_of(pdf: bytes, words: str) -> bytes:
    """Give the first page that holds these words as PNG, contents pages left out."""
    pages = pypdfium2.PdfDocument(pdf)
    found = next(page for page in pages if words in page.get_textpage().get_text_bounded())
    pixels = np.ascontiguousarray(found.render(scale=1.4).to_numpy()[:, :, :3][:, :, ::-1])
    return png(pixels)


def png(pixels: np.ndarray) -> bytes:
    """Write an array of height × width × 3 bytes as PNG."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (struct.pack(">I", len(data)) + kind + data + checksum(kind + data) for kind, data in parts)
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def checksum(data: bytes) -> bytes:
    """Give a PNG chunk's checksum."""
    return struct.pack(">I", zlib.crc32(data))


def main() -> None:
    """Write both pictures."""
    document, _ = line.compose_report(line.read_study(STUDY), None, language="nl")
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / "chart.svg").write_text(chart_of(document, FIGURE), encoding="utf-8")
    (IMAGES / "report-page.png").write_bytes(picture_of(to_pdf(document), "Wat GenAI kan\r"))
    print(f"wrote {IMAGES}")


if __name__ == "__main__":
    main()
