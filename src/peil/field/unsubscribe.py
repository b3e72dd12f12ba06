"""Leaving the mailing list: a link with a key of its own, which leads to no answers.

A GET changes nothing, for mail programs and virus scanners follow links. A mail program's own button posts
``List-Unsubscribe=One-Click`` (RFC 8058), from no page of ours and without a cookie: the key in the address
is what allows it, on this route alone.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from peil.field.body import FORM, read_body
from peil.field.refused import Refused
from peil.field.replies import page, path_language
from peil.field.service import Service
from peil.field.standing import Standing
from peil.pages.mailing_pages import REFUSE, TO_REFUSE, leave_list_page, left_list_page
from peil.pages.system_pages import Message
from peil.store.sample.person import Person
from peil.store.sample.sample import Sample

MOST_BYTES = 16 * 1024
"""Far more than a mail program sends."""


async def show_leaving(service: Service, request: Request) -> Response:
    """Ask who was mailed whether they want no further mail, or no part in the study at all."""
    language = path_language(service, request)
    _, person = await _leaving(service, request)
    closed = service.standing is Standing.CLOSED
    return page(leave_list_page(service.site, language, person.leave_key, closed=closed))


async def leave_list(service: Service, request: Request) -> Response:
    """Take a person off the mailing list; a second time says the same."""
    language = path_language(service, request)
    fields = await _fields(request)
    sample, person = await _leaving(service, request)
    refuses = fields.get(REFUSE) == TO_REFUSE
    await run_in_threadpool(sample.refuse if refuses else sample.unsubscribe, person.id)
    refused, closed = refuses or person.refused, service.standing is Standing.CLOSED
    return page(left_list_page(service.site, language, person.leave_key, refused=refused, closed=closed))


async def _leaving(service: Service, request: Request) -> tuple[Sample, Person]:
    """Give the sample and who leaves it.

    Raises:
        Refused: There is nobody with this key.
    """
    sample = service.sample
    if sample is not None:
        person = await run_in_threadpool(sample.find_leaving, request.path_params["key"])
        if person is not None:
            return sample, person
    raise Refused(Message.LEAVING_UNKNOWN)


async def _fields(request: Request) -> dict[str, str]:
    """Read what was sent; a mail program may send its one field in another type of body, which isn't read."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() == FORM:
        return await read_body(request)
    size = 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BYTES:
            raise Refused(Message.TOO_LARGE)
    return {}
