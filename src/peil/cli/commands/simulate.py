"""``peil simulate``: synthetic respondents walked through the interview."""

import argparse
from pathlib import Path

from peil import line
from peil.cli.command import Command, add_study
from peil.cli.outcome import Outcome, plural
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Unusable
from peil.core.span import Span
from peil.study.study import Study

NAMES = {"field": "text field", "part": "route part"}
"""What is visited, where the terminal says more than the JSON."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add how many, from which seed and to which file, or that they should visit everything."""
    add_study(parser)
    parser.add_argument("-n", type=positive, metavar="N", help="number of interviews (default: 100)")
    parser.add_argument(
        "--seed", type=int, metavar="S", help="the same seed gives the same file (default: 1)"
    )
    parser.add_argument("--out", required=True, metavar="FILE.csv", help="the data file to write")
    parser.add_argument(
        "--break-off", type=chance, metavar="P", help="chance to leave at each page (default: 0)"
    )
    parser.add_argument(
        "--cover",
        action="store_true",
        help=(
            "the fewest interviews that visit every question, row, option and text field, every comparison "
            "both ways, every ending and role; without -n, --seed and --break-off"
        ),
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
    drawn = {"-n": chosen.n, "--seed": chosen.seed, "--break-off": chosen.break_off}
    if chosen.cover and (given := [name for name, value in drawn.items() if value is not None]):
        message = f"--cover draws nothing, so it doesn't go with {' and '.join(given)}."
        raise Unusable(
            [BAD_USAGE.problem(Span("command line"), message, hint=f"Leave out {' and '.join(given)}.")]
        )
    study = line.read_sound_study(chosen.study)
    out = Path(chosen.out)
    if chosen.cover:
        return cover(study, out, labels=chosen.labels)
    n, seed = chosen.n or 100, 1 if chosen.seed is None else chosen.seed
    line.simulate_to_file(study, n, seed, out, break_off=chosen.break_off or 0.0, labels=chosen.labels)
    return Outcome(
        text=f"{n} synthetic interviews (seed {seed}) in {out}",
        data={"interviews": n, "seed": seed, "file": str(out), "synthetic": True},
    )


def cover(study: Study, out: Path, *, labels: bool) -> Outcome:
    """Write the interviews that visit everything and say what they visit."""
    found = line.cover_to_file(study, out, labels=labels)
    visited = {aim.value: count for aim, count in found.visited.items()}
    told = ", ".join(
        f"{count} {plural(count, NAMES.get(aim, aim))}" for aim, count in visited.items() if count
    )
    number = len(found.walks)
    fewest = "the fewest there can be" if found.smallest else "perhaps not the fewest"
    lines = [f"{number} synthetic {plural(number, 'interview')} ({fewest}) in {out}", f"They visit {told}."]
    if found.beyond:
        names = ", ".join(goal.said for goal in found.beyond)
        lines.append(f"No interview can visit: {names}. Where that is a fault, peil check tells why.")
    return Outcome(
        text="\n".join(lines),
        data={
            "interviews": number,
            "file": str(out),
            "synthetic": True,
            "smallest": found.smallest,
            "visited": visited,
            "beyond": [goal.said for goal in found.beyond],
        },
    )


SIMULATE = Command(
    name="simulate",
    summary="walk synthetic respondents through the interview into a data file",
    description=(
        "Synthetic respondents answer page by page through the same engine that runs a real interview. "
        "Options are drawn by the chances that plan.toml gives under [simulate], evenly where it gives "
        "none. Every row is marked synthetic, and everything built from the file says so. The file is named "
        ".csv; folders on the way to it are made. With --cover the interviews are those that a proof finds: "
        "as few as can be, and together everywhere in the questionnaire. Only a file whose rows are all "
        "synthetic is written over."
    ),
    example="peil simulate studies/genai-creative-work -n 500 --seed 7 --out out/simulated.csv",
    arguments=arguments,
    run=run,
)
