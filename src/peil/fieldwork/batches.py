"""Closed batches: what may be told of an anonymous study while it is in the field.

Its respondents were promised that nothing links an invitation to answers. Who watches the numbers while
mails go out one by one, or knows when a colleague sat down to answer, could link them by the moment at which
a count goes up. So counts are rounded down to whole batches, and nothing is told of single interviews.
"""

from peil.store.phase import Phase
from peil.study.fielding import Privacy
from peil.study.study import Study

BATCH = 10


def batch_size(study: Study, phase: Phase | None) -> int:
    """Give in what steps interviews are counted: tens in an anonymous study that isn't closed, else ones."""
    return BATCH if study.fielding.privacy is Privacy.ANONYMOUS and phase is not Phase.CLOSED else 1


def whole_batches(count: int, size: int) -> int:
    """Round a count down to whole batches."""
    return count - count % size
