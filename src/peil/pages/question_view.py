"""One question ready to be drawn."""

from dataclasses import dataclass

from peil.pages.field_view import Fault, FieldView, ListView
from peil.pages.heading import Heading
from peil.pages.option_view import OptionView
from peil.pages.said import Said


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a matrix: its label, the field that names it where it is open, and its options.

    ``many`` says that its options are ticks.
    """

    id: str
    label: Said
    options: tuple[OptionView, ...]
    naming: FieldView | None
    many: bool
    described_by: str
    faults: tuple[Fault, ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question.

    Args:
        id: Of its block on the page.
        step: Id of the step.
        shape: Which macro of ``question.html`` draws it.
        heading: Its wording.
        optional: It may be left blank.
        hints: What helps to answer it, in Peil's words.
        described_by: Ids of hints and faults, separated by spaces.
        faults: What is wrong with the question as a whole.
        fresh: It came up through answers on this page just now.
        options: Of a single or multi question, and those beside a scale; of a matrix, they stand in its rows.
        steps: Of a scale.
        rows: Of a matrix.
        fields: To type into: the one of an open or number question, three of a date, those of a contact.
        lists: Of a ranking.
        ends: Of a scale: step and what it stands for.
        most: Most ticks, 0 for any number: the script counts them.
        forget: Id of the contact step whose details can be taken back, or empty.
        forgotten: The respondent asked for that, on a form that is shown again.
    """

    id: str
    step: str
    shape: str
    heading: Heading
    optional: bool = False
    hints: tuple[str, ...] = ()
    described_by: str = ""
    faults: tuple[Fault, ...] = ()
    fresh: bool = False
    options: tuple[OptionView, ...] = ()
    steps: tuple[OptionView, ...] = ()
    rows: tuple[RowView, ...] = ()
    fields: tuple[FieldView, ...] = ()
    lists: tuple[ListView, ...] = ()
    ends: tuple[tuple[str, Said], ...] = ()
    most: int = 0
    forget: str = ""
    forgotten: bool = False

    @property
    def all_faults(self) -> tuple[Fault, ...]:
        """Everything wrong with the question, in reading order."""
        found = list(self.faults)
        for row in self.rows:
            found += row.naming.faults if row.naming else ()
            found += row.faults
            found += [fault for one in row.options if one.beside for fault in one.beside.faults]
        found += [fault for one in self.options if one.beside for fault in one.beside.faults]
        found += [fault for one in self.fields for fault in one.faults]
        found += [fault for one in self.lists for fault in one.faults]
        return tuple(found)
