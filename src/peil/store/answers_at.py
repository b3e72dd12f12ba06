"""An interview's answers as they were at an earlier revision."""

from collections.abc import Iterable

from peil.interview.answers import Answers
from peil.interview.submit import submit
from peil.store.log_entry import LogEntry
from peil.study.study import Study


def answers_at(study: Study, log: Iterable[LogEntry], revision: int) -> Answers:
    """Give the answers as they were at a revision.

    Args:
        study: The study as the interview's version has it.
        log: The interview's log, in order.
        revision: The revision.
    """
    answers = Answers()
    for entry in log:
        if entry.revision <= revision:
            answers = submit(study, answers, entry.page, entry.values, passed=entry.passed)
    return answers
