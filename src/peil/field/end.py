"""The end: thanks, for who has come to it."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.places import next_place
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.interview.walk import walk
from peil.pages.addresses import named_address
from peil.pages.system_pages import end_page


async def show_end(service: Service, request: Request) -> Response:
    """Show the thanks, or lead to where the interview goes on."""
    language = path_language(service, request)
    visit = await find_visit(service, request)
    if visit is None:
        return see_other(named_address(language))
    interview = walk(service.study, visit.kept.answers)
    if interview.outcome is None:
        return see_other(next_place(language, interview))
    return page(end_page(service.site, language, interview.outcome, visit.code))
