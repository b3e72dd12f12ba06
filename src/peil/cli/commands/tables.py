"""``peil tables``: shares, counts and bases of every item, whole and by group."""

import argparse
import sys
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from peil import fieldline, line, reportline
from peil.cli.command import Command, add_data, add_store, add_study
from peil.cli.outcome import Outcome
from peil.cli.tables_text import tables_text
from peil.cli.usage import BAD_USAGE
from peil.cli.watch import watch
from peil.core.problem import Unusable
from peil.core.span import Span
from peil.study.study import Study

if TYPE_CHECKING:
    from peil.data.dataset import Dataset


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
        "--released",
        action="store_true",
        help="as published, and not to be combined with what is: hidden cells say so",
    )
    parser.add_argument(
        "--responses",
        action="store_true",
        help="of questions with several answers also what part each has of all answers given",
    )
    parser.add_argument(
        "--live",
        action="store_true",
        help="of the store, while the survey is in the field; a terminal shows them anew until Ctrl+C",
    )
    add_store(parser)


def run(chosen: argparse.Namespace) -> Outcome:
    """Tabulate."""
    _refuse_misfits(chosen)
    study = line.read_sound_study(chosen.study)
    if not chosen.live:
        return tabulated(chosen, line.read_analysis_set(study, chosen.data), live=False)
    url = line.find_store(study, chosen.store)
    if chosen.format != "json" and sys.stdout.isatty():
        return Outcome(then=lambda: watch_tables(chosen, study, url))
    with closing(fieldline.watch_rows(study, url)) as looks:
        return _look(chosen, next(looks), url)


def tabulated(chosen: argparse.Namespace, dataset: "Dataset", *, live: bool) -> Outcome:
    """Tabulate rows as was chosen."""
    study = dataset.study
    problems = dataset.problems
    made = line.make_tables(
        dataset, rows=chosen.rows, by=chosen.by, where=chosen.where, responses=chosen.responses
    )
    if chosen.released:
        data = None if live else line.find_data(study, chosen.data)
        released, broken = reportline.release_jointly(dataset, made, data)
        problems = (*problems, *broken)
        found = line.released_tables_json(study, released)
    else:
        found = line.tables_json(study, made)
    told = {"tables": found.tables, "means": found.means, "synthetic": dataset.synthetic}
    text = tables_text(study, found.tables, found.means, synthetic=dataset.synthetic)
    return Outcome(text=text, data=told, problems=problems)


def watch_tables(chosen: argparse.Namespace, study: Study, url: str) -> None:
    """Show the tables of a study in the field, anew when they change, until Ctrl+C."""
    watch(
        lambda: fieldline.watch_rows(study, url),
        lambda dataset: _look(chosen, dataset, url).text,
    )


def _look(chosen: argparse.Namespace, dataset: "Dataset | None", url: str) -> Outcome:
    """Tabulate what a look found; where there is no store yet, say so."""
    if dataset is None:
        text = f"There is no store in {fieldline.store_name(url)} yet: nobody was asked anything."
        return Outcome(text=text, data={**TABLES.nothing, "synthetic": False})
    outcome = tabulated(chosen, dataset, live=True)
    return replace(outcome, text=f"Interviews counted: {dataset.n}\n\n{outcome.text}")


def _refuse_misfits(chosen: argparse.Namespace) -> None:
    """Refuse a data file beside a store, a store that isn't looked at, and shares that aren't published.

    Raises:
        Unusable: Options were named that don't go together.
    """
    if chosen.live and chosen.data:
        message, hint = "--live reads the store, and --data names a file.", "Leave one of them out."
    elif chosen.store and not chosen.live:
        message, hint = "--store names what --live reads.", "Add --live, or leave --store out."
    elif chosen.released and chosen.responses:
        message = "What is published has shares of respondents, and none of responses."
        hint = "Leave --released or --responses out."
    else:
        return
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])


TABLES = Command(
    name="tables",
    summary="shares, counts and bases of every item, whole and by group",
    description=(
        "Tabulates the analysis set. Without --released the tables are for the researcher's eyes: nothing"
        " is suppressed. With it they are what may be published beside all that the study publishes: bases "
        "under the plan's minimum show nothing, and cells are hidden by the plan's rules. With --live they "
        "are of the store and follow it: new interviews, changed answers, erasures. Of an anonymous "
        "study in the field they are of whole batches of interviews that are over, as in peil export."
    ),
    example="peil tables studies/genai-creative-work --rows usage --by employment organisation5",
    arguments=arguments,
    run=run,
    nothing={"tables": [], "means": []},
)
