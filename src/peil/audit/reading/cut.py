"""Cut numbers from a report's parts."""

import re
from collections.abc import Iterable, Iterator, Sequence

from peil.audit.reading.caption import caption_name, is_caption
from peil.audit.reading.cut_table import cut_table
from peil.audit.reading.cutting import Cutting
from peil.audit.reading.find_sightings import find_sightings
from peil.audit.reading.passage import Part, Passage, TextTable
from peil.audit.reading.sentences import split_sentences
from peil.audit.reading.sighting import Seen, Sighting

OWN = re.compile(
    r"[\s%]*(?:procent|per\s?cent|pct)?\s?"
    r"(?:[(;,]?\s?|(?:van|of|onder|among)\s(?:(?:de|the|alle|all)\s)?|(?:van|of|onder|among)\s[^,;.()%\d]{1,60}\()",
    re.IGNORECASE,
)
"""Between a percentage and its own base: ``46% (n = 28)``, ``46% of employers (n = 28)``."""


def cut(parts: Iterable[Part]) -> Iterator[Cutting]:
    """Give every number of the text that may be a claim, in order."""
    tables = 0
    told = tuple(parts)
    listed = listed_captions(told)
    for place, part in enumerate(told):
        if isinstance(part, TextTable):
            tables += 1
            yield from cut_table(part, tables)
        elif place not in listed:
            yield from cut_passage(part)


def listed_captions(parts: Sequence[Part]) -> frozenset[int]:
    """Give the places of captions that stand in a list of figures: the figure itself comes later."""
    last: dict[str, int] = {}
    found: set[int] = set()
    for place, part in enumerate(parts):
        name = caption_name(part.text) if isinstance(part, Passage) and is_caption(part.text) else ""
        if name in last:
            found.add(last[name])
        if name:
            last[name] = place
    return frozenset(found)


def cut_passage(passage: Passage) -> Iterator[Cutting]:
    """Give the numbers of a paragraph, sentence by sentence; a caption is one sentence."""
    whole = passage.spot.caption == passage.text
    for sentence in [passage.text] if whole else split_sentences(passage.text):
        found = find_sightings(sentence)
        near = tuple(int(one.value) for one in found if one.kind is Seen.BASE)
        for one in found:
            base = base_of(one, found, sentence) if one.kind is Seen.PERCENT else None
            yield Cutting(one, passage.spot, sentence, base, near if one.kind is Seen.PERCENT else ())


def base_of(percent: Sighting, found: Sequence[Sighting], sentence: str) -> int | None:
    """Give the base of a percentage as far as its sentence leaves no doubt.

    It is the one that stands right behind the percentage, or the only one in a sentence with one percentage.
    """
    percents = [one for one in found if one.kind is Seen.PERCENT]
    bases = [one for one in found if one.kind is Seen.BASE]
    behind = next((one for one in bases if one.start >= percent.end), None)
    if behind and OWN.fullmatch(sentence, percent.end, behind.start):
        return int(behind.value)
    return int(bases[0].value) if len(bases) == len(percents) == 1 else None
