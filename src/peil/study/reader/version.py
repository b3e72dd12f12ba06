"""A version of a study by the name that the user gives it: a folder or a git revision."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from peil.core.problem import Problem, Severity, Unusable
from peil.core.span import Span
from peil.study.checks import missing_file
from peil.study.reader.read import PLAN, read_study
from peil.study.reader.revision import read_revision
from peil.study.reader.revision_problems import REVISION_RULES
from peil.study.study import Study

OF_GIT = {rule.code for rule in REVISION_RULES}


@dataclass(frozen=True)
class Version:
    """A version that was read, and what goes before the names of its files: ``old/`` or ``v1:``."""

    study: Study
    place: str


def read_versions(old: str, new: str, study: str | None = None) -> tuple[Version, Version]:
    """Read two versions of a study.

    Args:
        old: A folder, else a revision.
        new: A folder, else a revision.
        study: The folder whose revisions are meant; default: the one that is among the versions, else this.

    Raises:
        Unusable: One can't be read, or has errors that hide what it asks; those of both are told. What is
            wrong in the plan hides nothing: no respondent is asked by it.
    """
    named = [Path(name) for name in (new, old) if Path(name).is_dir()]
    folder = Path(study) if study is not None else named[0] if named else Path()
    if not folder.is_dir():
        message, hint = "There is no such folder.", "Name the study's folder with --study."
        raise Unusable([missing_file.RULE.problem(Span(str(folder)), message, hint=hint)])
    found: list[Version] = []
    problems: list[Problem] = []
    for name, own in ((old, f"{old.rstrip('/')}/"), (new, "")):
        try:
            found.append(_read(name, own, folder))
        except Unusable as unusable:
            problems.extend(unusable.problems)
    if problems:
        raise Unusable(problems)
    return found[0], found[1]


def _read(name: str, own: str, folder: Path) -> Version:
    """Read one version.

    Args:
        name: A folder or a revision.
        own: What goes before its files' names where it is a folder.
        folder: Whose revisions are meant.
    """
    is_folder = Path(name).is_dir()
    place = own if is_folder else f"{name}:"
    try:
        study = read_study(name) if is_folder else read_revision(name, folder)
    except Unusable as unusable:
        raise Unusable(_placed(unusable.problems, place)) from None
    hiding = [one for one in study.problems if one.severity is Severity.ERROR and one.span.file != PLAN]
    if hiding:
        raise Unusable(_placed(hiding, place))
    return Version(study, place)


def _placed(problems: Iterable[Problem], place: str) -> list[Problem]:
    """Say of which version's files problems are."""
    return [
        problem
        if problem.code in OF_GIT
        else replace(problem, span=replace(problem.span, file=place + problem.span.file))
        for problem in problems
    ]
