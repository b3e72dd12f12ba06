"""A study served: address taken, store opened, pages answered until someone stops it."""

from collections.abc import Callable
from contextlib import ExitStack, closing
from dataclasses import dataclass
from tempfile import TemporaryDirectory

import uvicorn
from starlette.applications import Starlette

from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.field.app import make_app
from peil.field.door import address_of, open_door, unshielded
from peil.field.serve_problems import NO_STORE, OTHER_VERSION, UNTOLD
from peil.field.version import read_version
from peil.store.errors import StoreUnavailable
from peil.store.open_store import open_store
from peil.store.store import Store
from peil.store.url import read_url
from peil.study.study import Study

PROXIES = "127.0.0.1,::1"
"""From whom we believe that a request came over https: a web server on the same machine."""

LAST_REQUESTS = 10
"""Seconds that requests under way get when the server is stopped."""


@dataclass(frozen=True)
class Serving:
    """A study that respondents can reach.

    Args:
        address: The start page.
        store: Where interviews are kept, without a password.
        problems: What deserves a look; none of them stands in the way.
        run: Answers respondents until it is told to stop; finishes the requests under way, and closes.
        stop: Has ``run`` end, also when it hasn't begun; can be called from a signal's handler.
        close: Lets the address and the store go.
    """

    address: str
    store: str
    problems: tuple[Problem, ...]
    run: Callable[[], None]
    stop: Callable[[], None]
    close: Callable[[], None]


def serve(study: Study, url: str | None, *, host: str, port: int, preview: bool) -> Serving:
    """Make a study ready to be answered.

    Args:
        study: A study without errors.
        url: The store; None is one that is gone afterwards.
        host: Name or address to listen at.
        port: Port to listen at; 0 is any free one.
        preview: Show any page as any role under ``/preview/``.

    Raises:
        Unusable: The address or the store can't be used.
    """
    with ExitStack() as opened:
        door = opened.enter_context(closing(open_door(host, port)))
        where = opened.enter_context(TemporaryDirectory(prefix="peil-")) if url is None else url
        store = opened.enter_context(closing(open_store(where, study, serving=True)))
        app, changed = _make(study, store, str(read_url(where)), preview=preview)
        until_stopped = opened.pop_all()

    server = uvicorn.Server(_settings(app))

    def run() -> None:
        with until_stopped:
            server.run(sockets=[door])

    def stop() -> None:
        server.should_exit = True

    problems = (*untold(study), *changed, *unshielded(door, host))
    return Serving(address_of(door, host), str(read_url(where)), problems, run, stop, until_stopped.close)


def untold(study: Study) -> tuple[Problem, ...]:
    """Give what respondents ought to be told and study.toml doesn't say."""
    about = study.about
    told = {"controller": about.controller, "contact": about.contact, "consent": about.consent}
    missing = [name for name, said in told.items() if not said]
    if not missing:
        return ()
    message = f"Respondents aren't told: {', '.join(missing)}."
    place = Span(str(study.folder / "study.toml"))
    return (UNTOLD.problem(place, message, hint="Say it under [about]."),)


def other_version(study: Study, store: Store, shown: str) -> tuple[Problem, ...]:
    """Give what is to be said about a store whose interviews can be about another text than is served now."""
    if store.versions().keys() <= {read_version(study).fingerprint} or next(store.kept(), None) is None:
        return ()
    message = "Some interviews here can have been given to another text of the questionnaire."
    hint = "If more than words changed, name a new store with --store."
    return (OTHER_VERSION.problem(Span(shown), message, hint=hint),)


def _make(study: Study, store: Store, shown: str, *, preview: bool) -> tuple[Starlette, tuple[Problem, ...]]:
    try:
        return make_app(study, store, preview=preview), other_version(study, store, shown)
    except StoreUnavailable as error:
        message = "The store can't be written now."
        hint = "See whether its disk is full, or whether the database runs."
        raise Unusable([NO_STORE.problem(Span(shown), message, hint=hint)]) from error


def _settings(app: Starlette) -> uvicorn.Config:
    """Give how requests are answered: without an access log, and nothing told about the server."""
    return uvicorn.Config(
        app,
        lifespan="on",
        ws="none",
        access_log=False,
        log_level="warning",
        use_colors=False,
        server_header=False,
        proxy_headers=True,
        forwarded_allow_ips=PROXIES,
        timeout_graceful_shutdown=LAST_REQUESTS,
    )
