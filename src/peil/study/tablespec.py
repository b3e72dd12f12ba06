"""What a table is to show."""

from dataclasses import dataclass

from peil.study.base import ANSWERED, Base
from peil.study.expr.condition import Condition


@dataclass(frozen=True, slots=True)
class TableSpec:
    """One item, whole (``by`` is None) or split by the classes of one group.

    Args:
        item: Item key: ``usage``, ``reasons``, ``ability.grants`` or a derived variable.
        by: Item key of the group (a single question or a derived variable), or None for the whole sample.
        where: Only those for whom this holds, or None.
        base: Who counts in the base.
    """

    item: str
    by: str | None = None
    where: Condition | None = None
    base: Base = ANSWERED

    @property
    def key(self) -> tuple[str, str | None, str, Base]:
        """What makes two specs the same: item, group, condition's words, base."""
        return self.item, self.by, self.where.source if self.where else "", self.base
