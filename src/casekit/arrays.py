"""Types of numpy arrays by what they hold."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

__all__ = ["Array", "Flags", "Indices", "Ints", "Texts"]

#: Real numbers: hours, money, shares.
Array = npt.NDArray[np.float64]
#: True or false.
Flags = npt.NDArray[np.bool_]
#: Row or column numbers, to pick elements by.
Indices = npt.NDArray[np.intp]
#: Whole numbers: counts, codes, numbers of months.
Ints = npt.NDArray[np.int64]
#: Texts, as pandas keeps them.
Texts = npt.NDArray[np.object_]
