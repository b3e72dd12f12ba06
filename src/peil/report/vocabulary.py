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
            "back": "Terug naar de tekst",
            "origins": "Toon bij elk getal waar het vandaan komt",
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
            "back": "Back to the text",
            "origins": "Show where each number comes from",
        },
    }
)


def words_of(document: Document) -> Mapping[str, str]:
    """The renderers' words: the document's own, else those of its language, else English."""
    language = document.language.split("-", maxsplit=1)[0]
    return {**_WORDS["en"], **_WORDS.get(language, {}), **document.words}
