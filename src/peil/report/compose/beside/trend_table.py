"""A trend as a table: answers by waves, with what changed since the comparable wave before."""

from peil.core.percent import percent_of_share, spell_number
from peil.disclose.trend import Trend, TrendWave, Unfollowed, WaveChange
from peil.report.compose.amount import Amount, round_fraction
from peil.report.compose.beside.tell_breaks import break_before
from peil.report.compose.beside.trend_words import say_trend
from peil.report.compose.check_proviso import say_chance
from peil.report.compose.figure import cell
from peil.report.compose.labels import Labels
from peil.report.compose.phrases import HIDDEN_SIGN, say
from peil.report.document import Grid
from peil.study.told import in_language

BROKEN, JUDGED = "†", "‡"
"""Marks at a wave that was asked otherwise than the one before: not to be compared, or judged alike."""
NO_BREAK = "\u00a0"
NAMES, SHARES, CHANGES = 1.6, 1.0, 2.0
"""How wide columns are, to each other."""


def trend_grid(trend: Trend, labels: Labels) -> Grid:
    """Give the grid: a column for each wave, and one for its change where there is a wave to compare with."""
    item, language = labels.item(trend.item), labels.language
    head, widths = [cell("", header=True)], [NAMES]
    for wave in trend.waves:
        head.append(cell(wave_head(trend, wave, language), header=True, numeric=True))
        widths.append(SHARES)
        if trend.since(wave.id) is not None:
            head.append(cell(change_head(trend, wave, language), header=True, numeric=True))
            widths.append(CHANGES)
    body = []
    for shown in trend.shown:
        row = [cell(labels.option(item, shown), header=True)]
        for wave in trend.waves:
            row.append(cell(share_text(wave, shown, language), numeric=True))
            if trend.since(wave.id) is not None:
                row.append(cell(change_text(trend, wave, shown, language), numeric=True))
        body.append(tuple(row))
    return Grid((tuple(head),), tuple(body), widths=tuple(widths))


def wave_head(trend: Trend, wave: TrendWave, language: str) -> str:
    """Name a wave with the mark of a break before it, and its n where that is shown."""
    name = marked_name(trend, wave, language)
    return name if wave.n is None else f"{name} ({say(language, 'n', n=wave.n)})"


def marked_name(trend: Trend, wave: TrendWave, language: str) -> str:
    """Name a wave with the mark of a break before it."""
    name, pair = in_language(wave.label, language), break_before(trend, wave.id)
    return f"{name} {JUDGED if pair.comparable else BROKEN}" if pair else name


def change_head(trend: Trend, wave: TrendWave, language: str) -> str:
    """Name a column of changes."""
    earlier = trend.wave(trend.since(wave.id) or "")
    named = in_language(earlier.label, language) if earlier else ""
    return say_trend(language, "against", later=in_language(wave.label, language), earlier=named)


def amount_at(wave: TrendWave, shown: str) -> Amount | None:
    """Give a share in a wave, None where it is hidden or there is none."""
    found = wave.cells.get(shown)
    return Amount(found.share, found.count, wave.n) if found and wave.n else None


def share_text(wave: TrendWave, shown: str, language: str) -> str:
    """Give a share as printed, the sign where it is hidden, or that it wasn't asked."""
    if wave.unfollowed is Unfollowed.NOT_ASKED:
        return say_trend(language, "not_asked")
    if wave.unfollowed in {Unfollowed.UNREADABLE, Unfollowed.DRAFT}:
        return say_trend(language, "unreadable")
    amount = amount_at(wave, shown)
    return amount.printed(language) if amount else HIDDEN_SIGN


def change_text(trend: Trend, wave: TrendWave, shown: str, language: str) -> str:
    """Give a change in points, with its interval and p where it was tested; the sign where one is hidden."""
    change = trend.changes.get((wave.id, shown))
    earlier = trend.wave(change.since) if change else None
    now = amount_at(wave, shown)
    then = amount_at(earlier, shown) if earlier else None
    if change is None or now is None or then is None:
        return HIDDEN_SIGN
    points = round_fraction(now.exact - then.exact)
    signed = f"{'+' if points > 0 else ''}{spell_signed(int(points))}"
    told = tested_text(change, language)
    return f"{signed} ({told})" if told else signed


def tested_text(change: WaveChange, language: str) -> str:
    """Give the interval of a change in whole points, and its p."""
    if change.low is None or change.high is None or change.adjusted is None:
        return ""
    low, high = (spell_signed(int(percent_of_share(one))) for one in (change.low, change.high))
    chance = say_chance(change.adjusted, language).replace(" ", NO_BREAK)
    return f"{say_trend(language, 'between', low=low, high=high)}; {chance}"


def spell_signed(number: int) -> str:
    """Write a whole number with a true minus sign."""
    return f"−{-number}" if number < 0 else str(number)


def spell_df(trend: Trend, language: str) -> str:
    """Give the degrees of freedom of a trend's tests: one number, or from the least to the most."""
    found = sorted(round(one.df) for one in trend.changes.values() if one.df is not None)
    if not found:
        return ""
    ends = [spell_number(one, language) for one in (found[0], found[-1])]
    return ends[0] if ends[0] == ends[1] else say_trend(language, "range", low=ends[0], high=ends[1])
