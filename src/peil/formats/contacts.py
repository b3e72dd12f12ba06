"""Contact details taken out of a store, and opened with a private key."""

from dataclasses import dataclass
from pathlib import Path

from peil.core.problem import Problem
from peil.core.span import Span
from peil.formats.opened_contacts import OpenedContacts, open_contacts, write_contacts_csv
from peil.formats.sealed_file import Person, read_sealed_file, shuffled, write_sealed_file
from peil.store.contact_problems import KEPT_READABLE, ON_ONE_MACHINE, WRONG_KEY
from peil.store.identity import read_identities
from peil.store.store import Store
from peil.study.study import Study


@dataclass(frozen=True)
class TakenOut:
    """How many people left contact details, how many details these are, and what deserves a look."""

    people: int
    details: int
    problems: tuple[Problem, ...] = ()


def take_out(study: Study, store: Store, out: Path | None) -> TakenOut:
    """Count the contact details, and write them as they are kept to a new file when one is named.

    Raises:
        Unusable: Something stands in the file's place.
        StoreUnavailable: The store can't be read now.
    """
    people = shuffled(store.details())
    if out is not None:
        write_sealed_file(out, people)
    return TakenOut(len(people), sum(map(len, people)), readable_problems(study, people))


def open_here(study: Study, store: Store, identity: Path) -> tuple[OpenedContacts, tuple[Problem, ...]]:
    """Open the contact details where both the store and the private key are.

    Raises:
        Unusable: The private key can't be used.
        StoreUnavailable: The store can't be read now.
    """
    people = shuffled(store.details())
    opened = open_contacts(people, read_identities(identity))
    hint = "Take the details out with --out, and open them with --from where the key is."
    near = near_problem(identity, hint)
    return opened, (near, *unopened_problems(opened, identity), *readable_problems(study, people))


def open_file(
    path: Path, identity: Path | None, *, near_store: bool = False
) -> tuple[OpenedContacts, tuple[Problem, ...]]:
    """Open the contact details in a file that was taken out.

    Args:
        path: The file.
        identity: The file with the private key, or None where it is to be seen what needs no key.
        near_store: The study's store can be reached from here too.

    Raises:
        Unusable: It is no such file, or the private key can't be used.
    """
    opened = open_contacts(read_sealed_file(path), read_identities(identity) if identity else ())
    hint = "Open the file on a machine without the store, and take the key off this one."
    near = (near_problem(identity, hint),) if identity and near_store else ()
    return opened, (*near, *unopened_problems(opened, identity))


def near_problem(identity: Path, hint: str) -> Problem:
    """Give the problem of a private key where the store is."""
    message = "The store and the private key are on one machine: who gets into it can read what is sealed."
    return ON_ONE_MACHINE.problem(Span(str(identity)), message, hint=hint)


def write_opened(study: Study, opened: OpenedContacts, out: Path) -> None:
    """Write opened contact details as a table.

    Raises:
        Unusable: Something stands in the file's place.
    """
    write_contacts_csv(out, study, opened)


def readable_problems(study: Study, people: list[Person]) -> tuple[Problem, ...]:
    """Say that contact details are kept readable, where some are or will be."""
    asked = any(variable.private for variable in study.codebook.variables.values())
    readable = any(not one.sealed for person in people for one in person.values())
    if not readable and not (asked and not study.fielding.contact_keys):
        return ()
    message = "Contact details are kept readable, for study.toml has no key to seal them to."
    hint = "Make one with peil contacts --new-key FILE, and write it under [fieldwork] as contact_keys."
    return (KEPT_READABLE.problem(Span(str(study.folder / "study.toml")), message, hint=hint),)


def unopened_problems(opened: OpenedContacts, identity: Path | None) -> tuple[Problem, ...]:
    """Say how many details none of the private keys opened."""
    if not opened.unopened:
        return ()
    if identity is None:
        message = f"Sealed, and not opened: {opened.unopened}."
        hint = "Name the file with the private key with --identity."
        return (WRONG_KEY.problem(Span("--identity"), message, hint=hint),)
    message = f"Details that this private key doesn't open: {opened.unopened}."
    hint = "Name the file with the key that they were sealed to; several keys can stand in one file."
    return (WRONG_KEY.problem(Span(str(identity)), message, hint=hint),)
