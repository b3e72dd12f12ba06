"""Waves of one small study in folders beside each other, for tests: all of it invented."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STUDY = """\
[about]
title = "Gebruik"
languages = ["nl", "en"]
"""
QUESTIONNAIRE = """\
# use: Gebruik

## usage
Hoe vaak gebruikt u AI?
- ( ) often: Vaak
- ( ) rarely: Zelden
- ( ) never: Nooit

## reasons
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] cost: Goedkoper
- [ ] none: Geen van deze  {exclusive}
"""
ENGLISH = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "section:use"
msgid "Gebruik"
msgstr "Use"

msgctxt "usage"
msgid "Hoe vaak gebruikt u AI?"
msgstr "How often do you use AI?"

msgctxt "usage.often"
msgid "Vaak"
msgstr "Often"

msgctxt "usage.rarely"
msgid "Zelden"
msgstr "Rarely"

msgctxt "usage.never"
msgid "Nooit"
msgstr "Never"

msgctxt "reasons"
msgid "Waarom?"
msgstr "Why?"

msgctxt "reasons.speed"
msgid "Sneller"
msgstr "Faster"

msgctxt "reasons.cost"
msgid "Goedkoper"
msgstr "Cheaper"

msgctxt "reasons.none"
msgid "Geen van deze"
msgstr "None of these"
"""
DRAWN = """\
[analysis]
sampling = "probability"

[design]
psu = "school"
"""
SELF_SELECTED = '[analysis]\nsampling = "self_selected"\n'
WAVES = """\
[wave.2024]
folder = "../w2024"
label = { nl = "voorjaar 2024", en = "spring 2024" }

[wave.2026]
this = true

[harmonise.usage]
"""
TEXT = """\
# Bevindingen

::: trend usage
Gebruik door de jaren
:::
"""
SCHOOLS = 12


@dataclass(frozen=True)
class WaveFolder:
    """What a wave's folder is made of.

    Args:
        counts: How many chose often, rarely and never.
        questionnaire: Its text.
        plan: Its plan.
        english: Its catalogue.
        files: More files, by name.
    """

    counts: Sequence[int] = (40, 30, 50)
    questionnaire: str = QUESTIONNAIRE
    plan: str = DRAWN
    english: str = ENGLISH
    files: Mapping[str, str] | None = None


def rows_of(counts: Sequence[int], *, drawn: bool = True) -> list[str]:
    """Give rows in a fixed order, over schools by turns; who uses it has one reason."""
    options = ("often", "rarely", "never")
    names = "id,synthetic,last_page,outcome,usage,reasons.speed,reasons.cost,reasons.none"
    rows = [f"{names},school" if drawn else names]
    chosen = [name for name, count in zip(options, counts, strict=True) for _ in range(count)]
    for number, usage in enumerate(chosen):
        ticks = "" if usage == "never" else ("1", "0")[number % 3 == 0]
        other = "" if usage == "never" else ("0", "1")[number % 3 == 0]
        none = "" if usage == "never" else "0"
        row = f"{number},0,reasons,complete,{usage},{ticks},{other},{none}"
        rows.append(f"{row},s{number * 7 % SCHOOLS}" if drawn else row)
    return rows


def write_wave(folder: Path, wave: WaveFolder) -> Path:
    """Write a wave's folder."""
    files = {
        "study.toml": STUDY,
        "questionnaire.md": wave.questionnaire,
        "translations/en.po": wave.english,
        "plan.toml": wave.plan,
        "data/responses.csv": "\n".join(rows_of(wave.counts, drawn="psu" in wave.plan)) + "\n",
        **(wave.files or {}),
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def write_waves(
    home: Path,
    this: WaveFolder = WaveFolder(),
    earlier: WaveFolder = WaveFolder(),
    waves: str = WAVES,
    text: str = TEXT,
) -> Path:
    """Write an earlier wave and this one beside it; give this one's folder."""
    write_wave(home / "w2024", earlier)
    files = {**(this.files or {}), "compare/waves.toml": waves, "report/1.md": text}
    own = WaveFolder(this.counts, this.questionnaire, this.plan, this.english, files)
    return write_wave(home / "w2026", own)
