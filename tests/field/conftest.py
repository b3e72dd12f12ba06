from collections.abc import Iterator
from pathlib import Path

import pytest
from fielded_study import Browser, Fielded, in_field, make_study
from phased_study import PLAIN, field_of

from peil.field import editions
from peil.store import reader


@pytest.fixture
def fielded(tmp_path: Path) -> Iterator[Fielded]:
    with in_field(make_study(tmp_path / "study"), tmp_path / "store") as found:
        yield found


@pytest.fixture
def browser(fielded: Fielded) -> Browser:
    return fielded.browser()


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the app look where fieldwork stands at every request."""
    monkeypatch.setattr(editions, "LOOK_AGAIN_SECONDS", 0.0)
    monkeypatch.setattr(reader, "PHASE_SECONDS", 0.0)


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Fielded]:
    """A study in the field that asks for no contact details."""
    with field_of(tmp_path, questions=PLAIN) as found:
        yield found
