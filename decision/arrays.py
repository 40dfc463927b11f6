"""The kinds of array that facts and results are made of."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["Codes", "Flags", "Floats", "Small", "Whole"]

Floats = NDArray[np.float64]
Codes = NDArray[np.int32]
Small = NDArray[np.int8]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]
