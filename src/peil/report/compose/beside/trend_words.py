"""What is said of trends over waves, in Dutch and in English."""

from peil.disclose.trend import Untested
from peil.study.changes.wave_break import BreakKind

WORDS = {
    "nl": {
        "against": "{later} t.o.v. {earlier}",
        "not_asked": "n.v.t.",
        "not_asked_note": "n.v.t. = in {wave} niet gevraagd: {reason}",
        "changes": "Veranderingen in procentpunten, berekend uit onafgeronde percentages.",
        "tested": (
            "Tussen haakjes het 95%-interval van de verandering en de p-waarde. Getoetst is het verschil van "
            "twee onafhankelijke steekproeven met t (Welch-Satterthwaite, {df} vrijheidsgraden); {adjusted}."
        ),
        "adjusted": "p is volgens Holm aangepast voor {family} toetsen in deze trend",
        "single": "p is niet aangepast, want er is één toets in deze trend",
        "range": "{low} tot {high}",
        "between": "{low} tot {high}",
        "break": "† Trendbreuk tussen {earlier} en {later}: {told}. De cijfers zijn niet te vergelijken.",
        "accepted": (
            "‡ Tussen {earlier} en {later}: {told}. Volgens de onderzoekers maakt dat niet uit: {why}"
        ),
        "synthetic": "De data van {waves} zijn synthetisch.",
        "untested": "Niet getoetst: {why}.",
        "lines": "Lijnen over de metingen {waves}.",
        "dots": "Punten voor de metingen {waves}.",
        "gap": "Geen lijn tussen {earlier} en {later}: een trendbreuk.",
        "unreadable": "geen cijfers",
    },
    "en": {
        "against": "{later} against {earlier}",
        "not_asked": "n/a",
        "not_asked_note": "n/a = not asked in {wave}: {reason}",
        "changes": "Changes in percentage points, computed from unrounded percentages.",
        "tested": (
            "In brackets the 95% interval of the change and its p. The difference of two independent samples "
            "is tested by t (Welch-Satterthwaite, {df} degrees of freedom); {adjusted}."
        ),
        "adjusted": "p is adjusted by Holm's method for {family} tests in this trend",
        "single": "p is not adjusted, for there is one test in this trend",
        "range": "{low} to {high}",
        "between": "{low} to {high}",
        "break": "† A break between {earlier} and {later}: {told}. The figures can't be compared.",
        "accepted": (
            "‡ Between {earlier} and {later}: {told}. The researchers judge that it doesn't matter: {why}"
        ),
        "synthetic": "The data of {waves} are synthetic.",
        "untested": "Not tested: {why}.",
        "lines": "Lines over the waves {waves}.",
        "dots": "Dots for the waves {waves}.",
        "gap": "No line between {earlier} and {later}: a break.",
        "unreadable": "no figures",
    },
}
UNTESTED: dict[str, dict[Untested, str]] = {
    "nl": {
        Untested.SELF_SELECTED: "{waves}: niet allebei getrokken als kanssteekproef",
        Untested.OVERLAP: (
            "{waves}: deels dezelfde respondenten of clusters, dus geen onafhankelijke steekproeven"
        ),
        Untested.NO_ERROR: (
            "een percentage zonder eigen standaardfout (antwoorden die zijn opgeteld, of 0% of 100%)"
        ),
    },
    "en": {
        Untested.SELF_SELECTED: "{waves}: not both drawn as a probability sample",
        Untested.OVERLAP: "{waves}: partly the same respondents or clusters, so no independent samples",
        Untested.NO_ERROR: (
            "a percentage without a standard error of its own (answers added up, or 0% or 100%)"
        ),
    },
}
BREAKS: dict[str, dict[BreakKind, str]] = {
    "nl": {
        BreakKind.WORDING: "de vraagtekst is anders",
        BreakKind.OPTION_WORDING: "antwoord {part} is anders verwoord",
        BreakKind.OPTION_ADDED: "antwoord {part} is nieuw",
        BreakKind.OPTION_REMOVED: "antwoord {part} is vervallen",
        BreakKind.OPTION_MARKED: "antwoord {part} telt anders (geen antwoord, of sluit andere uit)",
        BreakKind.OPTION_BASE: "antwoord {part} is aan anderen voorgelegd",
        BreakKind.MAPPED: "voor {part} staan andere antwoorden",
        BreakKind.BASE: "de vraag is aan anderen gesteld",
        BreakKind.REQUIRED: "de vraag mocht niet in beide metingen open blijven",
        BreakKind.KIND: "de vraag is van een andere soort",
        BreakKind.LIMITS: "er mochten meer of minder antwoorden gekozen worden",
        BreakKind.SCALE: "de schaal is anders",
        BreakKind.ORDER: "de antwoorden staan in een andere volgorde",
        BreakKind.MOVED: "de vraag staat op een andere plaats in de vragenlijst",
        BreakKind.DEFINITION: "de indeling is anders gemaakt",
    },
    "en": {
        BreakKind.WORDING: "the question is worded otherwise",
        BreakKind.OPTION_WORDING: "answer {part} is worded otherwise",
        BreakKind.OPTION_ADDED: "answer {part} is new",
        BreakKind.OPTION_REMOVED: "answer {part} is gone",
        BreakKind.OPTION_MARKED: "answer {part} counts otherwise (as no answer, or as excluding others)",
        BreakKind.OPTION_BASE: "answer {part} was shown to others",
        BreakKind.MAPPED: "other answers stand for {part}",
        BreakKind.BASE: "others were asked",
        BreakKind.REQUIRED: "the question could be left blank in only one of the two",
        BreakKind.KIND: "the question is of another kind",
        BreakKind.LIMITS: "more or fewer answers could be chosen",
        BreakKind.SCALE: "the scale is another one",
        BreakKind.ORDER: "the answers stand in another order",
        BreakKind.MOVED: "the question stands elsewhere in the questionnaire",
        BreakKind.DEFINITION: "the classes are made otherwise",
    },
}
BECAME = {"nl": "{told} (“{old}” werd “{new}”)", "en": "{told} (“{old}” became “{new}”)"}


def spoken(language: str) -> str:
    """Give the language that words are in: English where there are none of its own."""
    return language if language in WORDS else "en"


def say_trend(language: str, key: str, **values: object) -> str:
    """Give a phrase with its values filled in."""
    return WORDS[spoken(language)][key].format(**values)
