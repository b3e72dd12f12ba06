"""What is kept of a study's respondents, where and for how long: the facts of its data-protection sheet."""

import datetime as dt
import hashlib

from peil.formats.opened_fieldwork import has_store, opened_fieldwork
from peil.store.open_store import SCHEMA
from peil.store.retire import after_months
from peil.store.retire import last_day as last_of
from peil.store.retired import What
from peil.store.url import FolderPlace, read_url
from peil.study.fielding import Privacy
from peil.study.study import Study


def last_day(study: Study, url: str) -> dt.date | None:
    """Give the last day of fieldwork: by the store's log where there is a store, else by study.toml.

    Raises:
        Unusable: The store can't be read.
    """
    if not has_store(url):
        return study.about.closes
    with opened_fieldwork(url, study) as fieldwork:
        return last_of(study, fieldwork.store)


def columns_of(study: Study, url: str) -> tuple[str, ...] | None:
    """Give the names of the further columns of the list of who is invited; None where there is no list yet.

    Raises:
        Unusable: The store can't be read.
    """
    if study.fielding.privacy is None or not has_store(url):
        return None
    with opened_fieldwork(url, study) as fieldwork:
        if fieldwork.sample is None:
            return None
        return tuple(sorted({name for person in fieldwork.sample.persons() for name in person.strata}))


def place_of(what: What, url: str) -> str:
    """Give the file or the schema that something is kept in."""
    name = {What.ADDRESSES: "sample"}.get(what, what.value)
    return f"{name}.sqlite" if isinstance(read_url(url), FolderPlace) else f"{SCHEMA}{name}"


def months_of(study: Study) -> dict[What, int | None]:
    """Give what is kept of respondents, with the months after closing, in the order in which it goes."""
    retention, fielding = study.fielding.retention, study.fielding
    found: dict[What, int | None] = {}
    if fielding.privacy is Privacy.CONFIDENTIAL:
        found[What.LINKS] = 0
    if fielding.privacy is not None:
        found[What.ADDRESSES] = retention.addresses
    if any(variable.private for variable in study.codebook.variables.values()):
        found[What.CONTACTS] = retention.contacts
    found[What.ANSWERS] = retention.answers
    return found


def until(last: dt.date | None, months: int | None) -> dt.date | None:
    """Give the last day on which something is kept, or None while that can't be told."""
    return after_months(last, months) if last is not None and months is not None else None


def fingerprint(key: str) -> str:
    """Give what two people compare by telephone: 80 bits of the key's hash, in groups of four."""
    text = hashlib.sha256(key.encode()).hexdigest()[:20].upper()
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
