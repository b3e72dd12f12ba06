"""A condition as written: its tree, its source and where it stands."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.study.expr.tree import Expr


@dataclass(frozen=True, slots=True)
class Condition:
    """An expression with the words it was written in.

    ``tree`` is resolved; a condition that could not be resolved is reported as a problem when the study
    is read and then stands as ``Always`` here, so that one slip doesn't hide the next.
    """

    tree: Expr
    source: str
    span: Span
