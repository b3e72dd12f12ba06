"""The link in an invitation: its token is the personal code of who was invited.

Mail programs and virus scanners follow links, so looking changes nothing: a button begins the interview.
"""

from starlette.requests import Request
from starlette.responses import Response

from peil.field.admission import INVITED, Admission, admit
from peil.field.closed import show_closed
from peil.field.cookie import set_cookie
from peil.field.places import goes_on
from peil.field.refused import Refused
from peil.field.replies import asked_language, page, path_language, see_other
from peil.field.service import Service
from peil.field.standing import Standing
from peil.field.start import asked_now, kept_out
from peil.field.visit import Visit, find_visit, visit_of
from peil.interview.code import read_code
from peil.pages.addresses import ANY_LANGUAGE, invited_address
from peil.pages.system_pages import Message, start_page


async def show_invited(service: Service, request: Request) -> Response:
    """Show the start page to who was invited, or go on where they left off.

    An address without a language gets the one that the person was mailed in.
    """
    token = read_code(request.path_params["token"])
    if token is None:
        raise Refused(Message.INVITATION_UNKNOWN)
    visit = await visit_of(service, token)
    if visit:
        response = see_other(goes_on(visit, _language(service, request, visit=visit), resumed=True))
        set_cookie(request, response, token)
        return response
    if service.standing is Standing.CLOSED:
        return await show_closed(service, request)
    admission = await admit(service, token)
    if not admission.invited:
        raise Refused(Message.INVITATION_UNKNOWN)
    language = _language(service, request, admission)
    fielded = asked_now(service, INVITED)
    text = start_page(
        fielded.site,
        language,
        token,
        version=fielded.fingerprint,
        address=invited_address(ANY_LANGUAGE, token),
        invited=True,
        begun_here=await find_visit(service, request) is not None,
    )
    return kept_out(service, language, INVITED) or page(text)


def _language(
    service: Service, request: Request, admission: Admission | None = None, visit: Visit | None = None
) -> str:
    """Give the language of the address, else of the interview or the person, else of the browser."""
    if "language" in request.path_params:
        return path_language(service, request, visit)
    asked = asked_language(service, request)
    if visit:
        return visit.fielded.language(visit.kept.language, asked)
    spoken = admission.language if admission else ""
    return spoken if spoken in service.study.about.languages else asked
