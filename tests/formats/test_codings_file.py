"""Codings on disk: nothing that was kept is lost."""

from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Unusable
from peil.formats import codings_file
from peil.formats.codings_file import keep_codings, read_kept, write_codings
from peil.study.coding import Coding, Codings
from remarks_study import ALL, HEADER, line, write_coded

names = st.text("abcXYZ019-_é", min_size=1, max_size=6)
found = st.builds(
    Coding,
    respondent=names,
    coder=names,
    codes=st.lists(st.sampled_from(["income", "rights", "tool"]), unique=True, max_size=3).map(tuple),
    answer=st.text("0123456789abcdef", min_size=16, max_size=16),
    note=st.text("ab,\"'; é", max_size=8).map(lambda text: " ".join(text.split())),
)


@pytest.mark.slow
@given(st.lists(found, max_size=12))
def test_codings_read_back_as_they_were(tmp_path_factory, listed) -> None:
    folder = tmp_path_factory.mktemp("kept")
    (folder / "coding").mkdir()
    kept = Codings("remarks", {(one.respondent, one.coder): one for one in listed})
    write_codings(folder / "coding" / "remarks.csv", kept)
    assert read_kept(folder, "remarks") == kept


def test_a_line_is_put_in_place_and_all_others_stay_as_they_are(tmp_path: Path) -> None:
    path = write_coded(tmp_path) / "coding" / "remarks.csv"
    before = path.read_text(encoding="utf-8").splitlines()
    changed = Coding("r3", "bo", ("tool",), "0011", "a\nnote")
    keep_codings(tmp_path, "remarks", changed, ("r1", "an"))
    after = path.read_text(encoding="utf-8").splitlines()
    assert [one for one in before if one not in after] == [before[1], before[6]]
    assert [one for one in after if one not in before] == ["r3,bo,tool,0011,a note"]


def test_a_crash_while_writing_leaves_what_was_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write_coded(tmp_path) / "coding" / "remarks.csv"
    before = path.read_bytes()

    class Crash(BaseException):
        pass

    def crash(self: Path, target: Path) -> Path:
        del self, target
        raise Crash

    monkeypatch.setattr(Path, "replace", crash)
    with pytest.raises(Crash):
        keep_codings(tmp_path, "remarks", Coding("r1", "an", ("tool",), "0011"))
    assert path.read_bytes() == before
    monkeypatch.undo()
    assert sorted(one.name for one in path.parent.iterdir()) == ["remarks.csv", "remarks.toml"]
    keep_codings(tmp_path, "remarks", Coding("r1", "an", ("tool",), "0011"))
    assert read_kept(tmp_path, "remarks").of("r1", "an").codes == ("tool",)


def test_a_file_with_a_line_that_cant_be_read_is_not_written_over(tmp_path: Path) -> None:
    text = HEADER + line("r1", "an", "income") + "<<<<<<< mine\n"
    path = write_coded(tmp_path, text) / "coding" / "remarks.csv"
    with pytest.raises(Unusable) as refused:
        keep_codings(tmp_path, "remarks", Coding("r2", "an", ("tool",), "0011"))
    assert [one.code for one in refused.value.problems] == ["Q123"]
    assert path.read_text(encoding="utf-8") == text


def code_many(folder: Path, coder: str) -> None:
    for number in range(25):
        keep_codings(folder, "remarks", Coding(f"n{number}", coder, ("tool",), "0011"))


@pytest.mark.slow
def test_two_who_save_at_once_lose_nothing_of_each_other(tmp_path: Path) -> None:
    write_coded(tmp_path)
    context = get_context("spawn")
    workers = [context.Process(target=code_many, args=(tmp_path, coder)) for coder in ("an", "bo", "cy")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    kept = read_kept(tmp_path, "remarks").by_place
    assert len(kept) == ALL.count("\n") - 1 + 3 * 25
    assert codings_file.HEADER == ("id", "coder", "codes", "answer", "note")
