"""Blocks of a public site's text that the site itself fills."""

from dataclasses import dataclass

from peil.core.span import Span


@dataclass(frozen=True, slots=True)
class Explore:
    """``::: explore``: a page for each question, with a chart for everyone and one for each group.

    Args:
        items: Keys of the items, in order; empty takes all that can be shown.
        groups: Keys of the groups, in order; None takes those of the plan.
        span: Where it starts.
    """

    items: tuple[str, ...]
    groups: tuple[str, ...] | None
    span: Span


@dataclass(frozen=True, slots=True)
class Downloads:
    """``::: downloads``: the files that are published beside the pages."""

    span: Span


SiteBlock = Explore | Downloads
