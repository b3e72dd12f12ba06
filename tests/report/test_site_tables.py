"""Tables on a site's pages: no style in them, and on a phone no word that is broken into letters."""

import pytest

from peil.report.document import Grid, NumberedTable, Run, TableCell
from peil.report.html.write import page_environment
from peil.report.site.page import Page, Site
from peil.report.site.write import write_site

CELL = TableCell((Run("Doelgroep, werving en deelname"),))


def page_with(widths: tuple[float, ...]) -> str:
    head = tuple(TableCell((Run(word),), header=True) for word in ("Onderdeel", "Waar", "Ontbreekt"))
    table = NumberedTable(0, "", "", "", "", (), Grid((head,), ((CELL, CELL, CELL),), widths=widths))
    page = Page("10", "nl", "index.html", "T", (table,))
    return write_site(Site({"nl": "T"}, (page,)))["index.html"].decode()


def test_columns_of_sentences_scroll_in_place_of_breaking_words() -> None:
    page = page_with((2.2, 1.0, 2.0))
    assert '<table class="worded">' in page
    assert '<div class="scroll" tabindex="0" role="group">' in page
    assert '<table class="worded">' not in page_with(())


@pytest.mark.parametrize("widths", [(), (2.2, 1.0, 2.0)])
def test_a_page_sets_no_style_of_its_own(widths: tuple[float, ...]) -> None:
    assert "style=" not in page_with(widths)
    assert page_environment().globals["styled"] is True, "a report's page does"
