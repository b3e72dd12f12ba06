"""The columns of a Parquet file, read when they are looked up."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq


class ParquetColumns(Mapping[str, "pa.ChunkedArray"]):
    """Columns by name: each is read anew by every look, and several threads may look at once."""

    def __init__(self, path: str | Path) -> None:
        """Open the file (the extra ``parquet``).

        Raises:
            OSError: It can't be read.
            pyarrow.ArrowInvalid: It is no Parquet file.
        """
        import pyarrow as pa  # noqa: PLC0415 - an extra, slow to load
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above

        self._path = path
        self._own = local()
        self._metadata = pq.read_metadata(path)
        schema = self._metadata.schema.to_arrow_schema()
        self._names = tuple(schema.names)
        texts = (pa.types.is_string, pa.types.is_large_string)
        self._texts = [field.name for field in schema if any(is_one(field.type) for is_one in texts)]

    @property
    def rows(self) -> int:
        """Number of rows."""
        return int(self._metadata.num_rows)

    def __getitem__(self, name: str) -> "pa.ChunkedArray":
        """Read a column; texts come as places in a dictionary."""
        if name not in self._names:
            raise KeyError(name)
        return self._file().read(columns=[name], use_threads=False).column(0)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def _file(self) -> "pq.ParquetFile":
        """Give this thread's own reader."""
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above

        if not hasattr(self._own, "file"):
            self._own.file = pq.ParquetFile(self._path, metadata=self._metadata, read_dictionary=self._texts)
        file: pq.ParquetFile = self._own.file
        return file
