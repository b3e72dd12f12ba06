"""The end: thanks, for who has come to it."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.admission import INVITED
from peil.field.places import next_place
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.interview.walk import walk
from peil.pages.addresses import named_address
from peil.pages.system_pages import end_page
from peil.store.mark import Mark
from peil.study.quota import QUOTA_FULL


async def show_end(service: Service, request: Request) -> Response:
    """Show the thanks, or lead to where the interview goes on."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    if visit is None:
        return see_other(named_address(language))
    interview = walk(visit.study, visit.kept.answers)
    outcome = QUOTA_FULL if visit.kept.full else interview.outcome
    if outcome is None:
        return see_other(next_place(language, interview))
    if visit.kept.link == INVITED:
        await service.note(Mark.DONE, visit.code)
    return page(end_page(visit.site, language, outcome, visit.code))
