"""``peil serve``: the respondent's pages."""

import argparse
import signal

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome

HIGHEST_PORT = 65535


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the address and the store."""
    add_study(parser)
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="H", help="address to answer at (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port", type=port, default=8000, metavar="P", help="port; 0 is any free one (default: 8000)"
    )
    add_store(parser)
    parser.add_argument(
        "--preview",
        action="store_true",
        help="show any page as any role under /preview/; without --store answers are gone afterwards",
    )


def port(text: str) -> int:
    """Read a port's number."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 5 and int(text) <= HIGHEST_PORT):
        raise argparse.ArgumentTypeError(f'"{text}" is no port: a number from 0 to {HIGHEST_PORT}')
    return int(text)


def run(chosen: argparse.Namespace) -> Outcome:
    """Make the study ready, and answer respondents once its address has been told."""
    study = line.read_sound_study(chosen.study)
    passing = chosen.preview and chosen.store is None
    url = None if passing else line.find_store(study, chosen.store)
    serving = fieldline.serve_study(study, url, host=chosen.host, port=chosen.port, preview=chosen.preview)
    for name in (signal.SIGINT, signal.SIGTERM):
        # Before the address is told: who reads it may stop us at once, and that is no failure.
        signal.signal(name, lambda *_: serving.stop())
    preview = f"{serving.address}preview/" if chosen.preview else None
    lines = [
        f"Respondents' pages: {serving.address}",
        *([f"Preview: {preview}"] if preview else []),
        "Answers are gone afterwards." if passing else f"Answers are kept in {serving.store}",
        f"Phase: {serving.phase}",
        "Stop with Ctrl+C.",
    ]
    return Outcome(
        text="\n".join(lines),
        data={"address": serving.address, "preview": preview, "store": serving.store, "phase": serving.phase},
        problems=serving.problems,
        then=serving.run,
    )


SERVE = Command(
    name="serve",
    summary="put the questionnaire before respondents",
    description=(
        "Answers respondents at the address that it prints, until it is stopped with Ctrl+C or SIGTERM. A "
        "page's answers are kept before the next page is shown; contact details are kept apart from them. "
        "No access log is written, and no IP address or browser name is kept. Other machines reach it "
        "through a web server in front that speaks https."
    ),
    example="peil serve studies/genai-creative-work --port 8000",
    arguments=arguments,
    run=run,
    nothing={"address": None, "preview": None, "store": None, "phase": None},
)
