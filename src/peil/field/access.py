"""Access: the respondent sees and takes along all that is kept."""

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from peil.field.bearer import bearer_of
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.visit import Visit, find_visit
from peil.interview.own_copy import OwnCopy, own_copy_json
from peil.pages.access_page import access_page
from peil.pages.addresses import named_address
from peil.store.on_behalf import own_copy

FILE = "access/answers.json"
"""Path of the file, after the language."""


async def show_access(service: Service, request: Request) -> Response:
    """Show all that is kept about the respondent."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    copy = await _own_copy(service, visit, language) if visit else None
    if visit is None or copy is None:
        return see_other(named_address(language))
    bearer = await bearer_of(service, visit, language)
    file = named_address(language, FILE)
    text = access_page(visit.site, language, copy, file, going_on=bearer.goes_on, changes=bearer.changes)
    return page(text)


async def give_file(service: Service, request: Request) -> Response:
    """Give the same as a file that the browser keeps."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    copy = await _own_copy(service, visit, language) if visit else None
    if copy is None:
        return see_other(named_address(language))
    return Response(
        json.dumps(own_copy_json(copy), ensure_ascii=False, indent=2),
        media_type="application/json",
        headers={"Content-Disposition": 'attachment; filename="answers.json"', "Cache-Control": "no-store"},
    )


async def _own_copy(service: Service, visit: Visit, language: str) -> OwnCopy | None:
    return await run_in_threadpool(own_copy, service.store, visit.code, language)
