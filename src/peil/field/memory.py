"""Memory while respondents are answered: the collector looks at what requests make, not at the study."""

import gc

EVERY = (50_000, 20, 100)
"""After how many new objects the collector looks for those that only hold each other; the defaults look so
often that every tenth of a second a page waits for it."""


def settle_memory() -> None:
    """Set what is there apart from what requests will make: it stays, and needn't be looked at again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*EVERY)
