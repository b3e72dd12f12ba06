"""What the tests of export and import share: a small study, and a file of its answers on paper."""

from pathlib import Path

import pytest
from store_and_files import PAPER, make_study, write


@pytest.fixture(autouse=True)
def _no_store_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The place of a store comes from the test alone."""
    monkeypatch.delenv("PEIL_STORE", raising=False)


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return make_study(tmp_path / "study")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return write(tmp_path / "paper.csv", PAPER)
