"""A data file of any kind that we read, as columns of distinct cells."""

from collections.abc import Collection
from pathlib import Path

from peil.formats.cell_table import CellTable, read_cell_table

PARQUET = b"PAR1"
SPSS = (b"$FL2", b"$FL3")
"""As it is, and compressed as a whole (.zsav)."""


def read_file_table(
    path: Path, wanted: Collection[str] = (), numbers: Collection[str] | None = ()
) -> CellTable:
    """Read a CSV, Parquet or SPSS file, told apart by how it begins.

    Args:
        path: The file.
        wanted: Columns that are needed. Of a Parquet or SPSS file only these are read; the others stand
            there by name, without cells.
        numbers: Columns that are needed as numbers: of a file that keeps them so, they are read as such.
            None for all.

    Raises:
        Unusable: It can't be read.
    """
    # What reads them takes a tenth of a second to load, and who has a CSV file doesn't need it.
    begins = _first_bytes(path)
    if begins == PARQUET:
        from peil.formats.parquet_file import read_parquet_table  # noqa: PLC0415 - as said

        return read_parquet_table(path, wanted, numbers)
    if begins in SPSS:
        from peil.formats.sav_file import read_sav_table  # noqa: PLC0415 - as said

        return read_sav_table(path, wanted, numbers)
    return read_cell_table(path)


def _first_bytes(path: Path) -> bytes:
    """Give how a file begins; nothing of one that can't be read, which its reader tells."""
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError:
        return b""
