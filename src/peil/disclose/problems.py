"""The catalogue of problems in what is to be released, each with a frozen code."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.disclose.release import Release

UNPROTECTED = Rule(
    "G010",
    "unprotected",
    Severity.ERROR,
    "A hidden number can be worked out from what is shown, and nothing more can be hidden for it.",
    "What was shown before, or stays visible of the whole sample, leaves too few values that it can have.",
)
BROKEN_RELEASE = Rule(
    "G011",
    "broken_release",
    Severity.ERROR,
    "A file of the registry of releases can't be read.",
    "Without it a release could show what an earlier one hid, and the two together would give people away.",
)
GATE_RULES = (UNPROTECTED, BROKEN_RELEASE)


def tell_cell(item: str, by: str | None, group: str | None, option: str) -> Problem:
    """Give the problem of a hidden cell that nothing protects."""
    of = f' in {by} "{group}"' if by else ""
    message = f'The hidden number of "{option}" of {item}{of} can be worked out from what is shown.'
    hint = "Take classes together in a derived variable, or leave this table or figure out."
    return UNPROTECTED.problem(Span("plan.toml"), message, hint=hint, got=option)


def tell_unprotected(released: Release) -> Iterator[Problem]:
    """Give a problem for each hidden cell that nothing protects."""
    for (item, by, _, _, group), option in released.unprotected:
        yield tell_cell(item, by, group, option)
