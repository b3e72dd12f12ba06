"""A store and the sample beside it, opened for as long as they are used, and closed again."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.data_problems import ABSENT_STORE
from peil.store.errors import StoreUnavailable
from peil.store.open_store import ANSWERS, SCHEMA, open_store, telling
from peil.store.postgres import Postgres
from peil.store.sample.find_sample import find_sample
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.store.store_problems import UNREACHABLE
from peil.store.url import FolderPlace, read_url
from peil.study.study import Study


@dataclass(frozen=True)
class Fieldwork:
    """A study's store, and its sample or None where nobody was ever invited."""

    store: Store
    sample: Sample | None


def has_store(url: str) -> bool:
    """Say whether there is a store; nothing is made.

    Raises:
        Unusable: It can't be looked at.
    """
    place = read_url(url)
    if isinstance(place, FolderPlace):
        return (place.folder / f"{ANSWERS}.sqlite").is_file()
    with telling(place), closing(Postgres(place.url, SCHEMA + ANSWERS)) as database:
        return database.has_table("interviews")


@contextmanager
def opened_fieldwork(url: str, study: Study) -> Iterator[Fieldwork]:
    """Open what a study's fieldwork is kept in; nothing is made.

    Raises:
        Unusable: It isn't there, can't be opened or fails meanwhile; no problem holds a password.
    """
    place = read_url(url)
    if not has_store(url):
        hint = "Name the store with --store, or with the environment variable PEIL_STORE."
        raise Unusable([ABSENT_STORE.problem(Span(str(place)), "There is no store here.", hint=hint)])
    try:
        with closing(open_store(url, study, reading=True)) as store:
            sample = find_sample(url, study)
            try:
                yield Fieldwork(store, sample)
            finally:
                if sample:
                    sample.close()
    except StoreUnavailable:
        message, hint = "The store can't be used now.", "The same command can be given again."
        raise Unusable([UNREACHABLE.problem(Span(str(place)), message, hint=hint)]) from None
