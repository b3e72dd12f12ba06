"""The questionnaire as a document: composed from the study and what is proved of it, and written."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from peil.report.compose.proved import Proved
from peil.report.compose.show import compose_questionnaire
from peil.report.write import write_document
from peil.study.proof.leaving import who_can_leave
from peil.study.proof.length import route_lengths
from peil.study.proof.reach import who_is_asked
from peil.study.role import Role
from peil.study.study import Study
from peil.study.text import Wording


def prove(study: Study) -> Proved:
    """Give what a shown questionnaire tells of a study; one without roles has one, for everyone."""
    everyone = Role("", Wording("role"), None)
    whole = study if study.roles else replace(study, roles=(everyone,))
    return Proved(whole, who_is_asked(whole), who_can_leave(whole), route_lengths(whole))


def show_questionnaire(
    study: Study, *, formats: Sequence[str], out: Path, language: str, role: str = ""
) -> tuple[Path, ...]:
    """Write the questionnaire in each format; gives the files.

    Args:
        study: The study.
        formats: Of ``html``, ``pdf`` and ``docx``.
        out: Folder to write to.
        language: Language code.
        role: The one role to show; empty: all roles side by side.
    """
    document = compose_questionnaire(prove(study), language, role)
    stem = ".".join(part for part in ("questionnaire", role, language) if part)
    return tuple(write_document(document, name, out / f"{stem}.{name}") for name in formats)
