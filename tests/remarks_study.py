"""A small study with open answers, a coding frame and codings."""

from collections.abc import Mapping
from pathlib import Path

from peil.study.coding import answer_mark

STUDY = '[about]\ntitle = "Use of AI"\nlanguages = ["en"]\n'
PLAN = '[analysis]\ngroups = ["usage"]\n[disclosure]\nminimum_base = 2\n'
QUESTIONNAIRE = """\
# use: Use of AI

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never

## reasons
if usage is often
Why do you use AI?
- [ ] speed: Faster
- [ ] other: Other, namely ____

## quoted
May we quote you?
- ( ) yes: Yes
- ( ) no: No

## remarks  {optional}
if usage is often
What would you like to add? ____

# finish: The end

## thanks  {notice}
Thank you.
"""
FRAME = """\
title = "Remarks, coded"
coders = ["an", "bo"]
status = "final"
consent = "quoted is yes"

[nets.worries]
title = "A worry"

[codes.income]
number = 1
title = "Less work"
definition = "Less work or less pay."
examples = ["I have less work"]
net = "worries"

[codes.rights]
number = 5
title = "Copyright"
definition = "Work used without consent."
net = "worries"

[codes.tool]
number = 2
title = "A tool"
definition = "AI helps."
"""
REMARKS = {
    "r1": "Fewer assignments than before",
    "r2": "No",
    "r3": "fewer assignments, than before!",
    "r4": "Mail jan@example.org, my work was used",
    "r5": "Fewer assignments then before",
}
ROWS = """\
id,last_page,outcome,usage,reasons.speed,reasons.other,reasons.other.text,quoted,remarks
r1,thanks,complete,often,1,0,,yes,Fewer assignments than before
r2,thanks,complete,often,0,1,For fun,no,No
r3,thanks,complete,often,0,1,,no,"fewer assignments, than before!"
r4,thanks,complete,often,0,1,For the money,yes,"Mail jan@example.org, my work was used"
r5,thanks,complete,often,1,0,,no,Fewer assignments then before
r6,thanks,complete,never,,,,no,
r7,thanks,complete,often,1,0,,no,
r8,reasons,,often,1,0,,,
"""
HEADER = "id,coder,codes,answer,note\n"


def line(name: str, coder: str, codes: str, words: str | None = None, variable: str = "remarks") -> str:
    mark = answer_mark(variable, name, REMARKS[name] if words is None else words)
    return f"{name},{coder},{codes},{mark},\n"


ALL = HEADER + "".join(
    line(name, coder, codes)
    for name, codes in {"r1": "income", "r2": "", "r3": "income", "r4": "income rights", "r5": "tool"}.items()
    for coder in ("an", "bo")
)


def write_coded(folder: Path, codings: str = ALL, files: Mapping[str, str] | None = None) -> Path:
    """Write the study; ``files`` stand in the place of others, by path."""
    names = {
        "study.toml": STUDY,
        "plan.toml": PLAN,
        "questionnaire.md": QUESTIONNAIRE,
        "coding/remarks.toml": FRAME,
        "coding/remarks.csv": codings,
        "data/responses.csv": ROWS,
        **(files or {}),
    }
    for name, text in names.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
