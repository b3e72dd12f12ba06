"""A table by codes, or by what is derived from them, passes the gate like any other."""

from pathlib import Path

import pytest
from attacker_solver import attack
from attacker_world import World
from coded_study import PLAN, draw, write
from openpyxl import load_workbook

from peil import line, reportline
from peil.cli.main import main
from peil.disclose.audit_release import audit_release
from peil.disclose.public_rows import choose_public_rows
from peil.disclose.release import Release, ReleasedTable
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.tabulate import tabulate

CODES = ["income", "rights", "tool", "rules"]
MANY = [
    (sector, CODES[at % 3])
    for sector, count in {"dance": 45, "film": 36, "music": 30}.items()
    for at in range(count)
]
"""37 of each of three codes; of the fourth there are as many as a test puts beside these."""
WORRIED = """\
[derived.worried]
title = "Worried"
if = "remarks.coded is one of (income, rights)"
"""
SEVERAL = """\
[derived.worried]
title = "Worried"
classes.yes = { title = "worried", if = "remarks.coded has rules" }
classes.no = { title = "not worried", if = "remarks was answered" }
"""


def coded(folder: Path, kind: str, answers: list[tuple[str, str]], derived: str, groups: str = "") -> Study:
    """Write the study with this in its plan, and these groups beside the sector."""
    write(folder, kind, answers)
    plan = PLAN.replace('groups = ["sector"]', f'groups = ["sector"{groups}]', 1)
    (folder / "plan.toml").write_text(plan + derived, encoding="utf-8")
    return line.read_sound_study(folder)


def release(study: Study, *specs: TableSpec) -> Release:
    dataset = line.read_analysis_set(study, None)
    return line.release_tables(dataset, tabulate(dataset, specs))


def shown(table: ReleasedTable | None) -> list[int]:
    assert table is not None
    return [cell.n for cell in table.cells if cell.n is not None]


@pytest.mark.slow
@pytest.mark.parametrize("few", [1, 9])
def test_a_group_of_under_ten_with_a_code_shows_nothing(few: int, tmp_path: Path) -> None:
    answers = [*MANY, *[("dance", "rules")] * few, *[("print", "tool")] * 12]
    study = coded(tmp_path, "single", answers, "", ', "remarks.coded"')
    assert study.plan.groups == ("sector", "remarks.coded")
    released = reportline.compose_publication(study, None).release
    spec = TableSpec("sector", "remarks.coded")
    by_code = {code: released.find(spec, code) for code in CODES}
    rules = by_code["rules"]
    assert rules is not None
    assert (rules.n, shown(rules)) == (None, [])
    assert shown(by_code["rights"])
    assert [one for one in audit_release(study, released) if not one.protected] == []


@pytest.mark.parametrize("few", [1, 9])
def test_a_class_of_under_ten_made_of_codes_shows_nothing(few: int, tmp_path: Path) -> None:
    answers = [*MANY, *[("dance", "rules tool")] * few, *[("print", "tool")] * 12]
    study = coded(tmp_path, "multi", answers, SEVERAL, ', "worried"')
    released = reportline.compose_publication(study, None).release
    for item in ("sector", "remarks.coded"):
        yes = released.find(TableSpec(item, "worried"), "yes")
        assert yes is not None
        assert (yes.n, shown(yes)) == (None, [])
    assert shown(released.find(TableSpec("usage", "worried"), "no"))


@pytest.mark.parametrize("seed", range(3))
def test_no_hidden_count_of_what_recodes_codes_is_recovered(seed: int, tmp_path: Path) -> None:
    study = coded(tmp_path, "single", draw("single", seed), WORRIED)
    released = reportline.compose_publication(study, None).release
    found = [
        one
        for one in attack(World(study, released, "sector"), released.disclosure.protection)
        if one.unknown[0] in {"worried", "remarks.coded"}
    ]
    assert {one.unknown[0] for one in found} == {"worried", "remarks.coded"}
    assert [one for one in found if one.narrow] == []
    assert [one for one in audit_release(study, released) if not one.protected] == []
    assert any(shown(table) for table in released.tables if table.item == "worried" and table.group)


@pytest.mark.parametrize(("kind", "derived"), [("single", WORRIED), ("multi", SEVERAL)])
def test_what_is_derived_from_codes_of_a_sensitive_question_is_sensitive(
    kind: str, derived: str, tmp_path: Path
) -> None:
    """Four of dance have class "no", or all of film: of a sensitive question neither is shown."""
    yes = "income" if kind == "single" else "rules"
    few = [("dance", yes)] * 26 + [("dance", "tool")] * 4
    answers = [*few, *[("film", yes)] * 24, *[("music", yes)] * 9, *[("music", "tool")] * 8]
    spec = TableSpec("worried", "sector")

    def cells(plan: str) -> dict[str, list[int]]:
        study = coded(tmp_path / str(len(plan)), kind, answers, derived)
        path = study.folder / "plan.toml"
        text = path.read_text("utf-8").replace("[disclosure]\n", f"[disclosure]\n{plan}")
        path.write_text(text, encoding="utf-8")
        again = line.read_sound_study(study.folder)
        assert ("worried" in again.plan.disclosure.sensitive) is bool(plan)
        found = release(again, TableSpec("worried"), TableSpec("sector"), spec)
        return {name: shown(found.find(spec, name)) for name in ("dance", "film")}

    assert cells("") == {"dance": [26, 4], "film": [24, 0]}
    hidden = cells('sensitive = ["remarks"]\n')
    assert 4 not in hidden["dance"]
    assert 24 not in hidden["film"]


@pytest.mark.parametrize("kind", ["single", "multi"])
def test_a_public_file_has_what_codes_were_made_into_or_the_codes(kind: str, tmp_path: Path) -> None:
    study = coded(tmp_path, kind, draw(kind, 0), WORRIED if kind == "single" else SEVERAL)
    dataset = line.read_analysis_set(study, None)
    released = release(study, *reportline.published_specs(study, []))
    rows = choose_public_rows(dataset, released)
    assert not {"worried", "remarks.coded"} <= set(rows.items)


REPORT = """\
# Findings {findings, #findings}

Of those who worry [50%]{= sector: dance | worried: yes} dance; of all [21%]{= worried: yes} worry.

::: table said
Use of those who said something of rules
show: worried
where: remarks.coded is rules
:::
"""


@pytest.mark.slow
def test_codes_and_what_is_made_of_them_go_into_report_workbook_and_pack(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = [(sector, CODES[at % 4]) for sector in ("dance", "film") for at in range(48)]
    study = coded(tmp_path / "study", "single", answers, WORRIED, ', "worried"')
    (study.folder / "report").mkdir()
    text = REPORT.replace("21%", "50%")
    (study.folder / "report" / "01-findings.md").write_text(text, encoding="utf-8")
    folder, out = str(study.folder), tmp_path / "out"
    assert main(["report", folder, "--to", "html,xlsx", "--out", str(out)]) == 0, capsys.readouterr().err
    page = (out / "report.en.html").read_text(encoding="utf-8")
    assert "those who were given the code “rules” in “Remarks, coded”" in page
    heads = {
        cell
        for row in load_workbook(out / "report.en.xlsx")["Use"].iter_rows(values_only=True)
        for cell in row
    }
    assert "Worried" in heads
    assert main(["pack", folder, "--out", str(tmp_path / "pack")]) == 0
    (rows,) = (tmp_path / "pack").glob("*restricted.csv")
    header, first = rows.read_text(encoding="utf-8-sig").splitlines()[:2]
    found = dict(zip(header.split(","), first.split(","), strict=True))
    assert (found["remarks.coded"], found["worried"]) == ("1", "1")
