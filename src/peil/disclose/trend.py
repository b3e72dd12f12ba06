"""What is told of waves: the same question in several years, each as released."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peil.study.changes.wave_break import WaveBreak
from peil.study.told import Told


class Unfollowed(StrEnum):
    """Why a wave shows nothing of a trend."""

    NOT_ASKED = "not_asked"
    UNREADABLE = "unreadable"  # its study or data can't be read
    DRAFT = "draft"  # its plan hides nothing, so nothing of it may be published
    HIDDEN = "hidden"  # its base is under the minimum


class Untested(StrEnum):
    """Why a difference isn't tested."""

    SELF_SELECTED = "self_selected"  # a wave isn't a probability sample
    OVERLAP = "overlap"  # the waves share respondents or clusters: their errors aren't independent
    NO_ERROR = "no_error"  # a share without a standard error: of options added up, or of nobody or everybody


@dataclass(frozen=True, slots=True)
class TrendCell:
    """One answer in one wave, as released; hidden ones don't exist.

    Args:
        share: Part of the base, 0 to 1.
        count: Unweighted count.
        indicative: Its base is small.
        se: Standard error of the share, None where there is none.
        low: Lower bound of its 95 % interval.
        high: Upper bound.
    """

    share: float
    count: int
    indicative: bool = False
    se: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class TrendWave:
    """One wave of a trend.

    Args:
        id: Its name.
        label: What it is called, by language.
        n: Unweighted base, None where hidden or not asked.
        cells: By what is shown; a hidden one isn't among them.
        unfollowed: Why there is nothing, or None.
        reason: What is said of that: why it wasn't asked, by language; or what is wrong with its folder,
            under no language.
        probability: It is a probability sample.
        synthetic: Its data are synthetic.
    """

    id: str
    label: Told
    n: int | None = None
    cells: Mapping[str, TrendCell] = field(default_factory=dict)
    unfollowed: Unfollowed | None = None
    reason: Told = field(default_factory=dict)
    probability: bool = False
    synthetic: bool = False


@dataclass(frozen=True, slots=True)
class WavePair:
    """Two waves that both asked it.

    Args:
        earlier: The earlier wave's id.
        later: The later one's.
        breaks: What differs in how it was asked.
        accepted: Why that was judged not to matter, each by language; empty where nobody judged so.
        comparable: Nothing differs, or that was judged not to matter.
        untested: Why no difference between them is tested, or None.
    """

    earlier: str
    later: str
    breaks: tuple[WaveBreak, ...] = ()
    accepted: tuple[Told, ...] = ()
    comparable: bool = True
    untested: Untested | None = None


@dataclass(frozen=True, slots=True)
class WaveChange:
    """How an answer changed since the previous comparable wave; both are shown.

    Args:
        since: That wave's id.
        difference: Later minus earlier, -1 to 1.
        untested: Why it isn't tested, or None; what follows is then None.
        low: Lower bound of the difference's 95 % interval.
        high: Upper bound.
        df: Degrees of freedom of its t.
        p: Of a difference of nothing, on either side.
        adjusted: p adjusted over the trend by Holm's method.
    """

    since: str
    difference: float
    untested: Untested | None = None
    low: float | None = None
    high: float | None = None
    df: float | None = None
    p: float | None = None
    adjusted: float | None = None


@dataclass(frozen=True)
class Trend:
    """A question over waves.

    Args:
        id: Its name in the study.
        item: Item key in this study.
        shown: Options and nets that are followed, in order.
        this: Id of the wave that is this study.
        waves: Oldest first.
        pairs: Every two waves that asked it, by the earlier and the later one's id.
        changes: By wave and what is shown.
        reason: What the study says of it, by language.
        minimum: The smallest base that any of the waves shows.
        indicative_below: Under so many a base is indicative.
        family: How many differences were tested together.
        level: What an adjusted p is held against.
        idle: Ids of waves of which a break was judged not to matter that isn't there.
    """

    id: str
    item: str
    shown: tuple[str, ...] = ()
    this: str = ""
    waves: tuple[TrendWave, ...] = ()
    pairs: Mapping[tuple[str, str], WavePair] = field(default_factory=dict)
    changes: Mapping[tuple[str, str], WaveChange] = field(default_factory=dict)
    reason: Told = field(default_factory=dict)
    minimum: int = 0
    indicative_below: int = 0
    family: int = 0
    level: float = 0.05
    idle: tuple[str, ...] = ()

    def wave(self, name: str) -> TrendWave | None:
        """Give a wave, or None."""
        return next((wave for wave in self.waves if wave.id == name), None)

    def cell(self, wave: str, shown: str) -> TrendCell | None:
        """Give an answer in a wave, None where it is hidden or there is none."""
        found = self.wave(wave)
        return found.cells.get(shown) if found else None

    def before(self, wave: str) -> TrendWave | None:
        """Give the wave before one that asked it too, comparable or not; None for the first."""
        asked = [one for one in self.waves if one.unfollowed is not Unfollowed.NOT_ASKED]
        place = next((number for number, one in enumerate(asked) if one.id == wave), 0)
        return asked[place - 1] if place else None

    def since(self, wave: str) -> str | None:
        """Give the id of the previous comparable wave."""
        earlier = [pair.earlier for pair in self.pairs.values() if pair.later == wave and pair.comparable]
        places = {one.id: number for number, one in enumerate(self.waves)}
        return max(earlier, key=places.__getitem__, default=None)
