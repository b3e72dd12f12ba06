"""Words of the annex on figures that were printed elsewhere."""

AUDIT_WORDS = {
    "nl": {
        "counted": (
            "Getoetst zijn {own} uitspraken over dit onderzoek en {elsewhere} over ander onderzoek, zoals "
            "zij elders gedrukt zijn. Nummers van paragrafen, figuren en tabellen zijn die van daar."
        ),
        "how": (
            "De toets gebruikt geen antwoorden van deelnemers: hij legt gedrukte getallen naast elkaar en "
            "rekent na of zij samen kunnen kloppen. Een getal dat hij niet noemt, is daarmee niet juist "
            "bevonden; alleen met de antwoorden zelf is elk getal na te rekenen."
        ),
        "grades": (
            "Een bevinding heet zeker als zij uit de gedrukte getallen volgt, wat de antwoorden ook waren. "
            "Zij heet waarschijnlijk als zij volgt, tenzij een getal op een ongewone manier is afgerond of "
            "gelezen moet worden. Zij heet verklaard als iets op het eerste gezicht vreemd is en de gedrukte "
            "getallen zelf de oorzaak laten zien."
        ),
        "none": "Er is niets gevonden.",
        "many": "{n} uitspraken, {where} ({ids})",
        "certain": "Zekere bevindingen",
        "likely": "Waarschijnlijke bevindingen",
        "explained": "Verklaarde bevindingen",
        "code": "Code",
        "printed": "Wat waar gedrukt is",
        "arithmetic": "Rekensom",
        "source": "Gedrukte getallen; eigen berekening",
    },
    "en": {
        "counted": (
            "Tried were {own} statements about this study and {elsewhere} about other studies, as they were "
            "printed elsewhere. Numbers of sections, figures and tables are those used there."
        ),
        "how": (
            "The audit uses no respondent's answers: it sets printed numbers side by side and works out "
            "whether they can all be right. A number that it doesn't name is not thereby found correct; only "
            "with the answers themselves can each number be recomputed."
        ),
        "grades": (
            "A finding is called certain when it follows from the printed numbers, whatever the answers "
            "were. It is called likely when it follows unless a number was rounded, or is to be read, in an "
            "unusual way. It is called explained when something is odd at first sight and the printed "
            "numbers themselves show the cause."
        ),
        "none": "Nothing was found.",
        "many": "{n} statements, {where} ({ids})",
        "certain": "Certain findings",
        "likely": "Likely findings",
        "explained": "Explained findings",
        "code": "Code",
        "printed": "What was printed where",
        "arithmetic": "Arithmetic",
        "source": "Printed numbers; own calculation",
    },
}


def audit_word(language: str, key: str, **values: object) -> str:
    """Give a phrase of the annex with its values, in English where there is no other."""
    return AUDIT_WORDS.get(language, AUDIT_WORDS["en"])[key].format(**values)
