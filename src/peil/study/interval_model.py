"""What an author says so that a sample nobody drew has intervals all the same."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.study.text import Wording

IN_PLAN = Span("plan.toml")


@dataclass(frozen=True, slots=True)
class IntervalModel:
    """A model under which a self-selected sample is read as a drawn one; the methodology prints both.

    Args:
        model: What is assumed to have made the sample.
        assumptions: What has to hold for the intervals to mean what they say.
        span: Where it stands.
    """

    model: Wording
    assumptions: Wording
    span: Span = IN_PLAN
