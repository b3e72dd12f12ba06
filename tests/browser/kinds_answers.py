"""Answers to the study with every kind of question: what is typed and chosen, what is refused."""

from collections.abc import Mapping

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "usage": {
        "usage": "other",
        "usage.other.text": "alleen 's nachts",
        "turnover": "rose",
        "turnover.rose.number": "12,5",
    },
    "reasons": {"reasons.speed": "1", "reasons.other": "1", "reasons.other.text": "Mijn baas & <ik>"},
    "detail[speed]": {"detail[speed]": "Het scheelt een uur"},
    "detail[other]": {"detail[other]": "Nergens"},
    "best": {"best": "speed"},
    "ability": {
        "ability.mail": "better",
        "ability.video": "dk",
        "ability.own1.text": "Solliciteren",
        "ability.own1": "worse",
    },
    "helps": {"helps.mail.phone": "1", "helps.mail.laptop": "1", "helps.own1.nothing": "1"},
    "age": {"age": "42", "hours": "37,5"},
    "start": {"start.day": "29", "start.month": "2", "start.year": "2024"},
    "wishes": {"wishes.rest": "1", "wishes.time": "2"},
    "mark": {"mark": "7"},
    "more": {"changed": "yes", "what": "Alles", "remarks": "Dank"},
    "contact": {"contact.email": "ik@example.org", "contact.name": "I. K. Voorbeeld"},
    "thanks": {},
}
"""Page to its fields."""

WRONG: Mapping[str, Mapping[str, str]] = {
    "usage": {"turnover": "rose", "turnover.rose.number": "veel"},
    "age": {"hours": "100"},
    "start": {"start.day": "31", "start.month": "2", "start.year": "2024"},
    "wishes": {"wishes.rest": "1", "wishes.time": "1"},
}
"""Page to fields that are refused; other pages are sent empty."""

CAN_BE_EMPTY = frozenset({"helps", "contact", "thanks"})
