"""A small study with a poll beside it, for tests of other studies."""

from dataclasses import replace
from pathlib import Path

from peil.compare.compare_others import compare_others
from peil.disclose.gate import release
from peil.disclose.release import Release
from peil.fieldwork.facts import Facts
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec
from peil.tabulate.table import BaseCount, Cell, Table

POLL = """\
name = { nl = "Peiling", en = "Poll" }
title = { nl = "Peiling onder leden", en = "A poll of members" }
fieldwork = { nl = "mei 2023", en = "May 2023" }
sampling = "unknown"

[[source]]
id = "report"
citation = "De Bond, verslag"
date = 2023-06-01

[[source]]
id = "page"
citation = "De Bond, webpagina"
url = "https://example.org/peiling"

[groups]
free = { nl = "freelancers", en = "freelancers" }
staff = { nl = "vast personeel", en = "permanent staff" }

[questions.members]
title = { nl = "Deelnemers", en = "Respondents" }
kind = "count"

[questions.use]
title = { nl = "Gebruik van AI", en = "Use of AI" }
wording = { nl = "Hoe vaak gebruikt u AI?", en = "How often do you use AI?" }
options.daily = { nl = "Dagelijks", en = "Daily" }
options.weekly = { nl = "Wekelijks", en = "Weekly" }
options.never = { nl = "Nooit", en = "Never" }

[questions.use.crosswalk]
kind = "mapped"
item = "usage"
rows = [
  { theirs = ["daily", "weekly"], ours = ["often", "sometimes"] },
  { theirs = ["never"], ours = ["never"] },
]
groups = [{}, { theirs = "free", ours = "employment: zzp" }, { theirs = "staff", ours = "employment: other" }]
differs = [{ nl = "Daar is de schaal een andere.", en = "The scale is another one there." }]

[questions.fear]
title = { nl = "Vrees voor de baan", en = "Fear for the job" }
horizon = { nl = "vijf jaar", en = "five years" }
options.yes = { nl = "Ja", en = "Yes" }

[questions.fear.crosswalk]
kind = "similar"
item = "usage"
rows = [{ theirs = ["yes"], ours = ["often"] }]
differs = [{ nl = "Vijf jaar en twee.", en = "Five years and two." }]

[questions.fund]
title = { nl = "Voor een fonds", en = "For a fund" }
options.yes = { nl = "Ja", en = "Yes" }

[[figure]]
question = "fund"
option = "yes"
value = 57
source = "page"
claim = "C001"
"""
FIGURES = """\
question,option,group,value,value_en,n,decimals,source,place,claim
members,,,713,,,,report,p. 2,C002
members,,,ruim 700,just over 700,,,page,,C003
use,daily,,20,,713,0,report,p. 3,
use,weekly,,30,,713,0,report,p. 3,
use,never,,29,,713,0,report,p. 3,C004
use,never,,29.3,,713,1,report,p. 5,C005
use,daily,free,10,,,0,report,p. 4,
use,weekly,free,15,,,0,report,p. 4,
use,never,free,35,,,0,report,p. 4,
use,never,staff,12,,,0,report,p. 4,
fear,yes,,60,,,0,page,,
fear,yes,free,65,,,0,page,,
"""

STUDY = '[about]\ntitle = "Werk en AI"\nlanguages = ["nl", "en"]\n'
QUESTIONNAIRE = """\
# use: Gebruik van AI

## employment
source: Q1
Wat bent u?
- ( ) zzp: zelfstandige
- ( ) other: anders

## usage
source: Q6
Hoe vaak gebruikt u AI?
- ( ) often: Vaak
- ( ) sometimes: Soms
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}

## reasons
source: Q7
Waarom?
- [ ] speed: Sneller
- [ ] quality: Beter
"""
PLAN = """\
[analysis]
groups = ["employment"]

[nets.usage]
any = { title = "vaak of soms", options = ["often", "sometimes"] }
"""
ENGLISH = {
    "study.title": ("Werk en AI", "Work and AI"),
    "use": ("Gebruik van AI", "Use of AI"),
    "employment": ("Wat bent u?", "What are you?"),
    "employment.zzp": ("zelfstandige", "self-employed"),
    "employment.other": ("anders", "other"),
    "usage": ("Hoe vaak gebruikt u AI?", "How often do you use AI?"),
    "usage.often": ("Vaak", "Often"),
    "usage.sometimes": ("Soms", "Sometimes"),
    "usage.never": ("Nooit", "Never"),
    "usage.dk": ("Weet ik niet", "Don't know"),
    "reasons": ("Waarom?", "Why?"),
    "reasons.speed": ("Sneller", "Faster"),
    "reasons.quality": ("Beter", "Better"),
    "plan.usage.any": ("vaak of soms", "often or sometimes"),
}
COUNTS: dict[str | None, dict[str, int]] = {
    None: {"often": 39, "sometimes": 46, "never": 35, "dk": 10, "net:any": 85},
    "zzp": {"often": 30, "sometimes": 36, "never": 25, "dk": 9, "net:any": 66},
    "other": {"often": 3, "sometimes": 2, "never": 1, "dk": 0, "net:any": 5},
}
"""Answers about use by employment; those of "other" are too few to show."""
FACTS = Facts(130, 130, 130, {"employment": 130, "usage": 130}, synthetic=False)


def write_study(folder: Path, **changed: str) -> Study:
    """Write the study with its poll and read it; ``poll``, ``figures`` and ``plan`` take another's place."""
    catalogue = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n' + "".join(
        f'\nmsgctxt "{path}"\nmsgid "{dutch}"\nmsgstr "{english}"\n'
        for path, (dutch, english) in ENGLISH.items()
    )
    files = {
        "study.toml": STUDY,
        "questionnaire.md": QUESTIONNAIRE,
        "plan.toml": changed.get("plan", PLAN),
        "translations/en.po": catalogue,
        "compare/poll.toml": changed.get("poll", POLL),
        "compare/poll.csv": changed.get("figures", FIGURES),
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return read_study(folder)


def release_usage(
    study: Study, counts: dict[str | None, dict[str, int]] = COUNTS, se: dict[str, float] | None = None
) -> Release:
    """Release the answers about use, and those of each class of employment; ``se`` are errors by option."""
    tables = []
    for group, found in counts.items():
        n = sum(count for option, count in found.items() if ":" not in option)
        cells = tuple(
            Cell(option, count, count / n, se=(se or {}).get(option)) for option, count in found.items()
        )
        spec = TableSpec("usage", "employment" if group else None)
        base = BaseCount(n, float(n), "wie de vraag beantwoordde")
        tables.append(Table(spec, "usage", "usage", group, base, cells))
    released = release(study, tables, FACTS, "", secondary=False)
    return replace(released, compared=compare_others(study, released))
