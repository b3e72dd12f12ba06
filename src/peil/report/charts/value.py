"""What is printed for a bar."""

from peil.report.chart import Bar, Chart
from peil.report.charts.words import HIDDEN, INDICATIVE, explain


def value_text(bar: Bar) -> str:
    """The bar's value as printed; a sign where it is hidden, an asterisk where it is indicative."""
    if bar.share is None:
        return HIDDEN
    return bar.printed + (INDICATIVE if bar.indicative and not bar.printed.endswith(INDICATIVE) else "")


def signs_explained(chart: Chart) -> tuple[str, ...]:
    """The signs that a chart uses, each with its meaning."""
    bars = [bar for series in chart.series for bar in series.bars]
    found = {
        HIDDEN: any(bar.share is None for bar in bars),
        INDICATIVE: any(bar.indicative and bar.share is not None for bar in bars),
    }
    return tuple(explain(sign, chart.language) for sign, used in found.items() if used)
