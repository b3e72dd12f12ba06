"""Codings kept in the study's folder: one line an answer and coder, so that version control merges them."""

import csv
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from peil.core.problem import Problem, Unusable
from peil.formats.whole_file import write_whole
from peil.study.coding import Coding, Codings
from peil.study.reader.read_codings import FOLDER, HEADER, read_coding_file

if sys.platform != "win32":
    import fcntl


def keep_codings(study: Path, variable: str, *changes: Coding | tuple[str, str]) -> Codings:
    """Put codings in the place of what their coders found before, and give all as they are on disk now.

    The file is read anew under a lock, so that what another coder saved meanwhile stays; it is written whole
    or not at all, so that a crash loses nothing that was saved before.

    Args:
        study: The study's folder.
        variable: Whose answers were coded.
        changes: Codings; or the respondent and coder of one to take out.

    Raises:
        Unusable: The file holds a line that can't be read, which saving would throw away.
    """
    with _locked(study / FOLDER):
        codings = read_kept(study, variable)
        by_place = dict(codings.by_place)
        for one in changes:
            if isinstance(one, Coding):
                by_place[one.respondent, one.coder] = one
            else:
                by_place.pop(one, None)
        kept = Codings(variable, by_place)
        write_codings(study / FOLDER / f"{variable}.csv", kept)
    return kept


def read_kept(study: Path, variable: str) -> Codings:
    """Read the codings of a variable as they are on disk now.

    Raises:
        Unusable: A line can't be read.
    """
    problems: list[Problem] = []
    codings = read_coding_file(study, variable, problems)
    if problems:
        raise Unusable(problems)
    return codings


def write_codings(path: Path, codings: Codings) -> None:
    """Write codings in the order of respondent and coder, whole or not at all."""

    def write(made: Path) -> None:
        with made.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(HEADER)
            for _, one in sorted(codings.by_place.items()):
                note = " ".join(one.note.split())
                writer.writerow((one.respondent, one.coder, " ".join(one.codes), one.answer, note))

    write_whole(path, write)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Keep others who save in this folder waiting."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # two programs that save in one instant aren't kept apart there
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)
