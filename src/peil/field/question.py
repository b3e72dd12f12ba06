"""A page of the questionnaire, shown with what is kept of it."""

from base64 import urlsafe_b64encode
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from peil.core.randomness import random_bytes
from peil.field.code import form_seal
from peil.field.cookie import read_cookie
from peil.field.places import GROWN, RESUMED, next_place, no_code_place
from peil.field.refused import Refused
from peil.field.replies import page, path_language, see_other
from peil.field.service import Service
from peil.field.sheet import known_page
from peil.field.visit import Visit, find_visit
from peil.interview.interview import Interview, Page
from peil.interview.walk import walk
from peil.pages.addresses import named_address
from peil.pages.form import Form
from peil.pages.question_page import question_page_bytes
from peil.pages.show_form import form_texts
from peil.pages.system_pages import Message
from peil.store.judge import is_open, page_values


async def show_question(service: Service, request: Request) -> Response:
    """Show a page of the questionnaire; one that lies beyond the next page leads to that."""
    visit = await find_visit(service, request)
    language = path_language(service, request, visit)
    if visit is None:
        return see_other(named_address(language) if read_cookie(request) else no_code_place(language))
    page_id = known_page(visit.study, request)
    if visit.kept.full:
        return see_other(named_address(language, "end"))
    interview = walk(visit.study, visit.kept.answers)
    shown = interview.page(page_id)
    if shown is None:
        raise Refused(Message.OFF_ROUTE, 404)
    if not is_open(interview, page_id):
        return see_other(next_place(language, interview))
    form = kept_form(visit, page_id, language)
    form = replace(form, grown=_grown(request, shown))
    resumed = RESUMED in request.query_params
    return page(question_page_bytes(visit.site, interview, page_id, form, language, resumed=resumed))


def show_next(visit: Visit, interview: Interview, page_id: str, language: str) -> Response:
    """Show a page in the answer to the one before it; the script puts its address in place."""
    form = kept_form(visit, page_id, language)
    return page(question_page_bytes(visit.site, interview, page_id, form, language))


def kept_form(visit: Visit, page_id: str, language: str) -> Form:
    """Give a new form with what is kept of the page, as people write it in the language."""
    values = page_values(visit.study, visit.kept.answers, page_id)
    return Form(
        texts=form_texts(visit.study, page_id, values, language) if values else {},
        nonce=new_nonce(),
        revision=visit.kept.revision,
        seal=form_seal(visit.code),
        seed=visit.kept.seed,
    )


def new_nonce() -> str:
    """Make a form's nonce: 120 random bits."""
    return urlsafe_b64encode(random_bytes(15)).decode()


def _grown(request: Request, shown: Page) -> frozenset[str]:
    told = request.query_params.get(GROWN, "").split(",")
    return frozenset(step.step.id for step in shown.steps if step.step.id in told)
