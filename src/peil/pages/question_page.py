"""The pages that ask: a page of the questionnaire, its inside, a preview, the choice between two versions."""

from peil.interview.interview import Interview
from peil.interview.progress import progress_of
from peil.pages.addresses import ANY_LANGUAGE, page_address, preview_address
from peil.pages.choice_view import view_choice
from peil.pages.chrome import make_chrome
from peil.pages.draw_page import draw_page
from peil.pages.form import Form
from peil.pages.page_pattern import page_from_patterns
from peil.pages.page_view import view_page
from peil.pages.preview_view import view_preview
from peil.pages.question_pattern import Showing
from peil.pages.site import Site


def question_page(  # noqa: PLR0913 - what it says beside the page is named at the call
    site: Site,
    interview: Interview,
    page_id: str,
    form: Form,
    language: str,
    *,
    resumed: bool = False,
    back_anyway: bool = False,
    later_anyway: bool = False,
) -> str:
    """Give a page of the questionnaire.

    Args:
        site: The study's site.
        interview: Where the respondent is; the page is on its route.
        page_id: The page.
        form: What stands in its fields and goes along unseen.
        language: Language of the page.
        resumed: Say that the respondent goes on where it was left.
        back_anyway: Offer to go back without keeping what can't be kept.
        later_anyway: Offer to stop without keeping it.

    Raises:
        KeyError: The page is not on the route.
    """
    if back_anyway or later_anyway:
        return plain_question_page(
            site,
            interview,
            page_id,
            form,
            language,
            resumed=resumed,
            back_anyway=back_anyway,
            later_anyway=later_anyway,
        )
    return question_page_bytes(site, interview, page_id, form, language, resumed=resumed).decode()


def question_page_bytes(
    site: Site, interview: Interview, page_id: str, form: Form, language: str, *, resumed: bool = False
) -> bytes:
    """Give a page of the questionnaire as it is sent; drawn once for all who see the same, where that can be.

    Args are those of ``question_page``.

    Raises:
        KeyError: The page is not on the route.
    """
    page = interview.page(page_id)
    if page is None:
        raise KeyError(page_id)
    progress = progress_of(site.study, interview, page_id)
    showing = Showing(site, interview, form, language)
    found = page_from_patterns(showing, page, progress, resumed=resumed)
    if found is not None:
        return found
    return plain_question_page(site, interview, page_id, form, language, resumed=resumed).encode()


def plain_question_page(  # noqa: PLR0913 - as question_page
    site: Site,
    interview: Interview,
    page_id: str,
    form: Form,
    language: str,
    *,
    resumed: bool = False,
    back_anyway: bool = False,
    later_anyway: bool = False,
) -> str:
    """Give a page of the questionnaire drawn for this respondent alone: ``question_page`` gives the same."""
    view = view_page(site, interview, page_id, form, language)
    return draw_page(
        site, view, form, language, resumed=resumed, back_anyway=back_anyway, later_anyway=later_anyway
    )


def question_fragment(site: Site, interview: Interview, page_id: str, form: Form, language: str) -> str:
    """Give what stands inside the page's form: what goes along unseen, the questions, the buttons.

    Raises:
        KeyError: The page is not on the route.
    """
    view = view_page(site, interview, page_id, form, language)
    return site.render("form", page=view, form=form, words=site.words[language])


def preview_page(site: Site, role: str, page_id: str, language: str) -> str:
    """Give any page as a role sees it, with all that could stand on it; it sends nothing.

    Raises:
        KeyError: There is no such page.
    """
    view = view_preview(site, role, page_id, language)
    chrome = make_chrome(site, language, view.heading.text, preview_address(role, ANY_LANGUAGE, page_id))
    return site.render("preview_page", chrome=chrome, page=view)


def choice_page(site: Site, interview: Interview, page_id: str, language: str, kept: Form, sent: Form) -> str:
    """Give the choice between what is kept of a page and what was sent from an older form.

    Nothing is lost by looking: what was sent goes along in the form that keeps it.

    Args:
        site: The study's site.
        interview: Where the respondent is, as it is kept.
        page_id: The page.
        language: Language of the page.
        kept: What is kept, with a fresh nonce, the present revision and the seal.
        sent: What was sent.
    """
    view = view_choice(site, interview, page_id, language, kept, sent)
    title = site.words[language]("choice_title")
    chrome = make_chrome(site, language, title, page_address(ANY_LANGUAGE, page_id))
    return site.render("choice", chrome=chrome, page=view, kept=kept)
