"""Numbers within printed words that state several: ``46% (n = 28; ± 6)``, ``12 van de 21 werkgevers``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from peil.report.template.words.numbers import known_language, read_number

FIGURE = r"\d+(?:[.,]\d+)?"
POINTS = r"(?:\s*(?:procentpunt(?:en)?|%-?punt(?:en)?|percentage points?|points?|punt(?:en)?))?"
NAME = r"(?:betrouwbaarheidsinterval|confidence interval|interval|BI|CI)"
NUMBER = r"\d+(?:[.,\u00a0\u202f ]\d{3})*"
SIZE = re.compile(rf"n\s*=\s*(?P<n>{NUMBER})", re.IGNORECASE)
MARGIN = re.compile(rf"±\s*(?P<margin>{FIGURE}){POINTS}", re.IGNORECASE)
INTERVAL = re.compile(
    rf"(?:95\s?%[\s-]?{NAME}:?\s*)?(?P<low>{FIGURE})\s*%?"
    rf"\s*(?:–|-|tot en met|tot|to)\s*(?P<high>{FIGURE})\s*%?",
    re.IGNORECASE,
)
OF_POINTS = re.compile(rf"(?:± ?)?(?P<number>{FIGURE}){POINTS}", re.IGNORECASE)
BRACKETS = re.compile(r"(?P<head>[^()]*?)\s*\((?P<inside>[^()]*)\)")
PLUS_MINUS = re.compile(rf"(?P<head>[^()±]*?)\s*(?P<inside>±\s*{FIGURE}{POINTS})", re.IGNORECASE)
INSIDE = re.compile(r"(?:[^;,]|,(?=\d))+")
OF = {
    "nl": re.compile(r"(?P<count>\S+) van (?:de |het |alle )?(?P<base>\S+)(?: [^\d]*)?", re.IGNORECASE),
    "en": re.compile(r"(?P<count>\S+) (?:out )?of (?:the |all )?(?P<base>\S+)(?: [^\d]*)?", re.IGNORECASE),
}


class PartKind(StrEnum):
    """What a number within printed words states."""

    SHARE = "share"
    N = "n"
    MARGIN = "margin"
    LOW = "low"
    HIGH = "high"
    COUNT = "count"
    BASE = "base"


@dataclass(frozen=True, slots=True)
class Part:
    """A number at its place within the printed words."""

    kind: PartKind
    start: int
    text: str

    @property
    def decimals(self) -> int:
        """How many decimals it is printed with."""
        found = re.fullmatch(r"\d+[.,](\d+)", self.text)
        return len(found[1]) if found else 0


def share_parts(printed: str) -> tuple[Part, ...]:
    """Give the share and what stands beside it: n, margin, interval; the share alone where nothing does."""
    found = BRACKETS.fullmatch(printed) or PLUS_MINUS.fullmatch(printed)
    beside = tuple(inside_parts(found)) if found else ()
    if found is None or not beside:
        return (Part(PartKind.SHARE, 0, printed),)
    return (Part(PartKind.SHARE, 0, found["head"]), *beside)


def inside_parts(found: re.Match[str]) -> Iterator[Part]:
    """Give what stands beside a share; nothing when one part of it can't be read."""
    made: list[Part] = []
    for piece in INSIDE.finditer(found["inside"]):
        text = piece.group().strip()
        start = found.start("inside") + piece.start() + piece.group().index(text)
        read = next((one for known in (SIZE, MARGIN, INTERVAL) if (one := known.fullmatch(text))), None)
        if read is None:
            return
        made += [Part(PartKind(name), start + read.start(name), read[name]) for name in read.groupdict()]
    yield from made


def interval_parts(printed: str) -> tuple[Part, ...]:
    """Give both ends of an interval that stands by itself: ``40–52%``."""
    found = INTERVAL.fullmatch(printed.strip())
    shift = len(printed) - len(printed.lstrip())
    names = (PartKind.LOW, PartKind.HIGH)
    return tuple(Part(name, shift + found.start(name), found[name]) for name in names) if found else ()


def count_parts(printed: str, language: str) -> tuple[Part, ...]:
    """Give a count and, where it is told, the base: ``12 van de 21``."""
    spoken = known_language(language)
    found = OF[spoken].fullmatch(printed)
    if found and all(read_number(found[name], language) is not None for name in ("count", "base")):
        names = (PartKind.COUNT, PartKind.BASE)
        return tuple(Part(name, found.start(name), found[name]) for name in names)
    return (Part(PartKind.COUNT, 0, printed),)


@dataclass(frozen=True, slots=True)
class Points:
    """A number of percentage points, as printed."""

    number: Decimal
    decimals: int


def read_points(printed: str) -> Points | None:
    """Read ``18 procentpunt``; None when it is none."""
    found = OF_POINTS.fullmatch(printed.strip())
    if found is None:
        return None
    number = found["number"].replace(",", ".")
    return Points(Decimal(number), len(number.partition(".")[2]))


def respell_points(printed: str, number: str) -> str:
    """Put another number before the word for points, which stays in its form but for one and several."""
    found = OF_POINTS.fullmatch(printed.strip())
    rest = printed.strip()[found.end("number") :] if found else ""
    if rest.endswith("point") and number != "1":
        rest += "s"
    return number + (rest[:-1] if rest.endswith("points") and number == "1" else rest)


def put_parts(printed: str, parts: tuple[Part, ...], texts: tuple[str, ...]) -> str:
    """Give the printed words with other texts in the parts' places."""
    done, at = "", 0
    for part, text in zip(parts, texts, strict=True):
        done += printed[at : part.start] + text
        at = part.start + len(part.text)
    return done + printed[at:]
