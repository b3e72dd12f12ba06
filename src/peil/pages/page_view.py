"""One page of the questionnaire ready to be drawn."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from peil.interview.depends import changes_itself
from peil.interview.interview import Interview, Page
from peil.interview.progress import Progress, progress_of
from peil.interview.shown_parts import shown_parts
from peil.pages.addresses import live_address, page_address
from peil.pages.draw_question import draw_question
from peil.pages.field_view import Fault
from peil.pages.form import Form
from peil.pages.question_view import QuestionView
from peil.pages.said import Said, language_of
from peil.pages.scene import Scene, make_scene
from peil.pages.site import Site


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of the questionnaire, ready to be drawn.

    Args:
        id: Of the page.
        heading: Title of its section.
        questions: What it asks.
        progress: How far it is.
        action: Where the form is sent.
        live: Where the script asks for the form's inside while it is filled in; empty where answers on the
            page change nothing on it.
        shown: Parts that it shows (``interview/shown_parts.py``), separated by spaces.
        back: Path of the page before it, or empty.
        last: No page can follow.
        faults: Everything wrong, in reading order.
        stray: What is wrong with nothing that is on the page.
        grown: Ids and headings of questions that have just come up.
    """

    id: str
    heading: Said
    questions: tuple[QuestionView, ...]
    progress: Progress
    action: str
    live: str
    shown: str
    back: str
    last: bool
    faults: tuple[Fault, ...]
    stray: tuple[str, ...]
    grown: tuple[QuestionView, ...]


def section_title(site: Site, page: Page, language: str, role: str) -> Said:
    """Give the title of the section that a page's first question stands in; else that of the study."""
    question = page.steps[0].question
    section = site.study.questionnaire.sections_by_id.get(question.section)
    wording = section.wording if section and section.wording.plain(language, role) else site.study.about.title
    spoken = language_of(wording, language, role)
    return Said(wording.plain(language, role), "" if spoken == site.words[language].language else spoken)


def view_page(site: Site, interview: Interview, page_id: str, form: Form, language: str) -> PageView:
    """Give a page as it is drawn for this respondent.

    Raises:
        KeyError: The page is not on the route.
    """
    page = interview.page(page_id)
    if page is None:
        raise KeyError(page_id)
    scene = make_scene(site.study, site.words[language], interview, form, language)
    questions = tuple(draw_question(scene, step) for step in page.steps)
    faults = tuple(fault for question in questions for fault in question.all_faults)
    return replace(
        view_frame(site, interview, page, language, progress_of(site.study, interview, page_id)),
        questions=questions,
        faults=faults,
        stray=_stray(scene, faults),
        grown=tuple(question for question in questions if question.fresh),
    )


def view_frame(site: Site, interview: Interview, page: Page, language: str, progress: Progress) -> PageView:
    """Give what stands around a page's questions, without them."""
    before = _page_before(interview, page.id)
    return PageView(
        page.id,
        section_title(site, page, language, interview.role),
        (),
        progress,
        page_address(language, page.id),
        live_address(language, page.id) if changes_itself(site.study, page.id) else "",
        " ".join(sorted(shown_parts(site.study, page))),
        page_address(language, before) if before else "",
        progress.number == progress.total,
        (),
        (),
        (),
    )


def _page_before(interview: Interview, page_id: str) -> str:
    """Give the page before one on the route, or the empty string before the first."""
    before = ""
    for page in interview.pages:
        if page.id == page_id:
            return before
        before = page.id
    return ""


def _stray(scene: Scene, faults: Iterable[Fault]) -> tuple[str, ...]:
    placed = {fault.name for fault in faults}
    return tuple(text for name, texts in scene.told.items() if name not in placed for _, text in texts)
