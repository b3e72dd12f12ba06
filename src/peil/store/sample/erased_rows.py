"""The sample database: whose address was erased, known by a keyed hash alone.

The key is random, of this sample alone and in it: who has the database can tell whether an address that they
think of is among those erased, and who has not, nothing.
"""

import hashlib
import hmac
import secrets
from collections.abc import Collection

from peil.store.database import Database
from peil.store.sample.sample_rows import WITHDRAWN, put_setting, read_setting, withdrawn

KEY = "key of erased addresses"


def note_erased(database: Database, address: str, *, invited: bool) -> None:
    """Note, inside a transaction, that the owner of an address was erased; of who was invited, their number.

    Who was invited and asks to be erased stays a case of the response rate, as long as there is a sample.
    """
    database.execute(
        "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING",
        (KEY, secrets.token_hex(32)),
    )
    hashed = _hashed(read_setting(database, KEY), address)
    database.execute("INSERT INTO erased (address) VALUES (?) ON CONFLICT (address) DO NOTHING", (hashed,))
    if invited:
        put_setting(database, WITHDRAWN, str(withdrawn(database) + 1))


def erased_among(database: Database, addresses: Collection[str]) -> frozenset[str]:
    """Give, in lower case, those of some addresses whose owners were erased."""
    key = read_setting(database, KEY)
    erased = {row[0] for row in database.execute("SELECT address FROM erased")} if key else set()
    return frozenset(one.lower() for one in addresses if erased and _hashed(key, one) in erased)


def forget_erased(database: Database) -> None:
    """Delete all hashes, their key and what was counted."""
    database.execute("DELETE FROM erased")
    database.execute("DELETE FROM settings WHERE name IN (?, ?)", (KEY, WITHDRAWN))


def _hashed(key: str, address: str) -> str:
    return hmac.new(bytes.fromhex(key), address.strip().lower().encode(), hashlib.sha256).hexdigest()
