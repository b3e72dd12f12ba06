"""The style sheet's colours: text 7 to 1, what is wrong 4.5 to 1, edges and the focus ring 3 to 1."""

import re

import pytest

from peil.pages.assets import asset_name, assets
from peil.report.charts.palette import contrast

SHEET = assets()[asset_name("css")].content.decode()
TEXT, SMALL, SHAPE = 7.0, 4.5, 3.0


def colours(scheme: str) -> dict[str, str]:
    """Give the colours of a scheme by name."""
    light, dark, *_ = re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light if scheme == "light" else dark))


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize(
    ("front", "behind", "least"),
    [
        *((front, behind, TEXT) for front in ("ink", "quiet", "blue") for behind in ("paper", "sheet")),
        ("ink", "tint", TEXT),
        ("ink", "wrong-tint", TEXT),
        ("on-blue", "blue", TEXT),
        ("blue", "tint", TEXT),
        *(("wrong", behind, SMALL) for behind in ("paper", "sheet", "wrong-tint")),
        ("paper", "wrong", SMALL),
        *((front, behind, SHAPE) for front in ("edge", "ring") for behind in ("paper", "sheet")),
        ("ring", "wrong-tint", SHAPE),
    ],
)
def test_colours_stand_out(scheme, front, behind, least) -> None:
    found = colours(scheme)
    assert contrast(found[front], found[behind]) >= least


def test_both_schemes_name_the_same_colours() -> None:
    assert colours("light").keys() == colours("dark").keys()


def test_no_colour_stands_outside_the_schemes() -> None:
    rules = re.sub(r":root \{.*?\}", "", SHEET, flags=re.DOTALL)
    assert re.findall(r"#[0-9a-f]{3,6}\b", rules) == []


def test_the_sheet_asks_for_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|@font-face", SHEET)


@pytest.mark.parametrize(
    "part", ["prefers-color-scheme: dark", "prefers-reduced-motion", "forced-colors", "print"]
)
def test_the_sheet_minds_how_it_is_looked_at(part) -> None:
    assert f"@media {part}" in SHEET or f"@media ({part}" in SHEET
