"""What is wrong with a file or folder that a command was to use."""

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span

UNUSABLE_PATH = Rule(
    "W001",
    "unusable_path",
    Severity.ERROR,
    "A file or folder can't be written or read.",
    "The system refuses it: it is read-only, belongs to someone else, or its disk is full.",
)


def path_problem(error: OSError) -> Problem:
    """Give the problem of an error that the system gave about a file."""
    message = f"This file or folder can't be used: {error.strerror}."
    return UNUSABLE_PATH.problem(Span(str(error.filename)), message, hint="Name another, or free this one.")
