"""Who asks, why, for how long it is kept, and the respondent's rights."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.bearer import bearer_of
from peil.field.replies import page, path_language
from peil.field.service import Service
from peil.field.standing import Standing
from peil.field.visit import find_visit
from peil.pages.system_pages import privacy_page


async def show_privacy(service: Service, request: Request) -> Response:
    """Show what study.toml says about the respondent's data; who has begun reads what they agreed to."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    site = visit.site if visit else service.site
    closed = service.standing is Standing.CLOSED
    goes_on = visit is not None and (await bearer_of(service, visit, language)).goes_on
    return page(privacy_page(site, language, begun=visit is not None, goes_on=goes_on, closed=closed))
