"""Stopping for now: the personal code, and how to go on with it.

Who has finished is led to the end, and nobody is told to go on once fieldwork is over.
"""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.bearer import bearer_of
from peil.field.closed import show_closed
from peil.field.places import goes_on
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.pages.addresses import named_address
from peil.pages.code_pages import later_page


async def show_later(service: Service, request: Request) -> Response:
    """Show the personal code and how to go on later or elsewhere."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    if visit is None:
        return see_other(named_address(language))
    bearer = await bearer_of(service, visit, language)
    if bearer.closed:
        return await show_closed(service, request)
    following = goes_on(visit, language)
    if not bearer.goes_on:
        return see_other(following)
    return page(later_page(visit.site, language, bearer, following))
