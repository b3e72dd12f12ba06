"""Persons who came before study.toml said that the list is protected are sealed when the sample is opened."""

from peil.store.database import Database, transaction
from peil.store.sample import sample_rows as rows
from peil.store.sealing import read_sealing, seal
from peil.study.fielding import Fielding

SEALING = "traces of sealing"
"""Name of the setting that says that what was sealed may still be readable in the files."""


def seal_persons(database: Database, fielding: Fielding) -> None:
    """Seal who is readable and ought not to be, and remove their readable traces.

    Should it be cut off, the next opening finishes it.

    Raises:
        StoreUnavailable: Not everybody is sealed, or traces are left.
    """
    keys = read_sealing(fielding.contact_keys).recipients
    if not (fielding.special_category and keys):
        return
    readable = rows.readable_details(database)
    if readable:
        sealed = [(seal(address, keys), seal(name, keys), one) for one, address, name in readable]
        with transaction(database):
            rows.put_sealed(database, sealed)
            rows.put_setting(database, SEALING, "left")
    if readable or rows.read_setting(database, SEALING):
        database.forget_traces()
        with transaction(database):
            rows.put_setting(database, SEALING, "")
