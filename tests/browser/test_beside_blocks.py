"""Other studies, waves, the population and talks on a page: for everyone, on any screen."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from page_checks import sideways, violations
from playwright.sync_api import Page, ViewportSize

from other_studies import release_usage
from other_studies import write_study as write_other
from peil import line, reportline
from peil.report.compose.render import render
from peil.report.html.write import to_html
from peil.report.template.part import Part
from peil.report.template.read import read_template
from published_reference import published
from wave_studies import SELF_SELECTED, WaveFolder, write_waves

pytestmark = pytest.mark.slow

PHONE: ViewportSize = {"width": 360, "height": 800}
WIDE: ViewportSize = {"width": 1200, "height": 900}
COMPARED = """\
# Naast elkaar

::: comparison poll
Gebruik hier en daar
show: use, fear, members
:::

::: comparison poll
Gebruik hier en daar, getekend
show: use
chart: dots
id: drawn
:::
"""
FOLLOWED = "::: trend usage\nGebruik\n%s:::\n"
TREND = "".join(FOLLOWED % one for one in ("", "chart: slope\n", "chart: dots\n"))
TABLES = (
    "population-cbs2025q3", "population-cbs2025q3-weights", "boekman2025-use", "boekman2025-jobs12",
    "boekman2025-jobs5", "talks", "annex-audit", "annex-comparisons",
)  # fmt: skip
"""What the reference report sets beside its own answers, by anchor."""
NARROW_WORDS = """(tables) => tables.flatMap(table => [...table.querySelectorAll('th, td')].filter(cell => {
  const words = document.createRange()
  for (const node of cell.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE) continue
    for (const found of node.data.matchAll(/[\\p{L}\\p{N}]{2,12}/gu)) {
      words.setStart(node, found.index)
      words.setEnd(node, found.index + found[0].length)
      if (words.getClientRects().length > 1) return true
    }
  }
  return false
}).map(cell => cell.textContent))"""
"""Cells in which a short word is broken over lines."""

NewPage = Callable[..., Page]


@cache
def reference() -> str:
    return to_html(published().compose(Part.REPORT, "nl")[0])


@cache
def other() -> str:
    with TemporaryDirectory() as folder:
        study = write_other(Path(folder))
        (study.folder / "report").mkdir(exist_ok=True)
        (study.folder / "report" / "1.md").write_text(COMPARED, encoding="utf-8")
        template, _ = read_template(study.folder, study, "nl")
        return to_html(render(study, release_usage(study), template)[0])


@cache
def waves() -> str:
    with TemporaryDirectory() as folder:
        written = write_waves(Path(folder), WaveFolder(), WaveFolder(plan=SELF_SELECTED), text=TREND)
        made = reportline.compose_publication(line.read_sound_study(written), None)
        return to_html(made.compose(Part.REPORT, "nl")[0])


@pytest.mark.parametrize("made", [other, waves])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_blocks_beside_the_study_are_for_everyone(
    made: Callable[[], str], scheme: str, new_page: NewPage
) -> None:
    page = new_page(viewport=WIDE, scheme=scheme)
    page.set_content(made())
    assert page.locator("table").count() >= 2
    found = violations(page)
    page.set_viewport_size(PHONE)
    assert found + violations(page) + sideways(page) == []


@pytest.mark.parametrize("anchor", TABLES)
def test_a_table_has_a_name_and_heads_for_columns_and_rows(anchor: str, new_page: NewPage) -> None:
    page = new_page(viewport=WIDE)
    page.set_content(reference())
    table = page.locator(f"[id='{anchor}'] table")
    assert table.locator("caption").inner_text().strip()
    rows = table.locator("tbody tr").count()
    assert rows
    assert table.locator("tbody tr:has(th[scope=row]:first-child)").count() == rows
    assert table.locator("thead th[scope=col]").count() == table.locator("thead tr > *").count()


@pytest.mark.parametrize("anchor", TABLES)
def test_on_a_phone_a_wide_table_is_scrolled_with_keys_and_keeps_words_whole(
    anchor: str, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE)
    page.set_content(reference())
    around = page.locator(f"[id='{anchor}'] .scroll")
    if around.evaluate("one => one.scrollWidth > one.clientWidth"):
        assert around.get_attribute("aria-label")
        around.focus()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("one => one.scrollLeft > 0", arg=around.element_handle())
    assert around.locator("table").evaluate_all(NARROW_WORDS) == []
