"""A command: a name, its arguments, and what it does."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from peil.cli.outcome import Outcome


@dataclass(frozen=True)
class Command:
    """One subcommand of ``peil``.

    Args:
        name: What the user types.
        summary: One line for ``peil --help``.
        description: What it does, for ``peil NAME --help`` and the reference page.
        example: A line that works.
        arguments: Adds its arguments to a parser.
        run: Does the work.
        nothing: What its JSON holds beside the problems when nothing could be done.
    """

    name: str
    summary: str
    description: str
    example: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Outcome]
    nothing: Mapping[str, object] = field(default_factory=dict)


def add_study(parser: argparse.ArgumentParser) -> None:
    """Add the argument that most commands begin with."""
    parser.add_argument(
        "study", nargs="?", default=".", metavar="STUDY", help="the study's folder (default: here)"
    )


def add_data(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a data file."""
    parser.add_argument(
        "--data",
        metavar="FILE",
        help="responses as CSV (default: the one CSV file in the study's data folder)",
    )


def add_store(parser: argparse.ArgumentParser) -> None:
    """Add the option that names a store."""
    parser.add_argument(
        "--store",
        metavar="URL",
        help=(
            "sqlite:FOLDER or postgresql://… (default: the environment variable PEIL_STORE, "
            "else the folder store in the study's folder)"
        ),
    )
