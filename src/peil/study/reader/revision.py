"""A study as it stood in a git revision, read into a temporary folder and from there."""

import os
import subprocess
import tempfile
from pathlib import Path, PurePosixPath

from peil.core.problem import Problem, Unusable
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.reader.read import PLAN, QUESTIONNAIRE, SETTINGS, TRANSLATIONS, read_study
from peil.study.reader.revision_problems import NO_GIT, NOT_IN_REVISION, OUTSIDE_GIT, UNKNOWN_REVISION
from peil.study.study import Study

FROM_A_HOOK = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"}
"""What git sets for its hooks: it would have the repository looked for below the study's folder."""


def read_revision(revision: str, folder: Path) -> Study:
    """Read the study in a folder as it stood in a revision: a commit, branch or tag.

    Nothing is checked out, and of the revision only the study's own files are read.

    Raises:
        Unusable: There is no git, no repository, no such revision or no study in it.
    """
    place = os.fsdecode(_git(folder, OUTSIDE_GIT, revision, "rev-parse", "--show-prefix")).rstrip("\n")
    commit = _git(
        folder,
        UNKNOWN_REVISION,
        revision,
        "rev-parse",
        "--verify",
        "--end-of-options",
        f"{revision}^{{commit}}",
    )
    tree = f"{commit.decode().strip()}:{place}"
    listed = _git(folder, NOT_IN_REVISION, revision, "ls-tree", "-r", "-z", "--full-tree", tree)
    files = dict(_file(entry) for entry in listed.split(b"\0") if entry)
    if QUESTIONNAIRE not in files:
        raise Unusable([_problem(NOT_IN_REVISION, revision, folder)])
    with tempfile.TemporaryDirectory() as name:
        for path, blob in files.items():
            if _is_read(PurePosixPath(path)):
                target = Path(name) / path
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(_git(folder, NOT_IN_REVISION, revision, "cat-file", "blob", blob))
        return read_study(Path(name))


def _file(entry: bytes) -> tuple[str, str]:
    """Give the path and the object's name of a line of ``ls-tree``."""
    told, _, path = entry.partition(b"\t")
    return os.fsdecode(path), told.split()[2].decode()


def _is_read(path: PurePosixPath) -> bool:
    """Say whether a file is one that the study is read from."""
    if path.parent == PurePosixPath(TRANSLATIONS):
        return path.suffix == ".po"
    return str(path) in {QUESTIONNAIRE, SETTINGS, PLAN}


def _git(folder: Path, otherwise: Rule, revision: str, *words: str) -> bytes:
    """Give what git prints; where it fails, that is the problem of a rule."""
    environment = {name: value for name, value in os.environ.items() if name not in FROM_A_HOOK}
    try:
        done = subprocess.run(  # noqa: S603 - words apart, and a revision can't be taken for an option
            ["git", *words],  # noqa: S607 - the user's own git
            cwd=folder,
            env=environment,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise Unusable([_problem(NO_GIT, revision, folder)]) from None
    if done.returncode:
        raise Unusable([_problem(otherwise, revision, folder)])
    return done.stdout


def _problem(rule: Rule, revision: str, folder: Path) -> Problem:
    here = "here" if folder == Path() else f"in {folder}"
    told = {
        NO_GIT.code: ("The program git isn't there to read it with.", "Install git, or name two folders."),
        OUTSIDE_GIT.code: (
            f'"{revision}" is no folder, and what is {here} is in no git repository that can be read.',
            "Name two folders, or the study's folder in its repository with --study.",
        ),
        UNKNOWN_REVISION.code: (
            f'"{revision}" is neither a folder nor a revision.',
            "Name one that “git log --oneline” shows, a tag or a branch.",
        ),
        NOT_IN_REVISION.code: (
            f'There was no {QUESTIONNAIRE} {here} in "{revision}".',
            "Name a later revision, or the folder that the study was in with --study.",
        ),
    }
    message, hint = told[rule.code]
    return rule.problem(Span(revision), message, hint=hint)
