"""How to tabulate a probability sample: what its page says, carried out."""

import json
import re
from pathlib import Path

import pytest

from peil.cli.main import main

PAGE = Path(__file__).resolve().parents[2] / "docs" / "howto" / "tabulate-a-probability-sample.md"
QUESTIONNAIRE = """\
# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit

## job
Wat bent u?
- ( ) zzp: Zelfstandige
- ( ) staff: Werknemer
"""


@pytest.fixture
def study(tmp_path: Path) -> Path:
    page = PAGE.read_text(encoding="utf-8")
    plan = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    head, row = re.findall(r"^    (id,.*|1,.*)$", page, re.MULTILINE)
    assert plan
    rows = [row]
    for number in range(2, 101):
        job = "zzp" if number % 2 else "staff"
        usage = "often" if (number % 10 < 8) == (job == "zzp") else "never"
        place = f"1.25,{('north', 'south')[number % 3 == 0]},s{number % 7},40"
        rows.append(f"{number},job,complete,{usage},{job},{place}")
    (tmp_path / "data").mkdir()
    files = {
        "study.toml": '[about]\ntitle = "T"\nlanguages = ["nl"]\n',
        "questionnaire.md": QUESTIONNAIRE,
        "plan.toml": plan[1],
        "data/responses.csv": "\n".join([head, *rows]) + "\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_plan_and_the_data_on_the_page_give_tables_with_errors(study, capsys) -> None:
    assert main(["check", str(study)]) == 0
    capsys.readouterr()
    assert main(["tables", str(study), "--rows", "usage", "--by", "job", "--format", "json"]) == 0
    total, *groups = json.loads(capsys.readouterr().out)["tables"]
    assert all(cell["se"] > 0 and cell["low"] < cell["share"] < cell["high"] for cell in total["cells"])
    assert [cell["p"] is not None for table in groups for cell in table["cells"]] == [True] * 4
    assert main(["tables", str(study), "--rows", "usage", "--by", "job"]) == 0
    assert re.search(r"\d+% [AB]", capsys.readouterr().out)
