"""An attack on everything that the reference study publishes, by someone who reads all of it and can reckon.

The attacker shares no code with the gate: `attacker_world` writes down what released tables and the
questionnaire say, `attacker_solver` bounds what isn't shown.
"""

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from attacker_solver import Found, attack
from attacker_world import World

from peil import line, reportline
from peil.disclose import gate
from peil.disclose.release import Release
from peil.study.study import Study

STUDY = Path(__file__).parents[2] / "studies/genai-creative-work"
GROUPS = ("position", "organisation4", "sector")
MINIMUMS = (3, 5, 10)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], tuple[Study, Release]]:
    """Give the whole publication of the reference study at another minimum base."""

    @cache
    def compose(minimum: int) -> tuple[Study, Release]:
        folder = tmp_path_factory.mktemp("studies") / f"at_{minimum}"
        shutil.copytree(STUDY, folder)
        plan = folder / "plan.toml"
        text, changed = re.subn(r"(?m)^minimum_base = \d+$", f"minimum_base = {minimum}", plan.read_text())
        assert changed == 1
        plan.write_text(text)
        study = line.read_sound_study(folder)
        return study, reportline.compose_publication(study, None).release

    return compose


def attack_all(study: Study, released: Release, groups: tuple[str, ...] = GROUPS) -> list[Found]:
    """Bound every hidden count of every item by every group."""
    protection = released.disclosure.protection
    return [one for by in groups for one in attack(World(study, released, by), protection)]


@pytest.mark.slow
@pytest.mark.parametrize("minimum", MINIMUMS)
def test_no_hidden_cell_of_all_that_is_published_is_recovered(
    minimum: int,
    published: Callable[[int], tuple[Study, Release]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    study, released = published(minimum)
    found = attack_all(study, released)
    accounting = released.accounting
    with capsys.disabled():
        share = accounting.hidden / accounting.cells
        print(f"\nminimum base {minimum}: {share:.1%} of {accounting.cells} cells hidden", end=" ")  # noqa: T201 - the share is to be printed
    assert released.unprotected == ()
    assert len(found) > 1000
    assert [one for one in found if one.narrow and one.exact] == []
    assert [one for one in found if one.narrow] == []


@pytest.mark.slow
@pytest.mark.parametrize("minimum", MINIMUMS)
def test_the_same_attack_recovers_cells_when_nothing_further_is_hidden(
    minimum: int,
    published: Callable[[int], tuple[Study, Release]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    study, _ = published(minimum)
    let_through = gate.release
    monkeypatch.setattr(
        gate, "release", lambda *told, **also: let_through(*told, **{**also, "secondary": False})
    )
    released = reportline.compose_publication(study, None).release
    assert released.accounting.secondary == 0
    found = attack_all(study, released, ("position",))
    assert sum(one.narrow and one.exact for one in found) > 20


def test_the_attack_finds_the_one_cell_left_out_of_a_row(
    published: Callable[[int], tuple[Study, Release]],
) -> None:
    """A table shown whole but for one cell: its base less the others."""
    study, released = published(10)
    at, table = next(
        (at, one)
        for at, one in enumerate(released.tables)
        if (one.item, one.group) == ("usage", "zzp") and not one.partly and one.spec.by == "position"
    )
    cells = (replace(table.cells[0], n=None, share=None), *table.cells[1:])
    tables = (*released.tables[:at], replace(table, cells=cells), *released.tables[at + 1 :])
    found = attack_all(study, replace(released, tables=tables), ("position",))
    truth = table.cells[0].n
    assert ("usage", table.cells[0].option, "zzp", truth, truth) in {
        (*one.unknown, one.low, one.high) for one in found if one.narrow
    }
