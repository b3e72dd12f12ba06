"""What is said under a trend: breaks, waves that didn't ask, how changes were tested or why not."""

from collections.abc import Iterator

from peil.disclose.trend import Trend, Unfollowed, Untested, WavePair
from peil.report.compose.beside.tell_breaks import break_before, tell_pair
from peil.report.compose.beside.trend_table import change_head, change_text, spell_df
from peil.report.compose.beside.trend_words import UNTESTED, say_trend, spoken
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, join_words, say
from peil.report.document import Grid
from peil.study.told import in_language


def trend_notes(trend: Trend, labels: Labels, *, drawn: bool) -> Iterator[str]:
    """Give the lines under a trend; under a chart the changes too, which a table has in its columns."""
    language = labels.language
    if trend.reason:
        yield in_language(trend.reason, language)
    pairs = (break_before(trend, wave.id) for wave in trend.waves)
    yield from (tell_pair(trend, pair, language) for pair in pairs if pair)
    for wave in trend.waves:
        if wave.unfollowed is Unfollowed.NOT_ASKED:
            named = {"wave": in_language(wave.label, language), "reason": in_language(wave.reason, language)}
            yield say_trend(language, "not_asked_note", **named)
    if trend.changes:
        yield " ".join((*(changes_told(trend, labels) if drawn else ()), *change_notes(trend, language)))
    synthetic = [in_language(wave.label, language) for wave in trend.waves if wave.synthetic]
    if synthetic:
        yield say_trend(language, "synthetic", waves=join_words(synthetic, language))


def changes_told(trend: Trend, labels: Labels) -> Iterator[str]:
    """Say for each wave what changed since the comparable one before it."""
    item, language = labels.item(trend.item), labels.language
    for wave in trend.waves:
        told = [
            f"{labels.option(item, shown)} {change_text(trend, wave, shown, language)}"
            for shown in trend.shown
            if (wave.id, shown) in trend.changes
        ]
        if told:
            yield f"{change_head(trend, wave, language)}: {'; '.join(told)}."


def change_notes(trend: Trend, language: str) -> Iterator[str]:
    """Say what changes are, how they were tested, and why some weren't."""
    yield say_trend(language, "changes")
    if trend.family:
        adjusted = say_trend(language, "adjusted" if trend.family > 1 else "single", family=trend.family)
        yield say_trend(language, "tested", df=spell_df(trend, language), adjusted=adjusted)
    for reason in Untested:
        found = {
            (change.since, wave): trend.pairs[change.since, wave]
            for (wave, _), change in trend.changes.items()
            if change.untested is reason
        }
        if found:
            waves = "; ".join(named_pair(trend, pair, language) for pair in found.values())
            told = UNTESTED[spoken(language)][reason].format(waves=waves)
            yield say_trend(language, "untested", why=told)


def named_pair(trend: Trend, pair: WavePair, language: str) -> str:
    """Name both waves."""
    waves = [trend.wave(name) for name in (pair.earlier, pair.later)]
    return join_words([in_language(wave.label, language) for wave in waves if wave], language)


def trend_cautions(trend: Trend, grid: Grid, language: str) -> Iterator[str]:
    """Say which waves are left out or small, and what the sign for a hidden share means."""
    named = {wave.id: in_language(wave.label, language) for wave in trend.waves}
    hidden = [named[wave.id] for wave in trend.waves if wave.unfollowed is Unfollowed.HIDDEN]
    if hidden:
        yield say(language, "left_out", names=", ".join(hidden), minimum=trend.minimum)
    small = [named[wave.id] for wave in trend.waves if any(one.indicative for one in wave.cells.values())]
    if small:
        bounds = {"minimum": trend.minimum, "below": trend.indicative_below - 1}
        yield say(language, "indicative", names=", ".join(small), **bounds)
    texts = {"".join(run.text for run in one.text) for row in grid.body for one in row}
    if HIDDEN_SIGN in texts:
        yield say(language, "sign")
