"""Read ``::: trend``."""

from typing import TYPE_CHECKING

from peil.core.ids import did_you_mean
from peil.report import problems as rules
from peil.report.template.beside_block import TrendCall
from peil.report.template.read_caption import read_anchor, read_caption
from peil.report.template.read_prose import ProseReader
from peil.report.template.read_settings import SETTING, read_settings
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from peil.report.template.phrase import Phrase
    from peil.report.template.read_block import Fenced
    from peil.report.template.template import Line

SETTINGS = ("chart", "id", "note")
CHARTS = ("slope", "dots")


def read_trend(reader: ProseReader, fenced: "Fenced") -> TrendCall | None:
    """Read it; None when it can't be read, with a problem."""
    names, words = reader.names, fenced.head.plain.split()[1:]
    known = names.study.waves.trends
    caption, lines = _caption(reader, fenced)
    settings, notes = read_settings(reader, lines, SETTINGS)
    if len(words) != 1:
        hint = "Write ::: trend usage, say: the name after harmonise in compare/waves.toml."
        names.report(rules.BAD_BLOCK, fenced.head, "A trend has one id.", hint)
        return None
    if words[0] not in known:
        at = fenced.head.text.rindex(words[0])
        names.unknown(fenced.head.part(at, at + len(words[0])), "There is no trend", known)
        return None
    chart = settings.get("chart")
    if chart and chart.plain not in CHARTS:
        hint = did_you_mean(chart.plain, CHARTS) or f"There are {' and '.join(CHARTS)}; without it, a table."
        names.report(rules.BAD_BLOCK, chart, f'There is no chart "{chart.plain}" of a trend.', hint)
        chart = None
    drawn = chart.plain if chart else ""
    return TrendCall(
        id=words[0],
        span=fenced.head.span,
        specs=(TableSpec(known[words[0]].item),),
        anchor=read_anchor(reader, settings.get("id"), f"{drawn or 'trend'}-{words[0]}"),
        caption=caption,
        chart=drawn,
        notes=notes,
    )


def _caption(reader: ProseReader, fenced: "Fenced") -> "tuple[Line, tuple[Phrase, ...]]":
    """Give the caption and the lines after it."""
    first = fenced.lines[0] if fenced.lines else None
    found = SETTING.fullmatch(first.text) if first else None
    if first is None or (found and found.group(1) in SETTINGS):
        message, hint = "The trend has no caption.", "Its first line is its caption."
        reader.names.report(rules.BAD_BLOCK, first or fenced.head, message, hint)
        return (), fenced.lines
    return read_caption(reader, first), fenced.lines[1:]
