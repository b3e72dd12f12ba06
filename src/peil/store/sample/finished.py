"""Who has finished, in a confidential study: looked up through the links, and noted nowhere."""

from dataclasses import dataclass

from peil.interview.code import interview_key
from peil.store.sample.sample import Sample
from peil.store.store import Store


@dataclass(frozen=True)
class Finished:
    """Whose interview is over: complete, ended early, or stopped by a full quota.

    It is looked up anew each time, for a mailing can last for hours. In an anonymous study, and once the
    links are destroyed, it is nobody: see ``Sample.known_done`` and ``Sample.links_destroyed_on``.
    ``person_id in finished`` raises StoreUnavailable when one of the two can't be read now.

    Args:
        sample: The sample.
        store: The store.
    """

    sample: Sample
    store: Store

    def __contains__(self, person: object) -> bool:
        """Say whether the person with this id has finished; nobody has where no link says so."""
        token = self.sample.token_of(str(person))
        return token is not None and _is_over(self.store, token)


def _is_over(store: Store, token: str) -> bool:
    found = store.find_walked(interview_key(token))
    return found is not None and found[1].outcome is not None
