"""Leaving a device: the browser forgets the code; the answers stay."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.cookie import forget_cookie
from peil.field.posted import read_post
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.standing import Standing
from peil.field.visit import find_visit
from peil.pages.addresses import named_address
from peil.pages.code_pages import left_page


async def leave(service: Service, request: Request) -> Response:
    """Have the browser forget the code."""
    await read_post(request)
    response = see_other(named_address(path_language(service, request), "left"))
    forget_cookie(request, response)
    return response


async def show_left(service: Service, request: Request) -> Response:
    """Say that this device has forgotten the respondent; one that hasn't goes on where it was left."""
    language = path_language(service, request)
    if await find_visit(service, request) is not None:
        return see_other(named_address(language))
    return page(left_page(service.site, language, closed=service.standing is Standing.CLOSED))
