"""Pages of a pilot, of a test and of closed fieldwork, for everyone: axe-core's rules and our own."""

import time

import pytest
from page_checks import bad_headings, odd_order, sideways, small_targets, unmarked_focus, violations
from playwright.sync_api import Page
from respondent import begin

from kinds_study import write_kinds_study
from peil.pages.words import words_for
from peil.store.open_store import open_store
from peil.store.phase import Phase, PhaseEntry
from peil.store.today import today
from peil.store.version import read_version
from served import Served

pytestmark = pytest.mark.slow

NOTICED = 2.5
"""Seconds after which the server has noticed a phase."""


def looked_at(page: Page) -> list[str]:
    found = violations(page) + bad_headings(page) + odd_order(page) + unmarked_focus(page)
    page.emulate_media(color_scheme="dark")
    found += violations(page, "color-contrast")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 800})
    found += sideways(page) + small_targets(page)
    page.set_viewport_size({"width": 1024, "height": 768})
    return found


def test_trial_and_closed_pages(tmp_path, new_page) -> None:
    study = write_kinds_study(tmp_path / "study")
    version = read_version(study)

    def enter(phase: Phase) -> None:
        store = open_store(f"sqlite:{tmp_path / 'store'}", study)
        store.keep_version(version.fingerprint, version.texts)
        store.enter_phase(PhaseEntry(phase, version.fingerprint, today(), "a reason"))
        store.close()

    enter(Phase.PILOT)
    words = words_for("nl")
    with Served(study, tmp_path) as served:
        page, other = new_page(), new_page()
        other.goto(f"{served.url}/nl/?from=test")
        assert other.get_by_text(words("test_banner")).count() == 1
        assert looked_at(other) == []
        page.goto(f"{served.url}/nl/")
        assert page.get_by_text(words("pilot_banner")).count() == 1
        assert looked_at(page) == []
        begin(page, served.url)
        assert page.get_by_text(words("pilot_banner")).count() == 1
        assert page.locator("aside.trial").get_attribute("role") is None, "read in its place, not announced"
        assert looked_at(page) == []
        enter(Phase.CLOSED)
        time.sleep(NOTICED)
        for one, way_on in ((page, "/nl/erase"), (other, "/nl/resume")):
            one.goto(f"{served.url}/nl/")
            assert one.get_by_role("heading", name=words("closed_title")).count() == 1
            assert one.locator(f'a[href="{way_on}"]').count() == 1
            assert looked_at(one) == []
