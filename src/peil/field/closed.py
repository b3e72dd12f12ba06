"""Fieldwork that is over: nothing is begun or changed; what was answered can be seen and erased."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.replies import asked_language, page, path_language
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.pages.system_pages import closed_page

REFUSED = 403


async def show_closed(service: Service, request: Request) -> Response:
    """Say that fieldwork is over, and what can be done still; what was sent is not kept."""
    if service.flags is not None:
        service.flags.forget()
    visit = await find_visit(service, request)
    named = "language" in request.path_params
    language = path_language(service, request, visit) if named else asked_language(service, request)
    site = visit.site if visit and language in visit.study.about.languages else service.site
    sent = request.method == "POST"
    return page(closed_page(site, language, begun=visit is not None, sent=sent), REFUSED if sent else 200)
