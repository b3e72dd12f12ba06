"""A small study that is ready to be mailed about, and its sample."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from peil.mail.pace import Pace
from peil.store.sample.person import NewPerson
from peil.study.reader.read import read_study
from peil.study.study import Study

DAY = dt.date(2026, 3, 2)

SETTINGS = """
[about]
title = "Werk"
languages = ["nl", "en"]
consent = "Ik doe mee."
consent_version = "1"
controller = "Voorbeeld & Co"
contact = "vragen@example.org"
lawful_basis = "art. 6(1)(a) GDPR"
retention_months = 12

[roles]
other = "otherwise"

[fieldwork]
access = "invited"
privacy = "PRIVACY"

[mail]
from = "Onderzoek <onderzoek@example.org>"
address = "https://survey.example.org/"
"""

QUESTIONNAIRE = """
# use: Gebruik

## usage
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
"""

TRANSLATED = {
    "study.title": ("Werk", "Work"),
    "study.consent": ("Ik doe mee.", "I take part."),
    "use": ("Gebruik", "Use"),
    "usage": ("Hoe vaak?", "How often?"),
    "usage.often": ("Vaak", "Often"),
    "usage.never": ("Nooit", "Never"),
}
ENGLISH = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n' + "".join(
    f'\nmsgctxt "{path}"\nmsgid "{base}"\nmsgstr "{said}"\n' for path, (base, said) in TRANSLATED.items()
)

MAILS = {
    "invitation.md": '# Uitnodiging\n\nBeste {name | "deelnemer"},\n\nGa **nu** naar {link}.\n',
    "reminder-1.md": "# Herinnering\n\nDoe mee.\n\n[Naar de vragen]({link})\n\nCode: {code}\n",
    "en/invitation.md": '# Invitation\n\nDear {name | "participant"},\n\n[Begin]({link})\n',
    "en/reminder-1.md": "# Reminder\n\nTake part.\n\n[Begin]({link})\n",
}


def write_study(folder: Path, *, privacy: str = "confidential", mails: Mapping[str, str] = MAILS) -> Study:
    """Write the study's folder and read it."""
    (folder / "translations").mkdir(parents=True, exist_ok=True)
    (folder / "study.toml").write_text(SETTINGS.replace("PRIVACY", privacy), encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (folder / "translations" / "en.po").write_text(ENGLISH, encoding="utf-8")
    for name, text in mails.items():
        path = folder / "mail" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_study(folder)


def people(number: int) -> list[NewPerson]:
    """Make persons, every third of whom reads English and every fourth of whom has no name."""
    return [
        NewPerson(
            f"p{place}@example.org",
            "" if place % 4 == 0 else f"Person {place}",
            "en" if place % 3 == 0 else "nl",
            {"region": "north" if place % 2 else "south"},
            place + 2,
        )
        for place in range(number)
    ]


def sample_csv(number: int) -> str:
    """Give the same persons as a researcher's list."""
    rows = [f"{one.address},{one.name},{one.language},{one.strata['region']}" for one in people(number)]
    return "\n".join(["address,name,language,region", *rows]) + "\n"


def quick(**waits: tuple[float, ...]) -> Pace:
    """Give a pace at which a test isn't waited for."""
    return Pace(1_000_000, waits.get("again", (0.01, 0.01)), waits.get("reconnect", (0.01,)))
