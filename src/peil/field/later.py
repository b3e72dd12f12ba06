"""Stopping for now: the personal code, and how to go on with it."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.places import next_place
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.interview.walk import walk
from peil.pages.addresses import named_address
from peil.pages.system_pages import later_page


async def show_later(service: Service, request: Request) -> Response:
    """Show the personal code and how to go on later or elsewhere."""
    language = path_language(service, request)
    visit = await find_visit(service, request)
    if visit is None:
        return see_other(named_address(language))
    where = next_place(language, walk(service.study, visit.kept.answers))
    return page(later_page(service.site, language, visit.code, where))
