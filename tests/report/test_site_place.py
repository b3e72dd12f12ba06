"""A site takes its folder as a whole, and nothing that others put there is touched."""

import json
import stat
from pathlib import Path

import pytest

from peil.core.problem import Unusable
from peil.report.site import place
from peil.report.site.place import MARKER, place_site

FILES = {"index.html": b"start", "en/index.html": b"home", "assets/a.css": b"x"}


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MARKER
    }


def beside(out: Path) -> list[str]:
    return [path.name for path in out.parent.iterdir() if path != out]


def test_a_site_is_written_for_a_web_server_to_read_and_nothing_is_left_beside_it(tmp_path) -> None:
    out = tmp_path / "deep" / "site"
    assert place_site(FILES, out)
    assert tree(out) == FILES
    assert json.loads((out / MARKER).read_text()) == {"files": sorted(FILES)}
    assert stat.S_IMODE(out.stat().st_mode) == 0o755
    assert beside(out) == []


def test_the_same_site_again_touches_nothing(tmp_path) -> None:
    out = tmp_path / "site"
    place_site(FILES, out)
    before = {path: path.stat().st_mtime_ns for path in (out, *out.rglob("*"))}
    assert not place_site(FILES, out)
    assert {path: path.stat().st_mtime_ns for path in (out, *out.rglob("*"))} == before


@pytest.mark.parametrize("change", [{"index.html": b"other"}, {"new.html": b"new"}])
def test_a_changed_site_replaces_the_old_one(tmp_path, change) -> None:
    out = tmp_path / "site"
    place_site({**FILES, "old.html": b"old"}, out)
    assert place_site({**FILES, **change}, out)
    assert tree(out) == {**FILES, **change}
    assert beside(out) == []


def test_what_others_put_into_the_folder_stays(tmp_path) -> None:
    out = tmp_path / "site"
    place_site(FILES, out)
    (out / "CNAME").write_text("example.org")
    (out / ".well-known").mkdir()
    (out / ".well-known/security.txt").write_text("mail")
    (out / "en/own.html").write_text("own")
    (out / "link").symlink_to("CNAME")
    (out / "empty").mkdir()
    place_site({**FILES, "index.html": b"new"}, out)
    own = {".well-known/security.txt": b"mail", "CNAME": b"example.org", "en/own.html": b"own"}
    assert tree(out) == {**FILES, "index.html": b"new", **own, "link": b"example.org"}
    assert (out / "link").is_symlink()
    assert (out / "empty").is_dir()


def refused(files: dict[str, bytes], out: Path) -> str:
    before = tree(out) if out.is_dir() else None
    with pytest.raises(Unusable) as refusal:
        place_site(files, out)
    assert (tree(out) if out.is_dir() else None) == before
    (problem,) = refusal.value.problems
    assert (problem.code, bool(problem.hint)) == ("R069", True)
    return problem.message


def test_a_folder_with_anything_else_is_refused(tmp_path) -> None:
    out = tmp_path / "home"
    out.mkdir()
    (out / "letter.txt").write_text("dear")
    assert "isn't a site" in refused(FILES, out)
    (out / MARKER).write_text("[1]")
    assert "isn't a site" in refused(FILES, out)
    assert "is no folder" in refused(FILES, out / "letter.txt")


def test_a_link_to_a_folder_is_refused(tmp_path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    assert "is no folder" in refused(FILES, tmp_path / "site")


@pytest.mark.parametrize("own", ["new.html", "new.html/inside.txt", "en"])
def test_another_file_in_the_way_is_refused(tmp_path, own) -> None:
    out = tmp_path / "site"
    place_site({"index.html": b"start"}, out)
    (out / own).parent.mkdir(exist_ok=True)
    (out / own).write_text("own")
    assert "Peil didn't write it" in refused({"index.html": b"start", "new.html": b"", "en/a.html": b""}, out)


def test_an_empty_folder_is_taken(tmp_path) -> None:
    (tmp_path / "site").mkdir()
    assert place_site(FILES, tmp_path / "site")
    assert tree(tmp_path / "site") == FILES


def test_a_fault_while_building_leaves_the_old_site(tmp_path, monkeypatch) -> None:
    out = tmp_path / "site"
    place_site(FILES, out)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device", "x")

    monkeypatch.setattr(place.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        place_site({**FILES, "index.html": b"new"}, out)
    assert tree(out) == FILES
    assert beside(out) == []


def test_a_publication_cut_off_between_its_renames_is_mended_by_the_next(tmp_path, monkeypatch) -> None:
    out = tmp_path / "site"
    place_site(FILES, out)
    renames = []
    rename = Path.rename

    def cut_off(self: Path, target: Path) -> Path:
        renames.append(target)
        if len(renames) == 2:
            raise KeyboardInterrupt
        return rename(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", cut_off)
        with pytest.raises(KeyboardInterrupt):
            place_site({**FILES, "index.html": b"new"}, out)
    assert not out.exists()
    assert not place_site(FILES, out)
    assert tree(out) == FILES
    assert beside(out) == []
