"""The data-protection sheet as files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from peil.report.compose.protection import compose_protection, missing
from peil.report.protection import Protection
from peil.report.write import write_document
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Sheet:
    """The files of a sheet, and the settings that it asks for and study.toml doesn't have."""

    files: tuple[Path, ...]
    missing: tuple[str, ...]


def show_protection(
    study: Study, facts: Protection, *, formats: Sequence[str], out: Path, language: str
) -> Sheet:
    """Write the sheet in each format.

    Args:
        study: The study.
        facts: What is kept where and for how long, and the keys.
        formats: Of ``html``, ``pdf`` and ``docx``.
        out: Folder to write to.
        language: Language code.
    """
    document = compose_protection(study, facts, language)
    files = (write_document(document, name, out / f"data-protection.{language}.{name}") for name in formats)
    return Sheet(tuple(files), missing(study, facts))
