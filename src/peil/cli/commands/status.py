"""``peil status``: fieldwork in numbers."""

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from time import sleep
from typing import TYPE_CHECKING

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome
from peil.cli.read_visitors import visitors
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Unusable
from peil.core.span import Span
from peil.study.study import Study

if TYPE_CHECKING:
    from peil.fieldwork.status import Status

SHOWN = ("overview", "rates", "pages", "flags")
SECONDS = 5.0
"""Between one look and the next."""
ANEW = "\x1b[H\x1b[2J"
"""Has a terminal begin again at its top."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the store, what is shown, and whether it is shown again."""
    add_study(parser)
    add_store(parser)
    parser.add_argument(
        "--show",
        choices=SHOWN,
        default=SHOWN[0],
        metavar="PART",
        help="overview, rates, pages or flags (default: overview)",
    )
    parser.add_argument(
        "--visitors",
        type=visitors,
        metavar="N",
        help="unique visitors of the start page, counted elsewhere: gives the participation rate",
    )
    parser.add_argument(
        "--live", action="store_true", help="show it again every 5 seconds on a terminal, until Ctrl+C"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Show where fieldwork stands."""
    if chosen.live and (chosen.format == "json" or not sys.stdout.isatty()):
        hint = "Leave --live out: the same numbers are printed once."
        message = "--live shows text on a terminal, and there is none here."
        raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])
    study = line.read_sound_study(chosen.study)
    url = line.find_store(study, chosen.store)
    place = fieldline.store_name(url)
    if chosen.live:
        return Outcome(then=lambda: watch(chosen, study, url))
    status = fieldline.read_status(study, url, visitors=chosen.visitors)
    text, data = told(chosen.show, study, status, url)
    problems = fieldline.status_problems(study, status) if status else ()
    return Outcome(text=text, data={"store": place, "status": data}, problems=problems)


def told(part: str, study: Study, status: "Status | None", url: str) -> tuple[str, dict[str, object] | None]:
    """Give a status as text and JSON, or that there is no store yet."""
    if status is None:
        return f"There is no store in {fieldline.store_name(url)} yet: nobody was asked anything.", None
    return fieldline.tell_status(study, status, part)


def watch(chosen: argparse.Namespace, study: Study, url: str) -> None:
    """Show it again and again, until Ctrl+C."""
    try:
        while True:
            with closing(fieldline.watch_status(study, url, visitors=chosen.visitors)) as looks:
                for text in texts(chosen, study, url, looks):
                    sys.stdout.write(f"{ANEW}{fitted(text)}\n")
                    sys.stdout.flush()
                    sleep(SECONDS)
    except KeyboardInterrupt:
        return


def texts(
    chosen: argparse.Namespace, study: Study, url: str, looks: "Iterator[Status | None]"
) -> Iterator[str]:
    """Give what is shown at each look; where the store can't be read, that, as the last."""
    try:
        for status in looks:
            yield told(chosen.show, study, status, url)[0]
    except Unusable as unusable:
        yield "\n".join(str(problem) for problem in unusable.problems)


def fitted(text: str) -> str:
    """Give as many lines as the terminal has room for."""
    room = shutil.get_terminal_size().lines - 1
    lines = text.splitlines()
    return text if len(lines) <= room else "\n".join([*lines[: max(room - 1, 0)], "…"])


STATUS = Command(
    name="status",
    summary="show fieldwork in numbers",
    description=(
        "Shows where fieldwork stands: phase and dates, interviews by disposition, response rates where "
        "there is a sample and nothing else, break-off and seconds by page, devices, languages, links, "
        "quotas, interviews that deserve a look, and what is to be deleted when. Only live ones count. It is "
        "for the researcher: counts under ten are marked. While an anonymous study is in the field, counts "
        "are rounded down to tens, and nothing is told of single interviews."
    ),
    example="peil status studies/genai-creative-work --show pages",
    arguments=arguments,
    run=run,
    nothing={"store": None, "status": None},
)
