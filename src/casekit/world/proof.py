"""Proofs: conditions with their values and bounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import inf, isfinite

from casekit.world.draw import World


@dataclass(frozen=True)
class Condition:
    """A condition of a fact: a value between two bounds.

    Parameters
    ----------
    name
        Quantity and its unit.
    value
        Value of this company.
    low, high
        Bounds, inclusive; infinite where there is none.
    """

    name: str
    value: float
    low: float = -inf
    high: float = inf

    @property
    def holds(self) -> bool:
        """Whether the value lies between the bounds; an undefined value does not."""
        return bool(self.low <= self.value <= self.high)

    @property
    def margin(self) -> float:
        """Distance to the nearest bound, relative to that bound (absolute if it is zero)."""
        gaps = [
            sign * (self.value - bound) / (abs(bound) or 1.0) + 0.0
            for bound, sign in ((self.low, 1.0), (self.high, -1.0))
            if isfinite(bound)
        ]
        return min(gaps, default=inf)


@dataclass(frozen=True)
class Proof:
    """Result of a fact's test on one company."""

    fact: str
    conditions: tuple[Condition, ...]

    @property
    def holds(self) -> bool:
        """Whether every condition of the fact holds."""
        return all(condition.holds for condition in self.conditions)

    @property
    def figure(self) -> float:
        """The fact's leading figure: the value of its first condition."""
        return self.conditions[0].value

    @property
    def margin(self) -> float:
        """Smallest distance of a condition to its bound; negative where the fact fails."""
        return min(condition.margin for condition in self.conditions)


@dataclass(frozen=True)
class Fact:
    """A planted fact: its number in the case, the lesson, and how it is proven."""

    number: str
    lesson: str
    prove: Callable[[World], tuple[Condition, ...]]
    shipped_only: bool = False

    def __call__(self, world: World) -> Proof:
        """Test the fact on one company."""
        return Proof(self.number, self.prove(world))
