"""The page as it would be with the answers as they now stand in its form; nothing is kept."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from peil.field.answer import sent_form
from peil.field.refused import Refused
from peil.field.replies import page
from peil.field.service import Service
from peil.field.sheet import filled_in, read_sheet
from peil.interview.walk import walk
from peil.pages.question_page import question_fragment
from peil.pages.system_pages import Message
from peil.store.judge import is_open


async def show_live(service: Service, request: Request) -> Response:
    """Answer the script with the form's inside, so that a follow-up question comes up at once.

    It stays the same form: what is sent from it next is the first submission with its nonce.
    """
    sheet = await read_sheet(service, request)
    if not is_open(walk(sheet.visit.study, sheet.visit.kept.answers), sheet.page):
        raise Refused(Message.OFF_ROUTE)
    interview = filled_in(sheet)
    form = replace(sent_form(sheet), nonce=sheet.controls.nonce)
    return page(question_fragment(sheet.visit.site, interview, sheet.page, form, sheet.language))
