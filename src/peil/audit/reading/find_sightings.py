"""Find percentages, counts, bases and shares in words in a stretch of Dutch or English text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from peil.audit.reading.sighting import Seen, Sighting

NUMBER = r"\d{1,3}(?:[.,]\d{1,3})?"
SIGN = r"\s?(?:%|(?:procent|per\s?cent|pct)\b)(?!\s?-?(?:punt|point))"
JOINT = r"(?:\s?[-–]\s?|,\s|\s(?:tot|to|en|and|of|or|respectievelijk|resp\.)\s)"
PERCENTS = re.compile(
    rf"(?<![\d.,/])(?:{NUMBER}(?:{SIGN})?{JOINT}){{0,20}}{NUMBER}{SIGN}",
    re.IGNORECASE,
)
ONE = re.compile(rf"(?<![\d.,]){NUMBER}(?!\d)")
COUNTED = r"\d{1,3}(?:[.,]\d{3})+|\d+"
N = re.compile(rf"(?<![A-Za-z])[nN]\s?=\s?(?P<n>{COUNTED})(?![\d%])")
PEOPLE = (
    "respondenten", "deelnemers", "ondervraagden", "mensen", "personen", "invullers", "leden",
    "werkgevers", "werknemers", "zelfstandigen", "zzp['’]ers", "freelancers", "organisaties", "bedrijven",
    "respondents", "participants", "people", "persons", "members", "employers", "employees",
    "self-employed", "organisations", "organizations", "companies",
)  # fmt: skip
OF = r"(?P<of>(?:van|onder|bij|of|among|out\sof)\s(?:de\s|the\s|alle\s|all\s)?)?"
COUNT = re.compile(
    rf"{OF}(?<![\d.,])(?P<n>{COUNTED})\s(?P<noun>(?:[\w-]+\s)?(?:{'|'.join(PEOPLE)})\b)", re.IGNORECASE
)
WORDS = {
    "een op de drie": "33.3", "een derde": "33.3", "twee derde": "66.7", "een kwart": "25",
    "driekwart": "75", "de helft": "50", "een op de vijf": "20", "een op de vier": "25",
    "one third": "33.3", "a third": "33.3", "one in three": "33.3", "two thirds": "66.7",
    "a quarter": "25", "three quarters": "75", "half of": "50", "one in five": "20", "one in four": "25",
}  # fmt: skip
IN_WORDS = re.compile(rf"\b(?:{'|'.join(WORDS)})\b", re.IGNORECASE)
EXHIBIT = re.compile(
    r"(?:figuur|tabel|figure|table|bijlage|annex|vraag|question|hoofdstuk|chapter)\s$", re.IGNORECASE
)
LIMIT = re.compile(
    r"(?:t/m|met|dan|minstens|minste|hoogste|than|least|most|under|over|onder|boven|about|ongeveer|to|–|-)\s$",
    re.IGNORECASE,
)
"""Before a number that is a limit or about so many, not a count."""


def find_sightings(text: str) -> tuple[Sighting, ...]:
    """Give every number that may be a figure, in order.

    A list or range shares its sign: in "12, 15 en 20%" all three are percentages. Percentage points are
    differences, not shares, and are passed over; so are numbers above 100 before a percent sign.
    """
    found = [*percents(text), *bases(text), *in_words(text)]
    return tuple(sorted(found, key=lambda one: one.start))


def percents(text: str) -> Iterator[Sighting]:
    """Find percentages."""
    for group in PERCENTS.finditer(text):
        for one in ONE.finditer(text, group.start(), group.end()):
            value, decimals = number_of(one.group())
            if value <= 100 and not EXHIBIT.search(text, 0, one.start()):
                end = group.end() if one.end() > group.end() - 2 else one.end()
                yield Sighting(Seen.PERCENT, value, decimals, one.start(), end)


def bases(text: str) -> Iterator[Sighting]:
    """Find ``n = 28``, counts of people, and counts that a share is said to be of."""
    for one in N.finditer(text):
        yield Sighting(Seen.BASE, whole(one["n"]), 0, one.start(), one.end())
    for one in COUNT.finditer(text):
        if LIMIT.search(text, 0, one.start("n")):
            continue
        kind = Seen.BASE if one["of"] else Seen.COUNT
        yield Sighting(kind, whole(one["n"]), 0, one.start("n"), one.end(), one["noun"])


def in_words(text: str) -> Iterator[Sighting]:
    """Find shares in words."""
    for one in IN_WORDS.finditer(text):
        value = Decimal(WORDS[one.group().lower()])
        yield Sighting(Seen.WORDS, value, 0, one.start(), one.end())


def number_of(text: str) -> tuple[Decimal, int]:
    """Give a printed number with its decimals; point or comma alike."""
    value = Decimal(text.replace(",", "."))
    return value, max(0, -int(value.as_tuple().exponent))


def whole(text: str) -> Decimal:
    """Give a count, its thousands marks left out."""
    return Decimal(text.replace(".", "").replace(",", ""))
