"""Q100: bad other study."""

from peil.core.problem import Severity
from peil.core.rule import Rule

AROUND_CROSSWALK = """\
name = "Poll"
title = "A poll of members"
sampling = "unknown"

[[source]]
id = "page"
citation = "The Union, web page"

[questions.use]
title = "Use of AI"
options = { never = "Never" }
"""
"""A poll that the examples of these rules add to."""

RULE = Rule(
    code="Q100",
    name="bad_other_study",
    severity=Severity.ERROR,
    summary="A setting of another study in `compare/` is unknown, missing or can't have its value.",
    why=(
        "A figure of another study is only worth what is known of it: who published it, when, of whom. What "
        "is ignored there would stand in the report as if it were known."
    ),
    bad=AROUND_CROSSWALK.replace('"unknown"', '"random walk"'),
    good=AROUND_CROSSWALK,
    file="compare/poll.toml",
)
