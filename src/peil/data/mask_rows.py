"""Conditions read on a data set."""

import numpy as np
from numpy.typing import NDArray

from peil.data.columns import VisibleColumns
from peil.data.dataset import Dataset
from peil.study.expr.condition import Condition
from peil.study.expr.mask import mask


def mask_rows(dataset: Dataset, condition: Condition) -> NDArray[np.bool_]:
    """Say for which rows a condition holds."""
    return mask(condition.tree, VisibleColumns.of(dataset), dataset.n)
