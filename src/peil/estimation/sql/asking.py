"""The statements that add up a question or a number by a batch of banners."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from peil.estimation.asked import Question
from peil.estimation.sql.batch import Batch
from peil.estimation.sql.columns import Columns
from peil.estimation.sql.grouped import Grouped
from peil.estimation.sql.statement import Statement
from peil.estimation.sql.table import SqlTable
from peil.estimation.sql.units import unit_columns


@dataclass(frozen=True)
class Asking:
    """One statement about a table.

    Args:
        columns: The table's columns.
        table: The table.
        batch: The banners.
        measures: What is summed, made of a row's weights, by name.
        by_unit: Units are kept apart.
    """

    columns: Columns
    table: SqlTable
    batch: Batch
    measures: Mapping[str, str]
    by_unit: bool = True

    def choices(self, question: Question) -> Statement:
        """Ask for each measure by the answer of a question with one choice, whatever its answers are."""
        (name,) = question.columns
        made = {"answer": self.columns.answer(name)}
        return self._write(made, tuple(self.measures), "answer IS NOT NULL")

    def several(self, question: Question) -> Statement:
        """Ask for each measure over the base of a question with several choices, then over each option."""
        chosen = self._chosen(question)
        sums = [f"{name} * {measure}" for name in chosen for measure in self.measures]
        return self._write(self._asked(question) | chosen, (*self.measures, *sums), "asked = 1")

    def ticks(self, question: Question) -> Statement:
        """Ask for each measure times the number of options chosen, over those who chose each option."""
        chosen = self._chosen(question)
        many = " + ".join(chosen)
        sums = [f"{name} * ({many}) * {measure}" for name in chosen for measure in self.measures]
        return self._write(self._asked(question) | chosen, sums, "asked = 1")

    def number(self, name: str) -> Statement:
        """Ask for each measure over the rows with a number, then for the number's moments."""
        moments = [f"{weight} * {power}" for weight in ("w", "w2") for power in ("x", "x * x")]
        return self._numbers(name, moments)

    def each_times(self, name: str) -> Statement:
        """Ask for each measure over the rows with a number, then for each times the number."""
        return self._numbers(name, [f"{measure} * x" for measure in self.measures])

    def _numbers(self, name: str, moments: Sequence[str]) -> Statement:
        return self._write({"x": self.columns.number(name)}, (*self.measures, *moments), "x IS NOT NULL")

    def _chosen(self, question: Question) -> dict[str, str]:
        """Make 1 of each option that was chosen."""
        options = zip(question.columns, question.options, strict=True)
        return {f"option{place}": self.columns.chosen(*each) for place, each in enumerate(options)}

    def _asked(self, question: Question) -> dict[str, str]:
        """Make 1 of the rows of a question's base: something stands in one of its columns."""
        there = " OR ".join(self.columns.asked(name) for name in question.columns)
        return {"asked": f"CASE WHEN {there} THEN 1 ELSE 0 END"}

    def _write(self, made: Mapping[str, str], sums: Sequence[str], where: str) -> Statement:
        cell = self.batch.cell([self.columns.group(banner) for banner in self.batch.banners])
        units = unit_columns(self.columns, self.table) if self.by_unit else {}
        keys = [*units, "cell", *(["answer"] if "answer" in made else [])]
        everything = {**units, "cell": cell, **made, **self.measures}
        return Grouped(everything, keys, [f"SUM({each})" for each in sums], where).write(
            self.columns, self.table.name
        )


def count_and_weigh(columns: Columns, table: SqlTable) -> dict[str, str]:
    """Give what ``Sums`` are made of: one, one if the weight is above zero, the weight and its square.

    Weights are finite: ``read_units`` has seen to it.
    """
    double = columns.draft.double
    weight = columns.any_number(table.weight) if table.weight else double("1")
    return {
        "one": double("1"),
        "positive": double(f"CASE WHEN {weight} > 0 THEN 1 ELSE 0 END"),
        "w": weight,
        "w2": f"{weight} * {weight}",
    }
