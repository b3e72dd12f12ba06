"""Into which folder a data pack may be written."""

from pathlib import Path

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.formats.pack.pack_problems import IN_STUDY
from peil.study.study import Study

DATA = "data"
"""The one folder of a study that rows may stand in: it holds them already."""


def demand_apart(study: Study, out: Path) -> None:
    """Refuse a folder among the study's texts: its files are passed on and kept under version control.

    Raises:
        Unusable: It is the study's folder or lies in it, its ``data`` folder aside.
    """
    own, wanted = study.folder.resolve(), out.resolve()
    if wanted == own or (own in wanted.parents and own / DATA not in (wanted, *wanted.parents)):
        message = f"{out} is part of the study's own folder, whose files are passed on."
        hint = "Choose a folder beside the study with --out."
        raise Unusable([IN_STUDY.problem(Span("--out"), message, hint=hint)])
