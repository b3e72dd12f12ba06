"""The charts of the how-to can be drawn of the reference study, and each has its picture."""

import re
from pathlib import Path

import pytest
from told import ROOT

from peil.report.chart import ChartKind
from peil.report.template.read import read_template
from peil.study.reader.read import read_study

PAGE = (ROOT / "docs/howto/choose-a-chart.md").read_text(encoding="utf-8")
STUDY = ROOT / "studies" / "genai-creative-work"
BLOCKS = re.findall(r"^    (::: figure (\w+)\n.*?^    :::)$", PAGE, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("block", "name"), BLOCKS, ids=[name for _, name in BLOCKS])
def test_a_chart_of_the_page_fits_what_it_shows(block: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "report" / "en").mkdir(parents=True)
    (tmp_path / "report" / "en" / "1.md").write_text(
        f"# T\n\n{block.replace('    ', '')}\n", encoding="utf-8"
    )
    template, problems = read_template(tmp_path, read_study(STUDY), "en")
    found = [problem.code for problem in problems if problem.code != "R022"]
    assert found == (["R040"] if "chart: dots" in block else [])
    assert [exhibit.id for exhibit in template.exhibits()] == [name]
    assert f"(../images/charts/{name}.svg)" in PAGE


def test_the_page_shows_every_kind() -> None:
    assert {kind.value for kind in ChartKind} == set(re.findall(r"chart: (\w+)", PAGE))
