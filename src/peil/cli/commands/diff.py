"""``peil diff``: what changed between two versions, and whether answers already given stay valid."""

import argparse
from pathlib import Path

from peil import line
from peil.cli.command import Command
from peil.cli.outcome import Outcome
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Severity, Unusable
from peil.core.span import Span
from peil.study.changes.as_json import changes_json
from peil.study.changes.as_text import changes_text
from peil.study.changes.told import as_problems


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the two versions and the folder whose revisions are meant."""
    for name, what in (("old", "the version before"), ("new", "the version now")):
        parser.add_argument(
            name, metavar=name.upper(), help=f"{what}: a study's folder, else a git revision (HEAD~3, v1)"
        )
    parser.add_argument(
        "--study",
        metavar="FOLDER",
        help="the study's folder in its repository (default: the folder among the two versions, else here)",
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Compare the versions. In words, what breaks nothing stands in the overview alone."""
    if chosen.study is not None and Path(chosen.old).is_dir() and Path(chosen.new).is_dir():
        hint = "Leave it away, or name a revision in place of a folder."
        told = "--study says whose revisions are meant, and both versions are folders."
        raise Unusable([BAD_USAGE.problem(Span("command line"), told, hint=hint)])
    changes = line.compare_versions(chosen.old, chosen.new, chosen.study)
    in_words = chosen.format == "text"
    problems = as_problems(changes, brief=in_words)
    if in_words:
        problems = tuple(problem for problem in problems if problem.severity is Severity.ERROR)
    data = {"changes": changes_json(changes), "breaks": changes.breaks}
    return Outcome(text=changes_text(changes), data=data, problems=problems)


DIFF = Command(
    name="diff",
    summary="what changed between two versions, and whether given answers stay valid",
    description=(
        "Compares two versions of a questionnaire: questions, options and rows added, removed, renamed, "
        "moved "
        "and reworded, limits, pages, roles. Who is asked more or less is proved, and shown with somebody "
        "whom "
        "it touches. Every change says whether a live study would break: whether answers already given "
        "would "
        "lose their place or meaning, or finished interviews become unfinished. Exit status 1 when it "
        "would, "
        "0 when it wouldn't, 2 when a version can't be read. A name is taken for a folder where there is "
        "one, "
        "else for a git revision; nothing is checked out."
    ),
    example="peil diff HEAD~3 studies/genai-creative-work",
    arguments=arguments,
    run=run,
    nothing={"changes": [], "breaks": None},
)
