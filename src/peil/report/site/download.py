"""Files that are published beside the pages."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from peil.report.document import Block, Bullets, Paragraph, Run
from peil.report.site.page import FILE
from peil.report.site.words import WORDS, file_size, tell

FOLDER = "downloads"
"""Folder of the files, from the site's root."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download.

    Args:
        name: Its file name.
        content: Its bytes.
        title: What it is called, by language; a language that isn't here doesn't list it.
        kind: Its format, by the ending it usually has: ``pdf``.
    """

    name: str
    content: bytes
    title: dict[str, str]
    kind: str

    @property
    def path(self) -> str:
        """Where it stands, from the site's root."""
        return f"{FOLDER}/{self.name}"


def download_blocks(downloads: Iterable[Download], language: str) -> Iterator[Block]:
    """Give the list of a language's files, each with its format and size."""
    items = [
        (Paragraph((Run(one.title[language], link=f"{FILE}{one.path}"), Run(f" ({told(one, language)})"))),)
        for one in downloads
        if language in one.title
    ]
    yield Bullets(tuple(items)) if items else Paragraph((Run(tell(language, "no_files")),))


def told(download: Download, language: str) -> str:
    """Say a file's format and size."""
    known = WORDS.get(language, WORDS["en"])
    return f"{known.get(download.kind, download.kind.upper())}, {file_size(len(download.content), language)}"


def zip_files(files: Mapping[str, bytes]) -> bytes:
    """Give files as one, without times: the same files give the same bytes."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name in sorted(files):
            entry = ZipInfo(name)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, files[name])
    return packed.getvalue()
