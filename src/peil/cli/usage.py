"""Arguments that a command can't use are problems like any other, also as JSON."""

import argparse
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

from peil.core.problem import Severity, Unusable
from peil.core.rule import Rule
from peil.core.span import Span

BAD_USAGE = Rule(
    "W002",
    "bad_usage",
    Severity.ERROR,
    "A command was given arguments that it can't use.",
    "A misspelt option that is passed over would give an answer to another question.",
)


class UsageParser(argparse.ArgumentParser):
    """A parser that gives a problem where argparse would print its usage and exit."""

    def error(self, message: str) -> NoReturn:
        """Stop with the problem."""
        said = message[:1].upper() + message[1:].rstrip(".") + "."
        hint = f"{self.prog} --help says what there is."
        raise Unusable([BAD_USAGE.problem(Span("command line"), said, hint=hint)])


def wants_json(arguments: Sequence[str]) -> bool:
    """Say whether arguments that may not parse ask for JSON."""
    return "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
