"""Breaks in a trend, in words."""

from peil.disclose.trend import Trend, WavePair
from peil.report.compose.beside.trend_words import BECAME, BREAKS, say_trend, spoken
from peil.study.changes.wave_break import WaveBreak
from peil.study.told import in_language

LONGEST = 140
"""Characters of a wording that are told."""


def tell_breaks(pair: WavePair, language: str) -> str:
    """Give what differs between two waves: ``the question is worded otherwise (“…” became “…”); …``."""
    return "; ".join(dict.fromkeys(tell_break(one, language) for one in pair.breaks))


def tell_break(one: WaveBreak, language: str) -> str:
    """Give one break in words, with what was said before and after where that is short enough."""
    told = BREAKS[spoken(language)][one.kind].format(part=f"“{in_language(one.part, language)}”")
    old, new = in_language(one.old, language), in_language(one.new, language)
    if not old or not new or max(len(old), len(new)) > LONGEST:
        return told
    return BECAME[spoken(language)].format(told=told, old=old, new=new)


def break_before(trend: Trend, wave: str) -> WavePair | None:
    """Give a wave beside the one before it that asked it too, where something differs; else None."""
    before = trend.before(wave)
    pair = trend.pairs.get((before.id, wave)) if before else None
    return pair if pair and pair.breaks else None


def tell_pair(trend: Trend, pair: WavePair, language: str) -> str:
    """Give the note of a break: that figures can't be compared, or why that was judged not to matter."""
    waves = {one.id: in_language(one.label, language) for one in trend.waves}
    named = {"earlier": waves[pair.earlier], "later": waves[pair.later]}
    told = tell_breaks(pair, language)
    if not pair.comparable:
        return say_trend(language, "break", told=told, **named)
    why = " ".join(dict.fromkeys(in_language(one, language) for one in pair.accepted))
    return say_trend(language, "accepted", told=told, why=why, **named)
