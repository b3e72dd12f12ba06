"""Recruits drawn by ``peil contacts``: what the options ask for, and what came of it."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from peil import protectline
from peil.cli.outcome import Outcome
from peil.cli.person_text import as_lines
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.formats.draw import Draw, question_of
from peil.study.study import Study

if TYPE_CHECKING:
    from peil.formats.opened_contacts import OpenedContacts


def add_recruiting(parser: argparse.ArgumentParser) -> None:
    """Add how many to draw, of whom, by which seed and who does."""
    parser.add_argument(
        "--recruit",
        type=positive,
        metavar="N",
        help="draw N of those whose details are opened, at random, for a talk; no answers are used",
    )
    parser.add_argument(
        "--question",
        metavar="ID",
        help="with --recruit: the question at which people volunteered, where several ask for details",
    )
    parser.add_argument("--seed", default="", metavar="S", help="draws the same N again (default: a new one)")
    parser.add_argument("--drawn-by", default="", metavar="NAME", help="who draws, for the record")


def positive(text: str) -> int:
    """Read a whole number from 1; argparse tells what it can't read."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def demand_opened(chosen: argparse.Namespace) -> None:
    """Refuse to draw where no contact details are opened, and to take a seed where nothing is drawn.

    Raises:
        Unusable: The options don't go together.
    """
    opens = chosen.source is not None or chosen.identity is not None
    others = (chosen.access, chosen.access_person, chosen.erase, chosen.erase_person)
    opens = opens and all(one is None for one in (*others, chosen.erase_interview, chosen.new_key))
    if chosen.recruit is not None and not opens:
        message = "--recruit draws from contact details that are opened."
        hint = "Name the file that --out wrote with --from, and the private key with --identity."
        raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])
    if chosen.recruit is None and (chosen.seed or chosen.drawn_by or chosen.question):
        message = "--question, --seed and --drawn-by go with --recruit alone."
        raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint="Add --recruit N.")])


def recruited(
    chosen: argparse.Namespace, study: Study, opened: "OpenedContacts", problems: tuple[Problem, ...]
) -> Outcome:
    """Draw recruits, and write or show them with the record of the draw."""
    out = Path(chosen.out) if chosen.out else None
    question = volunteered_at(study, chosen.question)
    draw = Draw(chosen.recruit, question, chosen.seed, chosen.drawn_by)
    drawn = protectline.draw_recruits(study, opened, draw, out)
    told = f"{len(drawn.people)} of {drawn.of} who left contact details, drawn with seed {drawn.seed}"
    data = {"people": len(drawn.people), "record": drawn.record, "file": str(out) if out else None}
    if out is not None:
        text = f"{told}; they are in {out} in the order to ask them, and the record of the draw is beside it."
        return Outcome(text=text, data=data, problems=problems)
    shown = "\n\n".join((*map(as_lines, drawn.people), f"{told}."))
    return Outcome(text=shown, data={**data, "people": list(map(dict, drawn.people))}, problems=problems)


def volunteered_at(study: Study, named: str | None) -> str:
    """Give the question at which people volunteered: the one that is named, or the only one.

    Raises:
        Unusable: There are several and none is named, or what is named asks for no contact details.
    """
    private = (name for name, one in study.codebook.variables.items() if one.private)
    asking = dict.fromkeys(question_of(name) for name in private)
    if named in asking or (named is None and len(asking) == 1):
        return named or next(iter(asking))
    message = f'"{named}" asks for no contact details.' if named else "It isn't said who volunteered."
    hint = f"Name the question with --question: {', '.join(asking) or 'there is none'}."
    raise Unusable([BAD_USAGE.problem(Span("command line"), message, hint=hint)])
