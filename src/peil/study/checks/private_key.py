"""Q082: private key."""

from peil.core.problem import Severity
from peil.core.rule import Rule

RULE = Rule(
    code="Q082",
    name="private_key",
    severity=Severity.ERROR,
    summary="A private key stands in `study.toml`.",
    why=(
        "The public key seals contact details on the server and the private one opens them. A private key in "
        "the study's folder opens them for everyone who has the folder, its copies and its history. "
        "Deleting the line doesn't take it back: only a new pair of keys does."
    ),
    bad="""\
[about]
title = "Use of AI at work"
languages = ["en"]

[fieldwork]
contact_keys = ["AGE-SECRET-KEY-1…"]
""",
    good="""\
[about]
title = "Use of AI at work"
languages = ["en"]

[fieldwork]
contact_keys = []
""",
    file="study.toml",
)
