"""Going on elsewhere: the personal code typed in on another device."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.admission import admit
from peil.field.cookie import set_cookie
from peil.field.places import goes_on
from peil.field.posted import read_post
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.sheet import demand_calm
from peil.field.standing import Standing
from peil.field.visit import visit_of
from peil.interview.code import read_code
from peil.pages.addresses import invited_address
from peil.pages.code_pages import resume_page
from peil.pages.field_names import CODE


async def show_resume(service: Service, request: Request) -> Response:
    """Show the form for the personal code."""
    closed = service.standing is Standing.CLOSED
    return page(resume_page(service.site, path_language(service, request), closed=closed))


async def resume(service: Service, request: Request) -> Response:
    """Open the interview of the code that was typed in; an unknown code is told like a misspelt one.

    Who was invited and has begun nothing is led to where they begin: their mail may show the code.
    """
    fields = await read_post(request)
    typed = fields.get(CODE, "")
    code = read_code(typed)
    demand_calm(service, code)
    visit = await visit_of(service, code) if code else None
    language = path_language(service, request, visit)
    if visit is None:
        if code and (await admit(service, code)).invited:
            return see_other(invited_address(language, code))
        closed = service.standing is Standing.CLOSED
        return page(resume_page(service.site, language, typed=typed, unknown=True, closed=closed), 422)
    response = see_other(goes_on(visit, language, resumed=True))
    set_cookie(request, response, visit.code)
    return response
