"""Charts on a dark page, as CSS."""

from peil.report.charts.palette import ALL, FALL, MUTED, PRIMARY, Colour, text_on

_LANES = (
    f".chart .lane{{stroke:{PRIMARY.dark}}}",
    ".chart .hollow{fill:var(--paper)}",
    ".chart .wash{fill:var(--wash)}",
)
"""Of a route map."""
_LINES = (
    ".chart .axis{stroke:var(--ink)}",
    ".chart .whisker{stroke:var(--quiet)}",
    ".chart .seam{stroke:var(--paper)}",
    ".chart .dot{fill:var(--paper)}",
    f".chart .rise{{stroke:{PRIMARY.dark}}}",
    f".chart .fall{{stroke:{FALL.dark}}}",
    f".chart .flat{{stroke:{MUTED.fill}}}",
)
"""Of charts with lines, and of patterns."""


def dark_rules() -> str:
    """Give the rules that recolour charts where a reader prefers dark pages.

    The page sets ``--paper``, ``--ink``, ``--quiet``, ``--rule`` and ``--wash``.
    """
    fills = "".join(map(_fill, ALL))
    rules = f".chart rect,.chart path{{stroke:none}}{fills}{''.join((*_LANES, *_LINES))}"
    return f"@media screen and (prefers-color-scheme:dark){{{rules}}}"


def _fill(colour: Colour) -> str:
    if not colour.dark:
        return ""
    return f".fill-{colour.name}{{fill:{colour.dark}}}.on-{colour.name}{{fill:{text_on(colour.dark)}}}"
