"""The composer of fieldwork: what the commands around a study in the field are made of.

Stages are loaded when they are used, as in ``line.py``.
"""

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from peil.core.problem import Unusable
from peil.study.study import Study

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Generator

    from peil.core.problem import Problem
    from peil.core.stopping import Stopping
    from peil.data.dataset import Dataset
    from peil.field.change_phase import PhaseReport
    from peil.field.serve import Serving
    from peil.fieldwork.status import Status
    from peil.formats.from_store import Exported
    from peil.formats.into_store import Imported
    from peil.mail.mail_people import Sending
    from peil.mail.mailed import Mailed
    from peil.mail.mailing import Progress
    from peil.store.sample.sample import Sample


def serve_study(study: Study, url: str | None, *, host: str, port: int, preview: bool = False) -> "Serving":
    """Take the address and open the store; ``run`` of what is given answers respondents.

    Without a store's address one is used that is gone afterwards.

    Raises:
        Unusable: The address or the store can't be used.
    """
    from peil.field.serve import serve

    return serve(study, url, host=host, port=port, preview=preview)


def read_status(study: Study, url: str, *, visitors: int | None = None) -> "Status | None":
    """Give where fieldwork stands; None where there is no store yet.

    Args:
        study: The study.
        url: The store's address, as ``line.find_store`` gives it.
        visitors: Unique visitors of the start page, counted elsewhere, or None.

    Raises:
        Unusable: The store can't be read.
    """
    with closing(watch_status(study, url, visitors=visitors)) as looks:
        return next(looks)


def watch_status(study: Study, url: str, *, visitors: int | None = None) -> "Generator[Status | None]":
    """Give where fieldwork stands, anew each time; as ``read_status`` does.

    The store is open meanwhile. Where there is none yet, None is all that is given.
    """
    from peil.field.phase_store import has_store
    from peil.fieldwork.gather import gather
    from peil.fieldwork.make_status import make_status
    from peil.formats.opened_fieldwork import opened_fieldwork
    from peil.store.today import today

    if not has_store(url):
        yield None
        return
    gathered = None
    with opened_fieldwork(url, study) as kept:
        while True:
            gathered = gather(study, kept.store, kept.sample, today(), visitors=visitors, before=gathered)
            yield make_status(study, gathered)


def watch_rows(study: Study, url: str) -> "Generator[Dataset | None]":
    """Give the rows that the analysis counts, weighted as the plan says, as the store has them at each look.

    It is the same data set where nothing changed since the look before. The store is open meanwhile. Where
    there is none yet, None is all that is given.

    Args:
        study: The study.
        url: The store's address, as ``line.find_store`` gives it.

    Raises:
        Unusable: The store can't be read, or the rows can't be weighted.
    """
    from peil.data.analysis_set import select_analysis_set
    from peil.field.phase_store import has_store
    from peil.formats.live_rows import LiveRows
    from peil.formats.opened_store import opened_store
    from peil.weighting.weigh import weigh

    if not has_store(url):
        yield None
        return
    with opened_store(url, study, made=False) as store:
        live = LiveRows(study, store)
        seen, found = None, None
        while True:
            rows = live.look()
            if found is None or rows is not seen:
                seen, found = rows, weigh(select_analysis_set(rows))
            yield found


def tell_status(study: Study, status: "Status", part: str) -> "tuple[str, dict[str, object]]":
    """Give a status as the terminal shows this part of it (``overview`` …), and as JSON."""
    from peil.fieldwork.as_json import status_json
    from peil.fieldwork.as_text import status_text

    return status_text(study, status, part), status_json(status)


def status_problems(study: Study, status: "Status") -> "tuple[Problem, ...]":
    """Give what in a status can't wait: what ought to be destroyed by now."""
    from datetime import timedelta

    from peil.store.overdue import joined_problem
    from peil.store.retired import What

    due = [one.on for one in status.due if one.what is What.LINKS and one.now and one.on]
    return tuple(joined_problem(study, on - timedelta(days=1)) for on in due)


def export_responses(
    study: Study,
    url: str | None,
    out: Path,
    *,
    cells: str = "ids",
    complete: bool = False,
    visitors: int | None = None,
) -> "Exported":
    """Write the responses in the store to a data file, and counts of fieldwork beside it.

    Arguments and problems are those of ``formats/from_store.py``; the store is found as ``find_store`` says.
    """
    from peil.formats.from_store import export_store
    from peil.store.find_store import find_store

    place = find_store(study, url)
    return export_store(study, place, out, cells=cells, complete=complete, visitors=visitors)


def import_responses(study: Study, data: Path, url: str | None, *, leave_out: bool = False) -> "Imported":
    """Bring the rows of a data file into the store as interviews, all of them or none."""
    from peil.formats.into_store import import_file
    from peil.store.find_store import find_store

    return import_file(study, data, find_store(study, url), leave_out=leave_out)


def store_name(url: str) -> str:
    """Give a store's address without its password."""
    from peil.store.url import read_url

    return str(read_url(url))


def show_phase(study: Study, url: str) -> "PhaseReport":
    """Say where fieldwork stands, and how it came there; a study that was never fielded has no store.

    Raises:
        Unusable: The store can't be read now.
    """
    from peil.field.change_phase import NOTHING_YET, report_phase
    from peil.field.phase_store import has_store, phase_store
    from peil.store.today import today

    if not has_store(url):
        return NOTHING_YET
    with phase_store(url, study) as store:
        return report_phase(store, today())


def is_open(report: "PhaseReport") -> bool:
    """Say whether answers that count come in today."""
    from peil.field.standing import Standing
    from peil.store.phase import Phase

    latest = report.latest
    return latest is not None and latest.phase is Phase.LIVE and report.standing is Standing.OPEN


def interim_listed_since(study: Study, url: str) -> tuple[str, ...]:
    """Give what ``[interim]`` lists and didn't when the survey opened; nothing where there is no store.

    Raises:
        Unusable: The store can't be read now.
    """
    from peil.field.listed_since import listed_since
    from peil.field.phase_store import has_store, phase_store

    if not has_store(url):
        return ()
    with phase_store(url, study) as store:
        return listed_since(study, store)


def enter_phase(study: Study, url: str, phase: str, reason: str) -> "PhaseReport":
    """Bring fieldwork into a phase; after closing, what is needed no more is destroyed.

    Raises:
        Unusable: Something stands in the way, or the store can't be used.
    """
    from peil.field.change_phase import change_phase, forget_after_closing
    from peil.field.phase_refusals import never_begun
    from peil.field.phase_store import has_store, phase_store
    from peil.field.quota_remark import quota_remarks
    from peil.store.phase import Phase
    from peil.store.sample.find_sample import find_sample
    from peil.store.today import today

    if phase == Phase.CLOSED and not has_store(url):
        raise Unusable([never_begun(study)])

    def tell_sample(told: "Callable[[Sample], object]") -> None:
        sample = find_sample(url, study)
        if sample is not None:
            with closing(sample):
                told(sample)

    with phase_store(url, study) as store:
        report = change_phase(study, store, Phase(phase), reason, today())
        if phase == Phase.CLOSED:
            forget_after_closing(store, lambda: tell_sample(lambda sample: sample.destroy_links(today())))
        else:
            tell_sample(lambda sample: sample.reopen())
        return replace(report, problems=quota_remarks(study, store, report))


def invite_people(
    study: Study, url: str, listed: Path | None, identity: Path | None, sending: "Sending | None"
) -> "Mailed":
    """Invite who is in the list or the sample and wasn't yet; without ``sending``, only say whom.

    Raises:
        Unusable: The study, the list, the texts or the mail server don't allow it.
    """
    from peil.field.mail_session import mail_session
    from peil.mail.invite import invite
    from peil.mail.template import Kind
    from peil.store.sample.sample_file import SampleFile, read_sample

    people = read_sample(listed, study.about.languages) if listed else SampleFile()
    with mail_session(study, url, Kind.INVITATION, people, identity, sending) as session:
        return invite(session.people, session.opened.sample, people, sending)


def remind_people(
    study: Study, url: str, reminder: tuple[int, int], identity: Path | None, sending: "Sending | None"
) -> "Mailed":
    """Remind who was invited and isn't known to have finished; without ``sending``, only say whom.

    Args:
        study: The study.
        url: The store's address.
        reminder: Which reminder, and how many days after the latest mail it goes out at the soonest.
        identity: File with a private key, for a sealed sample.
        sending: With what to send.

    Raises:
        Unusable: Nobody was invited, or the study, the texts or the mail server don't allow it.
    """
    from peil.field.mail_session import mail_session
    from peil.mail.invite import remind
    from peil.mail.plan_round import REMINDERS
    from peil.store.sample.finished import Finished
    from peil.store.sample.sample_file import SampleFile

    with mail_session(study, url, REMINDERS[reminder[0]], SampleFile(), identity, sending) as session:
        store, sample = session.opened.store, session.opened.sample
        finished: Container[str] = Finished(sample, store) if sample and store else frozenset()
        return remind(session.people, sample, reminder, finished, sending)


def mark_bounces(study: Study, url: str, file: Path, identity: Path | None) -> int:
    """Mark whose address mail came back from, as a list or delivery reports say; give how many.

    Raises:
        Unusable: The file holds nothing of the kind, or the sample can't be read.
    """
    from peil.mail.mark_bounces import mark_bounces as mark
    from peil.mail.opened_mail import opened_mail
    from peil.mail.read_bounces import read_bounces
    from peil.store.identity import read_identities

    addresses = read_bounces(file)
    identities = read_identities(identity) if identity else ()
    with opened_mail(url, study, made=False) as opened:
        return mark(opened.sample, addresses, identities) if opened.sample else 0


def make_sending(
    file: Path | None,
    per_minute: float,
    stopping: "Stopping",
    progress: "Progress",
    *,
    retry_unknown: bool,
    before_opening: bool,
) -> "Sending":
    """Give with what a mailing is sent: the mail server of a file, or else of PEIL_SMTP_URL.

    Raises:
        Unusable: No mail server is named, or others can read the file.
    """
    import os

    from peil.mail.mail_people import Sending
    from peil.mail.pace import Pace
    from peil.mail.smtp_account import find_account

    account = find_account(file, os.environ)
    pace = Pace(per_minute, stopping=stopping)
    return Sending(account, pace, retry_unknown, progress, before_opening)
