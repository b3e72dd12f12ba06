"""``peil export``: the responses in the store as a data file."""

import argparse
from pathlib import Path

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome, plural
from peil.cli.read_visitors import visitors


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the file, the store, what stands in the cells and which interviews."""
    add_study(parser)
    parser.add_argument("--out", required=True, metavar="FILE.csv", help="the data file to write")
    add_store(parser)
    cells = parser.add_mutually_exclusive_group()
    for name in ("labels", "codes"):
        cells.add_argument(
            f"--{name}",
            dest="cells",
            action="store_const",
            const=name,
            default="ids",
            help=f"write {name} instead of option ids",
        )
    parser.add_argument(
        "--complete", action="store_true", help="only interviews that came to the questionnaire's end"
    )
    parser.add_argument(
        "--visitors",
        type=visitors,
        metavar="N",
        help="unique visitors of the start page, counted elsewhere: a report's participation rate",
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the responses."""
    study = line.read_sound_study(chosen.study)
    out = Path(chosen.out)
    done = fieldline.export_responses(
        study,
        chosen.store,
        out,
        cells=chosen.cells,
        complete=chosen.complete,
        visitors=chosen.visitors,
    )
    made = ", synthetic ones among them" if done.synthetic else ""
    text = (
        f"{done.interviews} {plural(done.interviews, 'interview')} ({done.complete} complete{made}) in "
        f"{out}; counts of fieldwork in {done.counts.name}"
    )
    data = {
        "interviews": done.interviews,
        "complete": done.complete,
        "file": str(out),
        "synthetic": done.synthetic,
        "batch": done.batch,
        "counts": str(done.counts),
    }
    return Outcome(text=text, data=data, problems=done.problems)


EXPORT = Command(
    name="export",
    summary="write the responses in the store to a data file",
    description=(
        "Writes what the store holds to a data file that every other command reads, one row an interview, "
        "sorted by id, without contact details; answers on a page left unfinished stay out. Only the "
        "owner can read the file. It is named .csv; folders on the way to it are made. An earlier export of "
        "the same store is written over, anything else never. Respondents can go on meanwhile. While an "
        "anonymous study is in the field, interviews that are over come in whole tens, and the others wait. "
        "Beside the file stands another with counts of fieldwork, of which peil report makes response rates."
    ),
    example="peil export studies/genai-creative-work --out out/responses.csv",
    arguments=arguments,
    run=run,
    nothing={"interviews": 0, "complete": 0},
)
