"""The parts of the tab plan that other tools do, each in seconds for the whole plan.

| tool | its part |
|---|---|
| svy | tables of questions with one choice: shares, Taylor errors, Rao-Scott F |
| DuckDB | counts and weighted sums of every table, one statement with grouping sets a question |
| pandas | weighted counts and column shares of every table |

A tool is timed on few tables where all would take minutes, and its seconds a table are multiplied.
"""

import itertools
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import svy
from tables_plan import BANNERS, MANY, SINGLE, Plan

FEW = 4
"""Questions with one choice, and options of those with several, that a slow tool is timed on."""


def svy_seconds(path: Path) -> float:
    """Give svy's seconds for the 300 tables of questions with one choice."""
    sample = _sample(path)
    sample.categorical.tabulate("q59", "b8", drop_nulls=True)  # what it does once
    took = _timed(
        lambda: [
            sample.categorical.tabulate(question.name, banner.column, drop_nulls=True).stats
            for question in SINGLE[:FEW]
            for banner in BANNERS
        ]
    )
    return took / FEW * len(SINGLE)


def largest_difference(path: Path, plan: Plan) -> float:
    """Give by how much svy's F differs most from the plan's, of the tables that svy is timed on."""
    sample = _sample(path)
    found = []
    for at, (question, banner) in enumerate(itertools.product(SINGLE[:FEW], BANNERS)):
        theirs = sample.categorical.tabulate(question.name, banner.column, drop_nulls=True).stats.f
        ours = plan.tests[at]
        pairs = [(ours.statistic, theirs.value), (ours.df1, theirs.df_num), (ours.df2, theirs.df_den)]
        found += [abs(one / other - 1) for one, other in pairs]
    return max(found)


def duckdb_seconds(path: Path) -> float:
    """Give DuckDB's seconds for the sums of all tables, from the Parquet file."""
    sets = ", ".join(f"({banner.column}, answer)" for banner in BANNERS)
    groups = ", ".join(banner.column for banner in BANNERS)
    one = f"""SELECT {groups}, {{column}} AS answer, count(*), sum(w), sum(w * w)
        FROM read_parquet('{path}') WHERE answer IS NOT NULL GROUP BY GROUPING SETS ({sets})"""  # noqa: S608 - a file of our own and our own column names
    columns = [question.name for question in SINGLE] + [name for each in MANY for name in each.columns]
    with duckdb.connect() as connection:
        return _timed(lambda: [connection.sql(one.format(column=name)).fetchnumpy() for name in columns])


def pandas_seconds(path: Path) -> float:
    """Give pandas' seconds for the column shares of all tables on both bases, from a data frame."""
    frame = pd.read_parquet(path)
    few = [question.name for question in SINGLE[:FEW]] + list(itertools.chain(*(m.columns for m in MANY)))[
        :FEW
    ]
    took = _timed(lambda: [_shares(frame, name, banner.column) for name in few for banner in BANNERS])
    return took / len(few) * (len(SINGLE) + sum(len(question.columns) for question in MANY))


def _shares(frame: pd.DataFrame, name: str, banner: str) -> list[pd.DataFrame]:
    sums = frame.groupby([name, banner])["w"].agg(["size", "sum"]).unstack()  # noqa: PD010 - pivot_table is slower
    return [sums[which] / sums[which].sum() for which in ("size", "sum")]


def _sample(path: Path) -> svy.Sample:
    return svy.Sample(pl.read_parquet(path), svy.Design(wgt="w"))


def _timed(work: Callable[[], Iterable[object]]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def pass_seconds(codes: list[np.ndarray], weights: np.ndarray) -> float:
    """Give the seconds of one numpy pass over the margins' codes: each class' sum of weights."""
    return min(_timed(lambda: [np.bincount(each, weights) for each in codes]) for _ in range(5))
