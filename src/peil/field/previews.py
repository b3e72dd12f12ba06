"""Any page as any role, for the researcher who checks the wording; nothing is kept."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.refused import Refused
from peil.field.replies import page, path_language
from peil.field.service import Service
from peil.field.sheet import known_page
from peil.pages.question_page import preview_page
from peil.pages.system_pages import Message, preview_index


async def show_previews(service: Service, request: Request) -> Response:  # noqa: ARG001 - called as all are
    """Show the list of all pages, for every role and language."""
    return page(preview_index(service.site))


async def show_preview(service: Service, request: Request) -> Response:
    """Show one page as one role sees it."""
    role, language = request.path_params["role"], path_language(service, request)
    if role not in {one.id for one in service.study.roles}:
        raise Refused(Message.NOT_FOUND)
    return page(preview_page(service.site, role, known_page(service, request), language))
