"""``peil tables``: shares, counts and bases of every item, whole and by group."""

import argparse

from peil import line
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome
from peil.cli.tables_text import tables_text


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the data, the groups and the conditions."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--rows",
        nargs="+",
        action="extend",
        default=[],
        metavar="V",
        help="only these items or questions (default: all)",
    )
    parser.add_argument(
        "--by",
        nargs="+",
        action="extend",
        default=[],
        metavar="V",
        help="groups to split by, each its own banner; given again, they add up",
    )
    parser.add_argument("--where", metavar="EXPR", help="only those for whom this condition holds")
    parser.add_argument(
        "--released", action="store_true", help="as published: small bases are suppressed and say so"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Tabulate."""
    study = line.read_sound_study(chosen.study)
    dataset = line.read_analysis_set(study, chosen.data)
    made = line.make_tables(dataset, rows=chosen.rows, by=chosen.by, where=chosen.where)
    if chosen.released:
        found = line.released_tables_json(study, line.release_tables(dataset, made))
    else:
        found = line.tables_json(study, made)
    data = {"tables": found.tables, "means": found.means, "synthetic": dataset.synthetic}
    text = tables_text(study, found.tables, found.means, synthetic=dataset.synthetic)
    return Outcome(text=text, data=data, problems=dataset.problems)


TABLES = Command(
    name="tables",
    summary="shares, counts and bases of every item, whole and by group",
    description=(
        "Tabulates the analysis set. Without --released the tables are for the researcher's eyes: nothing"
        " is suppressed. With it they are what may be published: bases under the plan's minimum show "
        "nothing."
    ),
    example="peil tables studies/genai-creative-work --rows usage --by employment organisation5",
    arguments=arguments,
    run=run,
    nothing={"tables": [], "means": []},
)
