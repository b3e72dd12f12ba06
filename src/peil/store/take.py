"""One opening or submission taken into the answers database, inside a transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from peil.interview.answers import Answers, Value
from peil.interview.private import KEPT_APART, is_private
from peil.interview.submit import submit
from peil.store.database import Database
from peil.store.interview_rows import (
    NewInterview,
    add_entries,
    add_interview,
    find_accepted,
    find_by_id,
    find_kept,
    lock_interview,
    read_log,
)
from peil.store.judge import PageChange, judge, page_values
from peil.store.kept import Kept
from peil.store.log_entry import OPENING, LogEntry
from peil.store.opening import Opening
from peil.store.receipt import Fate, Receipt
from peil.store.source import Source
from peil.store.submission import Submission
from peil.study.study import Study

WITHDRAWN = ".withdrawn"
"""Follows the nonce in the log's entries about contact details that a submission took back."""

WRITTEN = frozenset({Fate.ACCEPTED, Fate.GREW})


def take_opening(database: Database, opening: Opening) -> Kept:
    """Open the interview unless its key is there, and give it as it is kept."""
    new = NewInterview(
        id=opening.id,
        key=opening.key,
        language=opening.language,
        seed=opening.seed,
        day=opening.day,
        source=Source.WEB,
        synthetic=opening.synthetic,
        version=opening.version,
    )
    entries = [
        LogEntry(page, OPENING, 0, "", {}, passed=True, language=opening.language) for page in opening.pages
    ]
    if add_interview(database, new) and entries:
        add_entries(database, opening.id, entries, dict.fromkeys(opening.pages, 0), opening.day)
    kept = find_kept(database, opening.key)
    if kept is None:
        raise RuntimeError("the interview just opened is not there")
    return kept


def take_submission(study: Study, database: Database, submission: Submission) -> Receipt:
    """Judge a submission by what is kept, and write what it changes; contact details aside."""
    _demand_marks(study, submission)
    interview = lock_interview(database, submission.key)
    kept = find_by_id(database, interview) if interview else None
    if kept is None:
        return Receipt(Fate.UNKNOWN, None)
    earlier = find_accepted(database, kept.id, submission.page, submission.nonce)
    judgement = judge(study, kept, earlier, submission, _made_from(study, database, kept, submission))
    if judgement.fate not in WRITTEN:
        return Receipt(judgement.fate, kept, judgement.problems)
    revision = kept.revision + 1
    entries = [_entry(submission, change, revision) for change in judgement.changes]
    changed = {
        change.page: revision
        if _alters(study, kept, change, submission)
        else kept.changed.get(change.page, 0)
        for change in judgement.changes
    }
    add_entries(database, kept.id, entries, changed, submission.day)
    after = replace(
        kept,
        language=submission.language,
        revision=revision,
        answers=_fold(study, kept.answers, judgement.changes),
        changed={**kept.changed, **changed},
    )
    return Receipt(judgement.fate, after, walked=judgement.after)


def _made_from(study: Study, database: Database, kept: Kept, submission: Submission) -> Answers | None:
    """Give the answers as they were when the form was made, or None where no other page has changed since."""
    since = {page for page, revision in kept.changed.items() if revision > submission.revision}
    if since <= {submission.page}:
        return None
    answers = Answers()
    for entry in read_log(database, kept.id):
        if entry.revision <= submission.revision:
            answers = submit(study, answers, entry.page, entry.values, passed=entry.passed)
    return answers


def _fold(study: Study, answers: Answers, changes: Sequence[PageChange]) -> Answers:
    """Give the answers with the changes made, as reading them back would."""
    for change in changes:
        answers = submit(study, answers, change.page, change.values, passed=change.passed)
    return answers


def marks(study: Study, values: Mapping[str, Value]) -> frozenset[str]:
    """Give the names of the contact details that answers say were given."""
    return frozenset(name for name in values if is_private(study, name))


def marked_details(submission: Submission, receipt: Receipt) -> dict[str, str]:
    """Give the contact details that are to be put apart: of an accepted submission those with a mark kept."""
    if receipt.fate not in WRITTEN or receipt.kept is None:
        return {}
    marked = receipt.kept.answers.values
    return {name: text for name, text in submission.details.items() if name in marked}


def _demand_marks(study: Study, submission: Submission) -> None:
    """Keep contact details out of the answers, and details without a mark out of the contacts."""
    given = {name for name in marks(study, submission.values) if submission.values[name] != ""}
    if any(submission.values[name] != KEPT_APART for name in given) or not given.issuperset(
        submission.details
    ):
        raise ValueError("a contact detail stands among the answers, or one is sent along without its mark")


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
