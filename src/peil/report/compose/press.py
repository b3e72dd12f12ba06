"""What a page for the press says by itself: how it was done in one paragraph, from when it may be told."""

import datetime as dt
from collections.abc import Iterable, Iterator

from peil.disclose.release import Release
from peil.report.compose.phrases import say_date, spell_count
from peil.report.document import Inline, KeyNumber, KeyNumbers, Run
from peil.study.plan import Sampling
from peil.study.study import Study

NO_WEIGHTS = "none"
WORDS = {
    "nl": {
        "rows": "Deze uitkomsten berusten op {n} ingevulde vragenlijsten.",
        "period": "Het veldwerk liep van {opens} tot en met {closes}.",
        "self_selected": (
            "De deelnemers hebben zichzelf aangemeld. De percentages gelden voor wie meedeed; hoe het met "
            "anderen staat, is er niet mee gemeten."
        ),
        "probability": "De deelnemers komen uit een aselecte steekproef.",
        "none": "De antwoorden zijn niet gewogen.",
        "weighted": "De antwoorden zijn gewogen.",
        "carried_out": "Uitvoering: {agency}.",
        "questions": "Vragen over het onderzoek: ",
        "embargo_day": "Embargo tot {day}",
        "embargo_time": "Embargo tot {day}, {time} uur",
    },
    "en": {
        "rows": "These results rest on {n} questionnaires.",
        "period": "Fieldwork ran from {opens} to {closes}.",
        "self_selected": (
            "Participants came forward by themselves. Percentages are of those who took part; how "
            "others fare was not measured."
        ),
        "probability": "Participants are a probability sample.",
        "none": "Answers are not weighted.",
        "weighted": "Answers are weighted.",
        "carried_out": "Carried out by {agency}.",
        "questions": "Questions about the study: ",
        "embargo_day": "Under embargo until {day}",
        "embargo_time": "Under embargo until {day}, {time}",
    },
}


def key_numbers(lines: Iterable[Inline]) -> KeyNumbers:
    """Give headline numbers: each line's first run is its value, the rest says what it is of."""
    return KeyNumbers(tuple(KeyNumber(line[:1], stripped(line[1:])) for line in lines))


def stripped(line: Inline) -> Inline:
    """Give a line without the space between a value and its words."""
    if not line:
        return line
    first = line[0]
    own = Run(first.text.lstrip(), first.bold, first.italic, first.link, first.note, first.origin)
    return (own, *line[1:])


def tell_method(study: Study, release: Release, language: str) -> Inline:
    """Tell how many answered and when, how they came in, and who can be asked; Dutch, or else English."""
    words = WORDS.get(language, WORDS["en"])
    said = Run(" ".join(method_sentences(study, release, language)))
    contact = study.about.contact
    if not contact:
        return (said,)
    address = contact if contact.startswith("https://") else f"mailto:{contact}" if "@" in contact else ""
    return (said, Run(" " + words["questions"]), Run(contact, link=address), Run("."))


def method_sentences(study: Study, release: Release, language: str) -> Iterator[str]:
    """Give the sentences on method that the study has something to say about."""
    words, about, plan = WORDS.get(language, WORDS["en"]), study.about, study.plan
    yield words["rows"].format(n=spell_count(release.facts.analysed, language))
    if about.opens and about.closes:
        opens, closes = (say_date(day, language) for day in (about.opens, about.closes))
        yield words["period"].format(opens=opens, closes=closes)
    yield words["probability" if plan.sampling is Sampling.PROBABILITY else "self_selected"]
    yield words["none" if plan.weighting.method == NO_WEIGHTS else "weighted"]
    if about.agency:
        yield words["carried_out"].format(agency=about.agency.plain(language))


def tell_embargo(until: dt.date, language: str) -> Inline:
    """Say from when it may be told, whether that has come or not."""
    words = WORDS.get(language, WORDS["en"])
    day = say_date(until, language)
    if not isinstance(until, dt.datetime):
        return (Run(words["embargo_day"].format(day=day), bold=True),)
    time = f"{until:%H.%M}" if language == "nl" else f"{until:%H:%M}"
    return (Run(words["embargo_time"].format(day=day, time=time), bold=True),)
