"""``peil audit``: published figures, recomputed."""

import argparse

from peil import line
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the claims and the data."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--claims", metavar="FILE", help="published claims (default: published/claims.json in the study)"
    )
    parser.add_argument("--no-data", action="store_true", help="only what can be said without any data")


def run(chosen: argparse.Namespace) -> Outcome:
    """Recompute the claims."""
    study = line.read_sound_study(chosen.study)
    audited, problems = line.audit_study(study, chosen.claims, chosen.data, with_data=not chosen.no_data)
    return Outcome(text=audited.text, data=audited.data, problems=problems)


AUDIT = Command(
    name="audit",
    summary="recompute published figures from the data",
    description=(
        "Recomputes every published claim and says which hold and which differ, with what was printed and"
        " what was computed. Without data it says which printed figures no count can give. It is a "
        "researcher's tool: its output passes no disclosure gate. A claim that differs is a verdict, not a "
        "problem: the exit status is 0 when every claim could be judged on sound data."
    ),
    example="peil audit studies/genai-creative-work",
    arguments=arguments,
    run=run,
    nothing={"claims": [], "findings": []},
)
