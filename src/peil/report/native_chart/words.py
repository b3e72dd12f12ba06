"""Words in a native chart: labels that say what is hidden, and the line under the bars."""

from peil.report.chart import Chart
from peil.report.charts.value import signs_explained
from peil.report.charts.words import HIDDEN

_WORDS = {
    "nl": {"offset": "Inspringing (niet getekend)", "low": "ondergrens", "high": "bovengrens", "row": "Rij"},
    "en": {"offset": "Indent (not drawn)", "low": "lower bound", "high": "upper bound", "row": "Row"},
}  # fmt: skip


def say_column(language: str, key: str) -> str:
    """Name a column that only places what is drawn; English where there is no other."""
    return _WORDS.get(language.split("-", maxsplit=1)[0], _WORDS["en"])[key]


def marked_labels(chart: Chart) -> tuple[str, ...]:
    """Give the categories; one with hidden values says so, and which where some are shown.

    An empty cell has no label of its own in an office program.
    """
    return tuple(_marked(chart, place) for place in range(len(chart.categories)))


def _marked(chart: Chart, place: int) -> str:
    label = chart.categories[place]
    hidden = [series.name for series in chart.series if series.bars[place].share is None]
    if not hidden:
        return label
    if len(hidden) == len(chart.series):
        return f"{label} {HIDDEN}"
    return f"{label} ({HIDDEN} {', '.join(hidden)})"


def note_under(chart: Chart) -> str:
    """Say under the chart that data are synthetic, and what its signs mean."""
    return " · ".join(part for part in (chart.synthetic, *signs_explained(chart)) if part)
