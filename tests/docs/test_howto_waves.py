"""How to follow a question over waves: what its page says, carried out."""

import re
from pathlib import Path

import pytest

from peil import line, reportline
from peil.report.template.part import Part

PAGE = Path(__file__).resolve().parents[2] / "docs" / "howto" / "follow-waves.md"
REFERENCE = PAGE.parents[1] / "reference"
HERE = """\
# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) never: Nooit

## reasons
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
"""
THERE = """\
# use: Gebruik

## ai_use
Hoe vaak?
- ( ) daily: Elke dag
- ( ) weekly: Elke week
- ( ) rarely: Zelden
- ( ) never: Nooit
"""
PLAN = """\
[analysis]
sampling = "probability"

[nets.%s]
regular = { title = "regelmatig", options = [%s] }
"""


@pytest.fixture
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture
def study(page: str, tmp_path: Path) -> Path:
    waves, usage, reasons, accept = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    usage = f"{usage}{accept.splitlines()[1]}\n"
    blocks = re.findall(r"^    (::: trend.*?\n    :::)$", page, re.DOTALL | re.MULTILINE)
    text = re.search(r"^    (Frequent use.*)$", page, re.MULTILINE)
    assert text
    body = "\n\n".join(re.sub(r"(?m)^    ", "", block) for block in blocks)
    rows = ["id,last_page,outcome,usage,reasons.speed,reasons.cost"]
    rows += [f"{n},reasons,complete,{('often', 'rarely', 'never')[n % 3 * (n % 2)]},1,0" for n in range(90)]
    earlier = ["id,last_page,outcome,ai_use"]
    options = ("daily", "weekly", "rarely", "never", "rarely", "never")
    earlier += [f"{n},ai_use,complete,{options[n % 6]}" for n in range(90)]
    about = '[about]\ntitle = "T"\nlanguages = ["en", "nl"]\n'
    files = {
        "now/study.toml": about.replace(', "nl"', ""),
        "now/questionnaire.md": HERE,
        "now/plan.toml": PLAN % ("usage", '"often"'),
        "now/compare/waves.toml": waves + usage + "\n[harmonise.reasons]\n" + reasons,
        "now/report/1.md": f"# Findings {{findings}}\n\n{text[1]}\n\n{body}\n",
        "now/data/responses.csv": "\n".join(rows) + "\n",
        "study-2024/study.toml": about.replace(', "nl"', ""),
        "study-2024/questionnaire.md": THERE,
        "study-2024/plan.toml": PLAN % ("ai_use", '"daily", "weekly"'),
        "study-2024/data/responses.csv": "\n".join(earlier) + "\n",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        english = re.sub(r'\{ nl = "[^"]*", en = ("[^"]*") \}', r"\1", content)
        path.write_text(english, encoding="utf-8")
    return tmp_path / "now"


@pytest.mark.slow
def test_its_files_are_read_and_its_text_says_what_it_says(study: Path) -> None:
    published = reportline.compose_publication(line.read_sound_study(study), None)
    trend = published.release.trends["usage"]
    assert [wave.id for wave in trend.waves] == ["2024", "2026"]
    assert trend.pairs["2024", "2026"].comparable
    assert trend.cell("2024", "often").count == 30
    assert published.release.trends["reasons"].wave("2024").reason == {"en": "not asked then."}
    document, problems = published.compose(Part.REPORT, "en")
    assert problems == ()
    assert "‡" in str(document.blocks)
    assert "Both texts gave the same in a trial." in str(document.blocks)


def test_every_setting_is_on_the_reference_page() -> None:
    told = (REFERENCE / "study-and-plan.md").read_text(encoding="utf-8").split("## `compare/waves.toml`")[1]
    for name in ("this", "folder", "data", "label", "overlap", "show", "reason", "accept", "missing"):
        assert f"| `{name}` |" in told
