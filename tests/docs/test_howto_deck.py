"""The deck of the how-to is made, with the slides that it tells of."""

import re
from io import BytesIO
from pathlib import Path

import pptx
import pytest

from peil.report.compose.render import render
from peil.report.pptx.make import make_deck
from peil.report.template.part import Part
from peil.report.template.read import read_template

PAGE = Path(__file__).resolve().parents[2] / "docs" / "howto" / "make-a-deck.md"


@pytest.mark.slow
def test_the_deck_of_the_howto_is_made(tmp_path, monkeypatch) -> None:
    monkeypatch.syspath_prepend(str(PAGE.parents[2] / "tests" / "report"))
    from office_charts import LARGE  # noqa: PLC0415 - it stands with the report's tests
    from small_study import make_release, make_study  # noqa: PLC0415 - it stands with the report's tests

    page = PAGE.read_text(encoding="utf-8")
    written = re.search(r"^    # Use .*?(?=^- Each)", page, re.DOTALL | re.MULTILINE).group()
    study = make_study(tmp_path)
    (tmp_path / "deck/en").mkdir(parents=True)
    (tmp_path / "deck/en/1.md").write_text(re.sub("(?m)^    ", "", written), encoding="utf-8")
    template, problems = read_template(tmp_path, study, "en", Part.DECK)
    release = make_release(study, template, LARGE)
    document, more = render(study, release, template)
    content, wrong = make_deck(document, study, release, template)
    assert (*problems, *more, *wrong) == ()
    assert [slide.shapes.title.text_frame.text for slide in pptx.Presentation(BytesIO(content)).slides] == [
        "Work and AI",
        "Use",
        "46% of employers use AI often",
        "In short",
        "About this study",
    ]
