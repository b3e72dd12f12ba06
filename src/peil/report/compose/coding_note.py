"""A note under what shows codes: who coded, and how far coders agreed."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from peil.core.percent import round_half_up, spell_number
from peil.disclose.coding_fact import CodingFact
from peil.disclose.release import Release
from peil.report.compose.phrases import spell_count
from peil.study.codebook import Item

PHRASES = {
    "nl": {
        "one": "Antwoorden in eigen woorden, gecodeerd door één codeur.",
        "several": "Antwoorden in eigen woorden, gecodeerd door {coders} codeurs.",
        "alpha": (
            "Over {twice} antwoorden die door meer dan één codeur zijn gecodeerd, is Krippendorffs alfa "
            "{alpha}{masi}{between}. Bij 1 stemmen de codeurs geheel overeen, bij 0 niet meer dan bij toeval."
        ),
        "masi": " (MASI-afstand)",
        "between": (
            "; worden deze antwoorden steeds opnieuw getrokken, dan ligt ze 19 van de 20 keer tussen {low} "
            "en {high}"
        ),
        "untold": "Hoe ver codeurs overeenstemmen, is niet te zeggen.",
    },
    "en": {
        "one": "Answers in own words, coded by one coder.",
        "several": "Answers in own words, coded by {coders} coders.",
        "alpha": (
            "Over {twice} answers that more than one coder coded, Krippendorff's alpha is "
            "{alpha}{masi}{between}. At 1 coders agree fully, at 0 no more than by chance."
        ),
        "masi": " (MASI distance)",
        "between": (
            "; when these answers are drawn again and again, it lies between {low} and {high} 19 times of 20"
        ),
        "untold": "How far coders agree can't be told.",
    },
}


def coding_notes(release: Release, items: tuple[Item, ...], language: str) -> Iterator[str]:
    """Tell how the answers behind coded items were coded, each way of coding once."""
    facts = [release.coded[item.key] for item in items if item.key in release.coded]
    for fact in dict.fromkeys(facts):
        yield tell_coding(fact, language)


def tell_coding(fact: CodingFact, language: str) -> str:
    """Tell how answers were coded; Dutch, or else English."""
    words = PHRASES.get(language, PHRASES["en"])
    who = words["one"] if fact.coders == 1 else words["several"].format(coders=fact.coders)
    if fact.alpha is None or fact.twice is None:
        return f"{who} {words['untold']}"
    alpha = _spell(fact.alpha, language)
    twice = spell_count(fact.twice, language)
    masi = "" if fact.single else words["masi"]
    told = words["alpha"].format(twice=twice, alpha=alpha, masi=masi, between=_between(fact, language, words))
    return f"{who} {told}"


def _between(fact: CodingFact, language: str, words: Mapping[str, str]) -> str:
    """Tell the interval, unless both of its ends are printed alike.

    It is said in words of its own: it is about drawing answers to these coders, and holds in samples of which
    shares have no interval.
    """
    if fact.low is None or fact.high is None:
        return ""
    low, high = _spell(fact.low, language), _spell(fact.high, language)
    return words["between"].format(low=low, high=high) if low != high else ""


def _spell(value: float, language: str) -> str:
    return spell_number(round_half_up(Decimal(repr(value)), 2), language).replace("-", "−")
