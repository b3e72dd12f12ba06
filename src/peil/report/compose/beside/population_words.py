"""The words that stand around a population, in Dutch and English; other languages get English."""

from peil.core.percent import spell_number
from peil.report.compose.amount import round_fraction
from peil.report.compose.phrases import say_date, spell_count
from peil.study.known_share import KnownShare
from peil.study.population import Population, Unit
from peil.study.told import in_language

PHRASES = {
    "nl": {
        "caption": "De respondenten naast {title}",
        "n": "n",
        "sample": "Dit onderzoek",
        "population": "Populatie",
        "gap": "Verschil in procentpunten",
        "bound": "Grens van {points} procentpunten",
        "within": "binnen",
        "outside": "buiten",
        "open": "niet te zeggen",
        "unavailable": "niet beschikbaar",
        "untold": "onbekend",
        "source": "Bron van de populatie: {source}, {when}.",
        "unweighted": "De aandelen in de steekproef zijn ongewogen.",
        "units": (
            "De bron telt {unit}; dit onderzoek telt {own}. Het zijn dus aandelen van verschillende dingen."
        ),
        "jobs": "Wie twee banen heeft, is twee banen.",
        "employee jobs": "Wie twee banen heeft, is twee banen, en wie voor zichzelf werkt is er geen.",
        "employees": "Wie voor zichzelf werkt, telt in de bron niet mee.",
        "self-employed": "Wie in dienst is, telt in de bron niet mee.",
        "enterprises": "Een bedrijf telt één keer, hoeveel mensen er ook werken.",
        "establishments": "Een vestiging telt één keer, hoeveel mensen er ook werken.",
        "households": "Een huishouden telt één keer, hoeveel mensen er ook wonen.",
        "small": "Niet vergeleken, want minder dan {minimum} respondenten: {names}.",
        "hidden": "Niet getoond en dus niet vergeleken: {names}.",
        "unknown": (
            "Er is geen aandeel in de populatie beschikbaar, dus valt er niets te vergelijken: {names}."
        ),
        "unmatched": "Zonder klasse in de bron: {names}.",
        "strangers": "Klassen van de bron zonder klasse in dit onderzoek: {names}.",
        "wide": (
            "Voor kleine klassen is een grens van {points} procentpunten ruim: is een klasse in dit "
            "onderzoek of in de populatie hooguit {points}%, dan kan het verschil naar één kant nooit buiten "
            "de grens vallen. Dat geldt voor {names}."
        ),
        "rounding": "De bron is te grof afgerond om te zeggen of het verschil binnen de grens ligt: {names}.",
        "paraphrase": "Wat de bron zelf concludeert, geparafraseerd ({source}): {words}",
        "weighed_caption": "Kerncijfers zoals gemeten en nagewogen naar {title}",
        "headline": "Kerncijfer",
        "measured": "Zoals gemeten",
        "weighed": "Nagewogen",
        "uncomputed": "niet te berekenen",
        "how": (
            "Nagewogen door poststratificatie (Holt & Smith, 1979): elke klasse telt zo zwaar als zij in de "
            "populatie is, berekend uit de gepubliceerde cijfers alleen."
        ),
        "unrounded": (
            "Verschillen zijn berekend uit onafgeronde percentages; met de getallen in de tabel kan het een "
            "punt schelen."
        ),
        "kish": (
            "Zulke gewichten brengen {n} antwoorden terug tot een effectieve omvang van ongeveer {effective} "
            "(ontwerpeffect {deff}; Kish, 1965)."
        ),
        "lacks": "Niet te berekenen: {why}.",
        "lacks_of": "{name}, niet te berekenen: {why}.",
        "why_hidden": "de omvang van {names} wordt niet getoond",
        "why_unavailable": "er is geen aandeel in de populatie beschikbaar van {names}",
        "why_nobody": "er zijn geen respondenten in {names}",
        "why_partial": "de klassen die overeenkomen zijn niet de hele bron",
        "why_unclassed": "niet elke respondent heeft een klasse",
        "why_cell": "het cijfer wordt niet getoond voor {names}",
        "why_total": "het cijfer zelf wordt niet getoond",
    },
    "en": {
        "caption": "The respondents beside {title}",
        "n": "n",
        "sample": "This study",
        "population": "Population",
        "gap": "Difference in percentage points",
        "bound": "Bound of {points} percentage points",
        "within": "within",
        "outside": "outside",
        "open": "cannot be said",
        "unavailable": "not available",
        "untold": "not known",
        "source": "Source of the population: {source}, {when}.",
        "unweighted": "Shares of the sample are unweighted.",
        "units": (
            "The source counts {unit}; this study counts {own}. So the shares are not of the same thing."
        ),
        "jobs": "Someone with two jobs is two jobs.",
        "employee jobs": "Someone with two jobs is two jobs, and someone who is self-employed is none.",
        "employees": "Someone who is self-employed is not counted in the source.",
        "self-employed": "Someone who is employed is not counted in the source.",
        "enterprises": "An enterprise counts once, however many people work there.",
        "establishments": "An establishment counts once, however many people work there.",
        "households": "A household counts once, however many people live there.",
        "small": "Not compared, with fewer than {minimum} respondents: {names}.",
        "hidden": "Not shown, and so not compared: {names}.",
        "unknown": "No share of the population is available, so there is nothing to compare: {names}.",
        "unmatched": "Without a class in the source: {names}.",
        "strangers": "Classes of the source without a class in this study: {names}.",
        "wide": (
            "For small classes a bound of {points} percentage points is wide: if a class is at most "
            "{points}% of this study or of the population, the difference can never fall outside the bound "
            "on one side. This holds for {names}."
        ),
        "rounding": (
            "The source is rounded too coarsely to say whether the difference is within the bound: {names}."
        ),
        "paraphrase": "What the source itself concludes, paraphrased ({source}): {words}",
        "weighed_caption": "Key figures as measured and weighted to {title}",
        "headline": "Key figure",
        "measured": "As measured",
        "weighed": "Weighted",
        "uncomputed": "cannot be computed",
        "how": (
            "Weighted by post-stratification (Holt & Smith, 1979): each class counts for as much as it is of "
            "the population, computed from the published figures alone."
        ),
        "unrounded": (
            "Differences are computed from unrounded percentages; they can be a point off the numbers in the "
            "table."
        ),
        "kish": (
            "Such weights bring {n} answers down to an effective size of about {effective} (design effect "
            "{deff}; Kish, 1965)."
        ),
        "lacks": "Cannot be computed: {why}.",
        "lacks_of": "{name}, cannot be computed: {why}.",
        "why_hidden": "the size of {names} is not shown",
        "why_unavailable": "no share of the population is available of {names}",
        "why_nobody": "there are no respondents in {names}",
        "why_partial": "the classes that correspond are not the whole of the source",
        "why_unclassed": "not every respondent has a class",
        "why_cell": "the figure is not shown for {names}",
        "why_total": "the figure itself is not shown",
    },
}

UNITS = {
    "nl": {
        Unit.PEOPLE: "mensen",
        Unit.EMPLOYEES: "werknemers",
        Unit.SELF_EMPLOYED: "zelfstandigen",
        Unit.JOBS: "banen",
        Unit.EMPLOYEE_JOBS: "banen van werknemers",
        Unit.ENTERPRISES: "bedrijven",
        Unit.ESTABLISHMENTS: "vestigingen",
        Unit.HOUSEHOLDS: "huishoudens",
    },
    "en": {
        Unit.PEOPLE: "people",
        Unit.EMPLOYEES: "employees",
        Unit.SELF_EMPLOYED: "self-employed people",
        Unit.JOBS: "jobs",
        Unit.EMPLOYEE_JOBS: "jobs of employees",
        Unit.ENTERPRISES: "enterprises",
        Unit.ESTABLISHMENTS: "establishments",
        Unit.HOUSEHOLDS: "households",
    },
}


def tell(language: str, key: str, **values: object) -> str:
    """Give a phrase with its values filled in; counts get the language's thousands mark."""
    spelt = {
        name: spell_count(value, language) if isinstance(value, int) else value
        for name, value in values.items()
    }
    return PHRASES.get(language, PHRASES["en"])[key].format(**spelt)


def say_unit(unit: Unit, language: str) -> str:
    """Say what is counted."""
    return UNITS.get(language, UNITS["en"])[unit]


def say_when(population: Population, language: str) -> str:
    """Say of when a population's sizes are: the period in words, else the day."""
    if population.period:
        return in_language(population.period, language)
    return say_date(population.date, language) if population.date else ""


def spell_known(known: KnownShare, language: str) -> str:
    """Give a population's share with the decimals of its source: ``26%``."""
    return f"{spell_number(round_fraction(known.percent, known.decimals), language)}%"


def spell_signed(points: int) -> str:
    """Give a difference with its sign: ``+4``, ``−18``, ``0``."""
    return f"+{points}" if points > 0 else f"\u2212{-points}" if points < 0 else "0"
