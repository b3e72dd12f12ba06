"""``peil estimate``: weighted shares and bases of any data file."""

import argparse
from pathlib import Path

from peil import line
from peil.cli.command import Command
from peil.cli.estimate_text import estimate_text
from peil.cli.outcome import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file and its columns."""
    parser.add_argument("data", metavar="DATA", help="a CSV file with a header")
    parser.add_argument(
        "--rows", nargs="+", action="extend", required=True, metavar="V", help="columns to tabulate"
    )
    parser.add_argument(
        "--by",
        nargs="+",
        action="extend",
        default=[],
        metavar="V",
        help="columns to split by, each its own banner; given again, they add up",
    )
    parser.add_argument("--weights", metavar="V", help="column of weights")


def run(chosen: argparse.Namespace) -> Outcome:
    """Estimate."""
    tables = line.estimate_tables(Path(chosen.data), chosen.rows, chosen.by, chosen.weights)
    return Outcome(text=estimate_text(tables), data={"tables": tables})


ESTIMATE = Command(
    name="estimate",
    summary="weighted shares, bases and intervals of any CSV file",
    description=(
        "Tabulates columns of any CSV file: per option its count, weighted share, standard error (Taylor "
        "linearised, sampling with replacement) and 95 % logit interval. The base of a column is the rows"
        " in which it is neither empty nor NA. Every option that occurs in the file is listed in every "
        "group, zeros included."
    ),
    example="peil estimate responses.csv --rows q0001 --by age3 kids --weights weight",
    arguments=arguments,
    run=run,
    nothing={"tables": []},
)
