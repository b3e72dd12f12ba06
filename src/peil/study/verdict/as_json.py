"""What tables say, as JSON beside the tables themselves."""

from collections.abc import Iterable, Sequence

from peil.study.verdict.table_verdict import ItemsMean, TableVerdict

Json = dict[str, object]


def add_verdicts(tables: Sequence[Json], verdicts: Iterable[TableVerdict]) -> list[Json]:
    """Give tables as JSON with their modes, ranks and differences from the total."""
    return [add_verdict(table, verdict) for table, verdict in zip(tables, verdicts, strict=True)]


def add_verdict(table: Json, verdict: TableVerdict) -> Json:
    """Give one table as JSON with what it says."""
    cells = table["cells"]
    if not isinstance(cells, list):
        raise TypeError("a table's cells are a list")
    told = [
        {
            **cell,
            "rank": verdict.ranks.get(cell["option"]),
            "difference": verdict.differences.get(cell["option"]),
        }
        for cell in cells
    ]
    return {
        **table,
        "cells": told,
        "mode": list(verdict.mode),
        "mode_without_missing": list(verdict.mode_without_missing),
        "deviates": verdict.deviates,
    }


def means_json(means: Iterable[ItemsMean]) -> list[Json]:
    """Give means of shares over the rows of matrices as JSON."""
    return [
        {
            "question": mean.question,
            "by": mean.by,
            "group": mean.group,
            "cells": [{"option": option, "mean_share": share} for option, share in mean.shares.items()],
        }
        for mean in means
    ]
