"""The store that a phase is about, opened for as long as it is used."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.field.serve_problems import NO_STORE
from peil.store.errors import StoreUnavailable
from peil.store.open_store import ANSWERS, open_store
from peil.store.store import Store
from peil.store.url import FolderPlace, read_url
from peil.study.study import Study


@contextmanager
def phase_store(url: str, study: Study) -> Iterator[Store]:
    """Open a study's store beside the servers that use it.

    What its answers are to the folder's text is told by the changes between versions, not on opening.

    Raises:
        Unusable: It can't be opened, or fails meanwhile; no problem holds a password.
    """
    try:
        with closing(open_store(url, study, reading=True)) as store:
            yield store
    except StoreUnavailable:
        hint = "See whether its disk is full or the database runs, and give the command again."
        raise Unusable(
            [NO_STORE.problem(Span(str(read_url(url))), "The store can't be used now.", hint=hint)]
        ) from None


def has_store(url: str) -> bool:
    """Say whether there is a store to open; a database always counts as one."""
    place = read_url(url)
    return not isinstance(place, FolderPlace) or (place.folder / f"{ANSWERS}.sqlite").is_file()
