"""The published crosstabs of a survey of 1,615 men, recomputed from its responses."""

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from peil.core.percent import percent_of_share
from peil.tabulate.estimate import estimate

FOLDER = Path(__file__).parents[2] / ".." / "shared" / "reference" / "masculinity"
MAP: dict[str, Any] = json.loads(Path(__file__).with_name("masculinity_map.json").read_text(encoding="utf-8"))

pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the survey's files are not at {FOLDER}")


@dataclass(frozen=True)
class Published:
    """One printed percentage: table, option as spelt in the responses, column of groups."""

    table: str
    option: str
    group: str
    percent: int


def columns_of(table: tuple[str, str, int]) -> list[str]:
    _, stem, ticks = table
    return [f"{stem}_{number:04d}" for number in range(1, ticks + 1)] or [stem]


def spelt_alike(text: str) -> str:
    return text.replace("?", "'").strip()


def published() -> Iterator[Published]:
    with (FOLDER / "masculinity-survey.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[2:]
    tables = iter(MAP["tables"])
    stem = ""
    for heading, option, *percents in rows:
        if heading:
            words, stem, _ = next(tables)
            assert heading.startswith(words)
        for (group, _, _), percent in zip(MAP["groups"], percents, strict=True):
            if percent:
                yield Published(stem, spelt_alike(option), group, int(percent.removesuffix("%")))
    assert next(tables, None) is None


@cache
def computed() -> dict[tuple[str, str, str], float]:
    """Give shares by table, option and published column."""
    place = {(by, group): name for name, by, group in MAP["groups"]}
    stems = {column: table[1] for table in MAP["tables"] for column in columns_of(table)}
    tables = estimate(
        FOLDER / "raw-responses.csv", list(stems), ["age3", "race2", "kids", "orientation"], "weight"
    )
    return {
        (stems[table.question], spelt_alike(cell.option), place[table.by, table.group]): cell.share
        for table in tables
        for cell in table.cells
        if (table.by, table.group) in place and cell.option != "Not selected" and cell.share is not None
    }


@pytest.mark.slow
def test_published_percentages_are_recomputed() -> None:
    shares = computed()
    cells = list(published())
    differs = [
        [cell.table, cell.option, cell.group, cell.percent, round(100 * share, 3)]
        for cell in cells
        if percent_of_share(share := shares.get((cell.table, cell.option, cell.group), 0.0)) != cell.percent
    ]
    assert len(cells) == 1790 + 30  # 1,790 answers to questions and the 30 shares of the age groups
    assert differs == MAP["differs"]  # table, option, group, as printed, as computed


@pytest.mark.slow
def test_every_published_option_is_in_the_responses() -> None:
    shares = computed()
    absent = {(cell.table, cell.option) for cell in published()} - {
        (table, option) for table, option, _ in shares
    }
    assert absent == set()
