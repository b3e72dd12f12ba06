"""``peil import``: the rows of a data file brought into the store."""

import argparse
from pathlib import Path

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome, plural


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file and the store."""
    add_study(parser)
    parser.add_argument("--data", required=True, metavar="FILE", help="the CSV file to bring in")
    add_store(parser)
    parser.add_argument(
        "--leave-out",
        action="store_true",
        help="leave out answers off a row's route or after its last page, instead of refusing the file",
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Bring the rows in."""
    study = line.read_sound_study(chosen.study)
    done = fieldline.import_responses(study, Path(chosen.data), chosen.store, leave_out=chosen.leave_out)
    present = done.interviews - done.added
    text = f"{done.added} {plural(done.added, 'interview')} brought in, {present} there already"
    data = {"interviews": done.interviews, "added": done.added, "present": present}
    return Outcome(text=text, data=data, problems=done.problems)


IMPORT = Command(
    name="import",
    summary="bring the rows of a data file into the store",
    description=(
        "Brings paper questionnaires or another tool's data into the store as interviews, one a row: all of "
        "the file or nothing. A row must come to the page and outcome that its own answers lead to. The same "
        "file again changes nothing; a row whose id is in the store with other answers is a problem."
    ),
    example="peil import studies/genai-creative-work --data paper.csv",
    arguments=arguments,
    run=run,
    nothing={"interviews": 0, "added": 0, "present": 0},
)
