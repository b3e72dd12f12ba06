"""The words that a report's pages say by themselves: headings of lists, captions, links."""

from collections.abc import Mapping
from types import MappingProxyType

from peil.report.document import Document

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "nl": {
            "contents": "Inhoud",
            "figures": "Figuren",
            "tables": "Tabellen",
            "figure": "Figuur",
            "table": "Tabel",
            "notes": "Noten",
            "note": "Noot",
            "data": "Gegevens",
            "skip": "Naar de inhoud",
            "sources": "Waar de getallen vandaan komen:",
            "back": "Terug naar de tekst",
            "origins": "Waar elk getal vandaan komt",
            "origins_point": "te zien als u een getal aanwijst",
            "origins_each": "te zien bij het getal waar u met Tab of een tik naartoe gaat",
            "origins_all": "te zien bij alle getallen",
        },
        "en": {
            "contents": "Contents",
            "figures": "Figures",
            "tables": "Tables",
            "figure": "Figure",
            "table": "Table",
            "notes": "Notes",
            "note": "Note",
            "data": "Data",
            "skip": "Skip to the content",
            "sources": "Where the numbers come from:",
            "back": "Back to the text",
            "origins": "Where each number comes from",
            "origins_point": "shown when you point at a number",
            "origins_each": "shown at the number that you tab to or tap",
            "origins_all": "shown at all numbers",
        },
    }
)


def words_of(document: Document) -> Mapping[str, str]:
    """The renderers' words: the document's own, else those of its language, else English."""
    language = document.language.split("-", maxsplit=1)[0]
    return {**_WORDS["en"], **_WORDS.get(language, {}), **document.words}
