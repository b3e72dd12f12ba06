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
from peil.field.begin import begin_fielding
from peil.field.change_phase import report_phase
from peil.field.door import address_of, open_door, unshielded
from peil.field.memory import settle_memory
from peil.field.serve_problems import NO_STORE, UNSEALED, UNTOLD
from peil.field.turns import take_short_turns
from peil.field.untold import find_untold
from peil.store.errors import StoreUnavailable
from peil.store.open_store import open_store
from peil.store.overdue import joined_problem, still_joined
from peil.store.retire import last_day, stands_open
from peil.store.sample.find_sample import find_sample
from peil.store.sample.open_sample import open_sample
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.store.today import today
from peil.store.url import read_url
from peil.study.question import Kind
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
        phase: Where fieldwork stands, in words.
        problems: What deserves a look; none of them stands in the way.
        run: Answers respondents until it is told to stop; finishes the requests under way, and closes.
        stop: Has ``run`` end, also when it hasn't begun; can be called from a signal's handler.
        close: Lets the address and the store go.
    """

    address: str
    store: str
    phase: str
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
        sample = _sample(study, where)
        if sample is not None:
            opened.enter_context(closing(sample))
        app, changed, phase = _make(
            study, store, sample, str(read_url(where)), preview=preview, passing=url is None
        )
        until_stopped = opened.pop_all()

    server = uvicorn.Server(_settings(app))

    def run() -> None:
        with until_stopped:
            settle_memory()
            take_short_turns()
            server.run(sockets=[door])

    def stop() -> None:
        server.should_exit = True

    problems = (*untold(study), *unsealed(study), *changed, *unshielded(door, host))
    shown = str(read_url(where))
    return Serving(address_of(door, host), shown, phase, problems, run, stop, until_stopped.close)


def untold(study: Study) -> tuple[Problem, ...]:
    """Give what respondents ought to be told and study.toml doesn't say."""
    missing = [one.setting for one in find_untold(study)]
    if not missing:
        return ()
    message = f"study.toml doesn't say what respondents are to be told: {', '.join(missing)}."
    place = Span(str(study.folder / "study.toml"))
    return (UNTOLD.problem(place, message, hint="Say it under [about]."),)


def unsealed(study: Study) -> tuple[Problem, ...]:
    """Give what is to be said about contact details that are kept readable."""
    asks = any(question.kind is Kind.CONTACT for question in study.questionnaire.questions)
    if not asks or study.fielding.contact_keys:
        return ()
    message = "Contact details are kept readable: study.toml names no key to seal them to."
    hint = 'Make a key with "peil contacts --new-key FILE", and name it in contact_keys under [fieldwork].'
    return (UNSEALED.problem(Span(str(study.folder / "study.toml")), message, hint=hint),)


def _sample(study: Study, url: str) -> Sample | None:
    """Open the sample; where people are to be invited it is made, so that later invitations are known."""
    return open_sample(url, study) if study.fielding.privacy is not None else find_sample(url, study)


def _make(
    study: Study, store: Store, sample: Sample | None, shown: str, *, preview: bool, passing: bool
) -> tuple[Starlette, tuple[Problem, ...], str]:
    """Give the app, what is to be said about its version, and where fieldwork stands."""
    try:
        told = begin_fielding(study, store, today())
        app = make_app(study, store, sample=sample, preview=preview, passing=passing)
        return app, (*told, *_overdue(study, store, sample)), report_phase(store, today()).told
    except StoreUnavailable as error:
        message = "The store can't be written now."
        hint = "See whether its disk is full, or whether the database runs."
        raise Unusable([NO_STORE.problem(Span(shown), message, hint=hint)]) from error


def _overdue(study: Study, store: Store, sample: Sample | None) -> tuple[Problem, ...]:
    """Give what is to be said where fieldwork is over and nobody had destroyed what is to be."""
    last = last_day(study, store)
    if sample is None or stands_open(study, store, today()) or not still_joined(sample, last, today()):
        return ()
    return (joined_problem(study, last),)


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
