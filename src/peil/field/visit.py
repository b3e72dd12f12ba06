"""A respondent's visit: the interview that the browser's cookie opens, in its own version."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from peil.field.cookie import read_cookie
from peil.field.fielded import Fielded
from peil.field.service import Service
from peil.interview.code import interview_key
from peil.pages.site import Site
from peil.store.kept import Kept
from peil.study.study import Study


@dataclass(frozen=True)
class Visit:
    """Who is there: the personal code, the interview that it opens, and that interview's version."""

    code: str
    kept: Kept
    fielded: Fielded

    @property
    def study(self) -> Study:
        """The study as the interview's version says it."""
        return self.fielded.study

    @property
    def site(self) -> Site:
        """The pages of the interview's version."""
        return self.fielded.site


async def find_visit(service: Service, request: Request) -> Visit | None:
    """Give the visit, or None when the browser has no code, or one of no interview (any more)."""
    code = read_cookie(request)
    return await visit_of(service, code) if code else None


async def visit_of(service: Service, code: str) -> Visit | None:
    """Give the visit of who has this code, or None when it opens no interview."""
    key = interview_key(code)
    store = service.store
    kept = store.find(key) if store.is_near else await run_in_threadpool(store.find, key)
    return await visit_to(service, code, kept) if kept else None


async def visit_to(service: Service, code: str, kept: Kept) -> Visit:
    """Give the visit to an interview, its version made ready."""
    if not service.editions.is_ready(kept.version):
        await service.editions.make_ready(kept.version)
    return Visit(code, kept, service.fielded(kept))
