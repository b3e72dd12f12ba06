"""Going on elsewhere: the personal code typed in on another device."""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.code import read_code
from peil.field.cookie import set_cookie
from peil.field.places import resumed_place
from peil.field.posted import read_post
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import visit_of
from peil.interview.walk import walk
from peil.pages.field_names import CODE
from peil.pages.system_pages import resume_page


async def show_resume(service: Service, request: Request) -> Response:
    """Show the form for the personal code."""
    return page(resume_page(service.site, path_language(service, request)))


async def resume(service: Service, request: Request) -> Response:
    """Open the interview of the code that was typed in; an unknown code is told like a misspelt one."""
    fields = await read_post(request)
    language = path_language(service, request)
    typed = fields.get(CODE, "")
    code = read_code(typed)
    visit = await visit_of(service, code) if code else None
    if visit is None:
        return page(resume_page(service.site, language, typed=typed, unknown=True), 422)
    response = see_other(resumed_place(language, walk(service.study, visit.kept.answers)))
    set_cookie(request, response, visit.code)
    return response
