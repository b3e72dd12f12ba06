"""``peil check``: every problem of a study at once."""

import argparse

from peil import line
from peil.cli.command import Command, add_study
from peil.cli.outcome import Outcome, count_problems, plural


def run(arguments: argparse.Namespace) -> Outcome:
    """Read and check a study."""
    study = line.read_study(arguments.study)
    problems = line.check_study(study)
    questions = len(study.questionnaire.questions)
    return Outcome(text=summary(questions, problems), data={"questions": questions}, problems=problems)


def summary(questions: int, problems: tuple[line.Problem, ...]) -> str:
    """Say how many questions were read and how many problems there are, by severity."""
    found = count_problems(problems) or "no problems"
    return f"{questions} {plural(questions, 'question')} checked: {found}."


CHECK = Command(
    name="check",
    summary="find every problem of a study at once",
    description=(
        "Reads the study's folder and applies every rule of the catalogue. Each problem says where, what "
        "and one repair. Exit status 1 when there are errors or warnings, 2 when the folder can't be read"
        " as a study."
    ),
    example="peil check studies/genai-creative-work",
    arguments=add_study,
    run=run,
    nothing={"questions": 0},
)
