"""``peil contacts``: contact details taken out and opened; access and erasure for who asks."""

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from peil import line, protectline
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome
from peil.cli.person_text import as_lines, people
from peil.cli.recruit import add_recruiting, demand_opened, recruited
from peil.core.problem import Problem
from peil.study.study import Study

if TYPE_CHECKING:
    from peil.store.on_behalf import Erased

ASKED = "-"
"""Stands for a code or an address that is read from standard input, so that it is in no list of processes."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is to be done, and with which files."""
    add_study(parser)
    does = parser.add_mutually_exclusive_group()
    does.add_argument(
        "--new-key", metavar="FILE", help="make a pair of keys; the private one goes into this new file"
    )
    does.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        help="open this file, which --out wrote; no store is needed, and one that is here is warned of",
    )
    for name, told in (
        ("access", "give all that is kept about who has this personal code"),
        ("erase", "erase all that is kept about who has this personal code"),
    ):
        does.add_argument(f"--{name}", metavar="CODE", help=f"{told}; - reads it from standard input")
        does.add_argument(
            f"--{name}-person",
            metavar="ADDRESS",
            help="the same for who was invited at this address, with the answers as far as they are linked",
        )
    does.add_argument(
        "--erase-interview",
        metavar="ID",
        help="erase the interview with this id, such as one from a file, which no code leads to",
    )
    parser.add_argument("--identity", metavar="KEYFILE", help="the file with the private key")
    add_recruiting(parser)
    parser.add_argument(
        "--out",
        metavar="FILE",
        help="a new file: sealed as it is kept, a table once opened, JSON of --access",
    )
    add_store(parser)


def run(chosen: argparse.Namespace) -> Outcome:
    """Do what was asked."""
    demand_opened(chosen)
    if chosen.new_key is not None:
        return make_key(Path(chosen.new_key), chosen.study)
    study = line.read_sound_study(chosen.study)
    for name in ("access", "erase"):
        for suffix, invited in (("", False), ("_person", True)):
            who = getattr(chosen, name + suffix)
            if who is not None:
                asked = sys.stdin.readline().strip() if who == ASKED else who
                return (give if name == "access" else erase)(chosen, study, asked, invited=invited)
    if chosen.erase_interview is not None:
        url = line.find_store(study, chosen.store)
        return erased_told(protectline.erase_interview(study, url, chosen.erase_interview))
    if chosen.source is None and chosen.identity is None:
        return take_out(chosen, study)
    return open_up(chosen, study)


def make_key(path: Path, study: str) -> Outcome:
    """Make a pair of keys."""
    public = protectline.new_contact_key(path, study)
    text = (
        f"The private key is in {path}. Keep it off the server, and a copy of it in another place: what is "
        "sealed can't be opened without it.\nIn study.toml:\n\n"
        f'[fieldwork]\ncontact_keys = ["{public}"]'
    )
    return Outcome(text=text, data={"key": public, "file": str(path)})


def take_out(chosen: argparse.Namespace, study: Study) -> Outcome:
    """Count the contact details, and write them as they are kept."""
    out = Path(chosen.out) if chosen.out else None
    taken = protectline.take_out_contacts(study, line.find_store(study, chosen.store), out)
    told = f"{taken.people} {people(taken.people)} left contact details"
    data = {"people": taken.people, "details": taken.details, "file": str(out) if out else None}
    text = f"{told}; they are in {out}, in no order that tells anything." if out else f"{told}."
    return Outcome(text=text, data=data, problems=taken.problems)


def open_up(chosen: argparse.Namespace, study: Study) -> Outcome:
    """Open contact details, and write or show them."""
    out = Path(chosen.out) if chosen.out and chosen.recruit is None else None
    identity = Path(chosen.identity) if chosen.identity else None
    where = line.find_store(study, chosen.store)
    if chosen.source is not None or identity is None:
        opened, problems = protectline.open_contacts_file(study, where, Path(chosen.source), identity, out)
    else:
        opened, problems = protectline.open_contacts_here(study, where, identity, out)
    if chosen.recruit is not None:
        return recruited(chosen, study, opened, problems)
    number = len(opened.people)
    if out is not None:
        text = f"Contact details of {number} {people(number)} in {out}; only you can read it."
        return Outcome(text=text, data={"people": number, "file": str(out)}, problems=problems)
    shown = "\n\n".join(map(as_lines, opened.people))
    return Outcome(text=shown, data={"people": list(map(dict, opened.people))}, problems=problems)


def give(chosen: argparse.Namespace, study: Study, who: str, *, invited: bool) -> Outcome:
    """Give all that is kept about a respondent."""
    identity = Path(chosen.identity) if chosen.identity else None
    url = line.find_store(study, chosen.store)
    given = protectline.give_access(study, url, who, identity, invited=invited)
    if chosen.out:
        protectline.write_private(
            Path(chosen.out), json.dumps(given.data, ensure_ascii=False, indent=2) + "\n"
        )
    text = f"{given.text}\n\nAs JSON in {chosen.out}" if chosen.out else given.text
    return Outcome(text=text, data={"kept": given.data}, problems=given.problems)


def erase(chosen: argparse.Namespace, study: Study, who: str, *, invited: bool) -> Outcome:
    """Erase all that is kept about a respondent."""
    identity = Path(chosen.identity) if chosen.identity else None
    url = line.find_store(study, chosen.store)
    erased, problems = protectline.erase_respondent(study, url, who, identity, invited=invited)
    return erased_told(erased, problems)


def erased_told(erased: "Erased", problems: tuple[Problem, ...] = ()) -> Outcome:
    """Say what was erased."""
    parts = {"answers": erased.answers, "contact details": erased.details, "invitation": erased.invitation}
    gone = [name for name, there in parts.items() if there]
    text = f"Erased: {', '.join(gone)}. Exports and backups are yours to look after."
    data = {"answers": erased.answers, "details": erased.details, "invitation": erased.invitation}
    return Outcome(text=text, data={"erased": data}, problems=problems)


CONTACTS = Command(
    name="contacts",
    summary="take out contact details, open them where the private key is; access and erasure",
    description=(
        "Contact details are sealed on arrival to the keys in study.toml. On the server --out writes them as "
        "they are kept, which takes no key; where the private key is, --from and --identity open that file. "
        "Without any of these it says how many people left details. --access and --erase are for a "
        "respondent who calls with the personal code, --access-person and --erase-person for one who was "
        "invited and has no code at hand, --erase-interview for an interview that came from a file. "
        "--recruit draws people for a talk from opened details, at random and by nothing else. Every file is "
        "new, and only its owner can read it."
    ),
    example="peil contacts my-survey --out sealed.json",
    arguments=arguments,
    run=run,
    nothing={},
)
