"""What a table lacks that every estimate needs."""


class UnusableTable(Exception):  # noqa: N818 - what is wrong with the table, no fault of ours
    """Raised when a table lacks a column, or rows of it lack a valid weight or a unit.

    Attributes:
        column: The column to mend.
        rows: How many rows are wrong in it; None when the column isn't there.
    """

    def __init__(self, column: str, rows: int | None, wrong: str) -> None:
        super().__init__(
            f"column {column!r}: {wrong}" if rows is None else f"column {column!r}: {rows} {wrong}"
        )
        self.column = column
        self.rows = rows
