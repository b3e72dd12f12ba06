"""A report that sets its sample beside a population."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from small_study import COUNTS, Counts, make_release, make_study, write

from peil.compare.beside_populations import beside_populations
from peil.core.problem import Problem
from peil.report.compose.render import render
from peil.report.document import Document, Inline, NumberedTable, Quote
from peil.report.template.read import read_template
from peil.study.study import Study

CBS = """\
title = { nl = "banen van werknemers", en = "jobs of employees" }
source = { nl = "Het bureau", en = "The office" }
url = "https://example.org/jobs"
date = 2025-09-30
unit = "people"
group = "employment"

[[class]]
name = "Directeuren"
percent = 10
to = "employer"

[[class]]
name = "Personeel"
percent = 54.5
to = "employee"

[[class]]
name = "Freelancers"
percent = 31
to = "zzp"

[[class]]
name = "Overigen"
percent = 4.5
to = "other"
"""
BLOCK = "# T\n\n::: population cbs\n:::\n"


def study_with(folder: Path, cbs: str = CBS, **files: str) -> Study:
    (folder / "compare/population").mkdir(parents=True, exist_ok=True)
    (folder / "compare/population/cbs.toml").write_text(cbs, encoding="utf-8")
    return make_study(folder, **files)


def composed(
    study: Study, text: str, language: str = "nl", counts: Counts = COUNTS
) -> tuple[Document, list[Problem]]:
    write(study.folder, text, language)
    template, problems = read_template(study.folder, study, language)
    release = make_release(study, template, counts)
    release = replace(release, populations=beside_populations(study, release))
    document, more = render(study, release, template)
    return document, [*problems, *more]


def words(line: Inline) -> str:
    return "".join(run.text for run in line)


def tables(document: Document) -> list[NumberedTable]:
    return [block for block in document.blocks if isinstance(block, NumberedTable)]


def rows(table: NumberedTable) -> list[list[str]]:
    return [[words(cell.text) for cell in row] for row in table.grid.body]


def notes(table: NumberedTable) -> str:
    return "\n".join(words(note) for note in table.notes)


def everything(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case NumberedTable():
                yield from (block.caption, block.source, block.base, block.cautions, notes(block))
                for row in (*block.grid.head, *block.grid.body):
                    yield from (words(cell.text) for cell in row)
            case Quote():
                yield from (words(line) for line in block.paragraphs)
            case _:
                yield words(block.text)
