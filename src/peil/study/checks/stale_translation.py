"""Q027: stale translation."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q027",
    name="stale_translation",
    severity=Severity.WARNING,
    summary="A translation was made from a text that has been changed since.",
    why="Respondents in the two languages may be asked different questions, and their answers are added up.",
    bad="""\
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
msgid "In my work I use AI for ___ tasks."
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
In my work I use AI for ___ [0..99] tasks.
""",
    },
)
