from pathlib import Path

import pytest

from peil.study.reader.read import read_study

PAGE = """# s: S

## q
What?
- ( ) one: {label}
- ( ) two: Two
"""


@pytest.mark.parametrize(
    ("written", "label"),
    [
        ("Anders, namelijk ____", "Anders"),
        ("Gestegen, met ___ [0..500] procent", "Gestegen"),
        ("Eenvoudig, kort werk, zoals ____", "Eenvoudig, kort werk"),
        ("Namelijk ____", "Namelijk"),
        (", namelijk ____", ", namelijk"),
        ("Brood, boter", "Brood, boter"),
    ],
)
def test_a_report_leaves_out_what_leads_up_to_a_blank(written: str, label: str, tmp_path: Path) -> None:
    (tmp_path / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl"]\n', encoding="utf-8")
    (tmp_path / "questionnaire.md").write_text(PAGE.replace("{label}", written), encoding="utf-8")
    option = read_study(tmp_path).questionnaire.by_id["q"].options[0]
    assert option.wording.label("nl") == label
