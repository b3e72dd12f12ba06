"""Number bands in labels: "0–20 %", "1 tot 5 jaar", "meer dan 80", "500+"."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

DASHES = re.compile(r"\s*[‐‑‒–—−]\s*")
DROPPED = re.compile(r"[€$£%\"“”]|\b(?:euro|eur|procent|percent|per cent)\b|(?<=\d),-(?=\s|$)")
FILLERS = {"van", "from", "tussen", "between", "de", "the", "ja", "yes", "ongeveer", "circa", "about"}
UNITS = {"jaren": "jaar", "uren": "uur", "dagen": "dag", "weken": "week", "maanden": "maand", "keren": "keer"}
SCALES = {"k": 3, "duizend": 3, "thousand": 3, "mln": 6, "miljoen": 6, "million": 6}

SCALE = r"(?:\s?(?:duizend|thousand|mln|miljoen|million)\b|k\b)"
NUMBER = rf"(?:\d{{1,3}}(?:[., ]\d{{3}})+|\d+)(?:[.,]\d{{1,2}})?(?!\d){SCALE}?"
ABOVE = r"meer dan|hoger dan|ouder dan|langer dan|boven|more than|above|older than|longer than|higher than|>"
FROM = r"vanaf|minstens|minimaal|ten minste|at least|from|>=|≥"
BELOW = (
    r"minder dan|lager dan|jonger dan|korter dan|onder"
    r"|less than|fewer than|under|below|younger than|shorter than|<"
)
UP_TO = (
    r"tot en met|t/m|maximaal|hoogstens|ten hoogste|niet meer dan|up to and including|up to|at most"
    r"|no more than|not more than|<=|≤"
)
OR_MORE = (
    r"\+|plus\b|(?:of|en|or|and) (?:meer|vaker|ouder|langer|hoger|more|older|over|longer|above|higher)\b"
)
OR_LESS = r"(?:of|or) (?:minder|minder vaak|jonger|korter|lager|less|fewer|younger|under|shorter|lower)\b"

START = r"(?<![\w.,:/+-])"
STOP = r"(?![\w:/])(?![.,]\d)"
UNIT = r"(?P<unit>[^\W\d_]+)"
JOIN = r"(?P<join>-|tot en met|t/m|tot|up to|to|through|en|and|of|or)"
RANGE = re.compile(
    rf"(?P<above>(?:{ABOVE})\s*)?{START}(?P<low>{NUMBER})\s*(?:(?!(?:tot|to|en|and|of|or)\b){UNIT}\s+)?"
    rf"{JOIN}\s*(?P<below>(?:{BELOW})\s*)?(?P<high>{NUMBER}){STOP}"
)
AFTER = re.compile(rf"{START}(?P<low>{NUMBER})\s*(?:{UNIT}\s+)?(?:(?P<more>{OR_MORE})|(?P<less>{OR_LESS}))")
BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<to>{UP_TO})|(?P<below>{BELOW})|(?P<above>{ABOVE})|(?P<least>{FROM})|(?P<until>tot))"
    rf"\s*(?:de |the )?{START}(?P<n>{NUMBER}){STOP}"
)
POINT = re.compile(rf"^(?P<low>{NUMBER}){STOP}")


@dataclass(frozen=True, slots=True)
class Band:
    """What a label covers.

    Args:
        low: Lowest value, or None when it has no lower end.
        high: Highest value, or None when it has no upper end.
        above: ``low`` itself is not in it.
        below: ``high`` itself is not in it.
        until: Written with "tot": ``high`` is in it for some readers and not for others.
        stem: The words around the numbers; only bands of like words can be compared.
        point: A single number, which is a band only among bands.
    """

    low: Decimal | None
    high: Decimal | None
    above: bool = False
    below: bool = False
    until: bool = False
    stem: tuple[str, str] = ("", "")
    point: bool = False


@lru_cache(maxsize=8192)
def read_band(label: str, language: str) -> Band | None:
    """Read the one band that a label holds, or None where its numbers are no band.

    A number inside a word, a date, a time, a fraction or a name is no band; nor is a label with any further
    number, nor a range of years.
    """
    text = DROPPED.sub(" ", DASHES.sub("-", label.lower().replace("\u00a0", " ").replace("\u202f", " ")))
    text = " ".join(text.split()).rstrip(".")
    if language == "en":  # in Dutch, "over 5 jaar" is five years from now
        text = re.sub(r"\bover (?=\d)", "more than ", text)
    inside = re.fullmatch(r"[^\d()]*\(([^()]*\d[^()]*)\)[^\d()]*", text)
    return read_plain(inside[1].strip() if inside else text, language)


def read_plain(text: str, language: str) -> Band | None:
    """Read a band from a label in small letters without signs of currency and percentage."""
    if found := RANGE.search(text):
        band = read_range(found, text, language)
    elif found := AFTER.search(text):
        low = to_number(found["low"], language)
        band = Band(low, None) if found["more"] else Band(None, low)
    elif found := BEFORE.search(text):
        band = read_end(found, to_number(found["n"], language))
    elif found := POINT.search(text):
        band = Band(number := to_number(found["low"], language), number, point=True)
    else:
        return None
    rest = text[: found.start()], text[found.end() :]
    if band is None or any(re.search(r"\d", part) for part in rest):
        return None
    unit = found["unit"] if "unit" in found.re.groupindex else None
    return replace(band, stem=(words(rest[0]), words(f"{unit or ''} {rest[1]}")))


def read_range(found: re.Match[str], text: str, language: str) -> Band | None:
    """Read a band with two ends, or None for years, for units that differ, and for two numbers named apart.

    "3 of 4" is a band; "3 en 6" is one only after "tussen".
    """
    low, high = to_number(found["low"], language), to_number(found["high"], language)
    scale = re.search(r"[a-z]+$", found["high"])
    if scale and not re.search(r"[a-z]+$", found["low"]):
        low = low.scaleb(SCALES[scale[0]])
    years = all(re.fullmatch(r"(?:19|20)\d\d", found[end]) for end in ("low", "high"))
    unlike = found["unit"] and words(found["unit"]) != words(text[found.end() :])
    pair = found["join"] in {"en", "and", "of", "or"} and high != low + 1
    if (
        years
        or unlike
        or low > high
        or (pair and not re.search(r"(tussen|between)\b", text[: found.start()]))
    ):
        return None
    return Band(
        low, high, above=bool(found["above"]), below=bool(found["below"]), until=found["join"] == "tot"
    )


def read_end(found: re.Match[str], number: Decimal) -> Band:
    """Read a band with one end, told by the words before its number."""
    if found["above"] or found["least"]:
        return Band(number, None, above=bool(found["above"]))
    return Band(None, number, below=bool(found["below"]), until=bool(found["until"]))


def to_number(text: str, language: str) -> Decimal:
    """Read a number with the language's marks; a mark before exactly three digits separates thousands."""
    digits, scale = re.fullmatch(r"([\d., ]+?)\s?([a-z]*)", text).groups()  # type: ignore[union-attr]
    mark = "," if language != "en" else "."
    other = "." if mark == "," else ","
    plain = digits.replace(" ", "").replace(other, "") if re.search(rf"[{other} ]\d{{3}}", digits) else digits
    plain = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", plain).replace(",", ".")
    return Decimal(plain).scaleb(SCALES.get(scale, 0))


def words(text: str) -> str:
    """Give the words of a text in the singular, without those that add nothing to a band."""
    found = re.findall(r"[^\W\d_]+", re.sub(r"\([^()\d]*\)", " ", text))
    kept = [UNITS.get(word, word) for word in found if word not in FILLERS]
    return " ".join(word.removesuffix("s") if len(word) > 3 else word for word in kept)
