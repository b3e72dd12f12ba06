"""The composer of what is done with a data file alone, without a study."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from peil.tabulate.sample_columns import SampleColumns

__all__ = ["estimate_tables"]


def estimate_tables(
    path: Path,
    rows: Sequence[str],
    by: Sequence[str],
    sample: "SampleColumns",
    progress: Callable[[int, int], None] | None = None,
) -> list[dict[str, object]]:
    """Estimate shares of a file's columns, as the JSON contract has them.

    Args:
        path: The file.
        rows: Columns to tabulate.
        by: Columns to split by.
        sample: How the file's rows were drawn.
        progress: Is told how many columns are done, of how many.

    Raises:
        Unusable: As ``peil.tabulate.estimate.estimate`` says.
    """
    from peil.tabulate.estimate import estimate
    from peil.tabulate.estimate_json import estimate_json

    return estimate_json(estimate(path, rows, by, sample=sample, progress=progress))
