"""A question that is followed over waves: how each wave asked it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.span import Span
from peil.study.told import Told


@dataclass(frozen=True)
class AskedThere:
    """How another wave asked it: ``[harmonise.ID.wave.WAVE]``, or the same way where there is none.

    Args:
        item: The item's key there.
        options: What is shown of this study, and the options or nets there that stand for it together.
        span: Where it stands.
        accept: Why a break is judged not to matter, by language; empty where nobody judged so.
        missing: Why that wave didn't ask it, by language; empty where it did.
        spans: Where ``question`` and the options are named.
    """

    item: str
    options: Mapping[str, tuple[str, ...]]
    span: Span
    accept: Told = field(default_factory=dict)
    missing: Told = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)


@dataclass(frozen=True)
class Harmonised:
    """``[harmonise.ID]``: a trend.

    Args:
        id: Its name.
        item: Item key in this study.
        shown: Options and nets (``net:ID``) that are followed, in order.
        span: Where it stands.
        reason: What is to be known of it, by language; printed under the trend.
        asked: By wave, every one but this study.
    """

    id: str
    item: str
    shown: tuple[str, ...]
    span: Span
    reason: Told = field(default_factory=dict)
    asked: Mapping[str, AskedThere] = field(default_factory=dict)
