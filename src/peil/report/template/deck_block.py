"""The block that only a deck has: what its speaker says."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from peil.core.span import Span

if TYPE_CHECKING:
    from peil.report.template.template import Line


@dataclass(frozen=True, slots=True)
class SpeakerNotes:
    """``::: notes``: what is said at a slide, in paragraphs."""

    lines: "tuple[Line, ...]"
    span: Span
