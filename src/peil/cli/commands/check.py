"""``peil check``: every problem of a study at once."""

import argparse

from peil import line
from peil.cli.command import Command, add_study
from peil.cli.outcome import Outcome
from peil.core.problem import Severity


def run(arguments: argparse.Namespace) -> Outcome:
    """Read and check a study."""
    study = line.read_study(arguments.study)
    problems = line.check_study(study)
    questions = len(study.questionnaire.questions)
    return Outcome(text=summary(questions, problems), data={"questions": questions}, problems=problems)


def summary(questions: int, problems: tuple[line.Problem, ...]) -> str:
    """Say how many questions were read and how many problems there are, by severity."""
    counts = {severity: sum(problem.severity is severity for problem in problems) for severity in Severity}
    parts = [f"{count} {plural(count, severity.value)}" for severity, count in counts.items() if count]
    return f"{questions} {plural(questions, 'question')} checked: {', '.join(parts) or 'no problems'}."


def plural(count: int, word: str) -> str:
    """Give the word as it goes with the count."""
    return word if count == 1 or word == Severity.INFO.value else f"{word}s"


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
)
