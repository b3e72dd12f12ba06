"""Rating scales in words: which options are positive, which negative, by a lexicon for each language."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from peil.study.checks.evidence.sentences import APOSTROPHE

Sign = Literal[-1, 0, 1]

EN = "very|extremely|completely|fully|totally|strongly|highly|entirely|fairly|quite|rather|pretty|somewhat"
EN += "|mostly|slightly|moderately|partly|tend to|a little|a bit|much|a lot"
NL = "zeer|heel|erg|uiterst|volledig|helemaal|geheel|totaal|sterk|vrij|tamelijk|redelijk|enigszins|nogal"
NL += "|een beetje|beetje|deels|gedeeltelijk|eerder|overwegend|veel|iets|wat"
DE = "sehr|äußerst|völlig|vollkommen|voll und ganz|ganz|voll|eher|ziemlich|etwas|teilweise|überwiegend"
DE += "|viel|deutlich|ein wenig"
FR = "très|extrêmement|tout à fait|totalement|entièrement|complètement|plutôt|assez|un peu|fortement"
FR += "|moyennement|beaucoup|bien|nettement|partiellement"

Pole = tuple[str, str, str]
"""Patterns of what is positive, neutral and negative in one family."""

LEXICON: dict[str, dict[str, Pole]] = {
    "en": {
        "quality": (
            rf"excellent|outstanding|(?:(?:{EN}) )?good",
            r"fair|average|moderate|ok|okay|neither good nor (?:bad|poor)",
            rf"mediocre|terrible|(?:(?:{EN}) )?(?:bad|poor)",
        ),
        "satisfaction": (
            rf"(?:(?:{EN}) )?satisfied",
            r"neither satisfied nor (?:dis|un)satisfied",
            rf"(?:(?:{EN}) )?(?:dis|un)satisfied",
        ),
        "agreement": (
            rf"(?:(?:{EN}) )?agree(?: (?:strongly|somewhat|completely))?",
            r"neither agree nor disagree|undecided",
            rf"(?:(?:{EN}) )?disagree(?: (?:strongly|somewhat|completely))?",
        ),
        "likelihood": (
            rf"(?:(?:{EN}) )?likely",
            r"neither likely nor unlikely",
            rf"(?:(?:{EN}) )?unlikely",
        ),
        "comparison": (
            rf"(?:(?:{EN}) )?better",
            r"(?:about )?the same|equal(?:ly good)?",
            rf"(?:(?:{EN}) )?worse",
        ),
    },
    "nl": {
        "quality": (
            rf"uitstekend|(?:ruim )?voldoende|(?:(?:{NL}) )?goed",
            r"redelijk|gemiddeld|niet goed(?:,| en| maar(?: ook)?) niet slecht|noch goed,? noch slecht",
            rf"matig|onvoldoende|(?:(?:{NL}) )?slecht",
        ),
        "satisfaction": (
            rf"(?:(?:{NL}) )?tevreden",
            r"niet tevreden(?:,| en| maar(?: ook)?) niet ontevreden|noch tevreden,? noch ontevreden",
            rf"(?:(?:{NL}) )?ontevreden",
        ),
        "agreement": (
            rf"(?:(?:{NL}) )?(?:mee )?eens",
            r"(?:niet (?:mee )?eens|noch (?:mee )?eens)(?:,| en)? (?:niet|noch) (?:mee )?oneens",
            rf"(?:(?:{NL}) )?(?:mee )?oneens",
        ),
        "likelihood": (
            rf"(?:(?:{NL}) )?waarschijnlijk(?: wel)?|zeker wel",
            r"misschien",
            rf"(?:(?:{NL}) )?onwaarschijnlijk|(?:waarschijnlijk|zeker) niet",
        ),
        "comparison": (rf"(?:(?:{NL}) )?beter", r"even goed|hetzelfde|gelijk", rf"(?:(?:{NL}) )?slechter"),
    },
    "de": {
        "quality": (
            rf"ausgezeichnet|hervorragend|(?:(?:{DE}) )?gut",
            r"mittel|mittelmäßig|durchschnittlich|weder gut noch schlecht",
            rf"weniger gut|mangelhaft|(?:(?:{DE}) )?schlecht",
        ),
        "satisfaction": (
            rf"(?:(?:{DE}) )?zufrieden",
            r"weder zufrieden noch unzufrieden",
            rf"(?:(?:{DE}) )?unzufrieden",
        ),
        "agreement": (
            rf"stimme (?:(?:{DE}) )?zu",
            r"weder noch",
            rf"stimme (?:(?:{DE}|überhaupt|gar) )?nicht zu|lehne (?:(?:{DE}) )?ab",
        ),
        "likelihood": (
            rf"(?:(?:{DE}) )?wahrscheinlich",
            r"vielleicht",
            rf"(?:(?:{DE}) )?unwahrscheinlich",
        ),
        "comparison": (
            rf"(?:(?:{DE}) )?besser",
            r"gleich(?: gut)?|unverändert",
            rf"(?:(?:{DE}) )?schlechter",
        ),
    },
    "fr": {
        "quality": (
            rf"excellente?|(?:(?:{FR}) )?(?:bon|bonne|bien)",
            r"moyen|moyenne|passable|ni bon(?:ne)?,? ni mauvaise?",
            rf"médiocre|(?:(?:{FR}) )?(?:mauvaise?|mal)",
        ),
        "satisfaction": (
            rf"(?:(?:{FR}) )?satisfaite?(?:\(e\))?",
            r"ni satisfaite?(?:\(e\))?,? ni (?:in|mé)satisfaite?(?:\(e\))?",
            rf"(?:(?:{FR}) )?(?:in|mé)(?:satisfaite?|contente?)(?:\(e\))?",
        ),
        "agreement": (
            rf"(?:(?:{FR}) )?d'accord",
            r"ni d'accord,? ni (?:pas d'accord|en désaccord)",
            rf"(?:(?:{FR}) )?(?:pas (?:du tout |vraiment )?d'accord|en désaccord)",
        ),
        "likelihood": (rf"(?:(?:{FR}) )?probable", r"peut-être", rf"(?:(?:{FR}) )?improbable"),
        "comparison": (
            rf"(?:(?:{FR}) )?(?:mieux|meilleure?)",
            r"pareil|identique|aussi bien|aussi bon(?:ne)?",
            rf"(?:(?:{FR}) )?(?:pire|moins bien|moins bon(?:ne)?)",
        ),
    },
}
NEUTRAL = {
    "en": r"neutral|no opinion either way",
    "nl": r"neutraal",
    "de": r"neutral|teils[,/ ]+teils",
    "fr": r"neutre",
}
"""What is neutral in every family."""
NUMBERED = re.compile(r"^\W*\d+\s*[.):=\u2013-]?\s+")


@dataclass(frozen=True, slots=True)
class Ratings:
    """A scale that is known: its family, and for each option in order whether it is positive or negative."""

    family: str
    signs: tuple[Sign, ...]

    @property
    def positive(self) -> int:
        """How many options are positive."""
        return self.signs.count(1)

    @property
    def negative(self) -> int:
        """How many options are negative."""
        return self.signs.count(-1)


def read_ratings(labels: Sequence[str], language: str) -> Ratings | None:
    """Give the scale that the labels make, or None where one of them isn't a rating of the same family."""
    plain = [settled(label) for label in labels]
    for family, pole in LEXICON.get(language, {}).items():
        if known := all_known(sign(label, pole, NEUTRAL[language]) for label in plain):
            return Ratings(family, known) if any(known) else None
    return None


def sign(label: str, pole: Pole, neutral: str) -> Sign | None:
    """Give whether a label is positive, neutral or negative, or None where it's none of these."""
    positive, middle, negative = pole
    if re.fullmatch(positive, label):
        return 1
    if re.fullmatch(f"{middle}|{neutral}", label):
        return 0
    return -1 if re.fullmatch(negative, label) else None


def all_known(signs: Iterable[Sign | None]) -> tuple[Sign, ...]:
    """Give the signs if all are known, else nothing."""
    known: list[Sign] = []
    for one in signs:
        if one is None:
            return ()
        known.append(one)
    return tuple(known)


def settled(label: str) -> str:
    """Give a label in small letters, without a number before it or a stop behind it."""
    return " ".join(NUMBERED.sub("", label.lower().replace(APOSTROPHE, "'")).split()).strip(" .")
