"""An interview that a full quota ended stays so through a store and its files."""

from pathlib import Path

import pytest
from csv_survey import make_study

from peil.core.problem import Unusable
from peil.formats.csv_file import read_responses_csv
from peil.formats.from_store import export_store
from peil.formats.into_store import import_file
from peil.study.study import Study

DATA = "id,last_page,outcome,usage\na,usage,quota_full,often\nb,usage,,often\n"
QUOTA = '\n[quotas.often]\nif = "usage is often"\nlimit = 1\n'


@pytest.fixture
def study(tmp_path: Path) -> Study:
    folder = tmp_path / "study"
    folder.mkdir()
    return make_study(folder, QUOTA)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_it_comes_out_as_it_came_in_and_once(tmp_path: Path, study: Study) -> None:
    store = str(tmp_path / "store")
    path = write(tmp_path, "in.csv", DATA)
    assert import_file(study, path, store).added == 2
    assert import_file(study, path, store).added == 0
    out = tmp_path / "out.csv"
    export_store(study, store, out)
    found = read_responses_csv(out, study)
    assert found.rows is not None
    assert dict(zip(found.ids, found.rows.outcomes, strict=True)) == {"a": "quota_full", "b": ""}
    export_store(study, store, out)


def test_the_same_answers_without_that_end_are_another_interview(tmp_path: Path, study: Study) -> None:
    store = str(tmp_path / "store")
    import_file(study, write(tmp_path, "in.csv", DATA), store)
    other = write(tmp_path, "other.csv", DATA.replace("quota_full", ""))
    with pytest.raises(Unusable, match="a"):
        import_file(study, other, store)
