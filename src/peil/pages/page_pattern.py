"""A page of the questionnaire put together from patterns: one for what stands around, one a question."""

from dataclasses import replace

from markupsafe import escape

from peil.interview.interview import Page
from peil.interview.progress import Progress
from peil.interview.shown_parts import shown_parts
from peil.pages.draw_page import draw_page
from peil.pages.form import Form
from peil.pages.heading import Heading
from peil.pages.page_view import view_frame
from peil.pages.pattern import Pattern, find_slots, new_mark, new_number, shelf_of
from peil.pages.question_pattern import Showing, html_of, question_html
from peil.pages.question_view import QuestionView
from peil.study.question import Kind

WORDLESS = Heading((), "", "", "", (), "")


def page_from_patterns(showing: Showing, page: Page, progress: Progress, *, resumed: bool) -> bytes | None:
    """Give a page, or None where it has none of its own: its form has problems, or something came up."""
    form = showing.form
    if form.problems or form.grown or form.seconds is not None:
        return None
    frame = _frame(showing, page, progress, resumed=resumed)
    questions = [question_html(showing, step) for step in page.steps]
    return frame.fill(
        (
            escape(form.nonce).encode(),
            b"%d" % form.revision,
            escape(form.seal).encode(),
            escape(" ".join(sorted(shown_parts(showing.site.study, page)))).encode(),
            b"%d" % progress.number,
            b"%d" % progress.total,
            b"\n".join(questions),
        )
    )


def _frame(showing: Showing, page: Page, progress: Progress, *, resumed: bool) -> Pattern:
    """Give what stands around the questions of a page."""
    interview, language = showing.interview, showing.language
    last = progress.number == progress.total
    first_step = page.steps[0].step.id  # its section is the page's heading
    # Whether a page comes first, with no way back, is the same for all: nobody has answered anything there.
    key = page.id, first_step, language, interview.role, last, resumed
    shelf = shelf_of(showing.site)
    return shelf.patterns.get(key) or shelf.put(key, _make_frame(showing, page, last=last, resumed=resumed))


def _make_frame(showing: Showing, page: Page, *, last: bool, resumed: bool) -> Pattern:
    site, interview, language = showing.site, showing.interview, showing.language
    number, total, revision = new_number(), new_number(), new_number()
    progress = Progress(number, number if last else total)
    form = Form(nonce=new_mark(), revision=revision, seal=new_mark())
    question = QuestionView(new_mark(), "", Kind.NOTICE.value, WORDLESS)
    view = replace(
        view_frame(site, interview, page, language, progress), shown=new_mark(), questions=(question,)
    )
    marks = (
        form.nonce,
        str(revision),
        form.seal,
        view.shown,
        str(progress.number),
        str(progress.total),
        html_of(site, question, language),
    )
    return find_slots(draw_page(site, view, form, language, resumed=resumed), marks)
