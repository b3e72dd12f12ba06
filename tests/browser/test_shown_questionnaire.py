"""The shown questionnaire as a page in a browser: for everyone, on any screen."""

import pytest
from intended import reference_study
from page_checks import bad_headings, sideways, small_targets, violations

from kinds_study import write_kinds_study
from peil.report.compose.show import compose_questionnaire
from peil.report.html.write import to_html
from peil.report.show import prove

pytestmark = pytest.mark.slow

NARROW = {"width": 320, "height": 800}
WIDE = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The reference study with all roles and one, and a study with every kind of question."""
    reference = prove(reference_study())
    kinds = prove(write_kinds_study(tmp_path_factory.mktemp("kinds") / "study"))
    shown = (
        compose_questionnaire(reference, "nl"),
        compose_questionnaire(reference, "en", "zzp"),
        compose_questionnaire(kinds, "nl"),
    )
    return [to_html(document) for document in shown]


@pytest.mark.parametrize("place", range(3), ids=["all", "one", "kinds"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_is_for_everyone(pages, new_page, place: int, scheme: str) -> None:
    page = new_page(viewport=WIDE, scheme=scheme)
    page.set_content(pages[place])
    found = violations(page) + bad_headings(page)
    page.set_viewport_size(NARROW)
    assert found + violations(page) + sideways(page) + small_targets(page) == []


def test_the_map_suits_the_screen(pages, new_page) -> None:
    page = new_page(viewport=WIDE)  # the fixture hears it if anything is asked from elsewhere
    page.set_content(pages[0])
    wide, narrow = (page.locator(f"#route-map-1 .{name} svg") for name in ("wide", "narrow"))
    assert (wide.is_visible(), narrow.is_visible()) == (True, False)
    page.set_viewport_size(NARROW)
    assert (wide.is_visible(), narrow.is_visible()) == (False, True)
