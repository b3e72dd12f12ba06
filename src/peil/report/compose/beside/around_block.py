"""What a block that sets the study beside something else is composed from."""

from collections.abc import Callable
from dataclasses import dataclass

from peil.core.problem import Problem
from peil.disclose.release import Release
from peil.report.compose.labels import Labels
from peil.report.document import Inline
from peil.report.template.template import Line


@dataclass(frozen=True)
class AroundBlock:
    """The release, the names of things, the block's number and anchor, and where its problems go.

    Args:
        release: What may be shown.
        labels: Names in the text's language.
        number: The number of its table or figure; empty where it has none.
        anchor: Its anchor.
        problems: Gathers what is wrong.
        inline: Composes a line of the author's text, bindings and all.
    """

    release: Release
    labels: Labels
    number: str
    anchor: str
    problems: list[Problem]
    inline: Callable[[Line], Inline]
