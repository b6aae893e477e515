"""All animals of the zoo."""

from __future__ import annotations

from zoo.animal import Animal, Expect
from zoo.kernels import KERNELS

__all__ = ["ZOO", "Animal", "Expect"]

ZOO: tuple[Animal, ...] = (*KERNELS,)
