"""Where things stand on a slide, in pt, and whether they fit."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from peil.report.chart import Chart
from peil.report.charts.wrap import wrap_text
from peil.report.document import Document, Figure, Inline, KeyNumbers, NumberedTable, Run
from peil.report.fonts import Face
from peil.report.native_chart.make import make_native
from peil.report.native_chart.native_chart import Setting
from peil.report.outline import plain_text
from peil.report.pptx.flow import LEADING, SMALLEST, Para, fitting, flow, height_of
from peil.report.pptx.grid import table_height, words_fit
from peil.report.pptx.slide import Slide

WIDTH, HEIGHT, MARGIN = 960.0, 540.0, 48.0
FONT = "Calibri"
TITLE_SIZES = (28.0, 26.0, 24.0)
TEXT_SIZES = (20.0, 18.0, 16.0, 14.0)
CHART_SIZES = (16.0, 14.0, 13.0)
"""Of labels; the line under a chart is one smaller."""
TABLE_SIZES = (16.0, 14.0, 12.0)
KEY_SIZE = 44.0
_KEYS_HIGH, _KEYS = 132.0, 4
_BESIDE, _GUTTER = 552.0, 28.0


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide."""

    left: float
    top: float
    width: float
    height: float


TITLE = Box(MARGIN, 24.0, WIDTH - 2 * MARGIN, 88.0)
BODY = Box(MARGIN, 124.0, WIDTH - 2 * MARGIN, 352.0)
FOOT = Box(MARGIN, 500.0, WIDTH - 2 * MARGIN, 24.0)


@dataclass(frozen=True, slots=True)
class Arranged:
    """A slide's parts in their places.

    Args:
        slide: The slide.
        title_size: Size of its title.
        text: Running text, its size and place; no paragraphs where there is none.
        text_size: Its size.
        text_box: Its place.
        exhibit: The figure or table, or None.
        exhibit_box: Its place.
        exhibit_size: Size of what is written in it.
        under: Small lines under everything: caption, base, cautions, footnotes.
        under_box: Their place.
        keys: Headline numbers that stand large on top, or None.
        wrong: What doesn't fit, in words; empty when all does.
    """

    slide: Slide
    title_size: float
    text: tuple[Para, ...]
    text_size: float
    text_box: Box
    exhibit: Figure | NumberedTable | None
    exhibit_box: Box
    exhibit_size: float
    under: tuple[Para, ...]
    under_box: Box
    keys: KeyNumbers | None
    wrong: str = ""


def arrange(slide: Slide, document: Document, words: Mapping[str, str], language: str) -> Arranged:
    """Arrange a slide.

    Args:
        slide: What stands on it.
        document: The deck, for its footnotes.
        words: The words of captions.
        language: The language as an office program knows it.
    """
    exhibits = [block for block in slide.blocks if isinstance(block, Figure | NumberedTable)]
    exhibit = exhibits[0] if exhibits else None
    keys = next((one for one in slide.blocks if isinstance(one, KeyNumbers)), None) if not exhibits else None
    if keys and len(keys.numbers) > _KEYS:
        keys = None
    under = tuple(map(Para, under_lines(slide, exhibit, document, words)))
    low = height_of(under, SMALLEST, BODY.width)
    body = replace(BODY, height=BODY.height - low)
    paras = flow(block for block in slide.blocks if block is not exhibit and block is not keys)
    text_box, exhibit_box = boxes(body, paras, keys, exhibit)
    title_size, title_fits = fit_title(slide.title)
    text_size, text_fits = fitting(paras, text_box.width, text_box.height, TEXT_SIZES)
    exhibit_size, exhibit_fits = _fit_exhibit(exhibit, exhibit_box, language)
    wrong = (
        "holds more than one figure or table"
        if len(exhibits) > 1
        else "has a title of more than three lines"
        if not title_fits
        else "holds more text than fits"
        if not text_fits or body.height < 0
        else "holds a figure or table that is too large for it"
        if not exhibit_fits
        else ""
    )
    return Arranged(
        slide=slide,
        title_size=title_size,
        text=paras,
        text_size=text_size,
        text_box=text_box,
        exhibit=exhibit,
        exhibit_box=exhibit_box,
        exhibit_size=exhibit_size,
        under=under,
        under_box=Box(BODY.left, BODY.top + max(body.height, 0.0), BODY.width, low),
        keys=keys,
        wrong=wrong,
    )


def boxes(
    body: Box, paras: tuple[Para, ...], keys: KeyNumbers | None, exhibit: Figure | NumberedTable | None
) -> tuple[Box, Box]:
    """Give the places of text and exhibit: side by side where there are both, and words stay whole.

    A table whose columns are too narrow there stands under its text.
    """
    narrow = isinstance(exhibit, NumberedTable) and not words_fit(exhibit.grid, TABLE_SIZES[-1], _BESIDE)
    if exhibit and paras and narrow:
        high = height_of(paras, TEXT_SIZES[-1], body.width)
        low = max(body.height - high, 0.0)
        return replace(body, height=high), replace(body, top=body.top + high, height=low)
    if exhibit and paras:
        left = replace(body, width=_BESIDE)
        start = body.left + _BESIDE + _GUTTER
        return replace(body, left=start, width=body.left + body.width - start), left
    if keys:
        return replace(body, top=body.top + _KEYS_HIGH, height=body.height - _KEYS_HIGH), body
    return body, body


def under_lines(
    slide: Slide, exhibit: Figure | NumberedTable | None, document: Document, words: Mapping[str, str]
) -> tuple[Inline, ...]:
    """Give the small lines: the exhibit's caption, source and cautions, then the footnotes called."""
    lines: list[Inline] = []
    if exhibit:
        kind = words["figure" if isinstance(exhibit, Figure) else "table"]
        name = f"{kind} {exhibit.number}. " if exhibit.number else ""
        source = f" ({exhibit.source})" if exhibit.source else ""
        said = " ".join(part for part in (exhibit.base, exhibit.cautions) if part)
        head = f"{name}{exhibit.caption}{source}".strip()
        lines += [(Run(" ".join(part for part in (f"{head}." if head else "", said) if part)),)]
        lines += exhibit.notes
    numbers = {note: place for place, note in enumerate(document.notes, start=1)}
    called = [run.note for run in _runs(slide) if run.note]
    for note in dict.fromkeys(called):
        lines.append((Run(f"{numbers[note]} "), *document.notes[note]))
    return tuple(line for line in lines if plain_text(line).strip())


def _runs(slide: Slide) -> list[Run]:
    paras = flow(block for block in slide.blocks if not isinstance(block, Figure | NumberedTable))
    notes = [
        line for block in slide.blocks if isinstance(block, Figure | NumberedTable) for line in block.notes
    ]
    return [run for line in (slide.title, *(para.text for para in paras), *notes) for run in line]


def fit_title(title: Inline) -> tuple[float, bool]:
    """Give the largest size at which a title stands in its box."""
    for size in TITLE_SIZES:
        lines = wrap_text(plain_text(title), TITLE.width, size, Face.BOLD)
        if len(lines) * size * LEADING <= TITLE.height:
            return size, True
    return TITLE_SIZES[-1], False


def chart_setting(box: Box, size: float, language: str) -> Setting:
    """Give what a slide's chart is set in."""
    return Setting(box.width, box.height, FONT, size, language, fill=True)


def _fit_exhibit(exhibit: Figure | NumberedTable | None, box: Box, language: str) -> tuple[float, bool]:
    if isinstance(exhibit, NumberedTable):
        high = [size for size in TABLE_SIZES if table_height(exhibit.grid, size, box.width) <= box.height]
        whole = (size for size in high if words_fit(exhibit.grid, size, box.width))
        return next(whole, high[-1] if high else TABLE_SIZES[-1]), bool(high)
    if exhibit is None or not isinstance(exhibit.chart, Chart):
        return CHART_SIZES[0], True
    for size in CHART_SIZES:
        free = Setting(box.width, 10 * HEIGHT, FONT, size, language)
        if least_height(exhibit.chart, free) <= box.height:
            return size, True
    return CHART_SIZES[-1], False


def least_height(chart: Chart, setting: Setting) -> float:
    """Give the least height at which a chart can be read, that of all rows of small multiples."""
    made = make_native(chart, setting)
    across = max(1, int(setting.width // made[0].width))
    return max(one.least for one in made) * -(-len(made) // across)
