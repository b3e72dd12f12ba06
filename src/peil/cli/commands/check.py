"""``peil check``: every problem of a study at once."""

import argparse

from peil import line
from peil.cli.command import Command, add_study
from peil.cli.outcome import Outcome, count_problems, plural


def run(chosen: argparse.Namespace) -> Outcome:
    """Read and check a study."""
    study = line.read_study(chosen.study)
    found = line.find_problems(study)
    questions, accepted = len(study.questionnaire.questions), len(found.accepted)
    known = line.explain_study(study) if chosen.explain else ()
    return Outcome(
        text=summary(questions, found.problems, accepted),
        data={"questions": questions, "accepted": accepted},
        problems=(*found.problems, *known),
    )


def summary(questions: int, problems: tuple[line.Problem, ...], accepted: int) -> str:
    """Say how many questions were read, the problems by severity, and how many are accepted."""
    found = count_problems(problems) or "no problems"
    kept = f", {accepted} accepted" if accepted else ""
    return f"{questions} {plural(questions, 'question')} checked: {found}{kept}."


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add whether to tell what is no problem."""
    add_study(parser)
    parser.add_argument(
        "--explain",
        action="store_true",
        help="tell also where a condition reads an answer that some were never asked for",
    )


CHECK = Command(
    name="check",
    summary="find every problem of a study at once",
    description=(
        "Reads the study's folder and applies every rule of the catalogue. Routing is proved: what can "
        "happen is shown by a walk through the interview, what can't by the conditions that exclude it. Each "
        "problem says where, what and one repair. Exit status 1 when there are errors or warnings, 2 when "
        "the folder can't be read as a study."
    ),
    example="peil check studies/genai-creative-work",
    arguments=arguments,
    run=run,
    nothing={"questions": 0, "accepted": 0},
)
