"""What is read from a table's columns, as expressions of SQL."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

import pyarrow as pa

from peil.estimation.asked import Banner
from peil.estimation.sql.statement import Draft
from peil.estimation.sql.unusable_table import UnusableTable


class Kind(Enum):
    """What a column holds, as far as it makes a difference here."""

    TEXT = "text"
    WHOLE = "whole number"
    FLOATING = "floating number"
    TRUTH = "truth"


def kind_of(type_: pa.DataType) -> Kind:
    """Give the kind of an Arrow type; what is neither a number nor a truth is read as text.

    PostgreSQL's numbers of any length come as a type that Arrow knows by its name alone.
    """
    if pa.types.is_boolean(type_):
        return Kind.TRUTH
    if pa.types.is_integer(type_):
        return Kind.WHOLE
    floating = pa.types.is_floating(type_) or pa.types.is_decimal(type_)
    numeric = getattr(type_, "type_name", "") == "numeric"
    return Kind.FLOATING if floating or numeric else Kind.TEXT


@dataclass(frozen=True)
class Columns:
    """The columns of a table that a statement calls ``t``.

    Args:
        draft: The statement.
        kinds: What each column holds.
        absent: Texts that stand for no answer.
    """

    draft: Draft
    kinds: Mapping[str, Kind]
    absent: tuple[str, ...]

    def cell(self, name: str) -> str:
        """Give a column as it is."""
        if name not in self.kinds:
            raise UnusableTable(name, None, "isn't in the table")
        return f"t.{self.draft.dialect.name(name)}"

    def answer(self, name: str) -> str:
        """Give a column as text, NULL wherever something stands for no answer; 1.0 is "1"."""
        cell = self.cell(name)
        if self.kinds[name] is Kind.FLOATING:
            cell = self.draft.double(cell)
            whole = self.draft.text(f"CAST({cell} AS BIGINT)")
            return (
                f"CASE WHEN ABS({cell}) < 1e15 AND {cell} = FLOOR({cell}) THEN {whole} "
                f"WHEN ABS({cell}) < {self._infinity} THEN {self.draft.text(cell)} END"
            )
        cell = self.draft.text(cell)
        return self._without_absent(cell) if self.kinds[name] is Kind.TEXT else cell

    def number(self, name: str) -> str:
        """Give a column as a number, NULL where there is none; infinity is none."""
        number = self.any_number(name)
        return number if self.kinds[name] is Kind.WHOLE else self._finite(number)

    def any_number(self, name: str) -> str:
        """Give a column as a number: quicker where it is known to be finite."""
        cell = self.cell(name)
        is_text = self.kinds[name] is Kind.TEXT
        return self.draft.double(self._without_absent(self.draft.text(cell)) if is_text else cell)

    def asked(self, name: str) -> str:
        """Give the condition that a column of an option of a question with several choices isn't absent."""
        return f"{self._option(name)} IS NOT NULL"

    def chosen(self, name: str, option: str) -> str:
        """Give 1 where the column of an option of a multiple response question says that it was chosen."""
        cell = self._option(name)
        if self.kinds[name] is Kind.TEXT:
            said = f"{cell} IN ({', '.join(self.draft.bind(text) for text in ('1', 'true', option))})"
        else:
            said = cell if self.kinds[name] is Kind.TRUTH else f"{cell} = 1"
        return f"CASE WHEN {said} THEN 1 ELSE 0 END"

    def group(self, banner: Banner) -> str:
        """Give the place of a row's group among a banner's; their number where it is in none of them."""
        if not banner.column:
            return "0"
        if not banner.groups:
            return "0"
        cases = (f"WHEN {self.draft.bind(group)} THEN {place}" for place, group in enumerate(banner.groups))
        return f"CASE {self.answer(banner.column)} {' '.join(cases)} ELSE {len(banner.groups)} END"

    def _option(self, name: str) -> str:
        """Give the column of an option of a question with several choices, NULL where it is absent."""
        cell = self.cell(name)
        if self.kinds[name] is Kind.TEXT:
            return self._without_absent(self.draft.text(cell))
        return self._finite(self.draft.double(cell)) if self.kinds[name] is Kind.FLOATING else cell

    def _without_absent(self, cell: str) -> str:
        for text in self.absent:
            cell = f"NULLIF({cell}, {self.draft.bind(text)})"
        return cell

    def _finite(self, number: str) -> str:
        return f"CASE WHEN ABS({number}) < {self._infinity} THEN {number} END"

    @property
    def _infinity(self) -> str:
        """What every finite number is below; a NaN isn't, in any of the databases."""
        return self.draft.double("'Infinity'")
