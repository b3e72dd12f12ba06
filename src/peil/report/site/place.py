"""Put a site where it is to stand: the whole of it at once, and nothing else touched."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NoReturn

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.report.site.site_problems import NOT_A_SITE

MARKER = ".peil-site"
"""The file that says which files of a folder Peil wrote."""


def place_site(files: Mapping[str, bytes], out: Path) -> bool:
    """Write a site in place of the one that stands there; give whether anything changed.

    The site is built in a folder beside and takes the other's place by renaming, so that nobody ever sees
    half of one. What others put into the folder stays there.

    Raises:
        Unusable: The folder holds something that isn't a site made by Peil, or files in its way.
    """
    recover(out)
    others = check_place(files, out)
    listed = json.dumps({"files": sorted(files)}, indent=1).encode() + b"\n"
    whole = {**files, MARKER: listed}
    if out.is_dir() and is_same(whole, out):
        return False
    out.parent.mkdir(parents=True, exist_ok=True)
    built = Path(tempfile.mkdtemp(prefix=f".{out.name}.peil-new-", dir=out.parent))
    try:
        build(whole, built)
        for path in others:
            copy(out / path, built / path)
        swap(built, out)
    finally:
        shutil.rmtree(built, ignore_errors=True)
    return True


def before_of(out: Path) -> Path:
    """Give where the old site waits while the new one takes its place."""
    return out.parent / f".{out.name}.peil-before"


def recover(out: Path) -> None:
    """Put back the old site where a publication was cut off between its two renames."""
    before = before_of(out)
    if before.is_dir() and not out.exists():
        before.rename(out)


def check_place(files: Mapping[str, bytes], out: Path) -> tuple[Path, ...]:
    """Give the files in the folder that aren't Peil's.

    Raises:
        Unusable: The folder is no site of Peil's, or such a file stands where one of the site's is to stand.
    """
    if not out.exists() and not out.is_symlink():
        return ()
    if not out.is_dir() or out.is_symlink():
        refuse(out, f"{out} is no folder.", "Name a folder of the site's own with --out.")
    there = tuple(walk(out))
    if not there:
        return ()
    own = read_marker(out)
    if own is None:
        message = f"{out} holds files and isn't a site made by Peil."
        refuse(out, message, "Name an empty folder, or one that isn't there yet, with --out.")
    others = tuple(path for path in there if path.as_posix() not in own | {MARKER})
    wanted = set(files)
    folders = {parent.as_posix() for path in wanted for parent in Path(path).parents}
    for path in others:
        parents = {parent.as_posix() for parent in path.parents}
        if path.as_posix() in wanted | folders or parents & wanted:
            message = f"{out / path} stands where the site has a file, and Peil didn't write it."
            refuse(out / path, message, "Move it elsewhere.")
    return others


def refuse(place: Path, message: str, hint: str) -> NoReturn:
    """Refuse to write.

    Raises:
        Unusable: Always.
    """
    raise Unusable([NOT_A_SITE.problem(Span(str(place)), message, hint=hint)])


def walk(folder: Path) -> Iterator[Path]:
    """Give every file below a folder, links and empty folders as they are, by its path in it."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink() and any(path.iterdir()):
            yield from (path.relative_to(folder) / below for below in walk(path))
        else:
            yield path.relative_to(folder)


def read_marker(out: Path) -> set[str] | None:
    """Give the paths that Peil wrote, or None where it wrote nothing here."""
    try:
        found = json.loads((out / MARKER).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return set(found["files"]) if isinstance(found, dict) and isinstance(found.get("files"), list) else None


def is_same(files: Mapping[str, bytes], out: Path) -> bool:
    """Say whether a folder holds just these of Peil's files."""
    own = (read_marker(out) or set()) | {MARKER}
    if own != set(files):
        return False
    return all(
        (out / path).is_file() and (out / path).read_bytes() == content for path, content in files.items()
    )


def build(files: Mapping[str, bytes], folder: Path) -> None:
    """Write the files, and see to it that they are on the disk; a web server may read them."""
    folder.chmod(0o755)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())


def copy(source: Path, target: Path) -> None:
    """Bring over what another put there, as it is."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir() and not source.is_symlink():
        target.mkdir(exist_ok=True)
    else:
        shutil.copy2(source, target, follow_symlinks=False)


def swap(built: Path, out: Path) -> None:
    """Let the new site take the old one's place."""
    before = before_of(out)
    if before.exists():
        shutil.rmtree(before)  # left where a publication was cut off after its second rename
    if out.exists():
        out.rename(before)
    try:
        built.rename(out)
    except OSError:
        recover(out)
        raise
    shutil.rmtree(before, ignore_errors=True)
