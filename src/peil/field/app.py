"""The respondent's web app: a study and a store in, pages over HTTP out."""

import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from time import monotonic
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from peil.field import (
    access,
    answer,
    assets,
    closed,
    end,
    erase,
    invited,
    later,
    leave,
    live,
    previews,
    privacy,
    question,
    resume,
    start,
    unsubscribe,
)
from peil.field.begin import begin_fielding
from peil.field.bursts import Bursts
from peil.field.editions import Editions
from peil.field.failures import LOG, CalmFailures, told
from peil.field.flags import Flags
from peil.field.headers import SafeHeaders
from peil.field.rates import Rates
from peil.field.refused import Refused
from peil.field.replies import language_of_path, refusal, see_other
from peil.field.service import Service
from peil.field.standing import Standing
from peil.interview.code import new_code as random_code
from peil.pages.system_pages import Message, message_page
from peil.store.errors import FieldworkClosed, StoreBusy, StoreUnavailable
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.store.today import today as this_day
from peil.store.writer import Writer
from peil.study.study import Study

Handler = Callable[[Service, Request], Awaitable[Response]]

PREVIEWS: tuple[tuple[str, str, Handler], ...] = (
    ("GET", "/preview/", previews.show_previews),
    ("GET", "/preview/{role}/{language}/{page}", previews.show_preview),
)
ROUTES: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/{language}/p/{page}", answer.receive_answers),  # first: routes are tried in this order
    ("GET", "/{language}/p/{page}", question.show_question),
    ("GET", "/", start.show_root),
    ("GET", "/static/{name}", assets.show_asset),
    ("GET", "/i/{token}", invited.show_invited),
    ("GET", "/{language}", start.lead_to_start),
    ("GET", "/{language}/", start.show_start),
    ("GET", "/{language}/i/{token}", invited.show_invited),
    ("GET", "/{language}/u/{key}", unsubscribe.show_leaving),
    ("POST", "/{language}/u/{key}", unsubscribe.leave_list),
    ("GET", "/{language}/start", start.lead_to_start),
    ("POST", "/{language}/start", start.open_first),
    ("POST", "/{language}/live/{page}", live.show_live),
    ("GET", "/{language}/later", later.show_later),
    ("GET", "/{language}/resume", resume.show_resume),
    ("POST", "/{language}/resume", resume.resume),
    ("GET", "/{language}/end", end.show_end),
    ("POST", "/{language}/leave", leave.leave),
    ("GET", "/{language}/left", leave.show_left),
    ("GET", "/{language}/access", access.show_access),
    ("GET", "/{language}/access/answers.json", access.give_file),
    ("GET", "/{language}/erase", erase.show_erase),
    ("POST", "/{language}/erase", erase.erase),
    ("GET", "/{language}/privacy", privacy.show_privacy),
)

UNTIL_CLOSED = frozenset(
    {
        start.show_root,
        start.show_start,
        start.open_first,
        question.show_question,
        answer.receive_answers,
        live.show_live,
    }
)
"""What begins or changes an interview."""


def make_app(  # noqa: PLR0913 - what an app is made with is named at the call
    study: Study,
    store: Store,
    *,
    sample: Sample | None = None,
    preview: bool = False,
    passing: bool = False,
    today: Callable[[], dt.date] = this_day,
    clock: Callable[[], float] = monotonic,
    new_code: Callable[[], str] = random_code,
) -> Starlette:
    """Make the app of a study in the field.

    While it runs, one thread writes into the store; the store itself is closed by who opened it.

    Args:
        study: A study without errors.
        store: Where its interviews are kept.
        sample: Who was invited, or None where nobody ever was; closed by who opened it.
        preview: Show any page as any role under ``/preview/``.
        passing: The store is gone afterwards: anyone can begin on any day.
        today: Gives the day that is kept with an interview.
        clock: Gives seconds that only go forward, by which is told what comes too fast.
        new_code: Makes a respondent's personal code.

    Raises:
        StoreUnavailable: The questionnaire's text can't be kept.
        Unusable: The store asks an earlier text, and this one would break answers given to it.
    """
    begin_fielding(study, store, today())
    service = Service(
        Editions(study, store, preview=preview),
        store,
        today,
        new_code,
        passing,
        sample=sample,
        flags=Flags(sample) if sample else None,
        bursts=Bursts(clock=clock),
        rates=Rates(clock=clock),
    )

    @asynccontextmanager
    async def writing(_: Starlette) -> AsyncIterator[Mapping[str, object]]:
        writer = Writer(store)
        try:
            yield {"writer": writer}
        finally:
            await run_in_threadpool(writer.close)

    app = Starlette(
        routes=_routes(service, (*PREVIEWS, *ROUTES) if preview else ROUTES),
        middleware=[Middleware(SafeHeaders), Middleware(CalmFailures, page=_broken_page(service))],
        exception_handlers={
            Refused: partial(_refuse, service),
            HTTPException: partial(_refuse_unknown, service),
            StoreUnavailable: partial(_refuse_busy, service),
            StoreBusy: partial(_refuse_busy, service),
        },
        lifespan=writing,
    )
    app.router.redirect_slashes = False  # it would answer with an address made from the request's headers
    return app


def _routes(service: Service, listed: tuple[tuple[str, str, Handler], ...]) -> list[Route]:
    """Give a route for each path, with all of its methods: a wrong method is told from a wrong path."""
    paths = dict.fromkeys(path for _, path, _ in listed)
    found = []
    for path in paths:
        handlers = {method: handler for method, where, handler in listed if where == path}
        found.append(Route(path, Handling(service, handlers), methods=list(handlers)))
    return found


class Handling:
    """ASGI app that answers what comes by one path; what is refused is left to the app around it."""

    def __init__(self, service: Service, handlers: Mapping[str, Handler]) -> None:
        self.service = service
        self.handlers = handlers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope, receive, send)
        response = await self._answer(request)
        await response(scope, receive, send)

    async def _answer(self, request: Request) -> Response:
        service = self.service
        handler = self.handlers["GET" if request.method == "HEAD" else request.method]
        if service.editions.is_due:
            await service.editions.refresh()
        if handler in UNTIL_CLOSED and service.standing is Standing.CLOSED:
            return await closed.show_closed(service, request)
        try:
            return await handler(service, request)
        except FieldworkClosed:  # closed while the request was on its way
            return await closed.show_closed(service, request)


async def _refuse(service: Service, request: Request, refused: Exception) -> Response:
    if not isinstance(refused, Refused):
        raise refused
    return refusal(service, request, refused)


async def _refuse_unknown(service: Service, request: Request, error: Exception) -> Response:
    """Answer for an address or a method that isn't there; one with a slash too many leads to its page."""
    if not isinstance(error, HTTPException):
        raise error
    path: str = request.scope["path"]
    spoken = path.split("/")[1:2]
    if (
        request.method in {"GET", "HEAD"}
        and path.endswith("/")
        and {*spoken} <= {*service.study.about.languages}
    ):
        return see_other(quote(path.rstrip("/")))
    message = Message.NOT_FOUND if error.status_code in {404, 405} else Message.BAD_REQUEST
    response = refusal(service, request, Refused(message, error.status_code))
    response.headers.update(error.headers or {})
    return response


async def _refuse_busy(service: Service, request: Request, error: Exception) -> Response:
    LOG.warning("the store could not be used\n%s", told(error))
    return refusal(service, request, Refused(Message.BUSY))


def _broken_page(service: Service) -> Callable[[str], str]:
    """Make the page for what we didn't foresee beforehand: then nothing can go wrong in it."""
    languages = service.study.about.languages
    pages = {language: message_page(service.site, language, Message.BROKEN) for language in languages}
    return lambda path: pages[language_of_path(path, languages)]
