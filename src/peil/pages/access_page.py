"""What is kept about a respondent, shown to the respondent: as a page, and as plain text."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from babel.dates import format_date

from peil.interview.own_copy import Fact, OwnAnswer, OwnCopy, OwnDetail
from peil.pages.addresses import ANY_LANGUAGE, named_address
from peil.pages.chrome import make_chrome
from peil.pages.site import Site
from peil.pages.words import Words, language_name

FACTS = {
    "opened_on": "access_opened_on",
    "changed_on": "access_changed_on",
    "language": "access_language",
    "consent": "access_consent",
    "version": "access_version",
    "purpose": "access_purpose",
    "source": "access_source",
    "synthetic": "access_synthetic",
    "link": "access_link",
    "device": "access_device",
    "seconds": "access_seconds",
    "flags": "access_flags",
    "full": "access_full",
    "id": "access_id",
    "revision": "access_revision",
    "seed": "access_seed",
}
"""What is kept of an interview as a whole, in the order in which it is shown, with the words for it."""

VALUES = {
    ("purpose", "live"): "access_purpose_live",
    ("purpose", "pilot"): "access_purpose_pilot",
    ("purpose", "test"): "access_purpose_test",
    ("source", "web"): "access_source_web",
    ("source", "import"): "access_source_import",
    ("link", "invited"): "access_link_invited",
    ("device", "phone"): "access_device_phone",
    ("device", "tablet"): "access_device_tablet",
    ("device", "computer"): "access_device_computer",
    ("flags", "burst"): "access_flag_burst",
    ("flags", "honeypot"): "access_flag_honeypot",
}
SHOWN_DIGITS = 8
"""Of a version's fingerprint: enough to tell two apart; the file has all of it."""

DAYS = frozenset({"opened_on", "changed_on"})


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is kept: what it is, and what it says, on one or several lines."""

    name: str
    values: tuple[str, ...]


def access_page(
    site: Site, language: str, copy: OwnCopy, file: str, *, going_on: bool = True, changes: str = ""
) -> str:
    """Give the page that shows all that is kept.

    Args:
        site: The study's site.
        language: Language of the page.
        copy: All that is kept.
        file: Path of the same as a file.
        going_on: The interview can be gone on with.
        changes: Path at which a finished interview's answers can be changed, or empty.
    """
    words = site.words[language]
    return site.render(
        "access",
        chrome=make_chrome(site, language, words("access_title"), named_address(ANY_LANGUAGE, "access")),
        title=words("access_title"),
        answers=[_answer_line(one) for one in copy.answers],
        details=[_detail_line(words, one) for one in copy.details],
        facts=list(_facts(words, copy)),
        invited=copy.interview.get("link") == "invited",
        sent=len(copy.log),
        file=file,
        going_on=going_on,
        changes=changes,
    )


def access_text(words: Words, copy: OwnCopy) -> str:
    """Give the same as plain text, for a letter or a mail."""
    parts = [
        (words("access_answers"), [_answer_line(one) for one in copy.answers]),
        (words("access_details"), [_detail_line(words, one) for one in copy.details]),
        (words("access_interview"), list(_facts(words, copy))),
        (words("access_invitation"), [Line(name, (text,)) for name, text in copy.invitation.items()]),
    ]
    told = [copy.study, words("access_title")]
    for title, lines in parts:
        if lines:
            told.append("\n".join([title, *(_text_line(one) for one in lines)]))
    if copy.log:
        told.append(words.counted("access_sent", len(copy.log)))
    return "\n\n".join(told)


def _text_line(line: Line) -> str:
    return f"- {line.name}\n    " + "\n    ".join(value.replace("\n", "\n    ") for value in line.values)


def _answer_line(answer: OwnAnswer) -> Line:
    return Line(" – ".join(part for part in (answer.question, answer.part) if part), answer.answers)


def _detail_line(words: Words, detail: OwnDetail) -> Line:
    return Line(detail.label, (words("access_sealed") if detail.text is None else detail.text,))


def _facts(words: Words, copy: OwnCopy) -> Iterator[Line]:
    for name, key in FACTS.items():
        fact = copy.interview.get(name)
        if fact is not None and fact not in {"", ()}:
            yield Line(words(key), tuple(_values(words, name, fact)))


def _values(words: Words, name: str, fact: Fact) -> Iterator[str]:
    for value in fact if isinstance(fact, tuple) else (fact,):
        if isinstance(value, bool):
            yield words("access_yes" if value else "access_no")
        elif name in DAYS:
            yield _day(words, str(value))
        elif name == "language":
            yield language_name(str(value))
        elif name == "version":
            yield str(value)[:SHOWN_DIGITS]
        else:
            key = VALUES.get((name, str(value)))
            yield words(key) if key else str(value)


def _day(words: Words, iso: str) -> str:
    return format_date(dt.date.fromisoformat(iso), "long", locale=words.language)
