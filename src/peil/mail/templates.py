"""All mails of a study, as its folder ``mail`` holds them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from peil.core.problem import Problem
from peil.mail.read_template import read_template
from peil.mail.template import Kind, Template
from peil.study.study import Study

FOLDER = "mail"


@dataclass(frozen=True)
class Templates:
    """The mails that could be read, by kind and language, and what is wrong with any of them.

    ``stray`` are files that are none of these.
    """

    by_kind: Mapping[tuple[Kind, str], Template] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    stray: tuple[str, ...] = ()


def read_templates(study: Study) -> Templates:
    """Read the mails in the base language straight under ``mail``, the others under ``mail/LANG``."""
    folder = study.folder / FOLDER
    problems: list[Problem] = []
    found: dict[tuple[Kind, str], Template] = {}
    files = expected_files(study)
    for path, (kind, language) in files.items():
        if (folder / path).is_file():
            name = f"{FOLDER}/{path.as_posix()}"
            template = read_template((folder / path).read_bytes(), name, kind, language, problems)
            if template is not None:
                found[kind, language] = template
    there = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    stray = tuple(
        f"{FOLDER}/{path.relative_to(folder).as_posix()}"
        for path in there
        if path.relative_to(folder) not in files
    )
    return Templates(found, tuple(problems), stray)


def expected_files(study: Study) -> dict[Path, tuple[Kind, str]]:
    """Give the paths that mails of the study have under its folder ``mail``."""
    return {
        Path(template_path(study, kind, language)): (kind, language)
        for language in study.about.languages
        for kind in Kind
    }


def template_path(study: Study, kind: Kind, language: str) -> str:
    """Give where a mail stands under the study's folder ``mail``."""
    return f"{kind}.md" if language == study.about.language else f"{language}/{kind}.md"
