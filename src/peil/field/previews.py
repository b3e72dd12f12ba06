"""Any page of the folder as any role, for the researcher who checks the wording; nothing is kept."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.refused import Refused
from peil.field.replies import page
from peil.field.service import Service
from peil.field.sheet import known_page
from peil.pages.question_page import preview_page
from peil.pages.system_pages import Message, preview_index


async def show_previews(service: Service, request: Request) -> Response:  # noqa: ARG001 - called as all are
    """Show the list of all pages, for every role and language."""
    return page(preview_index(service.editions.own.site))


async def show_preview(service: Service, request: Request) -> Response:
    """Show one page as one role sees it."""
    own = service.editions.own
    role, language = request.path_params["role"], request.path_params["language"]
    if role not in {one.id for one in own.study.roles} or language not in own.study.about.languages:
        raise Refused(Message.NOT_FOUND)
    return page(preview_page(own.site, role, known_page(own.study, request), language))
