"""The how-to on the page for the press: its example is a page."""

from pathlib import Path

from told import ROOT, indented_blocks

from peil.report.template.part import Part
from peil.report.template.read import read_template
from peil.report.template.template import Embargo, Exhibit, KeyLines, MethodNote, Title
from peil.study.reader.read import read_study

REFERENCE = ROOT / "studies" / "genai-creative-work"


def test_the_example_is_read_without_a_problem(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "howto" / "make-a-press-page.md").read_text(encoding="utf-8")
    (example,) = [block for block in indented_blocks(text) if "::: key" in block]
    (tmp_path / "press" / "en").mkdir(parents=True)
    (tmp_path / "press" / "en" / "1.md").write_text(example, encoding="utf-8")
    template, problems = read_template(tmp_path, read_study(REFERENCE), "en", Part.PRESS)
    assert problems == ()
    kinds = [type(block) for block in template.blocks]
    assert {Title, Embargo, KeyLines, Exhibit, MethodNote} <= set(kinds)
