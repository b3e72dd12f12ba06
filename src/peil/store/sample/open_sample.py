"""A sample found by its store's URL, brought up to date and opened."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import partial
from pathlib import Path

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.store.database import Database
from peil.store.errors import StoreUnavailable
from peil.store.migrate import lacks_migrations, migrate
from peil.store.migration import migrations_of
from peil.store.open_store import SCHEMA, make_folder, telling
from peil.store.postgres import Postgres
from peil.store.sample.outbox import MailingElsewhere
from peil.store.sample.sample import Sample
from peil.store.sample.sample_problems import OTHER_PRIVACY
from peil.store.sample.sealed_persons import seal_persons
from peil.store.serving import ServedError, Serving
from peil.store.sqlite import Sqlite
from peil.store.url import ServerPlace, read_url
from peil.study.study import Study

SAMPLE = "sample"
LINKS = "links"
MAILING_FILE = "mailing.sqlite"
MAILING = 0x5045494D
"""Number of the advisory lock of who is mailing: PEIM in ASCII, beside the PEIL of migrations."""


def open_sample(url: str, study: Study) -> Sample:
    """Open a study's sample, beside its store; a new one is made, an older one is brought up to date.

    Where study.toml says ``special_category`` by now, who was readable is sealed.

    Args:
        url: The store's: ``sqlite:FOLDER``, a plain folder's name or ``postgresql://…``.
        study: The study.

    Raises:
        Unusable: It can't be opened, or was begun in another privacy mode.
    """
    place = read_url(url)
    with telling(place):
        if isinstance(place, ServerPlace):
            sample = _open_server(place, study)
        else:
            sample = _open_folder(place.folder, study)
        _demand_mode(sample, study)
        return sample


def has_sample(url: str) -> bool:
    """Say whether anybody was ever put into a sample there; nothing is made.

    Raises:
        Unusable: It can't be looked at.
    """
    place = read_url(url)
    if not isinstance(place, ServerPlace):
        return (place.folder / f"{SAMPLE}.sqlite").is_file()
    with telling(place), closing(Postgres(place.url, SCHEMA + SAMPLE)) as database:
        return database.has_table("persons")


def _open_folder(folder: Path, study: Study) -> Sample:
    make_folder(folder)

    def opened(name: str) -> Database:
        return _migrated(Sqlite(folder / f"{name}.sqlite"), name)

    return Sample(study, _sealed(opened(SAMPLE), study), partial(opened, LINKS), _alone_in(folder))


def _open_server(place: ServerPlace, study: Study) -> Sample:
    def opened(name: str) -> Database:
        return _migrated(Postgres(place.url, SCHEMA + name), name)

    return Sample(study, _sealed(opened(SAMPLE), study), partial(opened, LINKS), _alone_at(place.url))


def _sealed(database: Database, study: Study) -> Database:
    try:
        seal_persons(database, study.fielding)
    except BaseException:
        database.close()
        raise
    return database


def _migrated(database: Database, name: str) -> Database:
    try:
        if lacks_migrations(database, migrations_of(name)):
            migrate(database, migrations_of(name))
    except BaseException:
        database.close()
        raise
    return database


def _alone_in(folder: Path) -> Callable[[], AbstractContextManager[None]]:
    @contextmanager
    def hold() -> Iterator[None]:
        try:
            held = Serving(folder, MAILING_FILE)
        except ServedError:
            raise MailingElsewhere from None
        with closing(held):
            yield

    return hold


def _alone_at(url: str) -> Callable[[], AbstractContextManager[None]]:
    """Hold a lock on a connection of its own: it ends with that, even when this process is killed."""

    @contextmanager
    def hold() -> Iterator[None]:
        with closing(Postgres(url, SCHEMA + SAMPLE)) as held:
            if not held.execute("SELECT pg_try_advisory_lock(?)", (MAILING,))[0][0]:
                raise MailingElsewhere
            try:
                yield
            finally:
                with suppress(StoreUnavailable):  # the server notices late who is gone
                    held.execute("SELECT pg_advisory_unlock(?)", (MAILING,))

    return hold


def _demand_mode(sample: Sample, study: Study) -> None:
    """Refuse to go on in another privacy mode than the one that people were told."""
    try:
        kept = sample.kept_privacy()
    except BaseException:
        sample.close()
        raise
    said = study.fielding.privacy
    if kept is None or kept is said:
        return
    sample.close()
    where = Span(str(study.folder / "study.toml"))
    place = study.fielding.spans.get("privacy", where)
    message = f'People were invited to a study that is "{kept}"; study.toml says {_told(said)}.'
    hint = f'Write privacy = "{kept}", or begin a new store with --store.'
    raise Unusable([OTHER_PRIVACY.problem(place, message, hint=hint)])


def _told(said: str | None) -> str:
    return f'"{said}"' if said else "nothing of it"
