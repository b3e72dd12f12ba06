"""What every request is answered from: the study, its pages and the store."""

import asyncio
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request

from peil.pages.site import Site
from peil.store.kept import Kept
from peil.store.opening import Opening
from peil.store.receipt import Receipt
from peil.store.store import Store
from peil.store.submission import Submission
from peil.store.writer import Writer
from peil.study.study import Study


@dataclass(frozen=True)
class Service:
    """A study in the field.

    Args:
        study: The study.
        site: Its pages.
        store: Where its interviews are kept.
        version: Fingerprint of the questionnaire's text that is being asked.
        today: Gives the day; no time of day is kept.
        new_code: Makes a personal code.
    """

    study: Study
    site: Site
    store: Store
    version: str
    today: Callable[[], dt.date]
    new_code: Callable[[], str]


async def open_interview(request: Request, opening: Opening) -> Kept:
    """Have the store's writer keep an opening.

    Raises:
        StoreUnavailable: It isn't known to be kept.
        StoreBusy: Too much is waiting; it isn't kept.
    """
    return await asyncio.wrap_future(_writer(request).open_interview(opening))


async def submit(request: Request, submission: Submission) -> Receipt:
    """Have the store's writer judge and keep a submission.

    Raises:
        StoreUnavailable: It isn't known to be kept.
        StoreBusy: Too much is waiting; it isn't kept.
    """
    return await asyncio.wrap_future(_writer(request).submit(submission))


def _writer(request: Request) -> Writer:
    found = getattr(request.state, "writer", None)
    if not isinstance(found, Writer):
        raise TypeError("the app's lifespan starts the writer, and hasn't been run")
    return found
