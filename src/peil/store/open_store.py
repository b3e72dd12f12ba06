"""A store found by its URL, brought up to date and opened."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from peil.core.problem import Problem, Unusable
from peil.core.rule import Rule
from peil.core.span import Span
from peil.store.errors import StoreUnavailable
from peil.store.migrate import NewerStoreError, lacks_migrations, migrate
from peil.store.migration import migrations_of
from peil.store.postgres import Postgres
from peil.store.serving import ServedError, Serving
from peil.store.sqlite import Sqlite
from peil.store.store import Store
from peil.store.store_problems import NEWER, NO_STORE, OTHER_STUDY, SERVED, UNREACHABLE
from peil.store.url import FolderPlace, ServerPlace, read_url
from peil.study.study import Study

ANSWERS = "answers"
CONTACTS = "contacts"
SAMPLE = "sample.sqlite"
MADE_FIRST = frozenset({".gitignore", "serving.sqlite", "serving.sqlite-journal"})
"""What a folder can hold that is about to become a store."""

MOST_NAMES = 5
STARTING = 1.0
"""So many seconds a server that is just starting may take to bring its store up to date."""
SCHEMA = "peil_"
"""Begins the name of a PostgreSQL schema."""


def open_store(url: str, study: Study, *, serving: bool = False, reading: bool = False) -> Store:
    """Open a study's store; a new one is made, an older one is brought up to date.

    Args:
        url: ``sqlite:FOLDER``, a plain folder's name or ``postgresql://…``.
        study: The study.
        serving: Serve respondents from it. A store in files is then held until it is closed or the process
            ends, however it ends.
        reading: Only read from it: then it may hold answers that the study has no place for.

    Raises:
        Unusable: It can't be opened, or isn't this study's; the problems say why, and never hold a password
            or an answer.
    """
    place = read_url(url)
    with telling(place):
        if isinstance(place, ServerPlace):
            store = _open_server(place, study)
        else:
            store = _open_folder(place, study, serving=serving)
        if not reading:
            _demand_own(store, place)
        _settle(store, serving=serving)
        return store


def _open_folder(place: FolderPlace, study: Study, *, serving: bool) -> Store:
    folder = place.folder
    make_folder(folder)
    held = Serving(folder) if serving else None
    opened: list[Sqlite] = []
    try:
        for name in (ANSWERS, CONTACTS):
            opened.append(Sqlite(folder / f"{name}.sqlite"))
            if lacks_migrations(opened[-1], migrations_of(name)):
                _migrate_held(folder, opened[-1], name, held)
            if held:
                opened[-1].forget_traces()  # an erasure may have been cut off before its last step
        reading = Sqlite(folder / f"{ANSWERS}.sqlite", read_only=True)
    except BaseException:
        for one in opened:
            one.close()
        if held:
            held.close()
        raise
    return Store(study, opened[0], reading, opened[1], held)


def _migrate_held(folder: Path, database: Sqlite, name: str, held: Serving | None) -> None:
    """Change tables while nobody serves from them."""
    own = None if held else _hold(folder, database, name)
    try:
        migrate(database, migrations_of(name))
    finally:
        if own:
            own.close()


def _hold(folder: Path, database: Sqlite, name: str) -> Serving | None:
    """Keep others from serving; None where a server that was just starting has changed the tables itself.

    Raises:
        ServedError: Another process goes on serving from tables of before the change.
    """
    until = time.monotonic() + STARTING
    while True:
        try:
            return Serving(folder)
        except ServedError:
            if not lacks_migrations(database, migrations_of(name)):
                return None
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def make_folder(folder: Path) -> None:
    """Make the store's folder, for its owner alone and out of version control."""
    if folder.is_dir():
        there = {path.name for path in folder.iterdir()}
        if f"{ANSWERS}.sqlite" not in there and SAMPLE not in there and not there <= MADE_FIRST:
            raise Unusable([_problem(NO_STORE, str(folder), "Name an empty folder, or a new one.")])
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    ignored = folder / ".gitignore"
    if not ignored.exists():
        ignored.write_text("*\n", encoding="utf-8")


def _open_server(place: ServerPlace, study: Study) -> Store:
    opened: list[Postgres] = []
    try:
        for name in (ANSWERS, CONTACTS):
            opened.append(Postgres(place.url, SCHEMA + name))
            if lacks_migrations(opened[-1], migrations_of(name)):
                migrate(opened[-1], migrations_of(name))
    except BaseException:
        for one in opened:
            one.close()
        raise
    return Store(study, opened[0], Postgres(place.url, SCHEMA + ANSWERS), opened[1])


def _settle(store: Store, *, serving: bool) -> None:
    """Bring what is kept into line with the study: details sealed to its keys, places in quotas counted."""
    try:
        store.seal_readable()
        if serving:
            store.count_places()
    except StoreUnavailable:
        store.close()
        raise


def _demand_own(store: Store, place: FolderPlace | ServerPlace) -> None:
    """Refuse a store of another study, or of this one as it was before a change that breaks its answers."""
    try:
        names = store.misfits()
    except StoreUnavailable:
        store.close()
        raise
    if not names:
        return
    store.close()
    listed = ", ".join(f'"{name}"' for name in names[:MOST_NAMES]) + (
        ", …" if len(names) > MOST_NAMES else ""
    )
    hint = (
        "Name this study's own store. If the questionnaire was changed, put the question, option or page "
        "back as it was asked, under its old id."
    )
    raise Unusable([_problem(OTHER_STUDY, str(place), hint, f": {listed}")])


@contextmanager
def telling(place: FolderPlace | ServerPlace) -> Iterator[None]:
    """Turn what can go wrong on opening into problems; a driver's own text could hold a password."""
    try:
        yield
    except NewerStoreError:
        problem = _problem(NEWER, str(place), "Use the version of the program that wrote it, or a later one.")
        raise Unusable([problem]) from None
    except ServedError:
        problem = _problem(SERVED, str(place), "Stop that process first, or use PostgreSQL.")
        raise Unusable([problem]) from None
    except (StoreUnavailable, OSError, sqlite3.Error, psycopg.Error) as error:
        raise Unusable([_unreachable(place, error)]) from None


def _unreachable(place: FolderPlace | ServerPlace, error: Exception) -> Problem:
    cause = error.__cause__ or error
    if isinstance(cause, sqlite3.Error) and cause.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
        return _problem(NO_STORE, str(place), "Name an empty folder, or a new one.")
    if isinstance(place, ServerPlace):
        hint = "See that the server runs, the database is there, and its user may log in and create schemas."
    else:
        hint = "See that the folder can be written to and that its disk isn't full."
    told = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
    return _problem(UNREACHABLE, str(place), hint, f": {told}" if told else "")


def _problem(rule: Rule, place: str, hint: str, told: str = "") -> Problem:
    return rule.problem(Span(place), rule.summary.removesuffix(".") + told + ".", hint=hint)
