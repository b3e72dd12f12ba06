"""A study with something of every kind, and the same with lines of it changed."""

import tempfile
from functools import cache
from pathlib import Path

from peil.study.changes.changes import Changes
from peil.study.changes.find_changes import find_changes
from peil.study.reader.read import read_study
from peil.study.study import Study

SETTINGS = """\
[about]
title = "Use of AI"
languages = ["en"]
consent = "I take part of my own will."
retention_months = 12

[roles]
boss = "job is boss"
staff = "job is staff"
other = "otherwise"

[fieldwork]
access = "both"
privacy = "confidential"
"""

PLAN = """\
[quotas.bosses]
if = "job is boss"
limit = 5

[[exclusions]]
interview = "a1"
on = 2026-03-01
reason = "Filled in as a joke."
"""

QUESTIONNAIRE = """\
# start: Start

## welcome  {notice}
Welcome.

---

## job
What are you?
- ( ) boss: A boss
- ( ) staff: Staff
- ( ) none: Neither
- ( ) other: Something else, namely ____

## years
if job is boss
I am so for ___ [0..60] years.

## remark  {optional}
Anything to say? ____

---

## usage
end if usage is never: unused
How often do you use AI?
  for boss: How often is AI used by your people?
- ( ) often: Often
- ( ) rarely: Rarely
- ( ) never: Never
- ( ) dk: I don't know  {missing}

# use: Use  {one page}
if usage is one of (often, rarely)

## reasons  {at most 2, at least 1}
Why?
- [ ] speed: It is faster
- [ ] fun: It is fun
- [ ] duty: I have to  {if job is staff}
- [ ] nothing: For no reason  {exclusive}

## ability  {matrix}
How well does it do this?
columns
- ( ) well: Well
- ( ) badly: Badly
rows
- mail: Mail
- team: Talking to staff  {if job is boss}
- own: Something else: ____

## order  {ranking}
What matters most?
- time: Time
- money: Money  {if job is boss}

## mark  {scale 0..10}
How good is it?
- 0: Bad
- 10: Good
- ( ) dk: I don't know  {missing}

---

## detail  {for each reasons}
Tell more. ____

# close: Closing

## reach  {contact, optional}
How can we reach you?
- mail: E-mail
- phone: Telephone

## thanks  {notice}
Thank you.
"""

Edit = tuple[str, str]


@cache
def version(*edits: Edit, settings: Edit = ("", ""), plan: Edit = ("", "")) -> Study:
    """Give the study with texts replaced, each of which stands in it once."""
    text = QUESTIONNAIRE
    for old, new in edits:
        assert text.count(old) == 1, (old, text.count(old))
        text = text.replace(old, new)
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "questionnaire.md").write_text(text, encoding="utf-8")
        (Path(name) / "study.toml").write_text(SETTINGS.replace(*settings), encoding="utf-8")
        (Path(name) / "plan.toml").write_text(PLAN.replace(*plan), encoding="utf-8")
        (Path(name) / "translations").mkdir()
        head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: nl\\n"\n'
        head += '\nmsgctxt "remark"\nmsgid "Anything to say? ____"\nmsgstr "Nog iets? ____"\n'
        if "nl" in settings[1]:
            (Path(name) / "translations" / "nl.po").write_text(head, encoding="utf-8")
        study = read_study(name)
    assert [str(problem) for problem in study.problems if problem.severity == "error"] == []
    return study


def changes(*edits: Edit, settings: Edit = ("", ""), plan: Edit = ("", "")) -> Changes:
    """Give what the edits change."""
    return find_changes(version(), version(*edits, settings=settings, plan=plan))


def told(found: Changes) -> list[tuple[str, str, str]]:
    """Give each change's kind, question and part."""
    return [(one.kind.rule.name, one.question, one.part) for one in found.found]
