"""Words of the annex on figures that were printed elsewhere."""

AUDIT_WORDS = {
    "nl": {
        "counted": (
            "Getoetst zijn {own} uitspraken over dit onderzoek en {elsewhere} over ander onderzoek, zoals "
            "zij elders gedrukt zijn. Nummers van paragrafen, figuren en tabellen zijn die van daar. Een "
            "nummer als {example} is dat van de uitspraak in de lijst van gedrukte uitspraken."
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
        "code": "Soort bevinding",
        "printed": "Wat waar gedrukt is",
        "arithmetic": "Rekensom",
        "source": "Gedrukte getallen; eigen berekening",
    },
    "en": {
        "counted": (
            "The audit checks {own} statements about this study and {elsewhere} about other studies, as they "
            "were printed elsewhere. Numbers of sections, figures and tables are those used there. A number "
            "like "
            "{example} is that of the statement in the list of printed statements."
        ),
        "how": (
            "The audit uses no respondent's answers: it sets printed numbers side by side and works out "
            "whether they can all be right. A number that it does not name has not been found correct: only "
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
        "code": "Kind of finding",
        "printed": "What was printed where",
        "arithmetic": "Arithmetic",
        "source": "Printed numbers; own calculation",
    },
}
KINDS = {
    "nl": {
        "F001": "Percentage dat niet kan",
        "F002": "Eén cijfer, twee waarden",
        "F003": "Delen en geheel",
        "F010": "Aantal en percentage",
        "F011": "Som en delen",
        "F012": "Geen basis voor alles samen",
        "F013": "Totaal en groepen",
        "F014": "Meest gekozen",
        "F015": "Rangorde",
        "F016": "Grootte van de basis",
        "F017": "Basis van delen en geheel",
        "F018": "Groep onder het minimum",
        "F019": "Kolom die overblijft",
        "F020": "Tekst en cijfers",
        "F021": "Bijgesteld tot 100",
    },
    "en": {
        "F001": "Share that can't be",
        "F002": "One figure, two values",
        "F003": "Parts and whole",
        "F010": "Count and share",
        "F011": "Sum and parts",
        "F012": "No base gives all",
        "F013": "Total and groups",
        "F014": "Most chosen",
        "F015": "Rank",
        "F016": "Size of the base",
        "F017": "Bases of parts and whole",
        "F018": "Group below the minimum",
        "F019": "Column left over",
        "F020": "Text and figures",
        "F021": "Made to add up to 100",
    },
}
"""What a finding is about, by code, of the findings that an audit without data can make."""


def name_kind(language: str, code: str) -> str:
    """Give what a finding is about with its code: ``Parts and whole (F003)``; the code alone if unknown."""
    name = KINDS.get(language, KINDS["en"]).get(code)
    return f"{name} ({code})" if name else code


def audit_word(language: str, key: str, **values: object) -> str:
    """Give a phrase of the annex with its values, in English where there is no other."""
    return AUDIT_WORDS.get(language, AUDIT_WORDS["en"])[key].format(**values)
