"""What keeps the store from doing its work now; the same request can be made again later."""


class StoreUnavailable(Exception):  # noqa: N818 - a state of the store, named as the operator knows it
    """The store can't read or write now, and it isn't known to have kept what it was given."""


class StoreBusy(Exception):  # noqa: N818 - as StoreUnavailable
    """More is waiting to be written than the store takes on."""


class FieldworkClosed(Exception):  # noqa: N818 - as StoreUnavailable
    """Fieldwork was closed before this came to be written; nothing of it is kept."""


def unavailable(error: Exception) -> StoreUnavailable:
    """Give a job that failed an error of its own, so that threads don't share one."""
    told = StoreUnavailable(str(error) if isinstance(error, StoreUnavailable) else type(error).__name__)
    told.__cause__ = error
    return told
