"""Which interviews of the web are over."""

from peil.store.purpose import Purpose
from peil.store.reader import Reader
from peil.store.releasing import Over
from peil.store.source import Source


def find_over(reader: Reader) -> dict[str, Over]:
    """Give the live interviews from the web that are over, by id.

    Raises:
        StoreUnavailable: They can't be read now.
    """
    return {
        kept.id: Over(response.outcome, kept.revision)
        for kept, response in reader.interviews({Purpose.LIVE})
        if kept.source is Source.WEB and response.outcome
    }
