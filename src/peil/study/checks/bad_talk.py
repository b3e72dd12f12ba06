"""Q113: bad talk."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find quotations of one name."""
    taken = {quote.id: quote.span for quote in study.quotes.values()}
    for talk in study.talks.values():
        for said in talk.said:
            if said.id in taken:
                message = f'"{said.id}" is already a quotation at {taken[said.id]}.'
                yield RULE.problem(said.span, message, hint="Give one of the two another id.", got=said.id)
            elif said.id:
                taken[said.id] = said.span


EXAMPLE = """\
# Focus group 1

```toml
kind = "focus_group"
date = 2026-03-05
participants = 4
speakers = ["P1", "P2", "P3", "P4"]
consent = "on paper"
{more}
```

## What it is used for

> [P1{mark}] "It helps me to meet a deadline."
"""
THEMES = '[quality]\ntitle = "Quality and speed"\n'

RULE = Rule(
    code="Q113",
    name="bad_talk",
    severity=Severity.ERROR,
    summary="A setting of a talk or a theme, or a mark in a talk's notes, is unknown, missing or unreadable.",
    why=(
        "What may be told of a talk is decided by what stands above it: consent, approval, who took part. "
        "What is ignored there can give somebody away, and a mark that isn't read leaves its theme out."
    ),
    bad=EXAMPLE.format(more="qouting = true", mark=" | theme: quality"),
    good=EXAMPLE.format(more="quoting = true", mark=" | themes: quality"),
    file="talks/group1.md",
    around={"talks/themes.toml": THEMES},
)
