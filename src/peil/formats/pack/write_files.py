"""A data pack's files in a folder."""

from collections.abc import Mapping
from pathlib import Path

from peil.formats.whole_file import OWN, write_whole


def write_files(folder: Path, files: Mapping[str, bytes], *, public: bool) -> tuple[Path, ...]:
    """Write each file whole; those of a restricted version only the owner can read.

    Raises:
        OSError: A file can't be written; names the file.
    """
    for name, content in files.items():

        def write(path: Path, content: bytes = content) -> None:
            path.write_bytes(content)

        write_whole(folder / name, write, None if public else OWN)
    return tuple(folder / name for name in files)
