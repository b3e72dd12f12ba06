"""The words that a public site says by itself, in Dutch and English; other languages get English."""

from collections.abc import Iterable

from babel import Locale
from babel.numbers import format_decimal

from peil.report.compose.phrases import LOCALES

WORDS = {
    "nl": {
        "pages": "Pagina's",
        "languages": "Taal",
        "start": "Start",
        "back_to": "Terug naar",
        "row": "Vragen op volgorde",
        "before": "Vorige",
        "after": "Volgende",
        "question": "De vraag: {text}",
        "made": "Samengesteld uit antwoorden op andere vragen.",
        "coded": "Antwoorden in eigen woorden, door mensen gecodeerd.",
        "derived_theme": "Samengesteld",
        "by": "{title}, naar {group}",
        "by_head": "Naar {group}",
        "everyone": "Iedereen",
        "jump": "Op deze pagina",
        "rows": "Per onderdeel",
        "too_small": "Geen enkele groep is groot genoeg om te tonen: minstens {minimum} respondenten.",
        "left_out": "Niet getoond, omdat te weinig mensen de vraag beantwoordden: {names}.",
        "explore_none": "Er is niets dat getoond mag worden.",
        "about": "Over dit onderzoek",
        "not_found": "Deze pagina is er niet",
        "not_found_told": "De pagina is verplaatst of heeft nooit bestaan.",
        "home": "Naar het begin",
        "no_files": "Er zijn geen bestanden.",
        "report": "Het rapport",
        "deck": "De presentatie",
        "press": "De pagina voor de pers",
        "workbook": "Alle tabellen, per groep",
        "public_data": "De gegevens, in de versie die iedereen mag hebben",
        "html": "webpagina in één bestand",
        "pdf": "PDF",
        "docx": "Word",
        "pptx": "PowerPoint",
        "xlsx": "Excel",
        "csv": "CSV",
        "json": "JSON",
        "xml": "XML",
        "sav": "SPSS",
        "zip": "ZIP",
        "sss": "Triple-S",
        "txt": "tekst",
        "interim": "Tussenstand",
        "interim_told": (
            "Tussenstand van {date}: tot nu toe {n} respondenten. De vragenlijst staat nog open; alles op "
            "deze pagina's kan nog veranderen."
        ),
        "interim_until": "De vragenlijst staat open tot en met {date}.",
        "interim_groups": (
            "Alleen wat vooraf is vastgelegd, wordt getoond: het totaal en de groepen {groups}. Een groep "
            "met minder dan {minimum} respondenten wordt niet getoond, en een groep die te weinig groeide "
            "evenmin. De cijfers worden pas ververst als er ten minste {every} respondenten bij zijn."
        ),
        "interim_total": (
            "Alleen wat vooraf is vastgelegd, wordt getoond: het totaal. De cijfers worden pas ververst als "
            "er ten minste {every} respondenten bij zijn."
        ),
        "since": (
            "Deze uitkomsten vervangen de tussenstand van {date}. Toen telden {before} respondenten mee, nu "
            "{now}."
        ),
    },
    "en": {
        "pages": "Pages",
        "languages": "Language",
        "start": "Home",
        "back_to": "Back to",
        "row": "Questions in order",
        "before": "Previous",
        "after": "Next",
        "question": "The question: {text}",
        "made": "Made from answers to other questions.",
        "coded": "Answers in own words, coded by people.",
        "derived_theme": "Made from other answers",
        "by": "{title}, by {group}",
        "by_head": "By {group}",
        "everyone": "Everyone",
        "jump": "On this page",
        "rows": "By part",
        "too_small": "No group is large enough to be shown: at least {minimum} respondents.",
        "left_out": "Not shown, as too few people answered: {names}.",
        "explore_none": "There is nothing that may be shown.",
        "about": "About this study",
        "not_found": "This page isn't here",
        "not_found_told": "The page was moved, or there never was one.",
        "home": "To the start",
        "no_files": "There are no files.",
        "report": "The report",
        "deck": "The slides",
        "press": "The page for the press",
        "workbook": "All tables, by group",
        "public_data": "The data, in the version that anyone may have",
        "html": "web page in one file",
        "pdf": "PDF",
        "docx": "Word",
        "pptx": "PowerPoint",
        "xlsx": "Excel",
        "csv": "CSV",
        "json": "JSON",
        "xml": "XML",
        "sav": "SPSS",
        "zip": "ZIP",
        "sss": "Triple-S",
        "txt": "text",
        "interim": "Interim results",
        "interim_told": (
            "Interim results of {date}: {n} respondents so far. The survey is still open; everything on "
            "these pages may change."
        ),
        "interim_until": "The survey is open until {date}.",
        "interim_groups": (
            "Only what was listed beforehand is shown: the total and the groups {groups}. A group of fewer "
            "than {minimum} respondents isn't shown, nor is one that grew too little. The figures are "
            "refreshed only when at least {every} more respondents have come in."
        ),
        "interim_total": (
            "Only what was listed beforehand is shown: the total. The figures are refreshed only when at "
            "least {every} more respondents have come in."
        ),
        "since": (
            "These results replace the interim results of {date}. {before} respondents counted then, {now} "
            "do now."
        ),
    },
}


def tell(language: str, key: str, **values: object) -> str:
    """Give a phrase of the site with its values filled in."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)


def spoken(languages: Iterable[str]) -> tuple[str, ...]:
    """Give the languages that a site has its own words in; the first one where it has none."""
    known = tuple(languages)
    return tuple(language for language in known if language in WORDS) or known[:1]


def language_name(language: str) -> str:
    """Give a language's name in itself: ``Nederlands``."""
    name = Locale.parse(language).get_language_name(language) or language
    return name[0].upper() + name[1:]


def file_size(count: int, language: str) -> str:
    """Give a file's size as people read it: ``48 KB``, ``1,2 MB``."""
    if count < 1_000_000:
        return f"{max(1, round(count / 1000))} KB"
    locale = LOCALES.get(language, LOCALES["en"])
    return f"{format_decimal(round(count / 1_000_000, 1), locale=locale)} MB"
