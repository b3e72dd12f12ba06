"""The library's front doors, as its users call them."""

import importlib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import peil

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", peil.__all__)
def test_every_stage_is_a_function(name: str) -> None:
    assert isinstance(getattr(peil, name), Callable)


def test_loading_a_stage_does_not_put_a_package_in_its_place() -> None:
    importlib.import_module("peil.tabulate.estimate")
    importlib.import_module("peil.report.compose.render")
    assert all(isinstance(getattr(peil, name), Callable) for name in peil.__all__)


SLOW = (
    "docx", "fontTools", "highspy", "lxml", "pptx", "prompt_toolkit", "pyarrow", "pypdfium2", "pyreadstat",
    "rapidfuzz", "scipy", "sklearn", "typst", "uvicorn", "xlsxwriter",
)  # fmt: skip
"""Packages that only some commands need, and that take a noticeable time to load."""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "status"), [(["check", "studies/genai-creative-work"], 0), (["--help"], 0), ([], 2)]
)
def test_a_check_and_help_wait_for_no_package_of_another_command(arguments: list[str], status: int) -> None:
    code = f"""
import sys
from peil.cli.main import main
try:
    done = main({arguments!r})
except SystemExit as ended:
    done = ended.code
assert done == {status}, done
print("loaded:", *(name for name in {SLOW!r} if name in sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "loaded:"


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = peil.nothing_like_it
