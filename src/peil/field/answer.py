"""A page sent in: judged and kept by the store, and answered with what became of it."""

from dataclasses import replace

from starlette.requests import Request
from starlette.responses import Response

from peil.field.admission import note_finished
from peil.field.places import DIRECT, grown_place, page_after, place_after, place_before
from peil.field.question import kept_form, new_nonce, show_next
from peil.field.refused import Refused
from peil.field.replies import page, see_other
from peil.field.service import Service, submit
from peil.field.sheet import Sheet, filled_in, read_sheet, submission_of
from peil.field.visit import Visit
from peil.interview.answer_problem import AnswerCode, AnswerProblem
from peil.interview.interview import Interview
from peil.interview.shown_parts import shown_parts, step_of_part
from peil.interview.visible_values import visible_values
from peil.interview.walk import walk
from peil.pages.addresses import named_address
from peil.pages.field_names import BACK, LATER, NEXT
from peil.pages.field_problems import all_problems
from peil.pages.form import Form
from peil.pages.question_page import choice_page, question_page
from peil.pages.system_pages import Message
from peil.store.judge import INCOMPLETE, is_open
from peil.store.receipt import Fate, Receipt

GONE_ON = frozenset({Fate.ACCEPTED, Fate.REPEATED})

TAMPERED = frozenset(
    {AnswerCode.NOT_ON_PAGE, AnswerCode.NOT_A_TICK, AnswerCode.NOT_TEXT, AnswerCode.UNKNOWN_OPTION}
)
"""What no form of ours can bring forth."""


async def receive_answers(service: Service, request: Request) -> Response:
    """Keep a page's answers, and lead on; or say what stands in the way, with the input kept."""
    sheet = await read_sheet(service, request)
    problems = _unreadable(sheet) if sheet.read.problems else ()
    if problems:
        return _show_again(sheet, problems)
    receipt = await submit(request, submission_of(service, sheet))
    await note_finished(service, sheet.visit.code, receipt)
    return _tell(sheet, receipt, direct=request.scope["query_string"] == DIRECT)


def _unreadable(sheet: Sheet) -> tuple[AnswerProblem, ...]:
    """Give all that is wrong when something can't be read that is asked, with these answers; else nothing."""
    interview = walk(sheet.visit.study, sheet.visit.kept.answers)
    if not is_open(interview, sheet.page):
        raise Refused(Message.OFF_ROUTE)
    values = visible_values(sheet.visit.study, interview.answers, sheet.page, sheet.read.values)
    problems = all_problems(sheet.visit.study, interview, sheet.page, replace(sheet.read, values=values))
    if not {*problems} & {*sheet.read.problems}:
        return ()
    return tuple(one for one in problems if not (sheet.controls.draft and one.code in INCOMPLETE))


def _tell(sheet: Sheet, receipt: Receipt, *, direct: bool) -> Response:
    """Answer with what became of a submission; with the next page itself where that is asked for."""
    kept = receipt.kept
    if kept is None:
        raise Refused(Message.NO_INTERVIEW)
    if kept.full:
        return see_other(named_address(sheet.language, "end"))
    visit = Visit(sheet.visit.code, kept, sheet.visit.fielded)  # another device may have sent meanwhile
    if receipt.fate in GONE_ON:
        return _go_on(sheet, visit, receipt.walked or walk(visit.study, kept.answers), direct=direct)
    sheet = replace(sheet, visit=visit)
    match receipt.fate:
        case Fate.GREW:
            shown = walk(sheet.visit.study, kept.answers).page(sheet.page)
            parts = shown_parts(sheet.visit.study, shown) - sheet.controls.shown if shown else frozenset()
            return see_other(grown_place(sheet.language, sheet.page, {step_of_part(one) for one in parts}))
        case Fate.CLASHED | Fate.STALE:
            return _show_choice(sheet)
        case Fate.WRONG:
            return _show_again(sheet, receipt.problems)
        case Fate.OFF_ROUTE:
            raise Refused(Message.OFF_ROUTE)
        case _:
            raise Refused(Message.BAD_REQUEST)


def _go_on(sheet: Sheet, visit: Visit, interview: Interview, *, direct: bool) -> Response:
    following = page_after(interview, sheet.page) if direct and sheet.controls.go == NEXT else None
    if following:
        return show_next(visit, interview, following, sheet.language)
    return see_other(_onward(sheet, interview))


def _onward(sheet: Sheet, interview: Interview) -> str:
    if sheet.controls.go == LATER:
        return named_address(sheet.language, "later")
    where = place_before if sheet.controls.go == BACK else place_after
    return where(sheet.language, interview, sheet.page)


def _show_again(sheet: Sheet, problems: tuple[AnswerProblem, ...]) -> Response:
    """Show the page with the input and what is wrong with it."""
    if any(problem.code in TAMPERED for problem in problems):
        raise Refused(Message.BAD_REQUEST)
    interview = filled_in(sheet)
    form = replace(sent_form(sheet), problems=problems)
    go = sheet.controls.go
    text = question_page(
        sheet.visit.site,
        interview,
        sheet.page,
        form,
        sheet.language,
        back_anyway=go == BACK,
        later_anyway=go == LATER,
    )
    return page(text, 422)


def _show_choice(sheet: Sheet) -> Response:
    """Show what is kept beside what was sent: the respondent chooses."""
    interview = walk(sheet.visit.study, sheet.visit.kept.answers)
    if not is_open(interview, sheet.page):
        raise Refused(Message.OFF_ROUTE)
    now = kept_form(sheet.visit, sheet.page, sheet.language)
    text = choice_page(sheet.visit.site, interview, sheet.page, sheet.language, now, sent_form(sheet))
    return page(text, 409)


def sent_form(sheet: Sheet) -> Form:
    """Give a new form with the input; it is as old as the one that was sent, so that it can be as stale."""
    return Form(
        texts=sheet.read.texts,
        nonce=new_nonce(),
        revision=sheet.controls.revision,
        seal=sheet.controls.seal,
        seed=sheet.visit.kept.seed,
        seconds=sheet.controls.seconds,
    )
