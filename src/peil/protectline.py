"""The composer of what protects respondents: contact details, access, erasure, retention, the sheet.

Stages are loaded when they are used, as in ``line.py``.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from peil.study.study import Study

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from peil.core.problem import Problem
    from peil.formats.contacts import TakenOut
    from peil.formats.draw import Draw
    from peil.formats.opened_contacts import OpenedContacts
    from peil.formats.recruits import Drawn
    from peil.formats.retention import Retention
    from peil.formats.rights import Given
    from peil.report.show_protection import Sheet
    from peil.store.on_behalf import Erased


def new_contact_key(path: Path, folder: str | Path) -> str:
    """Make a pair of keys for contact details; gives the public one.

    Raises:
        Unusable: The private one can't stand there, or the folder is the study's.
    """
    from peil.store.identity import make_identity
    from peil.store.today import today

    return make_identity(path, Path(folder), today())


def take_out_contacts(study: Study, url: str, out: Path | None) -> "TakenOut":
    """Count the contact details in the store, and write them as they are kept when a file is named.

    Raises:
        Unusable: There is no store, or something stands in the file's place.
    """
    from peil.formats.contacts import take_out
    from peil.formats.opened_fieldwork import opened_fieldwork

    with opened_fieldwork(url, study) as fieldwork:
        return take_out(study, fieldwork.store, out)


def open_contacts_file(
    study: Study, url: str, source: Path, identity: Path | None, out: Path | None
) -> "tuple[OpenedContacts, tuple[Problem, ...]]":
    """Open contact details that were taken out; write them when a table is named.

    It takes no store. Where there is one at the address all the same, that is warned of.

    Raises:
        Unusable: It is no such file, the private key can't be used, or something stands in the table's place.
    """
    from peil.formats.contacts import open_file, write_opened

    opened, problems = open_file(source, identity, near_store=_is_near(url))
    if out is not None:
        write_opened(study, opened, out)
    return opened, problems


def draw_recruits(
    study: Study,
    opened: "OpenedContacts",
    draw: "Draw",
    out: Path | None,
) -> "Drawn":
    """Draw recruits for a talk from opened contact details; write them with a record when a list is named.

    Raises:
        Unusable: Something stands in the place of the list or of its record.
    """
    from peil.formats.recruits import draw_recruits as draw_them
    from peil.formats.recruits import write_recruits
    from peil.store.today import today

    drawn = draw_them(opened, draw, today())
    if out is not None:
        write_recruits(out, study, drawn)
    return drawn


def _is_near(url: str) -> bool:
    """Say whether a store can be reached from here; an address that is none reaches nothing."""
    from peil.core.problem import Unusable
    from peil.field.phase_store import has_store

    try:
        return has_store(url)
    except Unusable:
        return False


def open_contacts_here(
    study: Study, url: str, identity: Path, out: Path | None
) -> "tuple[OpenedContacts, tuple[Problem, ...]]":
    """Open the contact details in the store, where the private key is too; write them when a table is named.

    Raises:
        Unusable: There is no store, the private key can't be used, or something stands in the table's place.
    """
    from peil.formats.contacts import open_here, write_opened
    from peil.formats.opened_fieldwork import opened_fieldwork

    with opened_fieldwork(url, study) as fieldwork:
        opened, problems = open_here(study, fieldwork.store, identity)
    if out is not None:
        write_opened(study, opened, out)
    return opened, problems


def give_access(study: Study, url: str, who: str, identity: Path | None, *, invited: bool) -> "Given":
    """Give all that is kept about a respondent, by personal code or, when invited, by address.

    Raises:
        Unusable: There is no store, or nothing is kept under the code or the address.
    """
    from peil.formats.opened_fieldwork import opened_fieldwork
    from peil.formats.rights import give_copy

    with opened_fieldwork(url, study) as fieldwork:
        return give_copy(fieldwork, who, identity, invited=invited)


def write_private(path: Path, text: str) -> None:
    """Write a new file that only its owner can read.

    Raises:
        Unusable: Something stands in its place.
    """
    from peil.store.identity import write_new

    write_new(path, text)


def erase_respondent(
    study: Study, url: str, who: str, identity: Path | None, *, invited: bool
) -> "tuple[Erased, tuple[Problem, ...]]":
    """Erase all that is kept about a respondent, by personal code or, when invited, by address.

    Raises:
        Unusable: There is no store, or nothing is kept under the code or the address.
    """
    from peil.formats.opened_fieldwork import opened_fieldwork
    from peil.formats.rights import erase

    with opened_fieldwork(url, study) as fieldwork:
        return erase(fieldwork, who, identity, invited=invited)


def erase_interview(study: Study, url: str, interview: str) -> "Erased":
    """Erase an interview by its id; contact details that were left with it can't be found that way.

    Raises:
        Unusable: There is no store, or no such interview.
    """
    from peil.formats.opened_fieldwork import opened_fieldwork
    from peil.formats.rights import erase_interview as erase

    with opened_fieldwork(url, study) as fieldwork:
        return erase(fieldwork, interview)


def show_protection(study: Study, url: str, *, formats: "Sequence[str]", out: Path, language: str) -> "Sheet":
    """Write the data-protection sheet in each format; a store, where there is one, says when fieldwork ended.

    Raises:
        Unusable: The store can't be read.
    """
    from peil.formats import protection_facts as found
    from peil.report.protection import ContactKey, Keeping, Kept, Protection
    from peil.report.show_protection import show_protection as show

    last = found.last_day(study, url)
    kept = (
        Kept(Keeping(what.value), found.place_of(what, url), months, found.until(last, months))
        for what, months in found.months_of(study).items()
    )
    keys = (ContactKey(key, found.fingerprint(key)) for key in study.fielding.contact_keys)
    facts = Protection(last, tuple(kept), tuple(keys), found.columns_of(study, url))
    return show(study, facts, formats=formats, out=out, language=language)


def retire_study(study: Study, url: str, day: "dt.date | None" = None, *, do: bool = False) -> "Retention":
    """Give what is to be deleted when, as seen on a day (default: today), and delete what is due by ``do``.

    Raises:
        Unusable: There is no store, or what is due can't be deleted now.
    """
    from peil.formats.opened_fieldwork import opened_fieldwork
    from peil.formats.retention import carry_out, look_ahead
    from peil.store.today import today

    with opened_fieldwork(url, study) as fieldwork:
        if do:
            return carry_out(study, fieldwork, day or today(), today())
        return look_ahead(study, fieldwork, day or today())
