"""The arrays that estimation works on, by what they hold."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]
Positions = NDArray[np.int64]
"""Places in a list, one a row; -1 for none."""
Mask = NDArray[np.bool_]
