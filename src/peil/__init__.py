"""Peil: a survey as a folder of text, taken from question to report.

The stages, each usable alone: ``read_study``, ``check_study``, ``read_data``, ``tabulate``, ``release``,
``render``. Each is loaded when it is first used.
"""

import importlib
from typing import TYPE_CHECKING

# The empty package, at once: it would otherwise stand in the function's place when it is loaded.
import peil.tabulate as _package  # noqa: F401 - as said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from peil.data.dataset import Dataset
    from peil.disclose.gate import release
    from peil.line import check_study, read_data
    from peil.report.compose.render import render
    from peil.study.reader.read import read_study
    from peil.study.tablespec import TableSpec
    from peil.tabulate.table import Table

__all__ = ["check_study", "read_data", "read_study", "release", "render", "tabulate"]
__version__ = "0.1.0"

_HOMES = {
    "check_study": "peil.line",
    "read_data": "peil.line",
    "read_study": "peil.study.reader.read",
    "release": "peil.disclose.gate",
    "render": "peil.report.compose.render",
}


def tabulate(dataset: "Dataset", specs: "Iterable[TableSpec]") -> "tuple[Table, ...]":
    """Make the tables that the specs ask for, as ``peil.tabulate.tabulate.tabulate`` says."""
    from peil.tabulate.tabulate import tabulate as made  # noqa: PLC0415 - loaded when first used

    return made(dataset, specs)


def __getattr__(name: str) -> object:
    """Load a stage when it is first used, so that no one pays for those they don't."""
    if name not in _HOMES:
        raise AttributeError(f"module 'peil' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
