"""Problems with figures of other studies in a text. Codes are frozen: never reused, never renumbered."""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"
HEAD = "# Findings  {findings}\n\n"
POLL = """\
name = "Poll 2023"
title = "A poll of members"
sampling = "unknown"

[[source]]
id = "page"
citation = "The Union, web page, 2023"

[questions.use]
title = "Use of AI"
options = { never = "Never" }

[questions.use.crosswalk]
kind = "same"
item = "usage"

[questions.fear]
title = "Fear of losing work"
options = { yes = "Yes" }

[questions.fear.crosswalk]
kind = "similar"
item = "usage"
rows = [{ theirs = ["yes"], ours = ["often"] }]
differs = ["The poll asked about fear."]

[[figure]]
question = "use"
option = "never"
value = 29

[[figure]]
question = "fear"
option = "yes"
value = 60
"""
AROUND = {"compare/poll.toml": POLL}


def _error(code: str, name: str, summary: str, why: str, examples: tuple[str, str]) -> Rule:
    bad, good = (f"{HEAD}{example}\n" for example in examples)
    return Rule(code, name, Severity.ERROR, summary, why, bad, good, file=FILE, around=AROUND)


NO_SUCH_FIGURE = _error(
    "R080",
    "no_such_figure",
    "A binding names an answer or group of another study of which no figure was published.",
    "A number in a sentence about another study would stand there without a source.",
    (
        "[29%]{= other poll.use} never uses it.",
        "[29%]{= other poll.use: never} never uses it.",
    ),
)
NOT_COMPARABLE = _error(
    "R081",
    "not_comparable",
    "A comparison word holds a share against a figure of another study that the crosswalk doesn't set beside "
    "it, or calls only similar.",
    "Another horizon, another group or another wording makes another number; which is the larger then says "
    "nothing of what changed.",
    (
        "That is [less often]{= compare usage: often vs other poll.fear: yes} than feared.",
        "That is [as often]{= compare usage: never vs other poll.use: never} as in the poll, give or take.",
    ),
)
CHANGED_ELSEWHERE = _error(
    "R082",
    "changed_elsewhere",
    "A printed number is not the one that the other study published.",
    "A figure is quoted from memory, or mended in the file of the other study and not in the sentence.",
    (
        "Elsewhere [39%]{= other poll.use: never} never uses it.",
        "Elsewhere [29%]{= other poll.use: never} never uses it.",
    ),
)

OTHER_RULES = (NO_SUCH_FIGURE, NOT_COMPARABLE, CHANGED_ELSEWHERE)
"""Every rule in order of its code."""
