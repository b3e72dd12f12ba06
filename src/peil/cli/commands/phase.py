"""``peil phase``: where fieldwork stands, and from which version new interviews are asked."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome
from peil.store.phase import Phase

if TYPE_CHECKING:
    from peil.field.change_phase import PhaseReport

PHASES = tuple(phase.value for phase in Phase)

SHOWN = 8
"""Digits of a version's fingerprint that the terminal shows."""

NOTHING: Mapping[str, object] = {
    "phase": None,
    "standing": None,
    "version": None,
    "published": False,
    "opens": None,
    "closes": None,
    "entered": False,
    "log": [],
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the phase, the reason and the store."""
    add_study(parser)
    parser.add_argument(
        "phase",
        nargs="?",
        choices=PHASES,
        metavar="PHASE",
        help="pilot, live or closed; without it, the log is shown",
    )
    parser.add_argument(
        "--reason", default="", metavar="TEXT", help="why, for the log; closing and reopening ask for it"
    )
    add_store(parser)


def run(chosen: argparse.Namespace) -> Outcome:
    """Enter the phase, or show where fieldwork stands."""
    if chosen.phase is None and chosen.study in PHASES and not Path(chosen.study).is_dir():
        chosen.study, chosen.phase = ".", chosen.study  # the folder that one is in was left away
    publishes = chosen.phase in {Phase.PILOT, Phase.LIVE}
    # What stands in the folder matters to what is published; fieldwork can be closed whatever stands there.
    study = line.read_sound_study(chosen.study) if publishes else line.read_study(chosen.study)
    url = line.find_store(study, chosen.store)
    if chosen.phase is None:
        report = fieldline.show_phase(study, url)
    else:
        report = fieldline.enter_phase(study, url, chosen.phase, " ".join(chosen.reason.split()))
    return Outcome(text=phase_text(report, chosen.phase), data=phase_json(report), problems=report.problems)


def phase_json(report: "PhaseReport") -> dict[str, object]:
    """Give the report as JSON has it."""
    latest = report.latest
    if latest is None:
        return dict(NOTHING)
    return {
        "phase": latest.phase.value,
        "standing": report.standing.value if report.standing else None,
        "version": latest.version,
        "published": report.published,
        "opens": report.opens.isoformat() if report.opens else None,
        "closes": report.closes.isoformat() if report.closes else None,
        "entered": report.entered,
        "log": [
            {
                "phase": entry.phase.value,
                "version": entry.version,
                "day": entry.day.isoformat(),
                "reason": entry.reason,
            }
            for entry in report.log
        ],
    }


def phase_text(report: "PhaseReport", asked: str | None) -> str:
    """Give the report as the terminal shows it."""
    latest = report.latest
    if latest is None:
        return "Nothing has been in the field yet."
    lines = [f"Phase: {report.told}"]
    if latest.phase is not Phase.CLOSED:
        asked_text = "New interviews are asked the folder's text."
        lines.append(asked_text if report.published else "The folder's text isn't the one that is asked.")
    if asked == Phase.CLOSED:
        lines.append(
            "Destroyed: in which order answers came, and what linked invitations to answers. "
            "Respondents can still see and erase theirs with their code."
        )
    width = max(len(entry.phase) for entry in report.log)
    rows = (
        f"{entry.day}  {entry.phase:<{width}}  {entry.version[:SHOWN]}  {entry.reason}".rstrip()
        for entry in report.log
    )
    return "\n".join([*lines, "", *rows])


PHASE = Command(
    name="phase",
    summary="where fieldwork stands: pilot, live or closed",
    description=(
        "Says where fieldwork stands, with the log of how it came there; with a phase, enters it. `pilot`: "
        "interviews are tried out, say so on every page and never count. `live`: they count; said again with "
        "a changed text, it publishes that to new interviews at once, in every server, while those under way "
        "keep theirs. A change that breaks answers already given is refused, and so is going live while "
        "respondents aren't told what they have a right to know. `closed`: nothing is begun or changed any "
        "more, and what joined invitations, answers and their order is destroyed; respondents can still see "
        "and erase their answers. `live` after that reopens."
    ),
    example="peil phase studies/genai-creative-work pilot",
    arguments=arguments,
    run=run,
    nothing=NOTHING,
)
