"""The end: thanks, for who has come to it."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.admission import INVITED
from peil.field.bearer import bearer_of
from peil.field.places import goes_on
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.pages.addresses import named_address
from peil.pages.code_pages import end_page
from peil.store.mark import Mark


async def show_end(service: Service, request: Request) -> Response:
    """Show the thanks, or lead to where the interview goes on."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    if visit is None:
        return see_other(named_address(language))
    bearer = await bearer_of(service, visit, language)
    if bearer.outcome is None:
        return see_other(goes_on(visit, language))
    if visit.kept.link == INVITED:
        await service.note(Mark.DONE, visit.code)
    return page(end_page(visit.site, language, bearer))
