from collections.abc import Iterator
from pathlib import Path

import pytest
from fielded_study import Browser, Fielded, in_field, make_study


@pytest.fixture
def fielded(tmp_path: Path) -> Iterator[Fielded]:
    with in_field(make_study(tmp_path / "study"), tmp_path / "store") as found:
        yield found


@pytest.fixture
def browser(fielded: Fielded) -> Browser:
    return fielded.browser()
