"""Erasing: the respondent takes answers and contact details back."""

import hmac

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from peil.field.code import form_seal
from peil.field.cookie import forget_cookie, read_cookie
from peil.field.posted import read_post
from peil.field.refused import Refused
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import find_visit
from peil.pages.addresses import named_address
from peil.pages.field_names import SEAL
from peil.pages.system_pages import Message, erase_page, erased_page
from peil.store.on_behalf import erase_code


async def show_erase(service: Service, request: Request) -> Response:
    """Ask whether everything is to be erased."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    if visit is None:
        return see_other(named_address(language))
    return page(erase_page(visit.site, language, form_seal(visit.code)))


async def erase(service: Service, request: Request) -> Response:
    """Erase the interview and its contact details; a second click finds nothing more, and says the same.

    It is the interview that the page asked about: in another tab the browser can have come to carry another.
    """
    fields = await read_post(request)
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    code = read_cookie(request)
    if code is None:
        raise Refused(Message.NO_INTERVIEW)
    if not hmac.compare_digest(fields.get(SEAL, "").encode(), form_seal(code).encode()):
        raise Refused(Message.OTHER_INTERVIEW if SEAL in fields else Message.BAD_REQUEST)
    await run_in_threadpool(erase_code, service.store, service.sample, code)
    response = page(erased_page(visit.site if visit else service.site, language))
    forget_cookie(request, response)
    return response
