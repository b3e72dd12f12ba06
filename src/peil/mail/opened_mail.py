"""The store and the sample that a mailing is about, opened for as long as it runs."""

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.store.errors import StoreUnavailable
from peil.store.open_store import ANSWERS, open_store
from peil.store.sample.find_sample import find_sample
from peil.store.sample.open_sample import open_sample
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.store.store_problems import UNREACHABLE
from peil.store.url import FolderPlace, read_url
from peil.study.study import Study


@dataclass(frozen=True)
class OpenedMail:
    """What a mailing is about; None for what isn't there yet."""

    store: Store | None
    sample: Sample | None


@contextmanager
def opened_mail(url: str, study: Study, *, made: bool) -> Iterator[OpenedMail]:
    """Open a study's store and sample.

    Args:
        url: The store's address.
        study: The study.
        made: What isn't there is made.

    Raises:
        Unusable: They can't be opened, or fail meanwhile; no problem holds a password.
    """
    place = read_url(url)
    is_there = not isinstance(place, FolderPlace) or (place.folder / f"{ANSWERS}.sqlite").is_file()
    try:
        with ExitStack() as opened:
            store = sample = None
            if made or is_there:
                store = opened.enter_context(closing(open_store(url, study, reading=True)))
            found = open_sample(url, study) if made else find_sample(url, study)
            if found is not None:
                sample = opened.enter_context(closing(found))
            yield OpenedMail(store, sample)
    except StoreUnavailable:
        message, hint = "The store can't be used now.", "Give the command again: nobody is mailed twice."
        raise Unusable([UNREACHABLE.problem(Span(str(place)), message, hint=hint)]) from None
