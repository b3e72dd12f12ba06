"""Which interviews may be told now, and how each of them stands."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from peil.fieldwork.batches import batch_size
from peil.interview.response import Response
from peil.store.answers_at import answers_at
from peil.store.as_response import as_response
from peil.store.kept import Kept
from peil.store.releasing import Over
from peil.store.source import Source
from peil.store.store import Store
from peil.study.study import Study

Read = tuple[Kept, Response]


@dataclass(frozen=True)
class ToldInterviews:
    """Live interviews as they may be told.

    Args:
        responses: The interviews, sorted by their random ids.
        batch: 1 where all of them are told; else in what steps those that are over are.
        web: Ids of all interviews that came by the web, those that aren't told among them.
    """

    responses: tuple[Response, ...]
    batch: int
    web: AbstractSet[str]


def tell_interviews(study: Study, store: Store) -> ToldInterviews:
    """Give the live interviews that may be told now.

    While an anonymous study is in the field these are what came from a file, and from the web whole batches
    of interviews that are over, each as it was when it was first told: neither an arrival nor a later change
    can be seen in two looks. Which ones were told is noted in the store.

    Raises:
        StoreUnavailable: The store can't be used now.
    """
    web = {kept.id for kept in store.kept() if kept.source is Source.WEB}
    log = store.phase_log()
    batch = batch_size(study, log[-1].phase if log else None)
    if batch == 1:
        return ToldInterviews(tuple(store.responses()), batch, web)
    while True:
        read = list(store.interviews())
        released = store.releasing.release(_over(read))
        if released.keys() <= {kept.id for kept, _ in read}:  # else another look released more meanwhile
            break
    told = (_as_released(store, one, released) for one in read)
    return ToldInterviews(tuple(one for one in told if one), batch, web | _ids(read))


def _over(read: Iterable[Read]) -> dict[str, Over]:
    return {
        kept.id: Over(response.outcome, kept.revision)
        for kept, response in read
        if kept.source is Source.WEB and response.outcome
    }


def _ids(read: Iterable[Read]) -> frozenset[str]:
    return frozenset(kept.id for kept, _ in read if kept.source is Source.WEB)


def _as_released(store: Store, one: Read, released: dict[str, int]) -> Response | None:
    """Give an interview as it was when it was released; None where it wasn't, or has been erased."""
    kept, response = one
    if kept.source is not Source.WEB:
        return response
    revision = released.get(kept.id)
    if revision is None or revision == kept.revision:
        return response if revision is not None else None
    log = store.log(kept.id)
    if not log:
        return None
    study = store.study_of(kept.version)
    then = replace(kept, answers=answers_at(study, log, revision), full="")  # nothing is sent in after that
    return as_response(study, then)
