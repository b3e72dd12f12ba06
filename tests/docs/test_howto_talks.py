"""How to use focus groups, and the page on talks: what stands there works, and nothing is missing."""

import ast
import inspect
import re
from pathlib import Path

import pytest

from peil.cli.main import main
from peil.disclose.release_themes import release_themes
from peil.disclose.talk_excerpts import release_talk_excerpts
from peil.study.checks.check import check_study
from peil.study.reader import read_talk_notes, read_talks, read_themes
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.talk import TalkKind

ROOT = Path(__file__).resolve().parents[2]
HOWTO = (ROOT / "docs/howto/use-focus-groups.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs/reference/talks.md").read_text(encoding="utf-8")
THEMES = '\n[prices]\ntitle = { nl = "Prijzen", en = "Prices" }\n'


def study_of(folder: Path, text: str, more: str = "") -> Study:
    """Make a study with the themes and the talk that a page shows."""
    (talk,) = re.findall(r"````markdown\n(.*?)````", text, re.DOTALL)
    (themes,) = re.findall(r"```toml\n(\[quality\].*?)```", text, re.DOTALL)
    files = {
        "study.toml": '[about]\ntitle = "T"\nlanguages = ["en", "nl"]\n',
        "questionnaire.md": "# u: U\n\n## usage\nOften?\n- ( ) yes: Yes\n- ( ) no: No\n",
        "plan.toml": "[analysis]\ngroups = []\n",
        "translations/nl.po": 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n',
        "talks/themes.toml": themes + more,
        "talks/group1.md": talk,
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return read_study(folder)


@pytest.mark.parametrize(("text", "more"), [(HOWTO, ""), (PAGE, THEMES)], ids=["howto", "reference"])
def test_the_talk_on_the_page_is_read_without_problems(tmp_path: Path, text: str, more: str) -> None:
    study = study_of(tmp_path, text, more)
    assert [one for one in check_study(study) if one.span.file.startswith("talks")] == []
    assert [said.id for said in study.talks["group1"].said] == ["deadline"]


def test_what_is_written_under_the_settings_lets_it_through(tmp_path: Path) -> None:
    study = study_of(tmp_path, HOWTO)
    assert release_talk_excerpts(study)["deadline"].words is None
    (approved,) = re.findall(r"```toml\n(approved_by.*?)```", HOWTO, re.DOTALL)
    path = tmp_path / "talks/group1.md"
    text = path.read_text(encoding="utf-8").replace("unquoted =", f"{approved}unquoted =")
    path.write_text(text, encoding="utf-8")
    study = read_study(tmp_path)
    assert release_talk_excerpts(study)["deadline"].words
    assert len(release_themes(study).columns) == 1


def test_commands_on_the_page_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    study_of(tmp_path, HOWTO)
    commands = re.findall(
        r"^    peil (talks) my-survey(?: --section use| --theme prices --search \".*\")?$",
        HOWTO,
        re.MULTILINE,
    )
    assert len(commands) == 3
    for words in ([], ["--section", "use"], ["--theme", "prices", "--search", "less time"]):
        assert main(["talks", str(tmp_path), *words]) == 0
        assert "group1" in capsys.readouterr().out


def test_every_setting_of_a_talk_is_on_its_page_and_no_other() -> None:
    table = PAGE.split("| setting |")[1].split("\n\n")[0]
    listed = {
        name
        for cells in re.findall(r"^\| (`.*?`) \|", table, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", cells)
    }
    assert listed == set(read_talks.KNOWN)
    assert all(f'`"{kind}"`' in table for kind in TalkKind)


def test_every_part_of_a_mark_is_on_the_page() -> None:
    table = PAGE.split("| part |")[1].split("\n\n")[0]
    listed = set(re.findall(r"^\| `(\w+)", table, re.MULTILINE))
    assert listed == {"P1", *read_talk_notes.KEYS, read_talk_notes.DRAFT}
    assert set(read_talk_notes.OF_NOTES) == {"themes", "section"}
    assert all(f"`{name}`" in PAGE for name in read_themes.KNOWN)


def test_no_setting_is_read_that_is_not_listed() -> None:
    """What the reader takes from the settings is what it lets pass."""
    tree = ast.parse(inspect.getsource(read_talks))
    taken = {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in {"text", "texts", "flag", "date", "whole"}
        and node.args
        and isinstance(node.args[0], ast.Constant)
    }
    assert taken | {"composition", "consent"} == set(read_talks.KNOWN)
