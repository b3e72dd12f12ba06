"""Draw the charts of the how-to on choosing one, from the reference study, as the page asks for them."""

import re
import shutil
import tempfile
from pathlib import Path

from peil import line, reportline
from peil.report.charts.draw import draw_chart
from peil.report.document import Figure
from peil.report.route_map import RouteMap

ROOT = Path(__file__).resolve().parent.parent
HOWTO = ROOT / "docs" / "howto" / "choose-a-chart.md"
IMAGES = ROOT / "docs" / "images" / "charts"
STUDY = ROOT / "studies" / "genai-creative-work"
MODEL = """
[intervals]
model = "as if drawn at random"
assumptions = "whether someone took part has nothing to do with the answers"
"""
"""Only for the picture of intervals: the study itself was self-selected and has none."""


def figures_asked(page: str) -> str:
    """Give the page's figures as a report's chapter."""
    found = re.findall(r"^    ::: figure .*?^    :::$", page, re.MULTILINE | re.DOTALL)
    blocks = (re.sub(r"^    ", "", block, flags=re.MULTILINE) for block in found)
    return "\n\n".join(("# Charts", "::: intervals\n:::", *blocks, ""))


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as place:
        study = Path(shutil.copytree(STUDY, Path(place) / "study"))
        with (study / "plan.toml").open("a", encoding="utf-8") as plan:
            plan.write(MODEL)
        shutil.rmtree(study / "report" / "en")
        (study / "report" / "en").mkdir()
        (study / "report" / "en" / "1.md").write_text(
            figures_asked(HOWTO.read_text(encoding="utf-8")), encoding="utf-8"
        )
        document, _ = reportline.compose_report(line.read_study(study), None, language="en")
    IMAGES.mkdir(parents=True, exist_ok=True)
    for block in document.blocks:
        if isinstance(block, Figure) and not isinstance(block.chart, RouteMap):
            drawn = draw_chart(block.chart, block.anchor)
            (IMAGES / f"{block.anchor}.svg").write_text(drawn, encoding="utf-8")
    print(f"wrote {IMAGES}")


if __name__ == "__main__":
    main()
