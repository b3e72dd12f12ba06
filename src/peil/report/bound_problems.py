"""Problems of bound words: what can't be told, and what has to be written anew. Codes are frozen.

The examples are about the study of ``peil.report.problems``.
"""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"
HEAD = "# Findings  {findings}\n\n"

NOT_TESTED = Rule(
    "R026",
    "not_tested",
    Severity.ERROR,
    "A text tells a p-value or a significance, and nothing was tested.",
    "A difference is significant only by a test; of a self-selected sample there is none.",
    f"{HEAD}Employers differ from the rest ([p = 0.03]{{= p usage: often | employment: employer}}).\n",
    f"{HEAD}Employers use it [more often]{{= compare usage: often | employment: employer vs rest}}.\n",
    file=FILE,
)
NO_MARGIN = Rule(
    "R027",
    "no_margin",
    Severity.ERROR,
    "A text prints a margin or an interval, and there is none.",
    "A margin says how far a drawn sample can be off; without a drawing or a named model nobody knows.",
    f"{HEAD}Of all [30% (± 8)]{{= usage: often}} use it often.\n",
    f"{HEAD}Of all [30% (n = 130)]{{= usage: often}} use it often.\n",
    file=FILE,
)
CHANGED_BRANCH = Rule(
    "R028",
    "changed_branch",
    Severity.ERROR,
    "A conditional text was written while its condition held or failed, and now it is the other way around.",
    "The other text is printed by rule; a person has to see whether the sentences around it still fit.",
    f"{HEAD}It is [common]{{if claim usage: often > 50%; holds}}[not common]{{else}}.\n",
    f"{HEAD}It is [common]{{if claim usage: often > 50%; fails}}[not common]{{else}}.\n",
    file=FILE,
)
CHANGED_LIST = Rule(
    "R029",
    "changed_list",
    Severity.WARNING,
    "A list that is written by rule says something else than the source.",
    "The document has the right list; who reads the source reads the old one.",
    f"{HEAD}They said [Sometimes (34%) and Often (31%)]{{= list top 2 usage}}.\n",
    f"{HEAD}They said [Sometimes (35%) and Often (30%)]{{= list top 2 usage}}.\n",
    file=FILE,
)
NO_RATIO = Rule(
    "R030",
    "no_ratio",
    Severity.ERROR,
    "A text says how many times a share is another, and that other one is 0%.",
    "Nothing is so many times nothing.",
    file=FILE,
)
FILE_CHANGED = Rule(
    "R031",
    "file_changed",
    Severity.ERROR,
    "A file was changed while new values were being computed for it.",
    "What somebody else wrote into it in the meantime would be lost.",
    file=FILE,
)

BOUND_RULES = (NOT_TESTED, NO_MARGIN, CHANGED_BRANCH, CHANGED_LIST, NO_RATIO, FILE_CHANGED)
"""Every rule in order of its code."""
