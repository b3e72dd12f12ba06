"""Q041: bad catalogue."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q041",
    name="bad_catalogue",
    severity=Severity.ERROR,
    summary="A translation's file is no gettext catalogue.",
    why="With one quote missing none of its translations can be read, and the language has no words.",
    bad="""\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: nl\\n"

msgctxt "study.title"
msgid "Use of AI at work
msgstr "Gebruik van AI op het werk"
""",
    good="""\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: nl\\n"

msgctxt "study.title"
msgid "Use of AI at work"
msgstr "Gebruik van AI op het werk"

msgctxt "use"
msgid "Use of AI"
msgstr "Gebruik van AI"

msgctxt "tasks"
msgid "I use AI for ___ tasks."
msgstr "In mijn werk gebruik ik AI voor ___ taken."
""",
    file="translations/nl.po",
    around={
        "study.toml": """\
[about]
title = "Use of AI at work"
languages = ["en", "nl"]
""",
        "questionnaire.md": """\
# use: Use of AI

## tasks
I use AI for ___ [0..99] tasks.
""",
    },
)
