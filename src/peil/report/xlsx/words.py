"""The words that a banner workbook says by itself, in Dutch and English; other languages get English."""

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "index": "Inhoud",
        "to_index": "Terug naar de inhoud",
        "tables": "Tabellen van: {title}",
        "question": "Vraag",
        "text": "Tekst",
        "sheet": "Blad",
        "derived": "Afgeleide variabelen",
        "base": "Basis: {rule}.",
        "n": "Basis (ongewogen)",
        "weighted": "Basis (gewogen)",
        "counts": "Aantallen",
        "mean": "Gemiddelde",
        "mean_rank": "{option}: gemiddelde plaats",
        "letter": "Kolomletter",
        "p": "{option}: p",
        "above": "{option}: hoger dan",
        "test": (
            "Getoetst: elke groep tegen de rest ({name}); p gecorrigeerd volgens {correction} over "
            "{size} toetsen "
            "({family}); grens {level}. Letters: de groepen waar deze hoger is dan."
        ),
        "legend": "Uitleg",
        "percent": "Percentages zijn getallen: 46% staat in de cel als 0,46.",
        "hidden": "– = niet getoond, omdat de groep te klein is of iemand herkenbaar zou zijn.",
        "indicative": (
            "* = indicatief: {minimum} tot en met {below} respondenten, afgerond op hele procenten."
        ),
        "net": "Cursief: antwoorden samengenomen.",
        "left_out": "Niet getoond: {names} (te weinig respondenten bij elke vraag).",
        "no_counts": "Aantallen per antwoord staan er niet bij: de antwoorden zijn gewogen.",
        "respondents": "Respondenten in de analyse: {n}",
        "family_table": "per tabel",
        "family_item": "per vraag",
        "family_all": "alles samen",
    },
    "en": {
        "index": "Contents",
        "to_index": "Back to the contents",
        "tables": "Tables of: {title}",
        "question": "Question",
        "text": "Text",
        "sheet": "Sheet",
        "derived": "Derived variables",
        "base": "Base: {rule}.",
        "n": "Base (unweighted)",
        "weighted": "Base (weighted)",
        "counts": "Counts",
        "mean": "Mean",
        "mean_rank": "{option}: mean rank",
        "letter": "Column letter",
        "p": "{option}: p",
        "above": "{option}: higher than",
        "test": (
            "Tested: each group against the rest ({name}); p corrected by {correction} over {size} "
            "tests ({family}); "
            "level {level}. Letters: the groups that this one is higher than."
        ),
        "legend": "Legend",
        "percent": "Percentages are numbers: 46% stands in its cell as 0.46.",
        "hidden": "– = not shown, because the group is too small or somebody could be recognised.",
        "indicative": "* = indicative: {minimum} to {below} respondents, rounded to whole percents.",
        "net": "Italic: answers taken together.",
        "left_out": "Not shown: {names} (too few respondents at every question).",
        "no_counts": "Counts of each answer aren't given: answers are weighted.",
        "respondents": "Respondents in the analysis: {n}",
        "family_table": "per table",
        "family_item": "per question",
        "family_all": "all together",
    },
}


def words_in(language: str) -> Mapping[str, str]:
    """Give the words of a language."""
    return _WORDS.get(language, _WORDS["en"])
