"""Q028: unknown translation."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q028",
    name="unknown_translation",
    severity=Severity.WARNING,
    summary="A translation belongs to nothing in the study.",
    why=(
        "It was made for something that is gone or was renamed, or its path is misspelt and its text is "
        "never shown."
    ),
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
msgid "In my work I use AI for ___ tasks."
msgstr "In mijn werk gebruik ik AI voor ___ taken."

msgctxt "task"
msgid "I use AI for this task:"
msgstr "Ik gebruik AI voor deze taak:"
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
