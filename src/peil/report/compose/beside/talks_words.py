"""What is said of talks in a report, in Dutch and in English."""

import datetime as dt

from babel.dates import format_date

from peil.disclose.release import SaidIn
from peil.disclose.theme_matrix import ToldColumn, ToldTalk
from peil.study.talk import TalkKind

WORDS = {
    "nl": {
        "focus_group": "focusgroep {number}",
        "interview": "interview {number}",
        "interviews": "interviews, samengenomen",
        "small": "kleine gesprekken, samengenomen",
        "quarter": "{quarter} kwartaal van {year}",
        "participants": "{number} deelnemers",
        "said_in_focus_group": "deelnemer aan een focusgroep",
        "said_in_interview": "deelnemer aan een interview",
        "caption": "Thema's die in de gesprekken aan de orde kwamen",
        "theme": "Thema",
        "in_talks": "Aantal keer ja",
        "yes": "ja",
        "no": "–",
        "note": (
            "“Ja” betekent dat het thema in dat gesprek aan de orde kwam, een streepje dat het niet aan de "
            "orde "
            "kwam. Hoeveel mensen het noemden, staat er niet; gesprekken zeggen niets over hoe vaak iets "
            "voorkomt."
        ),
        "small_note": (
            "Wat in gesprekken met minder dan drie deelnemers aan de orde kwam, staat er alleen in als het "
            "met andere kan worden samengenomen."
        ),
        "invented": "De gesprekken zijn verzonnen: niemand heeft ze gevoerd.",
        "some_invented": "Waar “(verzonnen)” staat, is het gesprek verzonnen: niemand heeft het gevoerd.",
    },
    "en": {
        "focus_group": "focus group {number}",
        "interview": "interview {number}",
        "interviews": "interviews, taken together",
        "small": "small talks, taken together",
        "quarter": "{quarter} quarter of {year}",
        "participants": "{number} participants",
        "said_in_focus_group": "participant in a focus group",
        "said_in_interview": "participant in an interview",
        "caption": "Themes that came up in the talks",
        "theme": "Theme",
        "in_talks": "Times yes",
        "yes": "yes",
        "no": "–",
        "note": (
            "“Yes” means that the theme came up in that talk, a dash that it did not. How many people raised "
            "it is not given; talks say nothing of how often something occurs."
        ),
        "small_note": (
            "What came up in talks with fewer than three participants is included only where it can be taken "
            "together with others."
        ),
        "invented": "The talks are invented: nobody held them.",
        "some_invented": "Where it says “(invented)”, the talk is invented: nobody held it.",
    },
}

QUARTERS = {
    "nl": ("eerste", "tweede", "derde", "vierde"),
    "en": ("first", "second", "third", "fourth"),
}


def say_talks(language: str, key: str, **values: object) -> str:
    """Give a phrase with its values filled in."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)


def name_talk(talk: ToldTalk, language: str) -> str:
    """Name a talk: ``focus group 1``."""
    return say_talks(language, talk.kind, number=talk.number)


def name_column(column: ToldColumn, language: str) -> str:
    """Name a column: that of one group, or of small talks together."""
    if len(column.talks) == 1:
        return name_talk(column.talks[0], language)
    interviews = all(talk.kind is TalkKind.INTERVIEW for talk in column.talks)
    return say_talks(language, "interviews" if interviews else "small")


def say_when(talk: ToldTalk, language: str) -> str:
    """Say in which month or quarter a talk was held; empty where no day is known."""
    if talk.year is None:
        return ""
    if talk.month is None:
        quarter = QUARTERS[language if language in WORDS else "en"][(talk.quarter or 1) - 1]
        return say_talks(language, "quarter", quarter=quarter, year=talk.year)
    locale = language if language in WORDS else "en"
    return format_date(dt.date(talk.year, talk.month, 1), "MMMM y", locale=locale)


def say_who(where: SaidIn, language: str) -> str:
    """Say who said something: ``participant in a focus group: self-employed makers``."""
    who = say_talks(language, f"said_in_{where.kind}")
    broad = where.composition.get(language, "")
    return f"{who}: {broad}" if broad else who


def begin(text: str) -> str:
    """Give a text with a capital."""
    return text[:1].upper() + text[1:]
