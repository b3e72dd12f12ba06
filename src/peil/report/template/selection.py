"""A selection: which people, which answer."""

from dataclasses import dataclass

from peil.core.span import Span
from peil.study.base import Base
from peil.study.expr.condition import Condition
from peil.study.tablespec import TableSpec


@dataclass(frozen=True, slots=True)
class Selection:
    """``ITEM: OPTION | FILTERS``, resolved.

    Args:
        item: Item key.
        options: Option ids, ``net:ID`` or ``blank``, summed; empty where the binding takes none.
        by: Group of the first filter, or None.
        group: Class of that group, or None.
        where: The other filters together, or None.
        base: Who counts in the base.
        span: Where it stands.
    """

    item: str
    options: tuple[str, ...]
    by: str | None
    group: str | None
    where: Condition | None
    base: Base
    span: Span

    @property
    def spec(self) -> TableSpec:
        """The table that holds it."""
        return TableSpec(self.item, self.by, self.where, self.base)

    @property
    def total(self) -> "Selection":
        """The same for everyone, whatever their group."""
        return Selection(self.item, self.options, None, None, self.where, self.base, self.span)
