"""What may be said of one talk: whether anything, and how narrowly."""

from collections.abc import Mapping

from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.identifiers.singled_out import singles_out
from peil.study.talk import Talk, TalkKind

LEAST = 3
"""Participants of a talk whose composition and themes are told: of two, each knows the other's part."""


def why_untold(talk: Talk) -> str:
    """Give why nothing is told of a talk; empty where it is told of."""
    if not talk.agreed:
        return "no consent is recorded"
    if not talk.approved:
        return "nobody has approved it: approved_by and approved_on say who did, and when"
    return ""


def is_large(talk: Talk) -> bool:
    """Say whether so many took part that what came up can't be laid at one participant's door."""
    return talk.kind is TalkKind.FOCUS_GROUP and talk.participants >= LEAST


def told_composition(talk: Talk) -> Mapping[str, str]:
    """Give who took part, in broad terms by language; nothing of a small talk, or where it points at one."""
    if not is_large(talk):
        return {}
    if any(singles_out(text) or find_identifiers(text) for text in talk.composition.values()):
        return {}
    return talk.composition
