"""A page as it came in: who sent it, what it says, and whether its form was ours."""

import hmac
from dataclasses import dataclass

from starlette.requests import Request

from peil.field.code import body_digest, form_seal
from peil.field.controls import Controls, read_controls
from peil.field.cookie import read_cookie
from peil.field.posted import read_post
from peil.field.refused import Refused
from peil.field.replies import path_language
from peil.field.service import Service
from peil.field.visit import Visit, visit_of
from peil.interview.code import contact_key, interview_key
from peil.interview.interview import Interview
from peil.interview.private import is_private
from peil.interview.submit import submit
from peil.interview.walk import walk
from peil.pages.read_form import ReadForm, read_form
from peil.pages.system_pages import Message
from peil.store.judge import page_values
from peil.store.submission import Submission
from peil.study.study import Study


@dataclass(frozen=True)
class Sheet:
    """A page sent in by a respondent.

    Args:
        visit: Who sent it.
        language: Language of the form.
        page: Page id.
        controls: What went along with the answers.
        read: The answers as they were read, those of questions that they hide among them: what is asked may
            change until the store decides.
        digest: Keyed hash of what was sent.
    """

    visit: Visit
    language: str
    page: str
    controls: Controls
    read: ReadForm
    digest: str


async def read_sheet(service: Service, request: Request) -> Sheet:
    """Read a page that was sent in.

    Raises:
        Refused: It isn't a form that we made, made for this interview, and sent by one of our pages.
    """
    fields = await read_post(request)
    code = read_cookie(request)
    demand_calm(service, code)
    visit = await visit_of(service, code) if code else None
    if visit is None:
        raise Refused(Message.NO_INTERVIEW)
    language = path_language(service, request, visit)
    page = known_page(visit.study, request)
    controls = read_controls(visit.study, page, fields)
    if not hmac.compare_digest(controls.seal, form_seal(visit.code)):
        raise Refused(Message.OTHER_INTERVIEW)
    if controls.revision > visit.kept.revision:
        raise Refused(Message.BAD_REQUEST)
    read = read_form(visit.study, page, fields, language, given_marks(visit, page))
    if read.unknown:
        raise Refused(Message.BAD_REQUEST)
    return Sheet(visit, language, page, controls, read, body_digest(visit.code, page, fields))


def demand_calm(service: Service, code: str | None) -> None:
    """Refuse for a while what comes too often with one code.

    Raises:
        Refused: It does.
    """
    if code and not service.rates.allow(interview_key(code)):
        raise Refused(Message.BUSY, 429)


def known_page(study: Study, request: Request) -> str:
    """Give the page that the address names.

    Raises:
        Refused: The questionnaire has no such page.
    """
    page: str = request.path_params["page"]
    if page not in study.route.pages:
        raise Refused(Message.NOT_FOUND)
    return page


def given_marks(visit: Visit, page: str) -> frozenset[str]:
    """Give the page's contact details that were given before: kept apart, and never shown again."""
    values = page_values(visit.study, visit.kept.answers, page)
    return frozenset(name for name in values if is_private(visit.study, name))


def filled_in(sheet: Sheet) -> Interview:
    """Give the interview as it would be with the sheet's answers in place.

    Raises:
        Refused: Then the page would not be on the route.
    """
    study = sheet.visit.study
    interview = walk(study, submit(study, sheet.visit.kept.answers, sheet.page, sheet.read.values))
    if interview.page(sheet.page) is None:
        raise Refused(Message.OFF_ROUTE)
    return interview


def submission_of(service: Service, sheet: Sheet) -> Submission:
    """Give a sheet on its way into the store."""
    code, controls = sheet.visit.code, sheet.controls
    return Submission(
        key=interview_key(code),
        contact_key=contact_key(code),
        page=sheet.page,
        nonce=controls.nonce,
        revision=controls.revision,
        digest=sheet.digest,
        values=sheet.read.values,
        shown=controls.shown,
        language=sheet.language,
        day=service.today(),
        details=sheet.read.details,
        draft=controls.draft,
        seconds=controls.seconds,
        flags=controls.flags,
    )
