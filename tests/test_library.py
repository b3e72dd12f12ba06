"""The library's front doors, as its users call them."""

import importlib
import subprocess
import sys
from collections.abc import Callable

import pytest

import peil


@pytest.mark.parametrize("name", peil.__all__)
def test_every_stage_is_a_function(name: str) -> None:
    assert isinstance(getattr(peil, name), Callable)


def test_loading_a_stage_does_not_put_a_package_in_its_place() -> None:
    importlib.import_module("peil.tabulate.estimate")
    importlib.import_module("peil.report.compose.render")
    assert all(isinstance(getattr(peil, name), Callable) for name in peil.__all__)


def test_a_check_does_not_wait_for_the_typesetter() -> None:
    slow = ("typst", "scipy", "fontTools")
    code = f"import sys, peil.cli.main; print([name for name in {slow} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="nothing_like_it"):
        _ = peil.nothing_like_it
