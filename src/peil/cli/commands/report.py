"""``peil report``: the report, with every number computed."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from peil import line, reportline
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome, count_problems

FORMATS = ("html", "pdf")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the data, the formats and the folder."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--to", type=formats, default=FORMATS, metavar="F,F", help="html, pdf (default: both)"
    )
    parser.add_argument("--language", metavar="L", help="language of the report (default: the base language)")
    parser.add_argument(
        "--out", default="out/report", metavar="DIR", help="folder to write to (default: out/report)"
    )


def formats(text: str, known: Sequence[str] = FORMATS) -> tuple[str, ...]:
    """Read a list of formats, each of which is known."""
    chosen = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in chosen if name not in known]
    if unknown or not chosen:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown) or 'nothing'}: choose from {', '.join(known)}")
    return chosen


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the report."""
    study = line.read_sound_study(chosen.study)
    language = chosen.language or study.about.language
    reportline.demand_report(study, language)
    made = reportline.make_report(
        study, chosen.data, formats=chosen.to, out=Path(chosen.out), language=language
    )
    files = [str(path) for path in made.files]
    told = count_problems(made.problems)
    text = "\n".join([*files, f"Problems: {told}."] if told else files)
    return Outcome(text=text, data={"files": files}, problems=made.problems)


REPORT = Command(
    name="report",
    summary="write the report, every number computed",
    description=(
        "Reads the report's text, tabulates what it asks for, passes the disclosure gate and writes the "
        "report. A number that changed, a comparison that is no longer true and a number bound to nothing"
        " are problems with a place; the report is written all the same, so that it can be looked at."
    ),
    example="peil report studies/genai-creative-work --to html,pdf --out out/report",
    arguments=arguments,
    run=run,
    nothing={"files": []},
)
