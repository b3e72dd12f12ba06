"""The start: consent is given, the interview is opened, the browser gets its code."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from peil.core.randomness import random_bytes
from peil.field.admission import INVITED, admit
from peil.field.controls import HONEYPOT
from peil.field.cookie import set_cookie
from peil.field.device import device_of
from peil.field.fielded import Fielded
from peil.field.places import NO_CODE, goes_on
from peil.field.posted import read_post
from peil.field.refused import Refused
from peil.field.replies import asked_language, page, path_language, see_other
from peil.field.service import Service, open_interview
from peil.field.standing import Standing
from peil.field.visit import Visit, find_visit, visit_of, visit_to
from peil.interview.code import interview_key, read_code
from peil.pages.addresses import ANY_LANGUAGE, invited_address, named_address
from peil.pages.field_names import CODE, CONSENT, FROM, VERSION, WEBSITE
from peil.pages.leading_notice import leading_notice
from peil.pages.system_pages import Message, message_page, not_yet_page, start_page
from peil.store.mark import Mark
from peil.store.opening import Opening
from peil.store.phase import Phase
from peil.store.purpose import Purpose
from peil.study.fielding import Access

SEEDS = 2**31
LINK = "from"
"""In the address of the start page: the open link that a respondent comes by."""

TEST = "test"
"""The link that opens a test."""


async def show_root(service: Service, request: Request) -> Response:
    """Show the start page in the language that the browser asks for, or go on where it was left.

    Who comes back goes on in the language of the latest answers.
    """
    visit = await find_visit(service, request)
    asked = asked_language(service, request)
    language = visit.fielded.language(visit.kept.language, asked) if visit else asked
    return _begin(service, request, language, visit)


async def show_start(service: Service, request: Request) -> Response:
    """Show the start page, or go on where it was left."""
    visit = await find_visit(service, request)
    return _begin(service, request, path_language(service, request, visit), visit)


async def lead_to_start(service: Service, request: Request) -> Response:
    """Lead from ``/nl``, or from where consent was forgotten, to the start page."""
    address = named_address(path_language(service, request))
    link = _link(service, request.query_params.get(LINK, ""))
    return see_other(f"{address}?{LINK}={link}" if link else address)


async def open_first(service: Service, request: Request) -> Response:
    """Open the interview of who agrees to take part.

    The code was made with the page: a second click, or the page sent again, opens the same interview. Who
    has begun already in another tab goes on there, unless an invitation is begun that may be someone else's.
    """
    fields = await read_post(request)
    code = read_code(fields.get(CODE, ""))
    if code is None:
        raise Refused(Message.BAD_REQUEST)
    invited = (await admit(service, code)).link
    here = None if invited else await find_visit(service, request)  # an invitation is for one person alone
    visit = here or await visit_of(service, code)
    language = path_language(service, request, visit)
    if visit is None:
        link = invited or _link(service, fields.get(FROM, ""))
        fielded = asked_now(service, link)
        refused = kept_out(service, language, link) or _unagreed(
            service, fielded, language, code, link, fields
        )
        if refused:
            return refused
        opening = _opening(service, request, fielded, code, language, link)
        if fields.get(WEBSITE, ""):  # no respondent sees that field
            opening = replace(opening, flags=(*opening.flags, HONEYPOT))
        visit = await visit_to(service, code, await open_interview(request, opening))
        if link == INVITED:
            await service.note(Mark.STARTED, code)
    response = see_other(goes_on(visit, language, resumed=visit.code != code))
    set_cookie(request, response, visit.code)
    return response


def _begin(service: Service, request: Request, language: str, visit: Visit | None) -> Response:
    if visit is not None:
        return see_other(goes_on(visit, language, resumed=True))
    link = _link(service, request.query_params.get(LINK, ""))
    no_code = NO_CODE in request.query_params
    refused = kept_out(service, language, link, no_code=no_code)
    if refused:
        return refused
    fielded = asked_now(service, link)
    text = start_page(
        fielded.site,
        language,
        service.new_code(),
        link=link,
        version=fielded.fingerprint,
        no_code=no_code,
    )
    return page(text)


def _link(service: Service, told: str) -> str:
    """Give the link that an address names: a declared one, or that of a test; else nothing."""
    return told if told == TEST or told in service.study.fielding.links else ""


def asked_now(service: Service, link: str) -> Fielded:
    """Give the version that is asked now; what belongs to a test says so from its first page on."""
    entry = service.editions.entry
    return service.editions.edition(entry.version, service.purpose(test=link == TEST))


def kept_out(service: Service, language: str, link: str, *, no_code: bool = False) -> Response | None:
    """Tell who can't begin now, or None. A test can be begun by anyone, before fieldwork opens too.

    ``no_code`` says that the browser brought no code along: perhaps an invitation was begun with, and the
    browser refuses cookies.
    """
    if link == TEST:
        return None
    opens = service.study.about.opens
    if service.standing is Standing.NOT_YET and opens is not None:
        return page(not_yet_page(service.site, language, opens))
    # before anyone has an invitation
    tried_out = service.passing or service.editions.entry.phase is Phase.PILOT
    if service.study.fielding.access is Access.INVITED and link != INVITED and not tried_out:
        message = Message.NO_COOKIE if no_code else Message.INVITED_ONLY
        return page(message_page(service.site, language, message), 403)
    return None


def _unagreed(
    service: Service, fielded: Fielded, language: str, code: str, link: str, fields: dict[str, str]
) -> Response | None:
    """Show the start page again to who hasn't agreed to what stands on it, or None.

    Words that were published since the page was opened have to be read first.
    """
    missing = fielded.study.about.consent is not None and not fields.get(CONSENT)
    read = fields.get(VERSION, "")
    changed = bool(read) and not service.editions.says_the_same(read, fielded.fingerprint, language)
    if not missing and not changed:
        return None
    text = start_page(
        fielded.site,
        language,
        code,
        link="" if link == INVITED else link,
        version=fielded.fingerprint,
        address=invited_address(ANY_LANGUAGE, code) if link == INVITED else "",
        consent_missing=missing,
        changed=changed,
        invited=link == INVITED,
    )
    return page(text, 422 if missing else 409)


def _opening(
    service: Service, request: Request, fielded: Fielded, code: str, language: str, link: str
) -> Opening:
    purpose = service.purpose(test=link == TEST)
    return Opening(
        key=interview_key(code),
        id=random_bytes(10).hex(),
        language=language,
        seed=int.from_bytes(random_bytes(4)) % SEEDS,
        day=service.today(),
        version=fielded.fingerprint,
        pages=leading_notice(fielded.study),
        purpose=purpose,
        link="" if purpose is Purpose.TEST else link,
        device=device_of(request.headers),
        flags=service.bursts.opened(),
        consent=fielded.study.fielding.consent_version,
    )
