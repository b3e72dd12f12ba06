"""The words that a data pack says by itself, in Dutch and English; other languages get English."""

from collections.abc import Mapping

from peil.formats.pack.readme_words import README_WORDS

WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "not_asked": "Niet gevraagd",
        "blank": "Gevraagd, niet ingevuld",
        "left_before": "Eerder gestopt",
        "no_answer": "Niet gevraagd of niet beantwoord",
        "withheld": "Achtergehouden",
        "or": " of ",
        "rest": "Overige klassen",
        "ticked": "Gekozen",
        "unticked": "Niet gekozen",
        "id": "Nummer van de rij",
        "complete": "Vragenlijst afgemaakt",
        "synthetic": "Synthetische rij (gemaakt, niet ingevuld)",
        "weight": "Weegfactor",
        "yes": "Ja",
        "no": "Nee",
        "rank": "Plaats van: {option}",
        "beside": "{option}: toelichting",
        "design": "Kolom van het steekproefplan",
        "everyone": "Iedereen",
        **README_WORDS["nl"],
    },
    "en": {
        "not_asked": "Not asked",
        "blank": "Asked, left blank",
        "left_before": "Left before",
        "no_answer": "Not asked or not answered",
        "withheld": "Withheld",
        "or": " or ",
        "rest": "Other classes",
        "ticked": "Chosen",
        "unticked": "Not chosen",
        "id": "Number of the row",
        "complete": "Came to the questionnaire's end",
        "synthetic": "Synthetic row (made, not given)",
        "weight": "Weight",
        "yes": "Yes",
        "no": "No",
        "rank": "Rank of: {option}",
        "beside": "{option}: in own words",
        "design": "Column of the sample's design",
        "everyone": "Everyone",
        **README_WORDS["en"],
    },
}


def words_in(language: str) -> Mapping[str, str]:
    """Give the words of a language."""
    return WORDS.get(language, WORDS["en"])
