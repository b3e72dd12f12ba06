"""Check what is said of waves: a share in one, and which way an answer went since."""

import re
from dataclasses import dataclass

from peil.disclose.trend import Trend, TrendCell, TrendWave, Unfollowed, Untested, WaveChange
from peil.disclose.verdicts import compare
from peil.report import bound_problems as bound_rules
from peil.report.compose.amount import Amount
from peil.report.compose.beside.tell_breaks import tell_breaks
from peil.report.compose.check_pair import outcome_of_direction
from peil.report.compose.check_share import OF_ERRORS, Bounds, counted, judge, outcome_of
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import HIDDEN, Outcome
from peil.report.compose.phrases import say
from peil.report.template.binding import WaveShare, WaveTrend
from peil.report.template.words.directions import read_trend, spell_trend
from peil.report.template.words.parts import share_parts
from peil.report.trend_problems import BROKEN_TREND, UNFOLLOWED_WAVE, UNTRUE_SIGNIFICANCE
from peil.study.told import in_language

SIGNIFICANT = re.compile(
    r"(?:(?P<no>niet|geen|not|no)\s+)?(?:(?:statistisch|statistically)\s+)?significant(?:e|ly)?",
    re.IGNORECASE,
)
REASONS = {
    Untested.SELF_SELECTED: "a wave isn't a probability sample",
    Untested.OVERLAP: "the waves share respondents or clusters, so their errors aren't independent",
    Untested.NO_ERROR: "a share has no standard error of its own",
}
DRAFT = "its plan has the profile draft, which hides nothing"


@dataclass(frozen=True)
class Told:
    """A share in a wave that may be told."""

    wave: TrendWave
    cell: TrendCell
    amount: Amount


def check_wave_share(checker: Checker, printed: str, value: WaveShare) -> Outcome:
    """Check a share in another wave, with what stands beside it."""
    found = find_told(checker, value.trend, value.wave, value.shown)
    if isinstance(found, Outcome):
        return found
    parts, cell = share_parts(printed), found.cell
    bounds = None if cell.low is None or cell.high is None else Bounds(cell.low, cell.high)
    if bounds is None and any(part.kind in OF_ERRORS for part in parts):
        return Outcome("", bound_rules.NO_MARGIN, detail="this share of that wave has no standard error")
    verdicts = [judge(checker, part, found.amount, bounds) for part in parts]
    item = checker.labels.item(value.item)
    name = checker.labels.option(item, value.shown)
    origin = f"{checker.labels.source([item])}; {name}; {told_share(checker, found)}"
    return outcome_of(printed, parts, verdicts, (origin, counted(found.amount)))


def check_wave_trend(checker: Checker, printed: str, value: WaveTrend) -> Outcome:
    """Check which way a share went since a wave, and what is said of its being significant."""
    trend = checker.release.trends.get(value.trend)
    if trend is None:
        return HIDDEN
    then = find_told(checker, value.trend, value.since, value.shown)
    now = find_told(checker, value.trend, trend.this, value.shown)
    if isinstance(then, Outcome) or isinstance(now, Outcome):
        return then if isinstance(then, Outcome) else now if isinstance(now, Outcome) else HIDDEN
    pair = trend.pairs[value.since, trend.this]
    if not pair.comparable:
        return Outcome("", BROKEN_TREND, detail=tell_breaks(pair, "en"))
    found = compare(now.cell.share, then.cell.share)
    if found is None:
        return HIDDEN
    item = checker.labels.item(value.item)
    shares = say(checker.language, "against", left=told_share(checker, now), right=told_share(checker, then))
    origin = f"{checker.labels.option(item, value.shown)}: {shares}"
    said = SIGNIFICANT.search(printed)
    if said:
        wrong = check_significance(trend, value, denied=bool(said["no"]), origin=origin)
        if wrong or said["no"]:
            return wrong or Outcome(origin)
    words = spell_trend(found, checker.language, printed)
    detail = f"{then.amount.printed('en')}, then {now.amount.printed('en')}"
    direction = read_trend(SIGNIFICANT.sub(" ", printed), checker.language)
    return outcome_of_direction(checker, printed, (direction, found, words), (origin, detail))


def check_significance(trend: Trend, value: WaveTrend, *, denied: bool, origin: str) -> Outcome | None:
    """Give what is wrong with calling a change significant, or not; None where nothing is."""
    change = trend.changes.get((trend.this, value.shown))
    if change is None or change.since != value.since or change.adjusted is None:
        return Outcome("", bound_rules.NOT_TESTED, detail=reason_of(change, value))
    significant = change.adjusted <= trend.level
    if significant is not denied:
        return None
    computed = "significant" if significant else "not significant"
    detail = f"adjusted p = {change.adjusted:.3f}, held against {trend.level:g}"
    return Outcome(origin, UNTRUE_SIGNIFICANCE, computed, detail)


def reason_of(change: WaveChange | None, value: WaveTrend) -> str:
    """Say why a change isn't tested."""
    if change is None or change.since != value.since:
        return "a wave is tested against the comparable one before it, and against no other"
    return REASONS[change.untested or Untested.NO_ERROR]


def find_told(checker: Checker, trend_id: str, wave_id: str, shown: str) -> Told | Outcome:
    """Give a share in a wave, or why it can't be told."""
    trend = checker.release.trends.get(trend_id)
    wave = trend.wave(wave_id) if trend else None
    if trend is None or wave is None:
        return HIDDEN
    if wave.unfollowed in {Unfollowed.UNREADABLE, Unfollowed.DRAFT}:
        return Outcome("", UNFOLLOWED_WAVE, detail=why_unfollowed(wave))
    cell = trend.cell(wave_id, shown)
    if cell is None or wave.n is None:
        return HIDDEN
    return Told(wave, cell, Amount(cell.share, cell.count, wave.n))


def why_unfollowed(wave: TrendWave) -> str:
    """Say why there are no figures of a wave."""
    return DRAFT if wave.unfollowed is Unfollowed.DRAFT else next(iter(wave.reason.values()), "").rstrip(".")


def told_share(checker: Checker, told: Told) -> str:
    """Say a share with its wave and its counts."""
    name, amount = in_language(told.wave.label, checker.language), told.amount
    if amount.counted:
        return f"{name}: {say(checker.language, 'of', count=amount.count, base=amount.base)}"
    n = say(checker.language, "n", n=amount.base)
    return f"{name}: {amount.printed(checker.language, 1)}, {n}"
