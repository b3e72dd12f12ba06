"""Read what is said of waves: a share in another wave, and which way one went since."""

import re

from peil.report import problems as rules
from peil.report.template.binding import WaveShare, WaveTrend
from peil.report.template.names import Names
from peil.report.template.phrase import Phrase
from peil.study.harmonised import Harmonised

WAVE = re.compile(r"(\S+)\s+(.+)", re.DOTALL)


def read_wave(names: Names, phrase: Phrase) -> WaveShare | None:
    """Read ``wave 2024 usage: often``: a share of a trend in a wave."""
    found = WAVE.fullmatch(phrase.text)
    if found is None:
        message, hint = f'"{phrase.plain}" names no wave and trend.', "Write wave 2024 usage: often, say."
        names.report(rules.BAD_BINDING, phrase, message, hint)
        return None
    wave = read_wave_id(names, phrase.group(found, 1))
    answer = read_followed(names, phrase.group(found, 2))
    if wave is None or answer is None:
        return None
    trend, shown = answer
    if wave in trend.asked and trend.asked[wave].missing:
        hint = "Name a wave that did, or leave it out."
        names.report(rules.BAD_BINDING, phrase, f'Wave "{wave}" didn\'t ask "{trend.id}".', hint)
        return None
    return WaveShare(trend.id, trend.item, wave, shown)


def read_wave_trend(names: Names, phrase: Phrase) -> WaveTrend | None:
    """Read ``trend usage: often`` and ``trend usage: often since 2022``: from a wave before to this one."""
    answer, since = phrase.cut(r"\s+since\s+")
    followed = read_followed(names, answer)
    wave = read_wave_id(names, since) if since else ""
    if followed is None or wave is None:
        return None
    trend, shown = followed
    order = list(names.study.waves.by_id)
    this = next((place for place, name in enumerate(order) if names.study.waves.by_id[name].this), 0)
    earlier = [name for name in order[:this] if not trend.asked[name].missing]
    if not earlier or (wave and wave not in earlier):
        message = f'"{trend.id}" wasn\'t asked before this wave.'
        if earlier:
            message = f'"{wave}" is no wave before this one that asked "{trend.id}".'
        hint = f"There are: {', '.join(earlier)}." if earlier else "Leave the binding out."
        names.report(rules.BAD_BINDING, since or phrase, message, hint)
        return None
    return WaveTrend(trend.id, trend.item, shown, wave or earlier[-1])


def read_wave_id(names: Names, phrase: Phrase) -> str | None:
    """Read a wave's id."""
    known = names.study.waves.by_id
    if phrase.plain in known:
        return phrase.plain
    names.unknown(phrase, "There is no wave", known)
    return None


def read_followed(names: Names, phrase: Phrase) -> tuple[Harmonised, str] | None:
    """Read ``TREND: OPTION``, of what the trend shows."""
    name, option = phrase.cut(":")
    trend = names.study.waves.trends.get(name.plain)
    if trend is None:
        names.unknown(name, "There is no trend", names.study.waves.trends)
        return None
    if option is None or option.plain not in trend.shown:
        hint = f"It shows {', '.join(trend.shown)}."
        named = option.plain if option else ""
        message = f'The trend "{trend.id}" doesn\'t show "{named}".'
        names.report(rules.BAD_BINDING, option or phrase, message, hint)
        return None
    return trend, option.plain
