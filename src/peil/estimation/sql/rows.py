"""What runs statements: a connection to where the rows are."""

from typing import Protocol

import pyarrow as pa

from peil.estimation.sql.dialect import Dialect
from peil.estimation.sql.statement import Statement


class Rows(Protocol):
    """A connection."""

    @property
    def dialect(self) -> Dialect:
        """The words that its SQL uses."""
        ...

    def read(self, statement: Statement) -> pa.Table:
        """Run a statement and give its columns. What the database objects to is raised as it raises it."""
        ...
