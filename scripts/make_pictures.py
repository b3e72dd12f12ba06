"""Make the README's pictures from the reference study, so that they show what Peil makes now."""

import json
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import make_chart_pictures
import numpy as np
import pypdfium2
from playwright.sync_api import Page, sync_playwright

from peil import line, reportline
from peil.report.charts.draw import draw_chart
from peil.report.charts.picture import draw_picture
from peil.report.compose.show import compose_questionnaire
from peil.report.document import Document, Figure
from peil.report.pdf.write import to_pdf
from peil.report.route_map import RouteMap
from peil.report.show import prove
from peil.study.study import Study

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"
STUDY = ROOT / "studies" / "genai-creative-work"
FIGURE = "usage"
PHONE = {"width": 390, "height": 900}
PRESSED = (
    (".consent",),
    ("employment=zzp", "organisation=zzp_commercial"),
    ("sector=visual_arts",),
)
"""What is chosen on the pages before the one that is shown."""


def chart_of(document: Document, anchor: str) -> str:
    """Draw one figure of the report."""
    figure = next(block for block in document.blocks if isinstance(block, Figure) and block.anchor == anchor)
    return draw_chart(figure.chart, figure.anchor)


def route_map_of(study: Study) -> str:
    """Draw the first part of the questionnaire's route map, in English."""
    shown = compose_questionnaire(prove(study), "en")
    maps = (block for block in shown.blocks if isinstance(block, Figure))
    figure = next(block for block in maps if isinstance(block.chart, RouteMap))
    return draw_picture(figure.chart, figure.anchor)


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


@contextmanager
def served() -> Iterator[str]:
    """Serve the study from a store that is gone afterwards; give the address."""
    with tempfile.TemporaryDirectory() as place:
        command = [
            str(Path(sys.executable).with_name("peil")),
            "serve",
            str(STUDY),
            "--port",
            "0",
            "--format",
            "json",
        ]
        with subprocess.Popen(  # noqa: S603 - our own command
            [*command, "--store", f"{place}/store"], stdout=subprocess.PIPE
        ) as server:
            yield json.loads(server.stdout.readline() if server.stdout else b"")["address"]
            server.terminate()


def choose(page: Page, answers: tuple[str, ...]) -> None:
    """Choose options by field and value, as a thumb would."""
    for answer in answers:
        field, _, value = answer.partition("=")
        chosen = f'input[name="{field}"]' + (f'[value="{value}"]' if value else "")
        page.locator(chosen).check(force=True)


def phone() -> bytes:
    """Give a page of the survey as a phone shows it."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    with served() as address, sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport=PHONE, device_scale_factor=2, locale="nl-NL")
        page.goto(address)
        for answers in PRESSED:
            choose(page, answers)
            page.locator("main form button").first.click()
        choose(page, ("usage=sometimes",))
        page.mouse.move(0, 0)
        picture = page.screenshot()
        browser.close()
    return picture


def main() -> None:
    """Write the pictures."""
    document, _ = reportline.compose_report(line.read_study(STUDY), None, language="nl")
    IMAGES.mkdir(parents=True, exist_ok=True)
    (IMAGES / "route-map.svg").write_text(route_map_of(line.read_study(STUDY)), encoding="utf-8")
    (IMAGES / "chart.svg").write_text(chart_of(document, FIGURE), encoding="utf-8")
    (IMAGES / "report-page.png").write_bytes(picture_of(to_pdf(document), "Wat GenAI kan\r"))
    (IMAGES / "phone.png").write_bytes(phone())
    print(f"wrote {IMAGES}")
    make_chart_pictures.main()


if __name__ == "__main__":
    main()
