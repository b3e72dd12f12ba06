"""The start: consent is given, the interview is opened, the browser gets its code."""

import secrets

from starlette.requests import Request
from starlette.responses import Response

from peil.field.code import interview_key, read_code
from peil.field.cookie import set_cookie
from peil.field.places import NO_CODE, next_place, resumed_place
from peil.field.posted import read_post
from peil.field.refused import Refused
from peil.field.replies import asked_language, page, path_language, see_other
from peil.field.service import Service, open_interview
from peil.field.visit import Visit, find_visit, visit_of
from peil.interview.walk import walk
from peil.pages.addresses import named_address
from peil.pages.field_names import CODE, CONSENT
from peil.pages.leading_notice import leading_notice
from peil.pages.system_pages import Message, start_page
from peil.store.opening import Opening

SEEDS = 2**31


async def show_root(service: Service, request: Request) -> Response:
    """Show the start page in the language that the browser asks for, or go on where it was left.

    Who comes back goes on in the language of the latest answers.
    """
    visit = await find_visit(service, request)
    known = visit is not None and visit.kept.language in service.study.about.languages
    language = visit.kept.language if visit and known else asked_language(service, request)
    return _begin(service, request, language, visit)


async def show_start(service: Service, request: Request) -> Response:
    """Show the start page, or go on where it was left."""
    language = path_language(service, request)
    return _begin(service, request, language, await find_visit(service, request))


async def lead_to_start(service: Service, request: Request) -> Response:
    """Lead from ``/nl``, or from where consent was forgotten, to the start page."""
    return see_other(named_address(path_language(service, request)))


async def open_first(service: Service, request: Request) -> Response:
    """Open the interview of who agrees to take part.

    The code was made with the page: a second click, or the page sent again, opens the same interview. Who
    has begun already in another tab goes on there.
    """
    fields = await read_post(request)
    language = path_language(service, request)
    code = read_code(fields.get(CODE, ""))
    if code is None:
        raise Refused(Message.BAD_REQUEST)
    visit = await find_visit(service, request) or await visit_of(service, code)
    if visit is None:
        if service.study.about.consent is not None and not fields.get(CONSENT):
            return page(start_page(service.site, language, code, consent_missing=True), 422)
        visit = Visit(code, await open_interview(request, _opening(service, code, language)))
    interview = walk(service.study, visit.kept.answers)
    where = next_place if visit.code == code else resumed_place
    response = see_other(where(language, interview))
    set_cookie(request, response, visit.code)
    return response


def _begin(service: Service, request: Request, language: str, visit: Visit | None) -> Response:
    if visit is not None:
        return see_other(resumed_place(language, walk(service.study, visit.kept.answers)))
    no_code = NO_CODE in request.query_params
    return page(start_page(service.site, language, service.new_code(), no_code=no_code))


def _opening(service: Service, code: str, language: str) -> Opening:
    return Opening(
        key=interview_key(code),
        id=secrets.token_hex(10),
        language=language,
        seed=secrets.randbelow(SEEDS),
        day=service.today(),
        version=service.version,
        pages=leading_notice(service.study),
    )
