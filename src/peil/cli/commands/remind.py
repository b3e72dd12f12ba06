"""``peil remind``: reminders by mail."""

import argparse
from typing import TYPE_CHECKING

from peil import fieldline, line
from peil.cli.command import Command, add_store, add_study
from peil.cli.mail_outcome import NOTHING, add_sending, identity_of, mail
from peil.cli.outcome import Outcome

if TYPE_CHECKING:
    from peil.mail.mailed import Mailed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add which reminder, how soon, the store and with what is sent."""
    add_study(parser)
    parser.add_argument(
        "number", nargs="?", type=int, choices=(1, 2), default=1, help="which reminder, 1 or 2 (default: 1)"
    )
    parser.add_argument(
        "--after-days",
        type=_days,
        default=3,
        metavar="N",
        help="only who was last mailed at least so many days ago (default: 3)",
    )
    add_store(parser)
    add_sending(parser)


def _days(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) <= 3):
        raise argparse.ArgumentTypeError(f'"{text}" is no number of days')
    return int(text)


def run(chosen: argparse.Namespace) -> Outcome:
    """Remind, or say who would be."""
    study = line.read_sound_study(chosen.study)
    url, identity = line.find_store(study, chosen.store), identity_of(chosen)
    reminder = (chosen.number, chosen.after_days)
    return mail(
        chosen, lambda sending: fieldline.remind_people(study, url, reminder, identity, sending), nobody
    )


def nobody(_: "Mailed") -> str:
    """Say that nobody is reminded; the table of reasons says why."""
    return "Nobody is to be reminded now."


REMIND = Command(
    name="remind",
    summary="remind who was invited and hasn't finished",
    description=(
        "Mails who was invited, isn't known to have finished, and neither bounced nor wants no mail. In a "
        "confidential study the reminder bears the same link as the invitation. In an anonymous one who "
        "isn't known to have begun gets a fresh link, which voids the one before; some may get a reminder "
        "although they have answered, and the mail says so. Without --send it only says who would be mailed."
    ),
    example="peil remind my-survey 1 --send",
    arguments=arguments,
    run=run,
    nothing=NOTHING,
)
