"""The how-to on other studies: its file is read, and its block composed."""

import re
from pathlib import Path

from told import ROOT, indented_blocks

from other_studies import release_usage, write_study
from peil.report.compose.render import render
from peil.report.document import NumberedTable
from peil.report.template import read_comparison
from peil.report.template.read import read_template
from peil.study.other_study import Likeness, OtherKind
from peil.study.reader import read_other_crosswalk, read_other_figures, read_others

PAGE = (ROOT / "docs" / "howto" / "compare-with-other-studies.md").read_text(encoding="utf-8")


def test_the_file_is_read_and_the_block_is_composed(tmp_path: Path) -> None:
    poll = "\n".join(re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL))
    study = write_study(tmp_path, poll=poll, figures="question,value\n")
    assert [str(one) for one in study.problems if one.span.file.startswith("compare/")] == []
    block = next(one for one in indented_blocks(PAGE) if one.startswith("::: comparison"))
    (tmp_path / "report").mkdir()
    (tmp_path / "report/1.md").write_text(f"# T\n\n{block}\n", encoding="utf-8")
    template, problems = read_template(tmp_path, study, "nl")
    document, more = render(study, release_usage(study), template)
    assert (problems, more) == ((), ())
    (table,) = [one for one in document.blocks if isinstance(one, NumberedTable)]
    told = ["".join(run.text for run in cell.text) for row in table.grid.body for cell in row]
    assert {"29,3%", "27%", "−2", "35%", "25%", "−10"} <= set(told)


def test_every_setting_is_on_the_reference_page_and_no_other() -> None:
    page = (ROOT / "docs/reference/study-and-plan.md").read_text(encoding="utf-8")
    own = page.split("## `compare/*.toml`\n")[1].split("\n## ")[0]
    settings, figure, crosswalk = (
        {
            name
            for row in re.findall(r"^\| (`.*?) \|", part, re.MULTILINE)
            for name in re.findall(r"`(.+?)`", row)
        }
        for part in own.split("|---|---|")[1:]
    )
    written = {
        "[[source]]": "source",
        "[groups]": "groups",
        "[questions.ID]": "questions",
        "[[figure]]": "figure",
    }
    assert {written.get(name, name) for name in settings - {"key of a figure"}} == set(read_others.KNOWN)
    assert figure == set(read_other_figures.KNOWN)
    assert crosswalk == set(read_other_crosswalk.KNOWN)
    for name in (*read_others.OF_SOURCE, *read_others.OF_QUESTION, *map(str, Likeness), *map(str, OtherKind)):
        assert f"`{name}`" in own, name


def test_every_key_of_the_block_is_on_the_reference_page_and_no_other() -> None:
    page = (ROOT / "docs/reference/report.md").read_text(encoding="utf-8")
    own = page.split("# Other studies\n")[1].split("\n## ")[0]
    assert set(re.findall(r"^\| `(\w+):`", own, re.MULTILINE)) == set(read_comparison.SETTINGS)
