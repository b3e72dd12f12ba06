"""How far weights to a population move a number: rounded once, and said so where it looks wrong."""

from dataclasses import replace
from pathlib import Path

from small_study import Counts, make_release, make_study, write

from peil.compare.beside_populations import beside_populations
from peil.report.compose.render import render
from peil.report.document import NumberedTable
from peil.report.outline import plain_text
from peil.report.template.read import read_template

SOURCE = """\
title = { nl = "banen", en = "jobs" }
source = "Het bureau"
date = 2025-09-30
unit = "people"
group = "employment"
"""
SHARES = {"employer": 30, "employee": 30, "zzp": 35, "other": 5}
COUNTS: Counts = {
    "employment": {None: {"employer": 40, "employee": 30, "zzp": 50, "other": 10}},
    "usage": {
        None: {"often": 52, "sometimes": 39, "never": 26, "dk": 13, "net:any": 91},
        "employer": {"often": 20, "sometimes": 10, "never": 5, "dk": 5, "net:any": 30},
        "employee": {"often": 12, "sometimes": 9, "never": 6, "dk": 3, "net:any": 21},
        "zzp": {"often": 15, "sometimes": 15, "never": 15, "dk": 5, "net:any": 30},
        "other": {"often": 5, "sometimes": 5, "never": 0, "dk": 0, "net:any": 10},
    },
}


def weighed(folder: Path, option: str) -> tuple[list[int], str]:
    """Give a number as measured, weighted and moved, as printed, and the notes under the table."""
    (folder / "compare/population").mkdir(parents=True, exist_ok=True)
    classes = "".join(
        f'\n[[class]]\nname = "{one}"\npercent = {percent}\nto = "{one}"\n' for one, percent in SHARES.items()
    )
    (folder / "compare/population/cbs.toml").write_text(SOURCE + classes, encoding="utf-8")
    study = make_study(folder)
    write(folder, f"# T\n\n::: population cbs\nheadlines: usage: {option}\n:::\n", "nl")
    template, _ = read_template(folder, study, "nl")
    release = make_release(study, template, COUNTS)
    release = replace(release, populations=beside_populations(study, release))
    document, _ = render(study, release, template)
    table = [block for block in document.blocks if isinstance(block, NumberedTable)][-1]
    row = [plain_text(cell.text) for cell in table.grid.body[0][2:]]
    numbers = [int(text.replace("\u2212", "-").rstrip("%")) for text in row]
    return numbers, " ".join(plain_text(note) for note in table.notes)


def test_a_difference_that_the_printed_numbers_do_not_give_is_explained(tmp_path: Path) -> None:
    told = {}
    for option in ("often", "sometimes", "never", "net:any"):
        (measured, weight, moved), notes = weighed(tmp_path / option.replace(":", "_"), option)
        told[option] = weight - measured != moved
        assert ("onafgeronde percentages" in notes) == told[option], option
    assert set(told.values()) == {True, False}
