"""Q026: missing translation."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks.evidence.source_places import source_places
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find texts that a language of the study has no words for."""
    places = source_places(study) if study.untranslated else {}
    for language, path in study.untranslated:
        catalogue = f"translations/{language}.po"
        yield RULE.problem(
            places.get(path, Span(catalogue)),
            f'"{path}" has no translation in "{language}".',
            hint=f"Add it to {catalogue}.",
            got=path,
        )


RULE = Rule(
    code="Q026",
    name="missing_translation",
    severity=Severity.WARNING,
    summary="A text has no translation in one of the study's languages.",
    why="Whoever answers in that language reads it in the base language instead.",
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

msgctxt "tools"
msgid "Please read this first: AI stands for artificial intelligence."
msgstr "Lees dit eerst: AI staat voor kunstmatige intelligentie."
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

## tools  {notice}
Please read this first: AI stands for artificial intelligence.
""",
    },
)
