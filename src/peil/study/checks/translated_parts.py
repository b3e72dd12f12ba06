"""Q029: translated parts."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q029",
    name="translated_parts",
    severity=Severity.ERROR,
    summary="A translation doesn't hold the same fills and blanks as the text it translates.",
    why="Whoever reads the translation then has no field to answer in, or reads a sentence with a gap.",
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
msgstr "In mijn werk gebruik ik AI voor taken."
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
