"""Q104: untranslated other."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.study.checks.bad_other_study import AROUND_CROSSWALK

RULE = Rule(
    code="Q104",
    name="untranslated_other",
    severity=Severity.WARNING,
    summary="A text about another study lacks one of the study's languages.",
    why=(
        "A report in that language would print the words of the first language in its tables: what differs "
        "between two studies has to be read by who reads the table."
    ),
    bad=AROUND_CROSSWALK.replace('"Use of AI"', '{ en = "Use of AI" }').replace(
        '"Never"', '{ en = "Never", nl = "Nooit" }'
    ),
    good=AROUND_CROSSWALK.replace('"Use of AI"', '{ en = "Use of AI", nl = "Gebruik van AI" }').replace(
        '"Never"', '{ en = "Never", nl = "Nooit" }'
    ),
    file="compare/poll.toml",
    around={
        "study.toml": '[about]\ntitle = "Use of AI at work"\nlanguages = ["en", "nl"]\n',
        "translations/nl.po": (
            'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
            '\nmsgctxt "study.title"\nmsgid "Use of AI at work"\nmsgstr "AI op het werk"\n'
            '\nmsgctxt "use"\nmsgid "Use of AI"\nmsgstr "Gebruik van AI"\n'
            '\nmsgctxt "usage"\nmsgid "How often do you use AI at work?"\nmsgstr "Hoe vaak gebruikt u AI?"\n'
            '\nmsgctxt "usage.often"\nmsgid "Often"\nmsgstr "Vaak"\n'
            '\nmsgctxt "usage.never"\nmsgid "Never"\nmsgstr "Nooit"\n'
        ),
    },
)
