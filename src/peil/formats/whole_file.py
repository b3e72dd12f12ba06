"""A file that is written whole or not at all."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

OWN = 0o600
"""The owner may read and write; nobody else anything."""


def write_whole(path: Path, write: Callable[[Path], None], mode: int | None = None) -> None:
    """Write a file in a folder beside it, which it leaves only when all is there and on disk.

    A crash leaves what was there. Absent folders on the way are made; a link keeps pointing where it pointed.

    Args:
        path: The file.
        write: Writes it, to the path that it is given.
        mode: Who may read and write it; default: as the system makes new files.

    Raises:
        OSError: The file can't be written; names the file.
    """
    goal = path.resolve()
    goal.parent.mkdir(parents=True, exist_ok=True)
    try:
        with TemporaryDirectory(prefix=".writing-", dir=goal.parent) as folder:
            made = Path(folder) / goal.name
            write(made)
            if mode is not None:
                made.chmod(mode)
            with made.open("rb") as file:
                os.fsync(file.fileno())
            made.replace(goal)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
