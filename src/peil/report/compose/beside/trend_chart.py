"""A trend as a chart: lines that stop at a break, or dots with their intervals."""

from collections.abc import Iterator
from itertools import pairwise

from peil.disclose.trend import Trend, TrendWave
from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.compose.beside.trend_table import amount_at
from peil.report.compose.beside.trend_words import say_trend
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, join_words, say
from peil.study.told import in_language

MOMENTS = 2


def drawn_waves(trend: Trend) -> tuple[TrendWave, ...]:
    """Give the waves of which something is shown."""
    return tuple(wave for wave in trend.waves if wave.cells)


def trend_chart(trend: Trend, labels: Labels, kind: str, title: str, *, synthetic: bool) -> Chart:
    """Give the chart of a trend; a single wave has no line, so its answers are bars.

    Args:
        trend: The trend.
        labels: Names in the text's language.
        kind: ``slope`` or ``dots``.
        title: Its caption.
        synthetic: This study's data are.
    """
    item, language = labels.item(trend.item), labels.language
    waves = drawn_waves(trend)
    shown_as = ChartKind(kind) if len(waves) >= MOMENTS else ChartKind.BARS
    series = tuple(
        Series(
            f"{in_language(wave.label, language)} ({say(language, 'n', n=wave.n)})",
            tuple(trend_bar(wave, shown, language) for shown in trend.shown),
        )
        for wave in waves
    )
    made_up = synthetic or any(wave.synthetic for wave in waves)
    return Chart(
        kind=shown_as,
        title=title,
        description=" ".join(describe(trend, waves, language, shown_as)),
        categories=tuple(labels.option(item, shown) for shown in trend.shown),
        series=series,
        muted=frozenset(place for place, shown in enumerate(trend.shown) if shown in item.missing_ids),
        synthetic=say(language, "synthetic_chart") if made_up else "",
        language=language,
        gaps=frozenset(gaps(trend, waves)) if shown_as is ChartKind.SLOPE else frozenset(),
    )


def gaps(trend: Trend, waves: tuple[TrendWave, ...]) -> Iterator[int]:
    """Give the places of waves that aren't comparable with the one drawn before them."""
    for place, (earlier, later) in enumerate(pairwise(waves), start=1):
        if not trend.pairs[earlier.id, later.id].comparable:
            yield place


def trend_bar(wave: TrendWave, shown: str, language: str) -> Bar:
    """Give one share as drawn."""
    amount, found = amount_at(wave, shown), wave.cells.get(shown)
    if amount is None or found is None:
        return Bar(None, HIDDEN_SIGN)
    return Bar(amount.share, amount.printed(language), found.indicative, found.low, found.high)


def describe(trend: Trend, waves: tuple[TrendWave, ...], language: str, kind: ChartKind) -> Iterator[str]:
    """Say what is drawn and where a line stops; the values themselves are told with it."""
    names = [in_language(wave.label, language) for wave in waves]
    told = join_words(names, language)
    yield say_trend(language, "lines" if kind is ChartKind.SLOPE else "dots", waves=told)
    for (earlier, one), (later, other) in pairwise(zip(waves, names, strict=True)):
        if kind is ChartKind.SLOPE and not trend.pairs[earlier.id, later.id].comparable:
            yield say_trend(language, "gap", earlier=one, later=other)
