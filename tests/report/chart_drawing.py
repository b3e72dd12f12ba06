"""A drawn chart as a test sees it: its texts with where they stand, its boxes, whether anything overlaps."""

from xml.etree import ElementTree as ET

from peil.report.chart import Chart
from peil.report.charts.draw import draw_chart
from peil.report.charts.frame import NARROW, WIDE, Frame
from peil.report.fonts import Face, measure
from peil.report.typography import keep_together

SVG = "{http://www.w3.org/2000/svg}"
FRAMES = [WIDE, NARROW]
"""Of a page on paper or a wide screen, and of a phone."""


def draw(chart: Chart, frame: Frame = WIDE) -> ET.Element:
    """Draw a chart and read the drawing."""
    return ET.fromstring(draw_chart(chart, "f1", frame))  # noqa: S314 - our own drawing


def lines_of(svg: ET.Element) -> list[tuple[str, float, float, float, float]]:
    """Each line of text with its left, right, baseline and size."""
    lines = []
    for text in svg.iter(f"{SVG}text"):
        size = float(text.get("font-size", "0"))
        face = Face.BOLD if text.get("font-weight") else Face.REGULAR
        part = {"middle": 0.5, "end": 1.0}.get(text.get("text-anchor", ""), 0.0)
        for line in text.findall(f"{SVG}tspan") or [text]:
            words = line.text or ""
            x, width = float(line.get("x", "nan")), measure(words, size, face)
            left = x - width * part
            lines.append((words, left, left + width, float(line.get("y", "nan")), size))
    return lines


def words_of(svg: ET.Element) -> list[str]:
    """The texts of a drawing, line by line."""
    return [line[0] for line in lines_of(svg)]


def place_of(svg: ET.Element, words: str) -> tuple[float, float]:
    """The middle of a text, across and down."""
    words = keep_together(words)
    found = [((left + right) / 2, y) for text, left, right, y, _ in lines_of(svg) if text == words]
    assert len(found) == 1, (words, found)
    return found[0]


def boxes(svg: ET.Element, filled: str = "") -> list[dict[str, float]]:
    """Filled rectangles but the legend's swatches and the plates under numbers."""
    found = [r for r in svg.iter(f"{SVG}rect") if (r.get("class") or "").startswith(f"fill-{filled}")]
    sizes = [{k: float(r.get(k, "nan")) for k in ("x", "y", "width", "height")} for r in found]
    return [box for box in sizes if box["height"] > 11]


def hatched(svg: ET.Element) -> list[dict[str, float]]:
    """The rectangles that stand for what is not shown."""
    found = [r for r in svg.iter(f"{SVG}rect") if (r.get("fill") or "").endswith("-hatch)")]
    return [{k: float(r.get(k, "nan")) for k in ("x", "y", "width", "height")} for r in found]


def check_layout(svg: ET.Element) -> None:
    """Hold every text inside the frame and clear of the others, and every shape inside the frame."""
    _, _, width, height = map(float, (svg.get("viewBox") or "").split())
    lines = lines_of(svg)
    for words, left, right, baseline, size in lines:
        assert left >= -0.1, words
        assert right <= width + 0.1, words
        assert baseline - 0.76 * size >= -0.1, words
        assert baseline + 0.24 * size <= height + 0.1, words
    for i, (words, left, right, baseline, size) in enumerate(lines):
        for other, other_left, other_right, other_baseline, other_size in lines[i + 1 :]:
            beside = right <= other_left + 0.1 or other_right <= left + 0.1
            below = abs(baseline - other_baseline) >= 0.72 * min(size, other_size)
            assert beside or below, (words, other)
    for box in svg.iter(f"{SVG}rect"):
        assert float(box.get("x", "")) >= -0.1
        assert float(box.get("width", "")) >= 0
        assert float(box.get("x", "")) + float(box.get("width", "")) <= width + 0.1
        assert float(box.get("y", "")) + float(box.get("height", "")) <= height
    for line in svg.iter(f"{SVG}line"):
        if line.get("class") in {"rule", "seam"} and line.get("y1") == "0":
            continue  # of a pattern
        assert all(-0.1 <= float(line.get(x, "")) <= width + 0.1 for x in ("x1", "x2"))
        assert all(-0.1 <= float(line.get(y, "")) <= height + 0.1 for y in ("y1", "y2"))
