"""``peil retire``: what was kept long enough is deleted."""

import argparse
import datetime as dt

from peil import line, protectline
from peil.cli.command import Command, add_store, add_study
from peil.cli.outcome import Outcome

COUNTED = {
    "links": ("link or note of who took part", "links or notes of who took part"),
    "addresses": ("address in the sample", "addresses in the sample"),
    "contacts": ("person's contact details", "people's contact details"),
    "answers": ("interview", "interviews, tests and pilots among them"),
}
"""What is counted, in words: of one and of several."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the day, whether it is meant, and the store."""
    add_study(parser)
    parser.add_argument(
        "--do", dest="really", action="store_true", help="delete what is due (default: only say what is)"
    )
    parser.add_argument("--on", type=day, metavar="DATE", help="as seen on this day, 2027-01-31, say")
    add_store(parser)


def day(text: str) -> dt.date:
    """Read a day."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f'"{text}" is no day: write 2027-01-31, say') from None


def run(chosen: argparse.Namespace) -> Outcome:
    """Say what is due, and delete it when that is meant."""
    study = line.read_sound_study(chosen.study)
    url = line.find_store(study, chosen.store)
    found = protectline.retire_study(study, url, chosen.on, do=chosen.really)
    deleted = {one.what.value: one.count for one in found.deleted}
    lines = [f"Last day of fieldwork: {found.last}." if found.last else "Fieldwork has no last day yet."]
    lines += [f"Deleted: {counted(what, count)}." for what, count in deleted.items()]
    if found.batch > 1:
        lines.append("Respondents are anonymous and fieldwork isn't closed: they are counted down to tens.")
    for one in found.due:
        what = counted(one.what.value, one.count)
        if one.unfinished:
            lines.append(f"{what}: deleting was begun and not finished.")
        elif one.now:
            lines.append(f"{what}: due since {one.on}.")
        elif one.on:
            lines.append(f"{what}: until {one.on - dt.timedelta(days=1)}.")
        elif one.months is not None:
            lines.append(f"{what}: {one.months} months after the last day.")
        else:
            lines.append(f"{what}: for how long isn't stated.")
    if not chosen.really and any(one.now for one in found.due):
        lines.append("Nothing was deleted; --do deletes what is due, for good.")
    data = {
        "last_day": found.last.isoformat() if found.last else None,
        "batch": found.batch,
        "due": [
            {
                "what": one.what.value,
                "count": one.count,
                "months": one.months,
                "on": one.on.isoformat() if one.on else None,
                "now": one.now,
            }
            for one in found.due
        ],
        "deleted": deleted,
        "log": [
            {
                "what": one.what.value,
                "day": one.day.isoformat(),
                "deleted": one.deleted,
                "finished": one.finished,
            }
            for one in found.log
        ],
    }
    return Outcome(text="\n".join(lines), data=data, problems=found.problems)


def counted(what: str, count: int) -> str:
    """Give how much there is of something, in words."""
    one, several = COUNTED[what]
    return f"{count} {one if count == 1 else several}"


RETIRE = Command(
    name="retire",
    summary="delete what was kept long enough",
    description=(
        "Says what is kept until when: links between invitations and answers until fieldwork closes, "
        "addresses, contact details and answers for so many months after it, as study.toml says. With --do "
        "what is due is deleted for good, in the database's files too, and the store's log has the day and "
        "the number. It can be given again at any time, also after a crash. Exports and backups are yours to "
        "look after."
    ),
    example="peil retire my-survey --on 2027-01-31",
    arguments=arguments,
    run=run,
    nothing={"due": [], "deleted": {}},
)
