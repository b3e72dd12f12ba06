"""A person taken out of the sample, and what has to follow so that the others still can't be told apart."""

from peil.store.database import Database
from peil.store.mark import LEAST_TOGETHER
from peil.store.sample.erased_rows import note_erased
from peil.store.sample.sample_rows import clear_small, delete_person, lock_marks, lock_person


def erase_person(database: Database, person: str, address: str) -> bool:
    """Delete a person, inside a transaction; False when they weren't there.

    What stays is a keyed hash of the address and, of who was invited, one more in a count. In an anonymous
    study ten or more are noted at once, and with one of them gone fewer than ten could be left who stand
    apart: then what was noted of them is forgotten, as if their server had never come to noting it.
    """
    lock_marks(database)
    found = lock_person(database, person)
    if found is None:
        return False
    delete_person(database, person)
    note_erased(database, address, invited=found.invited_on is not None)
    clear_small(database, LEAST_TOGETHER)
    return True
