"""The zip file of a project, from elsewhere: nothing of it is put on disk, and no more is read than fits."""

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is an exception, and named like one here

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.qual.exchange_problems import UNREADABLE_EXCHANGE, UNSAFE_EXCHANGE

MEBIBYTE = 1 << 20
LARGEST_PART = 64 * MEBIBYTE
LARGEST_TOTAL = 256 * MEBIBYTE
MOST_PARTS = 100_000
ENCRYPTED = 0x1
EXPORT_ANEW = "Export it from the tool anew, as a REFI-QDA project."
ASK = "Ask who made it for an export of the tool itself."


class Archive:
    """The parts of a project's file by name, in whatever case and with whatever slashes a tool wrote them.

    Args:
        file: The zip file; it stays open while parts are read.
        name: What problems call it.

    Raises:
        Unusable: It is no zip file, or one that does what it may not do.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.name = name
        self._left = LARGEST_TOTAL
        try:
            self._zip = ZipFile(file)
        except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
            raise self._unreadable("The file is no zip file, or a broken one.") from error
        entries = self._zip.infolist()
        if len(entries) > MOST_PARTS:
            raise self._unsafe(f"The file has {len(entries)} parts.")
        self._parts: dict[str, ZipInfo] = {}
        for entry in entries:
            self._add(entry)

    def _add(self, entry: ZipInfo) -> None:
        path = entry.filename.replace("\\", "/")
        if path.startswith("/") or ":" in path.split("/")[0] or ".." in path.split("/"):
            raise self._unsafe(f'A part is called "{path}", which leads out of the file.')
        if path.endswith("/"):
            return
        key = path.casefold()
        if key in self._parts:
            raise self._unsafe(f'Two parts are called "{path}".')
        self._parts[key] = entry

    def project(self) -> bytes:
        """Give ``project.qde``.

        Raises:
            Unusable: There is none.
        """
        names = [name for name in self._parts if name.endswith(".qde") and "/" not in name]
        chosen = "project.qde" if "project.qde" in names else names[0] if len(names) == 1 else ""
        if not chosen:
            raise self._unreadable("There is no project.qde in the file.")
        return self._read(chosen)

    def source(self, path: str) -> bytes | None:
        """Give a file of the folder ``sources`` by its name there, or None where it isn't."""
        key = f"sources/{path}".casefold()
        return self._read(key) if key in self._parts else None

    def _read(self, key: str) -> bytes:
        entry = self._parts[key]
        if entry.flag_bits & ENCRYPTED:
            raise self._unsafe(f'"{entry.filename}" has a password.')
        most = min(LARGEST_PART, self._left)
        try:
            with self._zip.open(entry) as part:
                content = part.read(most + 1)  # what the header says of its size is only said
        except (BadZipFile, ZlibError, EOFError, NotImplementedError, OSError) as error:
            raise self._unreadable(f'"{entry.filename}" in the file is broken.') from error
        if len(content) > most:
            raise self._unsafe(f'"{entry.filename}" unfolds to more than {most // MEBIBYTE} MiB.')
        self._left -= len(content)
        return content

    def _unreadable(self, message: str) -> Unusable:
        return Unusable([UNREADABLE_EXCHANGE.problem(Span(self.name), message, hint=EXPORT_ANEW)])

    def _unsafe(self, message: str) -> Unusable:
        return Unusable([UNSAFE_EXCHANGE.problem(Span(self.name), message, hint=ASK)])
