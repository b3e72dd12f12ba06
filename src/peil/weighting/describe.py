"""Weighting told in words, for a report's chapter on method."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from babel.dates import format_date

from peil.core.percent import round_half_up, spell_number
from peil.estimation.calibration.weighted import Weighted
from peil.study.plan import DRAFT
from peil.study.short_title import short_title
from peil.study.study import Study
from peil.study.weighting import Target, Weighting

MOST_DECIMALS = 12
LOCALES = {"nl": "nl_NL", "en": "en_GB"}
WORDS = {
    "nl": {
        "none": "De antwoorden zijn niet gewogen.",
        "given": "De antwoorden zijn gewogen met gewichten die bij de gegevens zijn geleverd.",
        "rake": (
            "De antwoorden zijn gewogen door raking: de gewichten zijn zo gekozen dat de verdeling klopt met "
            "die van de populatie naar {targets}."
        ),
        "poststratify": (
            "De antwoorden zijn gewogen door poststratificatie: elke klasse telt zo zwaar mee als zij groot "
            "is in de populatie, naar {targets}."
        ),
        "linear": (
            "De antwoorden zijn gewogen door lineaire kalibratie: de gewichten zijn zo gekozen dat de "
            "verdeling klopt met die van de populatie naar {targets}."
        ),
        "logit": (
            "De antwoorden zijn gewogen door logistische kalibratie: de gewichten zijn zo gekozen dat de "
            "verdeling klopt met die van de populatie naar {targets}."
        ),
        "target": "“{title}” (bron: {source}; stand van {date})",
        "and": "en",
        "base": "Daarbij is begonnen met gewichten die bij de gegevens zijn geleverd.",
        "nonresponse": (
            "Eerst is gecorrigeerd voor wie niet meedeed: wie antwoordde telt ook voor de anderen in de "
            "steekproef uit dezelfde klasse van {target}."
        ),
        "bounds": "Geen gewicht is daarbij met minder dan {low} of meer dan {high} vermenigvuldigd.",
        "trim": (
            "Gewichten onder {low} of boven {high} keer het gemiddelde zijn daarna tot die grens bijgesteld; "
            "wat dat scheelde is over de andere verdeeld, waardoor de verdelingen niet meer precies kloppen."
        ),
        "untrimmed": "Geen gewicht lag onder {low} of boven {high} keer het gemiddelde; niets is bijgesteld.",
        "range": "De gewichten lopen van {low} tot {high} keer het gemiddelde.",
        "kish": (
            "Doordat zij verschillen zijn {n} antwoorden ongeveer zo nauwkeurig als {kish} ongewogen "
            "antwoorden (effectieve steekproefomvang volgens Kish)."
        ),
    },
    "en": {
        "none": "Answers are not weighted.",
        "given": "Answers are weighted with weights that came with the data.",
        "rake": (
            "Answers are weighted by raking: weights were chosen so that the sample agrees with the "
            "population by {targets}."
        ),
        "poststratify": (
            "Answers are weighted by post-stratification: each class counts for as much as its size in the "
            "population, by {targets}."
        ),
        "linear": (
            "Answers are weighted by linear calibration: weights were chosen so that the sample agrees with "
            "the population by {targets}."
        ),
        "logit": (
            "Answers are weighted by logit calibration: weights were chosen so that the sample agrees with "
            "the population by {targets}."
        ),
        "target": "“{title}” (source: {source}; figures of {date})",
        "and": "and",
        "base": "This began with weights that came with the data.",
        "nonresponse": (
            "First, who didn't take part was corrected for: those who answered count for the others in the "
            "sample in the same class of {target} too."
        ),
        "bounds": "No weight was multiplied by less than {low} or more than {high}.",
        "trim": (
            "Weights under {low} or over {high} times their mean were then brought to that bound; what this "
            "took away was shared among the others, so that the sample no longer agrees exactly."
        ),
        "untrimmed": "No weight lay under {low} or over {high} times the mean; none was trimmed.",
        "range": "Weights run from {low} to {high} times their mean.",
        "kish": (
            "Because they differ, {n} answers are about as exact as {kish} unweighted ones (Kish's effective "
            "sample size)."
        ),
    },
}


def describe_weighting(study: Study, language: str, weighted: Weighted | None = None) -> str:
    """Say how the rows were weighted, for the methodology; Dutch, or else English.

    Args:
        study: The study, whose plan names the targets and gives the reason.
        language: Language code.
        weighted: What weighting did; without it, or of fewer rows than may be told of, nothing is said of
            the weights themselves.
    """
    weighting, disclosure = study.plan.weighting, study.plan.disclosure
    least = 0 if disclosure.profile == DRAFT else disclosure.minimum_base
    shown = weighted if weighted and weighted.spread.n >= least else None
    sentences = [*_method(study, language), *_outcome(weighting, shown, language)]
    return " ".join((*sentences, weighting.reason.plain(language))).strip()


def _method(study: Study, language: str) -> Iterator[str]:
    weighting, words = study.plan.weighting, WORDS.get(language, WORDS["en"])
    targets = [_target(study, target, language) for target in weighting.targets]
    listed = f" {words['and']} ".join(part for part in (", ".join(targets[:-1]), *targets[-1:]) if part)
    yield words[weighting.method].format(targets=listed)
    if not weighting.fitted:
        return
    if weighting.nonresponse:
        yield words["nonresponse"].format(target=_target(study, weighting.nonresponse, language))
    if weighting.column:
        yield words["base"]
    if weighting.bounds:
        yield _between(words["bounds"], *weighting.bounds, language)


def _outcome(weighting: Weighting, weighted: Weighted | None, language: str) -> Iterator[str]:
    if weighted is None:
        return
    words, spread = WORDS.get(language, WORDS["en"]), weighted.spread
    if weighting.trim:
        yield _between(words["trim" if weighted.trimmed else "untrimmed"], *weighting.trim, language)
    mean = spread.total / spread.n
    yield _between(words["range"], spread.low / mean, spread.high / mean, language)
    kish = min(int(round_half_up(Decimal(repr(spread.kish_n)))), spread.n)
    yield words["kish"].format(n=_count(spread.n, language), kish=_count(kish, language))


def _target(study: Study, target: Target, language: str) -> str:
    words = WORDS.get(language, WORDS["en"])
    title = short_title(study, target.variable, language)
    source = target.source.plain(language)
    return words["target"].format(title=title, source=source, date=_date(target.date, language))


def _between(sentence: str, low: float, high: float, language: str) -> str:
    return sentence.format(low=_number(low, language), high=_number(high, language))


def _number(number: float, language: str) -> str:
    """Give a number with two decimals at most, and two digits that say something where it is small."""
    decimals = 2
    while decimals < MOST_DECIMALS and number and abs(number) < 10.0 ** (1 - decimals):
        decimals += 1
    exact = round_half_up(Decimal(repr(number)), decimals).normalize()
    return spell_number(exact, language if language in WORDS else "en")


def _count(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "." if language == "nl" else ",")


def _date(date: dt.date, language: str) -> str:
    return str(format_date(date, "long", locale=LOCALES.get(language, LOCALES["en"])))
