"""Standard errors, intervals and design effects of the survey of 1,615 men, against a second oracle's."""

from collections.abc import Iterator

import polars as pl
import pytest
import svy
from test_masculinity import FOLDER, MAP, columns_of

from peil.tabulate.estimate import estimate

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"the survey's files are not at {FOLDER}"),
]
BANNERS = (None, "age3", "race2", "kids", "orientation")
EVERYONE = "everyone"
NUMBERS = ("share", "se", "low", "high", "deff")
TOLERANCE = 1e-9


def column_names() -> list[str]:
    return [column for table in MAP["tables"] for column in columns_of(table)]


def theirs() -> Iterator[tuple[tuple[str, str | None, str | None, str], tuple[float, ...]]]:
    data = pl.read_csv(FOLDER / "raw-responses.csv", infer_schema_length=0)
    whole = data.with_columns(pl.col("weight").cast(pl.Float64), pl.lit("").alias(EVERYONE))
    sample = svy.Sample(whole, svy.Design(wgt="weight"))
    for column in column_names():
        for by in BANNERS:
            if by == column:
                continue
            answered = svy.col(column) != "NA"
            found = sample.estimation.prop(column, by=by or EVERYONE, where=answered, deff="wr").to_polars()
            for row in found.to_dicts():
                key = (column, by, row[by] if by else None, row[column])
                yield key, tuple(row[name] for name in ("est", "se", "lci", "uci", "deff"))


def test_every_table_has_the_errors_of_a_second_oracle() -> None:
    tables = estimate(FOLDER / "raw-responses.csv", column_names(), BANNERS[1:], "weight")
    ours = {
        (table.question, table.by, table.group, cell.option): cell for table in tables for cell in table.cells
    }
    seen, none = set(), []
    for key, numbers in theirs():
        if "NA" in key:  # who didn't answer is in no base and in no group
            continue
        cell = ours[key]
        for name, number in zip(NUMBERS, numbers, strict=True):
            mine = getattr(cell, name)
            if mine is None:
                none.append(key)
                assert cell.share in {None, 0, 1}
                assert name != "se" or cell.share is None
            else:
                assert mine == pytest.approx(number, abs=TOLERANCE), (key, name)
        seen.add(key)
    assert len(seen) > 3_000
    assert len(set(none)) < len(seen) / 4
    assert {key for key, cell in ours.items() if cell.n and key[0] != key[1]} <= seen
