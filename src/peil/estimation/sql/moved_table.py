"""What is raised of a table that didn't hold still."""


class MovedTable(Exception):  # noqa: N818 - what became of the table, no fault of ours
    """Raised when rows came while a table was read, of a unit that wasn't there at first."""

    def __init__(self) -> None:
        super().__init__("the table has units that it hadn't when its units were read: read it anew")
