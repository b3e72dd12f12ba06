"""A study with groups, and releases of its answers with cells hidden on purpose."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from peil import line
from peil.data.dataset import Dataset
from peil.data.from_responses import from_responses
from peil.disclose.release import Release, ReleasedTable, Status
from peil.formats.synthetic_file import write_synthetic_csv
from peil.interview.simulate import simulate
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.find_items import find_items
from peil.tabulate.tabulate import tabulate

SETTINGS = """\
[about]
title = "Werk en AI"
languages = ["nl"]
contact = "onderzoek@example.org"
"""

QUESTIONNAIRE = """\
# who: Over u

## employment
Wat bent u?
- ( ) employer: Werkgever
- ( ) employee: Werknemer
- ( ) zzp: Zelfstandige
- ( ) other: Anders, namelijk ____

## organisation
Waar werkt u?
- ( ) company: Bedrijf
- ( ) museum: Museum
- ( ) school: School
- ( ) none: Nergens

# use: Gebruik

## usage
Hoe vaak gebruikt u AI?
- ( ) often: Vaak
- ( ) sometimes: Soms
- ( ) rarely: Zelden
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] fun: Leuker

## lost
Werk verloren?
- ( ) yes: Ja
- ( ) no: Nee

## hours  {optional}
Ik werk ___ [0..80] uur per week.

## remarks  {optional}
Wilt u nog iets kwijt? ____
"""

PLAN = """\
[analysis]
groups = ["employment", "kind"]

[derived.kind]
title = "Soort"
classes.firm = { title = "Bedrijf", if = "organisation is company" }
classes.culture = { title = "Cultuur", if = "organisation is one of (museum, school)" }
classes.none = { title = "Geen", if = "organisation is none" }

[simulate.employment]
employer = 30
employee = 30
zzp = 36
other = 4
"""


def make_study(folder: Path, plan: str = PLAN) -> Study:
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"study.toml": SETTINGS, "questionnaire.md": QUESTIONNAIRE, "plan.toml": plan}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return read_study(folder)


def write_study(folder: Path, n: int = 600) -> Study:
    """Write the study with its answers beside it, as a folder that commands read."""
    study = make_study(folder)
    (folder / "data").mkdir()
    write_synthetic_csv(folder / "data" / "responses.csv", study, tuple(simulate(study, n, 5)), labels=False)
    return study


def make_dataset(folder: Path, n: int = 240, plan: str = PLAN) -> Dataset:
    study = make_study(folder, plan)
    return from_responses(study, simulate(study, n, 5))


def make_release(dataset: Dataset) -> Release:
    """Release every item by every group, as the gate has it."""
    study = dataset.study
    specs = [TableSpec(item, group) for item in find_items(study, ()) for group in (None, *study.plan.groups)]
    return line.release_tables(dataset, tabulate(dataset, specs))


def make_open_release(dataset: Dataset) -> Release:
    """Release every cell, so that a test hides what it wants to."""
    study = dataset.study
    rules = replace(study.plan.disclosure, minimum_base=1, indicative_below=1, identifying=frozenset())
    freed = replace(dataset, study=replace(study, plan=replace(study.plan, disclosure=rules)))
    return replace(make_release(freed), disclosure=study.plan.disclosure)


def hide(
    release: Release, item: str, by: str | None, group: str | None, options: Iterable[str] = ()
) -> Release:
    """Hide cells of a table, without options the whole table."""
    gone = tuple(options)

    def hidden(table: ReleasedTable) -> ReleasedTable:
        if (table.item, table.spec.by, table.group) != (item, by, group):
            return table
        cells = tuple(
            replace(cell, n=None, share=None, status=Status.SUPPRESSED)
            if not gone or cell.option in gone
            else cell
            for cell in table.cells
        )
        if gone:
            return replace(table, cells=cells)
        return replace(table, cells=cells, n=None, weighted=None, status=Status.SUPPRESSED)

    return replace(release, tables=tuple(hidden(table) for table in release.tables))
