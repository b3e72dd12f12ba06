"""A page of the questionnaire that is ready to be drawn, as HTML."""

from peil.pages.addresses import ANY_LANGUAGE, page_address
from peil.pages.chrome import make_chrome
from peil.pages.form import Form
from peil.pages.page_view import PageView
from peil.pages.site import Site


def draw_page(  # noqa: PLR0913 - what it says beside the page is named at the call
    site: Site,
    view: PageView,
    form: Form,
    language: str,
    *,
    resumed: bool = False,
    back_anyway: bool = False,
    later_anyway: bool = False,
) -> str:
    """Give a page as HTML; the last three are those of ``question_page``."""
    words = site.words[language]
    title = (
        f"{words('page_of', number=view.progress.number, total=view.progress.total)} – {view.heading.text}"
    )
    if view.faults or view.stray:
        title = f"{words('error_prefix')} {title}"
    chrome = make_chrome(site, language, title, page_address(ANY_LANGUAGE, view.id))
    return site.render(
        "question_page",
        chrome=chrome,
        page=view,
        form=form,
        resumed=resumed,
        back_anyway=back_anyway,
        later_anyway=later_anyway,
    )
