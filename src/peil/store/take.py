"""One opening or submission decided upon in memory: what becomes of it, and what is to be written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from peil.interview.answers import Answers, Value
from peil.interview.course import course_of
from peil.interview.interview import Interview
from peil.interview.private import KEPT_APART
from peil.interview.submit import submit
from peil.store.answers_at import answers_at
from peil.store.judge import Earlier, Judgement, PageChange, judge, page_values
from peil.store.kept import Kept
from peil.store.log_entry import OPENING, WITHDRAWN, LogEntry
from peil.store.opening import Opening
from peil.store.page_seconds import capped
from peil.store.receipt import Fate, Receipt
from peil.store.submission import Submission
from peil.store.under_way import UnderWay
from peil.study.quota import QUOTA_FULL
from peil.study.study import Study

WRITTEN = frozenset({Fate.ACCEPTED, Fate.GREW})


@dataclass(frozen=True)
class Taken:
    """A submission that is kept.

    Args:
        receipt: What became of it.
        entries: The log's new entries, in order.
        changed: Page id to the revision that last changed what is kept of it, for the pages of the entries.
    """

    receipt: Receipt
    entries: tuple[LogEntry, ...]
    changed: Mapping[str, int]

    @property
    def kept(self) -> Kept:
        """The interview as it is kept then."""
        if self.receipt.kept is None:
            raise ValueError("what is taken is kept")
        return self.receipt.kept

    @property
    def id(self) -> str:
        """The interview's id."""
        return self.kept.id


def opened(opening: Opening) -> Kept:
    """Give the interview that an opening begins."""
    return Kept(
        opening.id,
        opening.language,
        opening.seed,
        0,
        Answers({}, frozenset(opening.pages)),
        dict.fromkeys(opening.pages, 0),
        opened_on=opening.day,
        synthetic=opening.synthetic,
        version=opening.version,
        purpose=opening.purpose,
        link=opening.link,
        device=opening.device,
        flags=tuple(sorted({*opening.flags})),
        consent=opening.consent,
        changed_on=opening.day,
    )


def opening_entries(opening: Opening) -> tuple[LogEntry, ...]:
    """Give the log of an interview that has just begun."""
    return tuple(
        LogEntry(page, OPENING, 0, "", {}, passed=True, language=opening.language) for page in opening.pages
    )


def opening_nonces(opening: Opening) -> dict[tuple[str, str], Earlier]:
    """Give the log's page and nonce of an interview that has just begun."""
    return {(page, OPENING): Earlier("", 0) for page in opening.pages}


def judged(
    study: Study, before: UnderWay, submission: Submission, log: Sequence[LogEntry] | None
) -> Judgement:
    """Decide what becomes of a submission.

    Args:
        study: The study in the interview's version.
        before: The interview as it is kept.
        submission: What was sent.
        log: Its log, where ``needs_log`` says so.

    Raises:
        ValueError: A contact detail stands among its answers.
    """
    _demand_marks(study, submission)
    earlier = before.nonces.get((submission.page, submission.nonce))
    if earlier is None and before.kept.full:
        return Judgement(Fate.OFF_ROUTE)  # it came to its end when its quota was full
    made_from = None if log is None else answers_at(study, log, submission.revision)
    return judge(study, before.kept, earlier, submission, made_from, before.walked)


def needs_log(kept: Kept, submission: Submission) -> bool:
    """Say whether another page has changed since the form was made."""
    if kept.revision <= submission.revision:
        return False
    return any(
        revision > submission.revision and page != submission.page for page, revision in kept.changed.items()
    )


def taken(study: Study, kept: Kept, submission: Submission, judgement: Judgement) -> Taken:
    """Give what is to be kept of a submission, judged to be written."""
    revision = kept.revision + 1
    changed = {
        change.page: revision
        if _alters(study, kept, change, submission)
        else kept.changed.get(change.page, 0)
        for change in judgement.changes
    }
    walked = judgement.after
    changes: dict[str, object] = {
        "language": submission.language,
        "revision": revision,
        "answers": walked.answers if walked else _fold(study, kept.answers, judgement.changes),
        "changed": {**kept.changed, **changed},
        "seconds": kept.seconds + capped(submission.seconds or 0),
        "flags": _joined(kept.flags, submission.flags),
        "changed_on": submission.day,
    }
    after = Kept(**{**vars(kept), **changes})  # as ``replace`` does, at a fifth of its cost
    entries = tuple(_entry(submission, change, revision) for change in judgement.changes)
    return Taken(Receipt(judgement.fate, after, walked=judgement.after), entries, changed)


def too_late(one: Taken, quota: str) -> Taken:
    """Give what is to be kept when the submission found its quota full: its answers, and that it ended."""
    kept = replace(one.kept, full=quota)
    walked = one.receipt.walked and closed_by_quota(one.receipt.walked)
    return replace(one, receipt=replace(one.receipt, kept=kept, walked=walked))


def closed_by_quota(walked: Interview) -> Interview:
    """Give an interview as it stands when a quota ended it: no page of it is open any more."""
    return replace(walked, pages=(), next_page=None, outcome=QUOTA_FULL)


def taken_up(before: UnderWay, one: Taken) -> UnderWay:
    """Give the interview as it is under way after a submission was taken."""
    nonces = {(entry.page, entry.nonce): Earlier(entry.digest, entry.revision) for entry in one.entries}
    return UnderWay(one.kept, {**before.nonces, **nonces}, one.receipt.walked)


def marks(study: Study, values: Mapping[str, Value]) -> frozenset[str]:
    """Give the names of the contact details that answers say were given."""
    private = course_of(study).private
    return private.intersection(values) if private else private


def marked_details(submission: Submission, receipt: Receipt) -> dict[str, str]:
    """Give the contact details that are to be put apart: of an accepted submission those with a mark kept."""
    if not submission.details or receipt.fate not in WRITTEN or receipt.kept is None:
        return {}
    marked = receipt.kept.answers.values
    return {name: text for name, text in submission.details.items() if name in marked}


def _demand_marks(study: Study, submission: Submission) -> None:
    """Keep contact details out of the answers, and details without a mark out of the contacts."""
    private = marks(study, submission.values)
    if not private and not submission.details:
        return
    given = {name for name in private if submission.values[name] != ""}
    if any(submission.values[name] != KEPT_APART for name in given) or not given.issuperset(
        submission.details
    ):
        raise ValueError("a contact detail stands among the answers, or one is sent along without its mark")


def _fold(study: Study, answers: Answers, changes: Sequence[PageChange]) -> Answers:
    """Give the answers with the changes made, as reading them back would."""
    for change in changes:
        answers = submit(study, answers, change.page, change.values, passed=change.passed)
    return answers


def _entry(submission: Submission, change: PageChange, revision: int) -> LogEntry:
    own = change.page == submission.page
    return LogEntry(
        change.page,
        submission.nonce if own else submission.nonce + WITHDRAWN,
        revision,
        submission.digest if own else "",
        change.values,
        change.passed,
        submission.language,
    )


def _alters(study: Study, kept: Kept, change: PageChange, submission: Submission) -> bool:
    """Say whether what is kept of the page becomes another; new details count, behind an equal mark too."""
    if change.page == submission.page and any(name in change.values for name in submission.details):
        return True
    return dict(change.values) != page_values(study, kept.answers, change.page)


def _joined(flags: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*flags, *more})) if more else flags
