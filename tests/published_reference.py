"""What the reference study publishes, composed once for all tests that run in one process.

Passing the gate takes seconds: a test that changes no data has no need to pass it again.
"""

import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

from peil import line, reportline
from peil.besideline import add_told
from peil.core.problem import Problem
from peil.report.document import Document
from peil.report.template.part import Part
from peil.study.study import Study

REFERENCE = Path(__file__).resolve().parents[1] / "studies" / "genai-creative-work"


@cache
def published() -> reportline.Publication:
    return reportline.compose_publication(line.read_sound_study(REFERENCE), None)


@cache
def composed(language: str) -> tuple[Document, tuple[Problem, ...]]:
    """Give the report in a language, and what is wrong with it."""
    return published().compose(Part.REPORT, language)


def published_with(study: Study) -> reportline.Publication:
    """Give what a copy of the study publishes that has other texts or quotations and the same data."""
    read = reportline.read_texts(study, reportline.find_texts(study))
    return replace(
        published(),
        study=study,
        release=add_told(study, published().release, reportline.release_alone),
        templates={text: template for text, (template, _) in read.items()},
        read_problems={text: problems for text, (_, problems) in read.items()},
    )


def copy_without_texts(folder: Path) -> Path:
    """Copy the study without its texts and groups: it publishes so little that the gate is soon passed."""
    texts = shutil.ignore_patterns("report", "deck", "press", "site", "published", "releases")
    shutil.copytree(REFERENCE, folder, ignore=texts)
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    without, places = re.subn(r"(?m)^groups = .*$", "groups = []", plan)
    assert places == 1
    (folder / "plan.toml").write_text(without, encoding="utf-8")
    return folder
