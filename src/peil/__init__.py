"""Peil: a survey as a folder of text, taken from question to report.

The stages, each usable alone: ``read_study``, ``check_study``, ``read_data``, ``tabulate``, ``release``,
``render``. All but one are loaded when first used.
"""

import importlib
from typing import TYPE_CHECKING

# At once: the package of the same name would otherwise stand in the function's place once it is loaded.
from peil.tabulate.tabulate import tabulate

if TYPE_CHECKING:
    from peil.disclose.gate import release
    from peil.line import check_study, read_data
    from peil.report.compose.render import render
    from peil.study.reader.read import read_study

__all__ = ["check_study", "read_data", "read_study", "release", "render", "tabulate"]
__version__ = "0.1.0"

_HOMES = {
    "check_study": "peil.line",
    "read_data": "peil.line",
    "read_study": "peil.study.reader.read",
    "release": "peil.disclose.gate",
    "render": "peil.report.compose.render",
}


def __getattr__(name: str) -> object:
    """Load a stage when it is first used, so that no one pays for those they don't."""
    if name not in _HOMES:
        raise AttributeError(f"module 'peil' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
