"""New values written into a text's source: the bracketed words and nothing else."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem, Severity
from peil.core.span import Span
from peil.report.disagreement import Disagreement, Kind
from peil.report.mend import mend_content, mend_files, reword

FILE = "report/1.md"


def changed(line: int, column: int, old: str, new: str, kind: Kind = Kind.CHANGED) -> Disagreement:
    problem = Problem("R001", Severity.ERROR, Span(FILE, line, column), "It changed.")
    return Disagreement(kind, problem, "", old, new)


def mended(text: str, *changes: Disagreement) -> str | None:
    found = mend_content(text.encode(), changes)
    return None if found is None else found.decode()


def test_only_the_words_between_the_brackets_are_written() -> None:
    text = "# T\n\nVan [46%]{= usage: often} en [46%]{= usage: never}, 46%.\n"
    new = text.replace("[46%]{= usage: never}", "[nu 7%]{= usage: never}")
    assert mended(text, changed(3, 30, "46%", "nu 7%")) == new


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_the_mark_of_the_encoding_stay(end, mark) -> None:
    text = mark + end.join(["# Één", "", "é [46%]{= a: b} ü", "[een", "kwart]{= a: c}"])
    found = mended(text, changed(4, 1, "een kwart", "een derde"), changed(3, 3, "46%", "48%"))
    assert found == text.replace("46%", "48%").replace("kwart", "derde")


def test_no_end_of_line_at_the_end_is_made() -> None:
    assert mended("[1]{= a}", changed(1, 1, "1", "2")) == "[2]{= a}"


@pytest.mark.parametrize(
    ("line", "column", "old"), [(1, 1, "47%"), (1, 2, "46%"), (2, 1, "46%"), (9, 1, "46%"), (1, 99, "46%")]
)
def test_words_that_are_not_in_their_place_leave_the_file_alone(line, column, old) -> None:
    assert mended("[46%]{= a: b}\n", changed(line, column, old, "48%")) is None


def test_empty_brackets_are_filled() -> None:
    assert mended("x []{= a: b} y\n", changed(1, 3, "", "48%")) == "x [48%]{= a: b} y\n"


@given(
    st.lists(st.sampled_from(["a", "bb", "ç"]), min_size=1), st.lists(st.sampled_from(["x", "y"]), min_size=1)
)
def test_words_keep_their_line_ends_where_there_are_as_many(old, new) -> None:
    joined = "\n  ".join(old)
    found = reword(joined, " ".join(new))
    assert found.split() == new
    assert found == ("\n  ".join(new) if len(old) == len(new) else " ".join(new))


def write(folder: Path, content: bytes) -> Path:
    path = folder / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return path


def test_what_a_person_must_write_is_not_written(tmp_path) -> None:
    content = b"[a]{= a} [b]{= b}\n"
    path = write(tmp_path, content)
    found = [changed(1, 1, "a", "x", Kind.UNTRUE), changed(1, 10, "b", "", Kind.UNSAID)]
    done = mend_files(tmp_path, {FILE: content}, found)
    assert (done.written, done.problems, path.read_bytes()) == ((), (), content)


def test_a_file_that_changed_meanwhile_is_left_alone_and_told(tmp_path) -> None:
    before = b"[46%]{= a}\n"
    path = write(tmp_path, before + b"More.\n")
    done = mend_files(tmp_path, {FILE: before}, [changed(1, 1, "46%", "48%")])
    assert done.written == ()
    assert "\n".join(str(problem) for problem in done.problems) == (
        "report/1.md  R031  The file was changed while its new values were being computed; nothing was "
        "written. Run the command again."
    )
    assert path.read_bytes() == before + b"More.\n"
    assert [one.name for one in path.parent.iterdir()] == ["1.md"]


def test_a_file_keeps_its_mode_and_a_link_stays_a_link(tmp_path) -> None:
    content = b"[46%]{= a}\n"
    path = write(tmp_path, content)
    path.chmod(0o640)
    target = path.rename(tmp_path / "elsewhere.md")
    path.symlink_to(target)
    done = mend_files(tmp_path, {FILE: content}, [changed(1, 1, "46%", "48%")] * 2)
    assert len(done.written) == 1
    assert path.is_symlink()
    assert target.read_bytes() == b"[48%]{= a}\n"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_file_that_is_no_text_is_not_looked_at(tmp_path) -> None:
    assert mend_files(tmp_path, {FILE: b"\xff"}, []).problems == ()
