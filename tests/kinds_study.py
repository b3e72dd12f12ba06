"""A small study with every kind of question and every thing that a page can do, in two languages."""

from pathlib import Path

from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """
[about]
title = "Alle soorten vragen"
languages = ["nl", "en"]
consent = "Ik doe vrijwillig mee."
controller = "Voorbeeld"
contact = "onderzoek@example.org"
lawful_basis = "art. 6(1)(a) GDPR"
retention_months = 12

[roles]
heavy = { if = "usage is often", label = "veelgebruiker" }
other = "otherwise"
"""

QUESTIONNAIRE = """
# intro: Over dit onderzoek

## welcome  {notice}
Welkom bij deze vragenlijst.

Invullen duurt vijf minuten.

# choose: Kiezen

---

## usage
Hoe vaak gebruikt u het?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) other: Anders, namelijk ____
- ( ) dk: Weet ik niet  {missing}

## turnover
Is uw omzet veranderd?
- ( ) rose: Gestegen, met ___ [0..500, 1 decimals] procent
- ( ) none: Gelijk gebleven

---

## reasons  {at most 3, shuffle}
Waarom gebruikt u het?
  for heavy: Waarom gebruikt u het zo vaak?
- [ ] speed: Sneller werken
- [ ] cost: Goedkoper werken
- [ ] quality: Beter werken
- [ ] fun: Meer plezier
- [ ] other: Anders, namelijk ____  {last}
- [ ] none: Geen van deze  {exclusive, last}

---

## detail  {for each reasons}
Hoe helpt het u bij "{reasons}"? ____

---

## best
if reasons has speed or reasons has cost or reasons has quality or reasons has fun or reasons has other
Wat was het belangrijkst?
options from reasons
- ( ) same: Allemaal even belangrijk

# grid: Vergelijken

---

## ability  {matrix, shuffle}
Hoe goed gaat dit?
columns
- ( ) worse: Slechter
- ( ) equal: Even goed
- ( ) better: Beter
- ( ) dk: Weet ik niet  {missing}
rows
- mail: E-mails schrijven
- team: Werk in het team  {if role is heavy}
- video: Volledige video's of animaties maken
- own1: Ander werk, namelijk ____
- own2: Ander werk, namelijk ____

---

## helps  {matrix, optional}
Wat gebruikt u hiervoor?
columns
- [ ] phone: Telefoon
- [ ] laptop: Laptop
- [ ] nothing: Niets  {exclusive}
rows
- mail: E-mails schrijven
- {open rows from ability}

# fill: Invullen

---

## age
end if age < 16: too_young
Hoe oud bent u? Ik ben ___ [0..120] jaar.

## hours  {optional}
Ik werk ___ [0..80, 1 decimals] uur per week.

---

## start  {date}
Wanneer bent u begonnen?

---

## wishes  {ranking, at most 2, shuffle}
Wat vindt u het belangrijkst? Kies er ten hoogste twee.
- time: Meer tijd
- money: Meer geld
- rest: Meer rust

---

## mark  {scale 0..10}
Welk cijfer geeft u?
- 0: Heel slecht
- 10: Heel goed
- ( ) dk: Weet ik niet  {missing}

# more: Toelichting  {one page}

## changed
Is er iets veranderd?
- ( ) yes: Ja
- ( ) no: Nee

## what
if changed is yes
Wat is er veranderd? ____

## remarks  {optional}
Wilt u nog iets kwijt? ____

# closing: Tot slot

---

## contact  {contact, optional}
Hoe kunnen wij u bereiken?
- email: E-mailadres
- name: Naam
- phone: Telefoonnummer

---

## thanks  {notice}
Dit waren alle vragen.
"""

ENGLISH = {
    "study.title": ("Alle soorten vragen", "Every kind of question"),
    "study.consent": ("Ik doe vrijwillig mee.", "I am taking part voluntarily."),
    "choose": ("Kiezen", "Choosing"),
    "usage": ("Hoe vaak gebruikt u het?", "How often do you use it?"),
    "usage.often": ("Vaak", "Often"),
    "usage.rarely": ("Zelden", "Rarely"),
    "usage.other": ("Anders, namelijk ____", "Otherwise, namely ____"),
    "usage.dk": ("Weet ik niet", "I don't know"),
}
"""Translated in part, so that pages with two languages are tested."""


def write_kinds_study(folder: Path) -> Study:
    """Write the study's folder and read it."""
    (folder / "translations").mkdir(parents=True)
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    entries = [
        f'msgctxt "{context}"\nmsgid "{dutch}"\nmsgstr "{english}"\n'
        for context, (dutch, english) in ENGLISH.items()
    ]
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: en\\n"\n'
    (folder / "translations" / "en.po").write_text("\n".join([head, *entries]), encoding="utf-8")
    return read_study(folder)
