"""A disk that loses power, fills up or can't be written, and a clock that jumps: for one program at a time.

A small C library stands between the program and the system (``failing_disk.c``); it needs a C compiler.
"""

import atexit
import os
import shutil
import struct
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import gettempdir

import pytest

SOURCE = Path(__file__).with_name("failing_disk.c")
HEAD = struct.Struct("<c3xIIIQQ")
SECTOR = 512


@dataclass(frozen=True)
class Change:
    """One write or truncation, as the log has it."""

    kind: str
    offset: int
    size: int
    before: bytes
    after: bytes


@dataclass
class File:
    """A file's changes since its latest sync, in order."""

    unsynced: list[Change] = field(default_factory=list)


class FailingDisk:
    """A folder on a disk that can fail.

    Args:
        folder: What is on the disk.
        aside: A folder that is not, for the log and the switches.
    """

    def __init__(self, folder: Path, aside: Path) -> None:
        self.folder = folder
        self._log = aside / "disk.log"
        self._fault = aside / "disk.fault"
        self._clock = aside / "clock"

    @property
    def environment(self) -> dict[str, str]:
        """What a program is started with to be on this disk."""
        return {
            **os.environ,
            "LD_PRELOAD": str(compiled()),
            "DISK_FOLDER": str(self.folder),
            "DISK_LOG": str(self._log),
            "DISK_FAULT": str(self._fault),
            "CLOCK_FILE": str(self._clock),
        }

    def fill(self) -> None:
        """Let no more be written: the disk is full."""
        self._fault.write_text("F")

    def lock(self) -> None:
        """Let no more be written: the disk is read-only."""
        self._fault.write_text("R")

    def mend(self) -> None:
        """Let it be written again."""
        self._fault.unlink(missing_ok=True)

    def set_clock(self, seconds: int) -> None:
        """Let the wall clock be wrong by so many seconds."""
        aside = self._clock.with_suffix(".new")
        aside.write_text(str(seconds))
        aside.replace(self._clock)

    def cut_power(self, chance: Random | None = None) -> int:
        """Take from the files what no sync had reached; give how many changes were lost.

        Args:
            chance: Decides which unsynced changes reached the disk all the same, in part or out of order;
                without it none did.
        """
        lost = 0
        for path, file in self._files().items():
            if not Path(path).is_file():  # a folder that was synced, or a file that is gone
                continue
            with Path(path).open("r+b") as there:
                for change in reversed(file.unsynced):
                    _undo(there, change)
                for change in file.unsynced:
                    share = chance.choice((0.0, 0.0, 0.5, 1.0)) if chance else 0.0
                    lost += share < 1
                    _redo(there, change, share)
        self._log.unlink(missing_ok=True)
        return lost

    def _files(self) -> dict[str, File]:
        files: dict[str, File] = {}
        for path, change in _read(self._log):
            if change.kind == "S":
                files[path] = File()
            else:
                files.setdefault(path, File()).unsynced.append(change)
        return files


def _read(log: Path) -> Iterator[tuple[str, Change]]:
    text = log.read_bytes() if log.exists() else b""
    at = 0
    while at + HEAD.size <= len(text):
        kind, path, before, after, offset, size = HEAD.unpack_from(text, at)
        at += HEAD.size
        if at + path + before + after > len(text):
            return
        parts = []
        for length in (path, before, after):
            parts.append(text[at : at + length])
            at += length
        yield parts[0].decode(), Change(kind.decode(), offset, size, parts[1], parts[2])


def _undo(there, change: Change) -> None:
    there.seek(change.offset)
    there.write(change.before)
    there.truncate(change.size)


def _redo(there, change: Change, share: float) -> None:
    if change.kind == "T":
        if share == 1:
            there.truncate(change.offset)
        return
    kept = len(change.after) if share == 1 else int(len(change.after) * share) // SECTOR * SECTOR
    there.seek(change.offset)
    there.write(change.after[:kept])


@cache
def compiled() -> Path:
    """Compile the library; without a compiler the test says so, and fails where it may not be missing."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(
            "no C compiler is found: install Debian's package gcc, with libc6-dev"
        )
    made = Path(gettempdir()) / f"peil-failing-disk-{os.getuid()}-{os.getpid()}.so"
    command = [compiler, "-shared", "-fPIC", "-O1", "-o", str(made), str(SOURCE), "-ldl", "-lpthread"]
    atexit.register(made.unlink, missing_ok=True)
    subprocess.run(command, check=True)
    return made
