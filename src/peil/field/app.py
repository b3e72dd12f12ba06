"""The respondent's web app: a study and a store in, pages over HTTP out."""

import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from functools import partial
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from peil.field import (
    answer,
    assets,
    end,
    erase,
    later,
    leave,
    live,
    previews,
    privacy,
    question,
    resume,
    start,
)
from peil.field.code import new_code as random_code
from peil.field.failures import LOG, CalmFailures, told
from peil.field.headers import SafeHeaders
from peil.field.refused import Refused
from peil.field.replies import language_of_path, refusal, see_other
from peil.field.service import Service
from peil.field.version import read_version
from peil.pages.site import make_site
from peil.pages.system_pages import Message, message_page
from peil.store.errors import StoreBusy, StoreUnavailable
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
    ("GET", "/", start.show_root),
    ("GET", "/static/{name}", assets.show_asset),
    ("GET", "/{language}", start.lead_to_start),
    ("GET", "/{language}/", start.show_start),
    ("GET", "/{language}/start", start.lead_to_start),
    ("POST", "/{language}/start", start.open_first),
    ("GET", "/{language}/p/{page}", question.show_question),
    ("POST", "/{language}/p/{page}", answer.receive_answers),
    ("POST", "/{language}/live/{page}", live.show_live),
    ("GET", "/{language}/later", later.show_later),
    ("GET", "/{language}/resume", resume.show_resume),
    ("POST", "/{language}/resume", resume.resume),
    ("GET", "/{language}/end", end.show_end),
    ("POST", "/{language}/leave", leave.leave),
    ("GET", "/{language}/left", leave.show_left),
    ("GET", "/{language}/erase", erase.show_erase),
    ("POST", "/{language}/erase", erase.erase),
    ("GET", "/{language}/privacy", privacy.show_privacy),
)


def make_app(
    study: Study,
    store: Store,
    *,
    preview: bool = False,
    today: Callable[[], dt.date] = this_day,
    new_code: Callable[[], str] = random_code,
) -> Starlette:
    """Make the app of a study in the field.

    While it runs, one thread writes into the store; the store itself is closed by who opened it.

    Args:
        study: A study without errors.
        store: Where its interviews are kept.
        preview: Show any page as any role under ``/preview/``.
        today: Gives the day that is kept with an interview.
        new_code: Makes a respondent's personal code.

    Raises:
        StoreUnavailable: The questionnaire's text can't be kept.
    """
    version = read_version(study)
    store.keep_version(version.fingerprint, version.texts)
    service = Service(study, make_site(study, preview=preview), store, version.fingerprint, today, new_code)

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
        found.append(Route(path, partial(_handle, service, handlers), methods=list(handlers)))
    return found


async def _handle(service: Service, handlers: Mapping[str, Handler], request: Request) -> Response:
    method = "GET" if request.method == "HEAD" else request.method
    return await handlers[method](service, request)


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
