"""What invitations and reminders share: their options, and what is told afterwards."""

import argparse
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from peil import fieldline
from peil.cli.not_mailed_text import why_not_lines
from peil.cli.outcome import Outcome, plural
from peil.cli.progress_bar import ProgressBar
from peil.core.stopping import Stopping

if TYPE_CHECKING:
    from peil.mail.mail_people import Sending
    from peil.mail.mailed import Mailed

NUMBERS = {"planned": 0, "sent": 0, "bounced": 0, "deferred": 0, "unknown": 0, "left": 0, "erased": 0}
NOTHING = {**NUMBERS, "not_mailed": {}, "languages": {}, "strata": {}, "example": ""}
MOST_PER_MINUTE = 6000


def add_sending(parser: argparse.ArgumentParser) -> None:
    """Add with what is sent."""
    parser.add_argument("--send", action="store_true", help="send; without it, only say what would be sent")
    parser.add_argument(
        "--per-minute",
        type=_rate,
        default=60,
        metavar="N",
        help="mails a minute at most (default: 60)",
    )
    parser.add_argument(
        "--smtp",
        metavar="FILE",
        help=(
            "file that holds smtp[s]://USER:PASSWORD@HOST:PORT and that its owner alone can read "
            "(default: the environment variable PEIL_SMTP_URL)"
        ),
    )
    parser.add_argument(
        "--retry-unknown",
        action="store_true",
        help="mail those again whose mail may have arrived when an earlier run was cut off",
    )
    parser.add_argument(
        "--before-opening",
        action="store_true",
        help="send although the survey isn't open yet, and who follows the link can't take part",
    )
    parser.add_argument(
        "--identity", metavar="KEYFILE", help="file with a private key, where addresses are kept sealed"
    )


def _rate(text: str) -> int:
    number = int(text) if text.isascii() and text.isdecimal() and len(text) <= 5 else 0
    if not 1 <= number <= MOST_PER_MINUTE:
        raise argparse.ArgumentTypeError(f'"{text}" is no rate: a number from 1 to {MOST_PER_MINUTE}')
    return number


def identity_of(chosen: argparse.Namespace) -> Path | None:
    """Give the private key's file, if one was named."""
    return Path(chosen.identity) if chosen.identity else None


def mail(
    chosen: argparse.Namespace, do: "Callable[[Sending | None], Mailed]", nobody: "Callable[[Mailed], str]"
) -> Outcome:
    """Say what would be sent, or send it; Ctrl+C ends it after the mail that is on its way.

    Args:
        chosen: What was asked for.
        do: Mails, or says what would be sent where it is given nothing to send with.
        nobody: Says what to think of it when nobody is to be mailed.
    """
    if not chosen.send:
        mailed = do(None)
        return _told(mailed, _plan(mailed) if mailed.planned else _idle(mailed, nobody))
    bar, stopping = ProgressBar(), Stopping()
    smtp = Path(chosen.smtp) if chosen.smtp else None
    sending = fieldline.make_sending(
        smtp,
        chosen.per_minute,
        stopping,
        bar.show,
        retry_unknown=chosen.retry_unknown,
        before_opening=chosen.before_opening,
    )
    with _stopped_by_signals(stopping):
        try:
            mailed = do(sending)
            return _told(mailed, _result(mailed) if mailed.planned else _idle(mailed, nobody))
        finally:
            bar.end()


@contextmanager
def _stopped_by_signals(stopping: Stopping) -> Iterator[None]:
    before = {
        name: signal.signal(name, lambda *_: stopping.set()) for name in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _told(mailed: "Mailed", text: str) -> Outcome:
    data = {
        **{name: getattr(mailed, name) for name in NUMBERS},
        "not_mailed": {reason.value: number for reason, number in mailed.not_mailed.items()},
        "languages": dict(mailed.languages),
        "strata": {name: dict(counts) for name, counts in mailed.strata.items()},
        "example": mailed.example,
    }
    return Outcome(text=text, data=data, problems=mailed.problems)


def _plan(mailed: "Mailed") -> str:
    lines = [f"{mailed.planned} {_persons(mailed.planned)} would be mailed."]
    lines += [f"  language {language}: {number}" for language, number in mailed.languages.items()]
    for name, counts in mailed.strata.items():
        lines += [f"  {name} {value or '(empty)'}: {number}" for value, number in counts.items()]
    if mailed.example:
        lines += ["", "An example:", "", *(f"  {line}".rstrip() for line in mailed.example.splitlines())]
    lines += [_passed_over(mailed)] if mailed.erased else []
    lines += ["", *_others(mailed)] if mailed.not_mailed else []
    return "\n".join([*lines, "", "Nothing was sent; --send does."])


def _idle(mailed: "Mailed", nobody: "Callable[[Mailed], str]") -> str:
    """Say that nobody is to be mailed, why, and what can be done next."""
    over = [_passed_over(mailed)] if mailed.erased else []
    return "\n".join([nobody(mailed), *over, *(["", *_others(mailed)] if mailed.not_mailed else [])])


def _others(mailed: "Mailed") -> list[str]:
    return ["Not mailed, and why:", *why_not_lines(mailed.not_mailed, mailed.batch)]


def _result(mailed: "Mailed") -> str:
    told = [f"{mailed.sent} of {mailed.planned} {_persons(mailed.planned)} mailed"]
    told += [f"{mailed.bounced} bounced"] if mailed.bounced else []
    told += [f"{mailed.deferred} to be tried again"] if mailed.deferred else []
    told += [f"{mailed.unknown} unknown"] if mailed.unknown else []
    told += [f"{mailed.left} left"] if mailed.left else []
    again = " The same command goes on." if mailed.deferred or mailed.left else ""
    over = f" {_passed_over(mailed)}" if mailed.erased else ""
    return f"{', '.join(told)}.{again}{over}"


def _passed_over(mailed: "Mailed") -> str:
    return f"{mailed.erased} {_persons(mailed.erased)} in the list passed over: erased before."


def _persons(number: int) -> str:
    return plural(number, "person")
