"""``peil invite``: invitations by mail."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.mail_outcome import NOTHING, add_sending, identity_of, mail
from peil.cli.outcome import Outcome, plural
from peil.store.sample.not_mailed import NotMailed

if TYPE_CHECKING:
    from peil.mail.mailed import Mailed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the list, the store, with what is sent, and what came back."""
    add_study(parser)
    parser.add_argument(
        "--sample",
        metavar="FILE.csv",
        help="list of whom to invite: address, name, language, strata (default: who was listed before)",
    )
    add_store(parser)
    add_sending(parser)
    parser.add_argument(
        "--bounces",
        metavar="FILE",
        help="mail nobody, but mark addresses that mail came back from: a CSV file, or an mbox of reports",
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Invite, or say who would be."""
    study = line.read_sound_study(chosen.study)
    url, identity = line.find_store(study, chosen.store), identity_of(chosen)
    if chosen.bounces:
        number = fieldline.mark_bounces(study, url, Path(chosen.bounces), identity)
        text = f"{number} {plural(number, 'person')} in the sample marked as bounced."
        return Outcome(text=text, data={**NOTHING, "bounced": number})
    listed = Path(chosen.sample) if chosen.sample else None
    return mail(
        chosen,
        lambda sending: fieldline.invite_people(study, url, listed, identity, sending),
        lambda mailed: nobody(mailed, chosen.study),
    )


def nobody(mailed: "Mailed", study: str) -> str:
    """Say that nobody is left to be invited, and what can be done next."""
    if not mailed.not_mailed:
        return "Nobody is in the sample yet. Name a list of whom to invite with --sample FILE.csv."
    everyone = "Everyone in the sample was invited already."
    all_had = set(mailed.not_mailed) == {NotMailed.HAD}
    return (
        f"{everyone if all_had else 'Nobody is left to be invited.'} To remind who hasn't finished, give "
        f"peil remind {study}; to invite others, name them in a list with --sample."
    )


INVITE = Command(
    name="invite",
    summary="invite a sample by mail",
    description=(
        "Mails each person in a list a link of their own, in their language, with the text in the study's "
        "folder mail. Without --send it only says who would be mailed, shows one mail and tells everything "
        "that is wrong. Given again it goes on where it was cut off, and mails nobody twice: who may have "
        "been mailed when it was cut off is unknown, and passed over until --retry-unknown."
    ),
    example="peil invite my-survey --sample sample.csv --send",
    arguments=arguments,
    run=run,
    nothing=NOTHING,
)
