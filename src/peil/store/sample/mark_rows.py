"""Whether an anonymous study notes who has started and finished: not any more once fieldwork is closed."""

import datetime as dt

from peil.store.database import Database
from peil.store.sample.sample_rows import clear_marks, lock_marks, put_setting, read_setting

MARKS_ENDED = "marks ended on"


def end_marks(database: Database, day: dt.date) -> None:
    """Forget all marks, and have none noted from now on; who is just noting some comes first."""
    lock_marks(database)
    clear_marks(database)
    put_setting(database, MARKS_ENDED, day.isoformat())


def begin_marks(database: Database) -> None:
    """Have marks noted again."""
    put_setting(database, MARKS_ENDED, "")


def marks_ended(database: Database) -> bool:
    """Say whether none are noted any more, in a transaction that has the marks locked."""
    return bool(read_setting(database, MARKS_ENDED))
