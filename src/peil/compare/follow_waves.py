"""Questions over waves: what each wave released, side by side, with what breaks a trend and what changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

from peil.compare.published_wave import PublishedWave
from peil.compare.wave_figures import Bounds, strictest, wave_figures
from peil.compare.wave_tests import adjust_changes, test_change
from peil.disclose.release import Release
from peil.disclose.trend import Trend, TrendWave, Unfollowed, Untested, WaveChange, WavePair
from peil.study.changes.asked_item import AskedItem
from peil.study.changes.find_breaks import find_breaks
from peil.study.changes.wave_break import WaveBreak
from peil.study.harmonised import Harmonised
from peil.study.plan import DRAFT
from peil.study.study import Study
from peil.study.told import Told
from peil.study.wave import Wave


def follow_waves(study: Study, release: Release, waves: Mapping[str, PublishedWave]) -> dict[str, Trend]:
    """Set what was released of this wave beside what was released of others.

    Args:
        study: This study.
        release: What it may show.
        waves: The others by id, each as it publishes itself.
    """
    this = next((wave.id for wave in study.waves.by_id.values() if wave.this), "")
    every = {this: PublishedWave(study, release), **waves}
    return {one.id: follow_trend(one, this, study, every) for one in study.waves.trends.values()}


@dataclass(frozen=True)
class Asked:
    """A wave that asked the trend's question."""

    wave: Wave
    there: AskedItem
    release: Release
    accept: Told


def follow_trend(trend: Harmonised, this: str, study: Study, waves: Mapping[str, PublishedWave]) -> Trend:
    """Follow one question.

    Args:
        trend: What is followed.
        this: Which wave is this study.
        study: This study.
        waves: Every wave, this one included.
    """
    drafts = waves[this].release
    may_draft = drafts is not None and drafts.disclosure.profile == DRAFT
    asked: dict[str, Asked] = {}
    nothing: dict[str, TrendWave] = {}
    for wave in study.waves.by_id.values():
        found = find_asked(trend, wave, waves[wave.id], may_draft=may_draft)
        if isinstance(found, Asked):
            asked[wave.id] = found
        else:
            nothing[wave.id] = found
    bounds = strictest([one.release for one in asked.values()])
    told = tuple(nothing.get(name) or figures_of(asked[name], bounds) for name in study.waves.by_id)
    pairs = dict(pair_up(asked, this, {wave.id: wave for wave in told}))
    draft = Trend(
        id=trend.id,
        item=trend.item,
        shown=trend.shown,
        this=this,
        waves=told,
        pairs=pairs,
        reason=trend.reason,
        minimum=bounds.minimum,
        indicative_below=bounds.indicative_below,
        level=study.plan.deviation.level,
        idle=tuple(
            name
            for name, one in asked.items()
            if one.accept and this in asked and not differs(name, this, pairs)
        ),
    )
    return with_changes(draft)


def find_asked(
    trend: Harmonised, wave: Wave, published: PublishedWave, *, may_draft: bool
) -> Asked | TrendWave:
    """Give how a wave asked it; or the wave without figures, with the reason."""
    if wave.this and published.study and published.release:
        own = AskedItem(published.study, trend.item, {one: (one,) for one in trend.shown})
        return Asked(wave, own, published.release, {})
    asked = trend.asked[wave.id]
    if asked.missing:
        return TrendWave(wave.id, wave.label, unfollowed=Unfollowed.NOT_ASKED, reason=asked.missing)
    there, released = published.study, published.release
    if there is None or released is None or asked.item not in there.codebook.items:
        reason = {"": published.reason}
        return TrendWave(wave.id, wave.label, unfollowed=Unfollowed.UNREADABLE, reason=reason)
    if released.disclosure.profile == DRAFT and not may_draft:
        return TrendWave(wave.id, wave.label, unfollowed=Unfollowed.DRAFT)
    return Asked(wave, AskedItem(there, asked.item, asked.options), released, asked.accept)


def figures_of(asked: Asked, bounds: Bounds) -> TrendWave:
    """Give a wave's figures."""
    return wave_figures(asked.wave, asked.there, asked.release, bounds)


def pair_up(
    asked: Mapping[str, Asked], this: str, told: Mapping[str, TrendWave]
) -> Iterator[tuple[tuple[str, str], WavePair]]:
    """Give every two waves that asked it, with what differs between them.

    A break between two other waves is judged not to matter where each of them is comparable with this study.
    """
    breaks = {
        (one, other): find_breaks(asked[one].there, asked[other].there)
        for one, other in combinations(asked, 2)
    }
    alike = {this} | {name for name in asked if is_alike(name, this, asked, breaks)}
    for (one, other), found in breaks.items():
        reasons = tuple(asked[name].accept for name in (one, other) if asked[name].accept) if found else ()
        comparable = not found or {one, other} <= alike
        untested = why_untested((asked[one].wave, asked[other].wave), (told[one], told[other]))
        accepted = reasons if found and comparable else ()
        yield (one, other), WavePair(one, other, found, accepted, comparable, untested)


def differs(name: str, this: str, pairs: Mapping[tuple[str, str], WavePair]) -> bool:
    """Say whether a wave asked it otherwise than this study does."""
    return any(pair.breaks for two, pair in pairs.items() if set(two) == {name, this})


def is_alike(
    name: str,
    this: str,
    asked: Mapping[str, Asked],
    breaks: Mapping[tuple[str, str], tuple[WaveBreak, ...]],
) -> bool:
    """Say whether a wave asked it as this study does, or that the difference was judged not to matter."""
    found = breaks.get((name, this), ()) or breaks.get((this, name), ())
    return not found or bool(asked[name].accept)


def why_untested(waves: tuple[Wave, Wave], told: tuple[TrendWave, TrendWave]) -> Untested | None:
    """Give why differences between two waves can't be tested: their errors aren't known, or aren't apart."""
    if not all(one.probability for one in told):
        return Untested.SELF_SELECTED
    return Untested.OVERLAP if any(one.overlap for one in waves) else None


def with_changes(trend: Trend) -> Trend:
    """Add what changed since the previous comparable wave, tested where that can be."""
    found: dict[tuple[str, str], WaveChange] = {}
    for wave in trend.waves:
        since = trend.since(wave.id)
        if since is None:
            continue
        untested = trend.pairs[since, wave.id].untested
        for shown in trend.shown:
            earlier, later = trend.cell(since, shown), trend.cell(wave.id, shown)
            if earlier is None or later is None:
                continue
            if untested:
                found[wave.id, shown] = WaveChange(since, later.share - earlier.share, untested)
            else:
                found[wave.id, shown] = test_change(since, earlier, later)
    changes, family = adjust_changes(found)
    return replace(trend, changes=changes, family=family)
