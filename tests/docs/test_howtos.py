"""What the how-tos and the report's reference show is run, or read by the reader that it is meant for."""

import json
import re
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from told import ROOT, Command, indented_blocks, page_steps

from peil.cli.main import main
from peil.core.problem import Problem
from peil.data.data_problems import DATA_RULES
from peil.report.template.read import read_template
from peil.report.template.words.shares import ABOVE, AROUND, BELOW, NEAR, PrintedShare, read_share
from peil.reportline import compose_report
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
from peil.study.study import Study
from published_reference import copy_without_texts

HOWTO = ROOT / "docs" / "howto"
REFERENCE = ROOT / "studies" / "genai-creative-work"
BINDING = re.compile(r"\[[^\[\]]+\]\{(?:=[^{}]+|plain)\}")


def page(name: str) -> str:
    return (HOWTO / name).read_text(encoding="utf-8")


def run_commands(text: str) -> list[int]:
    return [main(step.words[1:]) for step in page_steps(text) if isinstance(step, Command)]


POLL = """\
name = "Poll"
title = "A poll"
sampling = "unknown"

[[source]]
id = "page"
citation = "A poll, 2024"

[groups]
free = "freelancers"

[questions.use]
title = "Use of AI"
options.never = "Never"

[questions.use.crosswalk]
kind = "mapped"
item = "usage"
rows = [{ theirs = ["never"], ours = ["never"] }]
groups = [{}, { theirs = "free", ours = "employment: zzp" }]
differs = ["Other people were asked."]

[questions.members]
title = "Members"
kind = "count"

[[figure]]
question = "use"
option = "never"
value = 29

[[figure]]
question = "use"
option = "never"
group = "free"
value = 35

[[figure]]
question = "members"
value = 713
"""
WAVES = """\
[wave.2024]
folder = "../earlier"

[wave.2026]
this = true

[harmonise.usage]
"""


@cache
def reference() -> Study:
    return read_study(REFERENCE)


def report_problems(folder: Path, text: str, **beside: str) -> list[Problem]:
    """Read text as the English report of the reference study, with files of compare/ beside its own."""
    study = reference()
    if beside:
        copy = copy_without_texts(folder / "study")
        for name, content in beside.items():
            (copy / "compare" / f"{name}.toml").write_text(content, encoding="utf-8")
        study = read_study(copy)
        assert not [one for one in study.problems if one.span.file.startswith("compare/")]
    (folder / "report" / "en").mkdir(parents=True, exist_ok=True)
    (folder / "report" / "en" / "1.md").write_text(text, encoding="utf-8")
    return list(read_template(folder, study, "en")[1])


def test_any_file_is_tabulated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("responses.csv").write_text(
        "q1,q2,age,weight\nyes,a,1,1\nno,b,2,2\nNA,a,1,1\n,b,2,1\n", encoding="utf-8"
    )
    schools = "passed,kind,pw,size,district,districts\n" + "".join(
        f"{passed},{kind},2,40,{district},9\n"
        for kind in "EH"
        for district in (1, 2, 3)
        for passed in ("yes", "no", "yes")
    )
    Path("schools.csv").write_text(schools, encoding="utf-8")
    Path("replicates.csv").write_text("r1,r2\n" + "1,3\n3,1\n" * 9, encoding="utf-8")
    assert run_commands(page("tabulate-any-file.md")) == [0, 0, 0, 0, 0]
    shown = capsys.readouterr().out
    assert "Rao-Scott F, second order" in shown
    assert "q1 (n = 2)" in shown
    assert "q1, age = 1 (n = 1)" in shown
    assert all(f'"{key}"' in shown for key in ("n", "se", "deff", "low", "high"))
    (program,) = re.findall(r"```python\n(.*?)```", page("tabulate-any-file.md"), re.DOTALL)
    exec(program, {})  # noqa: S102 - the page's own lines
    assert "kind E yes 6 0.6666" in capsys.readouterr().out


def test_published_figures_are_audited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", "my-survey"]) == 0
    text = page("audit-published-figures.md")
    claims = next(block for block in indented_blocks(text) if block.startswith("{"))
    Path("my-survey/published").mkdir()
    Path("my-survey/published/claims.json").write_text(claims, encoding="utf-8")
    capsys.readouterr()
    assert run_commands(text) == [0, 0, 0, 0]
    assert "synthetic" in capsys.readouterr().out
    drafts = json.loads(Path("drafts.json").read_text(encoding="utf-8"))["claims"]
    assert drafts
    assert not any(claim["confirmed"] for claim in drafts)
    assert Path("my-survey/published/findings.md").read_text(encoding="utf-8").startswith("# What the audit")


@pytest.mark.slow
def test_responses_are_exported_and_paper_ones_imported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    assert main(["new", "my-survey"]) == 0
    for number, name in enumerate(("web.csv", "paper.csv")):
        assert main(["simulate", "my-survey", "-n", "5", "--seed", str(number), "--out", name]) == 0
    paper = Path("paper.csv").read_text(encoding="utf-8")
    Path("paper.csv").write_text(re.sub("^s", "paper-00", paper, flags=re.MULTILINE), encoding="utf-8")
    assert main(["import", "my-survey", "--data", "web.csv"]) == 0
    capsys.readouterr()
    text = page("export-and-import.md")
    assert run_commands(text) == [0, 0, 0]
    shown = capsys.readouterr().out
    assert "5 interviews (5 complete, synthetic ones among them) in out/responses.csv" in shown
    assert "5 interviews brought in, 0 there already" in shown
    assert main(["export", "my-survey", "--out", "out/responses.csv"]) == 0
    assert len(Path("out/responses.csv").read_text(encoding="utf-8").splitlines()) == 11
    codes = {rule.code for rule in DATA_RULES}
    assert set(re.findall(r"`(D\d+)`", text)) <= codes


@pytest.mark.slow
def test_a_survey_is_fielded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("PEIL_STORE", raising=False)
    assert main(["new", "my-survey"]) == 0
    text = page("field-a-survey.md")
    settings = next(block for block in indented_blocks(text) if block.startswith("[about]"))
    about = Path("my-survey/study.toml").read_text(encoding="utf-8")
    told = {line.split(" = ")[0]: line for line in settings.splitlines()[1:]}
    kept = [line for line in about.splitlines() if line.split(" = ")[0] not in told]
    kept.insert(kept.index("[about]") + 1, "\n".join(told.values()))
    Path("my-survey/study.toml").write_text("\n".join(kept), encoding="utf-8")
    commands = [step for step in page_steps(text) if isinstance(step, Command)]
    assert len(commands) == 2
    for step in commands:
        program = [sys.executable, "-c", "from peil.cli.main import run; run()"]
        with subprocess.Popen(
            [*program, *step.words[1:], "--port", "0"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as served:
            assert served.stdout
            assert served.stdout.readline().startswith("Respondents' pages: http://127.0.0.1:")
            served.terminate()
            assert served.communicate(timeout=30)[1] == ""
            assert served.returncode == 0
        assert Path("my-survey/store").exists() is ("--preview" not in step.words)


@pytest.mark.slow
def test_recodes_and_nets_are_accepted(tmp_path: Path) -> None:
    text = page("recode-and-net.md")
    for name in ("study.toml", "questionnaire.md"):
        shutil.copy(REFERENCE / name, tmp_path)
    shutil.copytree(REFERENCE / "translations", tmp_path / "translations")
    (tmp_path / "plan.toml").write_text("\n".join(indented_blocks(text)), encoding="utf-8")
    study = read_study(tmp_path)
    assert [problem for problem in check_study(study) if problem.span.file == "plan.toml"] == [
        problem for problem in check_study(study) if problem.code in {"Q026", "Q030"}
    ]
    assert study.plan.net("usage", "regular")
    assert study.codebook.items["kind"].option_ids == ("commercial", "rest")


def test_a_translation_is_read(tmp_path: Path) -> None:
    languages, entry = indented_blocks(page("translate-a-study.md"))
    header = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n\n'
    (tmp_path / "study.toml").write_text(f'[about]\ntitle = "T"\n{languages}\n', encoding="utf-8")
    (tmp_path / "translations").mkdir()
    (tmp_path / "translations" / "en.po").write_text(header + unindented(entry) + "\n", encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(
        "# use: Gebruik\n\n## usage\nHoe vaak?\n- ( ) often: Vaak\n- ( ) never: Nooit\n", encoding="utf-8"
    )
    study = read_study(tmp_path)
    often = study.questionnaire.by_id["usage"].options[0]
    assert often.wording.plain("en") == "Often"
    assert {problem.code for problem in check_study(study)} == {"Q026"}


def unindented(block: str) -> str:
    return re.sub(r"^\s+", "", block, flags=re.MULTILINE)


STUDIES_OF_THEIR_OWN = {"follow-waves.md", "set-beside-the-population.md"}
"""Pages whose tests carry out all that they say, their bindings included, on the page's own study."""


@pytest.mark.parametrize("name", sorted({path.name for path in HOWTO.glob("*.md")} - STUDIES_OF_THEIR_OWN))
def test_bindings_in_how_tos_can_be_read(name: str, tmp_path: Path) -> None:
    found = BINDING.findall(page(name))
    assert found or name != "bind-a-number.md"
    assert report_problems(tmp_path, "\n\n".join(["# Results", *found])) == []


@pytest.mark.slow
@pytest.mark.parametrize("printed", ["46%", "46 percent"])
def test_a_number_is_bound_in_each_way_the_how_to_names(printed: str, tmp_path: Path) -> None:
    text = page("bind-a-number.md")
    assert f"`{printed}`" in text
    sentence = next(block for block in indented_blocks(text) if "46%" in block)
    study = copy_without_texts(tmp_path / "study")
    (study / "report" / "en").mkdir(parents=True)
    body = f"# Results  {{findings}}\n\n{sentence.replace('46%', printed)}\n"
    (study / "report" / "en" / "1.md").write_text(body, encoding="utf-8")
    problems = compose_report(read_study(study), None, language="en")[1]
    assert [problem for problem in problems if problem.severity == "error"] == []


def test_the_share_in_words_is_one() -> None:
    assert "48 % is `nearly half`, 46 % has none" in page("bind-a-number.md")
    found = read_share("nearly half", "en")
    assert found
    assert found.low <= 48 <= found.high
    assert all(not near.low <= 46 <= near.high for word in NEAR["en"] for near in around(word))


def around(word: str) -> list[PrintedShare]:
    """Give what a word for a share may stand for, by itself and with each word before it."""
    before = ("", *BELOW, *ABOVE, *AROUND)
    return [found for each in before if (found := read_share(f"{each} {word}".strip(), "en"))]


@pytest.mark.slow
def test_bindings_and_blocks_of_the_report_page_can_be_read(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "reference" / "report.md").read_text(encoding="utf-8")
    rows = re.sub(r" *\\\| …", "", text).replace(r"\|", "|")
    found = [binding for binding in BINDING.findall(rows) if "…" not in binding]
    assert len(found) >= 15
    blocks = [block for block in indented_blocks(text) if block.startswith(":::")]
    assert blocks
    whole = "\n\n".join(["# Results {plain}", *found, *blocks])
    assert [problem.message for problem in report_problems(tmp_path, whole, poll=POLL, waves=WAVES)] == []
