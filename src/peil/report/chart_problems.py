"""The catalogue of problems with charts: a kind that can't be drawn of what is shown. Codes are frozen."""

from peil.core.problem import Severity
from peil.core.rule import Rule

_FILE = "report/1.md"
_HEAD = "# Findings  {findings}\n\n"

NO_INTERVALS = Rule(
    "R040",
    "no_intervals",
    Severity.ERROR,
    "A chart of intervals is asked of a study that has none.",
    "People who came forward by themselves were drawn by nobody; an interval would promise a precision that "
    "isn't there.",
    f"{_HEAD}::: figure usage\nUse of AI\nshow: usage\nchart: dots\n:::\n",
    f"{_HEAD}::: figure usage\nUse of AI\nshow: usage\nchart: bars\n:::\n",
    file=_FILE,
)
NO_MOMENTS = Rule(
    "R041",
    "no_moments",
    Severity.ERROR,
    "A slope chart hasn't two moments: two items, or one item in two classes of a group.",
    "A line runs from one value to another; of one value or of three there is nothing to draw it between.",
    f"{_HEAD}::: figure usage\nUse of AI\nshow: usage\nchart: slope\n:::\n",
    f"{_HEAD}::: figure usage\nUse of AI\nshow: usage\nby: employment\nonly: employer, zzp\n"
    "chart: slope\n:::\n",
    file=_FILE,
)
UNFIT_SIDES = Rule(
    "R042",
    "unfit_sides",
    Severity.ERROR,
    "The sides of a diverging chart can't be told: what is named as neutral or as the left end isn't.",
    "Which answers stand left and which right of the line is what such a chart says.",
    f"{_HEAD}::: figure usage\nUse of AI\nshow: usage\nchart: diverging\nneutral: dk\n:::\n",
    f"{_HEAD}::: figure usage\nUse of AI\nshow: usage\nchart: diverging\nneutral: sometimes\n:::\n",
    file=_FILE,
)

CHART_RULES = (NO_INTERVALS, NO_MOMENTS, UNFIT_SIDES)
"""Every rule of charts in order of its code."""
