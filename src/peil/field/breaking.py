"""Whether the folder's text would break answers that count already."""

from collections.abc import Sequence

from peil.core.problem import Problem, Severity
from peil.core.span import Span
from peil.field.phase_problems import BREAKS
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.store.source import Source
from peil.store.store import Store
from peil.study.changes.find_changes import find_changes
from peil.study.changes.told import as_problems
from peil.study.study import Study


def breaking_changes(study: Study, store: Store) -> tuple[Problem, ...]:
    """Give what breaks between the version that went live last and the folder's, as errors; most often none.

    Answers of a pilot or a test never count, so nothing breaks before the first live interview.
    """
    went_live = [entry.version for entry in store.phase_log() if entry.phase is Phase.LIVE]
    if not went_live or went_live[-1] == store.version or not has_live_interviews(store):
        return ()
    before = store.study_of(went_live[-1])
    changes = find_changes(before, study, ("live:", ""))
    return tuple(one for one in as_problems(changes) if one.severity is Severity.ERROR)


def breaks_problem(study: Study, breaking: Sequence[Problem], hint: str) -> Problem:
    """Give the problem that sums up what breaks."""
    number = len(breaking)
    what = "This change breaks" if number == 1 else f"These {number} changes break"
    message = f"{what} answers given to the text that is live."
    return BREAKS.problem(Span(str(study.folder)), message, hint=hint)


def has_live_interviews(store: Store) -> bool:
    """Say whether there is an interview that counts and was answered on the pages."""
    return any(kept.purpose is Purpose.LIVE and kept.source is Source.WEB for kept in store.kept())
