"""Estimates as the JSON contract has them."""

from collections.abc import Iterable

from peil.estimation.tested import Tested
from peil.tabulate.estimate_table import EstimateTable


def estimate_json(tables: Iterable[EstimateTable]) -> list[dict[str, object]]:
    """Give estimates as the JSON contract has them; they are never suppressed."""
    return [
        {
            "question": table.question,
            "item": None,
            "by": table.by,
            "group": table.group,
            "base": {"n": table.base.n, "weighted": table.base.weighted, "rule": table.base.rule},
            "test": test_json(table.test),
            "cells": [
                {
                    "option": cell.option,
                    "n": cell.n,
                    "share": cell.share,
                    "se": cell.se,
                    "low": cell.low,
                    "high": cell.high,
                    "deff": cell.deff,
                    "status": "shown",
                }
                for cell in table.cells
            ],
        }
        for table in tables
    ]


def test_json(test: Tested | None) -> dict[str, object] | None:
    """Give a test as the contract has it; None where there was nothing to test, or it couldn't be."""
    if test is None or test.p is None:
        return None
    return {"name": test.name, "f": test.statistic, "df1": test.df1, "df2": test.df2, "p": test.p}
