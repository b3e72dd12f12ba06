"""Problems of the page for the press; ``problems.py`` has them in its list."""

from peil.core.problem import Severity
from peil.core.rule import Rule

PRESS_TOO_LONG = Rule(
    "R050",
    "press_too_long",
    Severity.ERROR,
    "The page for the press takes more than one page.",
    "A newsroom reads one side of paper; what runs over is not read, and the method stands last.",
    "# Half use it\n\n" + "Text that goes on. " * 3 + "…\n",
    "# Half use it\n\n::: key\n- [30%]{= usage: often} uses it often\n:::\n\n::: method\n:::\n",
    file="press/1.md",
)

PRESS_RULES = (PRESS_TOO_LONG,)
