"""Who has finished, in a confidential study: looked up through the links, and noted nowhere."""

from peil.interview.code import interview_key
from peil.store.sample import Sample
from peil.store.store import Store


def who_finished(sample: Sample, store: Store) -> frozenset[str]:
    """Give the ids of the persons whose interview is over: complete, ended early, or stopped by a full quota.

    In an anonymous study, and once the links are destroyed, it is nobody: see ``Sample.known_done`` and
    ``Sample.links_destroyed_on``.

    Raises:
        StoreUnavailable: One of the two can't be read now.
    """
    return frozenset(person for person, token in sample.links() if _is_over(store, token))


def _is_over(store: Store, token: str) -> bool:
    found = store.find_walked(interview_key(token))
    return found is not None and found[1].outcome is not None
