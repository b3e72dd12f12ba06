"""The right to serve respondents from a folder, which ends with the process that has it."""

import sqlite3
from pathlib import Path

FILE = "serving.sqlite"
WAIT_SECONDS = 1.0
"""Long enough for a store that another process is just bringing up to date."""


class ServedError(Exception):
    """Another process has it."""


class Serving:
    """An exclusive lock of a file, kept through SQLite: the same on every system, and let go by any death."""

    def __init__(self, folder: Path, file: str = FILE) -> None:
        """Take it; another file stands for another right.

        Raises:
            ServedError: Another has it.
            sqlite3.OperationalError: The file can't be used.
        """
        path = folder / file
        path.touch(mode=0o600)
        self._connection = sqlite3.connect(
            path, timeout=WAIT_SECONDS, isolation_level=None, check_same_thread=False
        )
        try:
            self._connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            self._connection.close()
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
                raise ServedError from None
            raise

    def close(self) -> None:
        """Let it go."""
        self._connection.close()
