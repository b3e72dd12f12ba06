"""The answers database: where each interview stands, so that who looks again reads only what changed.

There is no order of arrival to go by: the store keeps none. An interview's own revision goes up with every
page that is accepted, and it is gone when it is erased; so all revisions together say what is new.
"""

from collections.abc import Collection
from typing import NamedTuple

from peil.store.database import Database
from peil.store.kept import Kept
from peil.store.purpose import Purpose


class Standing(NamedTuple):
    """What of an interview decides how it is read.

    Args:
        revision: How many submissions were accepted.
        version: Fingerprint of the questionnaire's text that it is asked.
        full: Id of the quota that ended it, or empty.
    """

    revision: int
    version: str
    full: str


def read_standings(database: Database, purposes: Collection[Purpose]) -> dict[str, Standing]:
    """Give interview id to where it stands, of the interviews for these purposes."""
    wanted = {str(purpose) for purpose in purposes}
    found = database.execute("SELECT id, revision, version, quota_full, purpose FROM interviews")
    return {
        interview: Standing(revision, version, full)
        for interview, revision, version, full, purpose in found
        if purpose in wanted
    }


def standing_of(kept: Kept) -> Standing:
    """Give where an interview stands, as it was read."""
    return Standing(kept.revision, kept.version, kept.full)
