"""Any page as any role sees it, ready to be drawn, and the list of them all."""

from dataclasses import dataclass

from peil.interview.interview import Page
from peil.interview.preview import preview
from peil.interview.progress import Progress
from peil.pages.addresses import preview_address
from peil.pages.draw_question import draw_question
from peil.pages.form import Form
from peil.pages.page_view import section_title
from peil.pages.question_view import QuestionView
from peil.pages.said import Said, language_of
from peil.pages.scene import make_scene
from peil.pages.site import Site
from peil.study.role import Role


@dataclass(frozen=True, slots=True)
class PreviewLink:
    """A page as a role."""

    href: str
    label: Said
    current: bool = False


@dataclass(frozen=True, slots=True)
class ListedPage:
    """A page in the list, with a link for each role."""

    label: Said
    links: tuple[PreviewLink, ...]


@dataclass(frozen=True, slots=True)
class PreviewView:
    """A page of the preview; ``before`` and ``after`` are paths, empty at either end."""

    heading: Said
    questions: tuple[QuestionView, ...]
    progress: Progress
    roles: tuple[PreviewLink, ...]
    before: str
    after: str


def view_preview(site: Site, role: str, page_id: str, language: str) -> PreviewView:
    """Give a page as a role sees it.

    Raises:
        KeyError: There is no such page.
    """
    interview = preview(site.study, role)
    page = interview.page(page_id)
    if page is None:
        raise KeyError(page_id)
    ids = [shown.id for shown in interview.pages]
    at = ids.index(page_id)
    scene = make_scene(site.study, site.words[language], interview, Form(), language)
    return PreviewView(
        section_title(site, page, language, role),
        tuple(draw_question(scene, step) for step in page.steps),
        Progress(at + 1, len(ids)),
        _roles(site, role, page_id, language),
        preview_address(role, language, ids[at - 1]) if at else "",
        preview_address(role, language, ids[at + 1]) if at + 1 < len(ids) else "",
    )


def list_pages(site: Site, language: str) -> tuple[ListedPage, ...]:
    """Give every page with its links."""
    roles = site.study.roles
    pages = preview(site.study, roles[-1].id if roles else "").pages
    return tuple(
        ListedPage(_page_label(site, page, language), _roles(site, "", page.id, language)) for page in pages
    )


def _page_label(site: Site, page: Page, language: str) -> Said:
    title = section_title(site, page, language, "")
    return Said(f"{title.text} – {page.id}", title.lang)


def _roles(site: Site, current: str, page_id: str, language: str) -> tuple[PreviewLink, ...]:
    return tuple(
        PreviewLink(
            preview_address(role.id, language, page_id), _role_label(site, role, language), role.id == current
        )
        for role in site.study.roles
    )


def _role_label(site: Site, role: Role, language: str) -> Said:
    spoken = language_of(role.wording, language, "")
    return Said(
        role.wording.plain(language) or role.id, "" if spoken == site.words[language].language else spoken
    )
