"""Conditions read on a data set."""

import numpy as np
from numpy.typing import NDArray

from peil.data.columns import VisibleColumns
from peil.data.dataset import Dataset
from peil.study.expr.mask import mask
from peil.study.expr.tree import Expr


def mask_rows(dataset: Dataset, condition: Expr) -> NDArray[np.bool_]:
    """Say for which rows a condition holds."""
    return mask(condition, VisibleColumns.of(dataset), dataset.n)
