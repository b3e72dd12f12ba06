"""``peil simulate``: synthetic respondents walked through the interview."""

import argparse
from pathlib import Path

from peil import line
from peil.cli.command import Command, add_study
from peil.cli.outcome import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add how many, from which seed and to which file."""
    add_study(parser)
    parser.add_argument(
        "-n", type=positive, default=100, metavar="N", help="number of interviews (default: 100)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="S", help="the same seed gives the same file (default: 1)"
    )
    parser.add_argument("--out", required=True, metavar="FILE.csv", help="the data file to write")
    parser.add_argument(
        "--break-off", type=chance, default=0.0, metavar="P", help="chance to leave at each page (default: 0)"
    )
    parser.add_argument("--labels", action="store_true", help="write labels instead of option ids")


def positive(text: str) -> int:
    """Read a number of at least 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number of at least 1')
    return int(text)


def chance(text: str) -> float:
    """Read a chance from 0 up to but not including 1."""
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0 <= number < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 0 up to (not including) 1')
    return number


def run(chosen: argparse.Namespace) -> Outcome:
    """Walk the respondents and write their answers."""
    study = line.read_sound_study(chosen.study)
    out = Path(chosen.out)
    line.simulate_to_file(study, chosen.n, chosen.seed, out, break_off=chosen.break_off, labels=chosen.labels)
    text = f"{chosen.n} synthetic interviews (seed {chosen.seed}) in {out}"
    return Outcome(
        text=text, data={"interviews": chosen.n, "seed": chosen.seed, "file": str(out), "synthetic": True}
    )


SIMULATE = Command(
    name="simulate",
    summary="walk synthetic respondents through the interview into a data file",
    description=(
        "Synthetic respondents answer page by page through the same engine that runs a real interview. "
        "Options are drawn by the chances that plan.toml gives under [simulate], evenly where it gives "
        "none. Every row is marked synthetic, and everything built from the file says so. The file is named "
        ".csv; folders on the way to it are made. Only a file whose rows are all synthetic is written over."
    ),
    example="peil simulate studies/genai-creative-work -n 500 --seed 7 --out out/simulated.csv",
    arguments=arguments,
    run=run,
)
