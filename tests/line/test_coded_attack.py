"""Codes of open answers are attacked like all that is published, and what is coded anew is judged anew."""

from dataclasses import replace
from pathlib import Path

import pytest
from attacker_solver import Found, attack
from attacker_world import World
from coded_study import CODES, FILE, draw, write

from peil import line, reportline
from peil.disclose import gate
from peil.disclose.audit_release import audit_release
from peil.disclose.mark_definitions import mark_definitions
from peil.disclose.place import Places
from peil.disclose.public_rows import choose_public_rows
from peil.disclose.registry import data_fingerprint, write_release
from peil.disclose.release import Release
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.tabulate import tabulate


def attack_coded(study: Study, released: Release) -> list[Found]:
    found = attack(World(study, released, "sector"), released.disclosure.protection)
    return [one for one in found if one.unknown[0] == "remarks.coded"]


@pytest.mark.parametrize("kind", ["multi", "single"])
@pytest.mark.parametrize("seed", range(3))
def test_no_hidden_count_of_codes_is_recovered(kind: str, seed: int, tmp_path: Path) -> None:
    study = write(tmp_path, kind, draw(kind, seed))
    released = reportline.compose_publication(study, None).release
    found = attack_coded(study, released)
    assert len(found) > len(CODES)
    assert [one for one in found if one.narrow] == []
    audited = audit_release(study, released)
    assert [one for one in audited if not one.protected] == []
    assert {one.table[0] for one in audited} >= {"remarks.coded"}
    shown = [table.n for table in released.tables if table.item == "remarks.coded" and table.group]
    assert any(shown), "where all is hidden there is nothing to work with"


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["multi", "single"])
def test_the_same_attack_and_audit_recover_codes_where_nothing_further_is_hidden(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = write(tmp_path, kind, draw(kind, 0))
    let_through = gate.release
    monkeypatch.setattr(
        gate, "release", lambda *told, **also: let_through(*told, **{**also, "secondary": False})
    )
    released = reportline.compose_publication(study, None).release
    assert any(one.narrow for one in attack_coded(study, released))
    audited = audit_release(study, released)
    assert any(not one.protected for one in audited if one.table[0] == "remarks.coded")


def test_who_was_asked_for_words_is_not_read_off_from_their_codes(tmp_path: Path) -> None:
    """Three of each sector never use AI: how many do is hidden, and stands as a base over their codes."""
    study = write(tmp_path, "multi", draw("multi", 0), never=3)
    released = reportline.compose_publication(study, None).release
    found = list(attack(World(study, released, "sector"), released.disclosure.protection))
    assert {one.unknown[0] for one in found} >= {"usage"}
    assert [one for one in found if one.narrow] == []


def test_a_class_in_which_all_answers_have_a_code_stands_in_the_same_levels(tmp_path: Path) -> None:
    """Otherwise its base and that of all would seem to have nothing to do with each other."""
    answers = [("dance", "income")] * 30 + [("film", "")] * 24
    study = write(tmp_path, "single", answers)
    dataset = line.read_analysis_set(study, None)
    places = Places(study)
    tables = tabulate(dataset, [TableSpec("remarks.coded"), TableSpec("remarks.coded", "sector")])
    bases = {dict(places.place(table).base)["remarks.coded"] for table in tables}
    assert len(bases) == 1


def test_what_was_shown_of_other_codes_makes_no_small_count_known(tmp_path: Path) -> None:
    """After a release one coding is changed and a code is added: what few people have is hidden anew."""
    many = [("dance", CODES[at % 3]) for at in range(30)] + [("film", CODES[at % 3]) for at in range(24)]
    study = write(tmp_path, "single", many, CODES[:3])
    released = reportline.compose_publication(study, None).release
    spec = TableSpec("remarks.coded", "sector")
    before = released.find(spec, "dance")
    assert before is not None
    assert [cell.n for cell in before.cells][:3] == [10, 10, 10]
    write_release(
        tmp_path,
        released,
        date="2026-01-01",
        interim=False,
        questionnaire="",
        fingerprint=data_fingerprint(tmp_path / FILE),
        definitions=mark_definitions(study),
    )
    again = reportline.compose_publication(line.read_sound_study(tmp_path), None).release
    assert again.find(spec, "dance") == before
    fewer = [(sector, "tool" if (sector, code) == ("dance", "rights") else code) for sector, code in many]
    few = [("dance", "rights"), ("dance", "rules"), *fewer[2:]]
    changed = write(tmp_path, "single", few)
    assert data_fingerprint(tmp_path / FILE) == data_fingerprint(changed.folder / FILE)
    table = reportline.compose_publication(changed, None).release.find(spec, "dance")
    assert table is not None
    told = {cell.option: cell.n for cell in table.cells}
    assert (told["rights"], told["rules"]) == (None, None)


@pytest.mark.parametrize("kind", ["multi", "single"])
def test_codes_of_what_identifies_identify(kind: str, tmp_path: Path) -> None:
    write(tmp_path, kind, draw(kind, 0))
    plan = tmp_path / "plan.toml"
    text = plan.read_text("utf-8")
    marked = text.replace('["sector"]\n', '["sector", "remarks"]\n').replace(
        'groups = ["sector", "remarks"]', 'groups = ["sector"]'
    )
    assert marked != text
    plan.write_text(marked, encoding="utf-8")
    study = line.read_sound_study(tmp_path)
    assert "remarks.coded" in study.plan.disclosure.identifying
    by_usage = TableSpec("remarks.coded", "usage")
    dataset = line.read_analysis_set(study, None)
    specs = [by_usage, *reportline.published_specs(study, [])]
    released = line.release_tables(dataset, tabulate(dataset, specs))
    shown = [cell.n for table in released.tables if table.spec == by_usage for cell in table.cells]
    assert not {1, 2, 3} & set(shown)
    rows = choose_public_rows(dataset, released)
    assert "remarks.coded" not in rows.items or "remarks.coded" in rows.identifying


def test_marks_change_with_what_they_are_of_and_nothing_else(tmp_path: Path) -> None:
    study = write(tmp_path / "one", "multi", draw("multi", 0))
    marks = mark_definitions(study)
    assert marks.keys() == {"role", "remarks.coded", "net:worries"}
    other = write(tmp_path / "two", "multi", [("dance", "rules"), *draw("multi", 0)[1:]])
    assert {name for name, mark in mark_definitions(other).items() if mark != marks[name]} == {
        "remarks.coded"
    }
    wider = replace(study.plan.nets[0], options=("income", "rights", "tool"))
    netted = replace(study, plan=replace(study.plan, nets=(wider,)))
    assert {name for name, mark in mark_definitions(netted).items() if mark != marks[name]} == {"net:worries"}
