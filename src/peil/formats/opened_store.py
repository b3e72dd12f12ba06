"""A store opened to read from it or bring a file into it, and closed again."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.data_problems import ABSENT_STORE
from peil.store.errors import StoreUnavailable
from peil.store.open_store import ANSWERS, open_store
from peil.store.store import Store
from peil.store.store_problems import UNREACHABLE
from peil.store.url import FolderPlace, read_url
from peil.study.study import Study


@contextmanager
def opened_store(url: str, study: Study, *, made: bool) -> Iterator[Store]:
    """Open a store for as long as it is used.

    Args:
        url: Where it is.
        study: The study.
        made: A folder without a store becomes one, and the store is written to; else it is only read from.

    Raises:
        Unusable: It isn't there, can't be opened or fails meanwhile; no problem holds a password.
    """
    place = read_url(url)
    if not made and isinstance(place, FolderPlace) and not (place.folder / f"{ANSWERS}.sqlite").is_file():
        hint = "Name the store with --store, or with the environment variable PEIL_STORE."
        raise Unusable([ABSENT_STORE.problem(Span(str(place)), "There is no store here.", hint=hint)])
    try:
        with closing(open_store(url, study, reading=not made)) as store:
            yield store
    except StoreUnavailable:
        hint = "Try again; nothing was brought in or exported."
        message = "The store can't be used now."
        raise Unusable([UNREACHABLE.problem(Span(str(place)), message, hint=hint)]) from None
