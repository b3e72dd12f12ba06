"""Problems with an annex on printed figures. Codes are frozen: never reused, never renumbered."""

from peil.core.problem import Severity
from peil.core.rule import Rule

FILE = "report/1.md"

NO_CLAIMS = Rule(
    "R092",
    "no_claims",
    Severity.ERROR,
    "The text has an annex on printed figures, and the study has no published claims that can be read.",
    "An empty annex would read as if all that was printed had been found right.",
    "# Printed figures  {annex}\n\n::: annex audit\n:::\n",
    "# Printed figures  {annex}\n\nNo figures of this study were printed before.\n",
    file=FILE,
)

AUDIT_RULES = (NO_CLAIMS,)
"""Every rule in order of its code."""
