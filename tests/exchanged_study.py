"""A study with answers in own words, a frame, codings and a talk; everything in it is invented."""

from pathlib import Path

from peil.study.coding import answer_mark

SETTINGS = """\
[about]
title = "Werk"
languages = ["nl"]
contact = "onderzoek@example.org"
report_date = 2026-03-04
"""
QUESTIONNAIRE = """\
# work: Werk

## mood
Hoe gaat het?
- ( ) good: Goed
- ( ) bad: Slecht

## remarks  {optional}
Wat wilt u nog kwijt?
____

## wishes  {optional}
Wat wenst u?
____
"""
FRAME = """\
title = "Opmerkingen"
coders = ["mt", "jp"]

[nets.worries]
title = "Zorgen"

[codes.income]
title = "Inkomen"
definition = "Geld, tarieven, loon."
examples = ["Ik verdien minder."]
net = "worries"

[codes.tempo]
title = "Tempo"
net = "worries"

[codes.praise]
title = "Lof"
"""
TALK = """\
# VERZONNEN gesprek: niemand heeft dit gevoerd

```toml
kind = "interview"
date = 2026-02-10
language = "nl"
participants = 1
speakers = ["P1"]
composition = { nl = "een zelfstandige" }
quoting = true
invented = true
```

## Over tempo

[themes: pace] Het gaat steeds sneller.

> [P1 | themes: pace, money] “Ik kan niet harder.”

Bel 06 12345678 voor meer.
"""
THEMES = """\
[pace]
title = "Tempo"

[money]
title = "Geld"
"""
ANSWERS = {
    "r1": "Ik verdien minder",
    "r2": "Alles gaat sneller 😀 en ik verdien niets",
    "r3": "Prima!\nEcht waar",
    "r4": "Mail mij: jan@example.org",
    "r5": "",
    "r6": "[tussen haken] e\u0301e\u0301n",
}
WISHES = {"r6": "Rust"}
CODINGS = (
    ("r1", "mt", "income", "zegt het zelf"),
    ("r2", "mt", "income tempo", ""),
    ("r2", "jp", "tempo", ""),
    ("r3", "mt", "", ""),
)


def write_study(folder: Path, *, frame: str = FRAME, codings=CODINGS) -> Path:
    """Write the study; without a frame it has no codings either."""
    files = {
        "study.toml": SETTINGS,
        "plan.toml": "",
        "questionnaire.md": QUESTIONNAIRE,
        "talks/talk1.md": TALK,
        "talks/themes.toml": THEMES,
        "data/responses.csv": data(),
    }
    if frame:
        files["coding/remarks.toml"] = frame
        files["coding/remarks.csv"] = coded(codings)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def data() -> str:
    """Give the data file."""
    rows = (f'{one},complete,good,"{words}",{WISHES.get(one, "")}\n' for one, words in ANSWERS.items())
    return "id,outcome,mood,remarks,wishes\n" + "".join(rows)


def coded(codings) -> str:
    """Give the file of codings."""
    lines = [
        f"{one},{coder},{codes},{answer_mark('remarks', one, ANSWERS[one])},{note}\n"
        for one, coder, codes, note in codings
    ]
    return "id,coder,codes,answer,note\n" + "".join(lines)
