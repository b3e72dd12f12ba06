"""A group of four people is looked for in all that is released, and isn't there."""

import csv
import io
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pytest

from peil import line, reportline
from peil.study.study import Study

pytestmark = pytest.mark.slow

STUDY = Path(__file__).parents[2] / "studies/genai-creative-work"
DATA = "data/responses-synthetic.csv"
PLANTED = "education"
PAIR = ("syn093", "syn065")
SAME = ("employment", "organisation", "size")
NAME = "Kunsteducatie en amateurkunst"


def plant(folder: Path, *, swapped: bool) -> Study:
    """Write the reference study, in which four people are in the planted sector.

    Swapped, one of them stands in another small sector and their double by all other groups here, who
    answered otherwise: no number of any class that may be shown changes. Which further cells are hidden may
    depend on what hidden ones are; for these two it doesn't.
    """
    shutil.copytree(STUDY, folder, ignore=shutil.ignore_patterns("releases", "out"))
    with (folder / DATA).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert sum(row["sector"] == PLANTED for row in rows) == 4
    pair = [row for row in rows if row["id"] in PAIR]
    assert len({tuple(row[key] for key in SAME) for row in pair}) == 1
    assert len({(row["start"], row["statements.tasks"]) for row in pair}) == 2
    if swapped:
        pair[0]["sector"], pair[1]["sector"] = pair[1]["sector"], pair[0]["sector"]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / DATA).write_text(out.getvalue(), encoding="utf-8")
    return line.read_sound_study(folder)


def unpack(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a file and whatever is packed in it, as deep as it goes; streams of a PDF inflated."""
    yield name, content
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from unpack(f"{name}/{inner}", archive.read(inner))
    elif content.startswith(b"%PDF"):
        streams = re.finditer(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
        for number, found in enumerate(streams):
            try:
                yield f"{name}/{number}", zlib.decompressobj().decompress(found[1])
            except zlib.error:
                continue


@pytest.fixture(scope="module")
def twins(
    tmp_path_factory: pytest.TempPathFactory,
) -> Mapping[bool, Study]:
    folder = tmp_path_factory.mktemp("planted")
    return {swapped: plant(folder / str(swapped) / "study", swapped=swapped) for swapped in (False, True)}


def test_every_number_shown_is_the_same_whatever_the_group_answered(twins: Mapping[bool, Study]) -> None:
    """Which further cells are hidden may depend on hidden ones; what is shown doesn't."""
    one, other = (reportline.compose_publication(study, None).release for study in twins.values())
    numbers = [
        {
            (*table.spec.key, table.group, cell.option): (table.n, cell.n, cell.share)
            for table in (*released.tables, *released.merged)
            for cell in table.cells
            if cell.n is not None
        }
        for released in (one, other)
    ]
    both = numbers[0].keys() & numbers[1].keys()
    assert len(both) > 2000
    assert [key for key in both if numbers[0][key] != numbers[1][key]] == []
    assert len(numbers[0].keys() ^ numbers[1].keys()) < len(both) / 50


def test_no_released_table_of_the_group_holds_a_number(twins: Mapping[bool, Study]) -> None:
    study = twins[False]
    released = reportline.compose_publication(study, None).release
    mine = [table for table in released.tables if (table.spec.by, table.group) == ("sector", PLANTED)]
    assert len(mine) > 60
    numbers = [
        (table.item, cell.option)
        for table in mine
        for cell in table.cells
        if (table.n, table.mean, table.weighted, cell.n, cell.share, cell.mean, cell.p, cell.se)
        != (None,) * 8
    ]
    assert numbers == []


def test_the_search_finds_the_group_where_it_is_shown(twins: Mapping[bool, Study]) -> None:
    """In a draft the two data sets differ, and the group's tables hold its four people."""
    drafts = [
        replace(study, plan=replace(study.plan, disclosure=replace(study.plan.disclosure, profile="draft")))
        for study in twins.values()
    ]
    one, other = (reportline.compose_publication(study, None) for study in drafts)
    table = next(
        table
        for table in one.release.tables
        if (table.item, table.spec.by, table.group) == ("usage", "sector", PLANTED)
    )
    assert table.n == 4
    texts = [
        dict(unpack(job.path.name, job.make()))
        for made in (one, other)
        for job in reportline.jobs_of(made, {}, "xlsx", "nl", Path())
    ]
    assert texts[0].keys() == texts[1].keys()
    assert texts[0] != texts[1]
    assert any(NAME.encode() in content for content in texts[0].values())
