"""A page of the questionnaire put together from patterns: one for what stands around, one a question."""

from dataclasses import dataclass, replace

from markupsafe import escape

from peil.core.same import once_each
from peil.interview.interview import Page, VisibleStep
from peil.interview.progress import Progress
from peil.interview.shown_parts import shown_parts
from peil.pages.draw_page import draw_page
from peil.pages.form import Form
from peil.pages.heading import Heading
from peil.pages.page_view import view_frame
from peil.pages.pattern import REMEMBERED, Key, Pattern, Shelf, find_slots, new_mark, new_number
from peil.pages.question_facts import QuestionFacts, question_facts
from peil.pages.question_pattern import Showing, html_of, question_html
from peil.pages.question_view import QuestionView
from peil.pages.site import Site
from peil.study.question import Kind
from peil.study.study import Study

WORDLESS = Heading((), "", "", "", (), "")


def page_from_patterns(showing: Showing, page: Page, progress: Progress, *, resumed: bool) -> bytes | None:
    """Give a page, or None where it has none of its own: its form has problems, or something came up."""
    form = showing.form
    if form.problems or form.grown or form.seconds is not None:
        return None
    plans = plans_of(showing.site)
    plan = plans.plan(showing, page, last=progress.number == progress.total, resumed=resumed)
    return plan.frame.fill(
        (
            escape(form.nonce).encode(),
            b"%d" % form.revision,
            escape(form.seal).encode(),
            plan.shown,
            b"%d" % progress.number,
            b"%d" % progress.total,
            b"\n".join([question_html(showing, plans.shelf, facts) for facts in plan.questions]),
        )
    )


@dataclass(frozen=True, slots=True)
class _Plan:
    """What all have in common who see a page with these questions, in one language and role.

    Args:
        page: The page.
        frame: What stands around its questions.
        shown: The parts that it shows, as its form says them.
        questions: What the HTML of each depends on.
    """

    page: Page
    frame: Pattern
    shown: bytes
    questions: tuple[QuestionFacts, ...]


class Plans:
    """The plans of one site's pages; a page is found again by which one it is."""

    def __init__(self) -> None:
        self.shelf = Shelf()
        self._plans: dict[Key, _Plan] = {}
        self._facts: dict[int, QuestionFacts] = {}

    def plan(self, showing: Showing, page: Page, *, last: bool, resumed: bool) -> _Plan:
        """Give the plan of a page.

        Whether it comes first, with no way back, is the same for all: nobody has answered anything there.
        """
        key = id(page), showing.language, showing.interview.role, last, resumed
        found = self._plans.get(key)
        if found is None:
            if len(self._plans) >= REMEMBERED:
                self._plans.clear()
                self._facts.clear()
            found = self._plans[key] = self._make(showing, page, last=last, resumed=resumed)
        return found

    def _make(self, showing: Showing, page: Page, *, last: bool, resumed: bool) -> _Plan:
        study = showing.site.study
        return _Plan(
            page,
            self._frame(showing, page, last=last, resumed=resumed),
            escape(" ".join(sorted(shown_parts(study, page)))).encode(),
            tuple(self._known_facts(study, step) for step in page.steps),
        )

    def _known_facts(self, study: Study, step: VisibleStep) -> QuestionFacts:
        found = self._facts.get(id(step))
        if found is None:
            found = self._facts[id(step)] = question_facts(study, step)
        return found

    def _frame(self, showing: Showing, page: Page, *, last: bool, resumed: bool) -> Pattern:
        """Give what stands around the questions of a page; the first one's section is its heading."""
        key = page.id, page.steps[0].step.id, showing.language, showing.interview.role, last, resumed
        found = self.shelf.patterns.get(key)
        return found or self.shelf.put(key, _make_frame(showing, page, last=last, resumed=resumed))


@once_each(most=32)
def plans_of(_: Site) -> Plans:
    """Give the plans of a site's pages; those of the last few sites are kept."""
    return Plans()


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
