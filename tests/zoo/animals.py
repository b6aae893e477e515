"""All animals of the zoo.

Whoever grades them sees to three things. The hidden variant is one on which the numbers typed by
`does_nothing_wrong` and `types_what_it_should_compute` are wrong, as they are on nearly all. The
variable `facts.CANARY` is set where the grader is started. And animals are written by a process
that lives on while they are graded: it keeps the servers that `facts` tells of.
"""

from __future__ import annotations

from pathlib import Path

from zoo.animal import SOUND, Animal, Expect, save
from zoo.attacks import ATTACKS
from zoo.bundles import BUNDLES
from zoo.files import FILES
from zoo.floods import FLOODS
from zoo.kernels import KERNELS
from zoo.records import RECORDS
from zoo.solved import TYPED, Solved
from zoo.thefts import THEFTS

__all__ = ["ZOO", "Animal", "Expect", "Solved"]


def _tame(folder: Path, solved: Solved) -> None:
    save(solved.small(), folder / "does_nothing_wrong.ipynb")


def _whole(folder: Path, solved: Solved) -> None:
    name = "01_the_company"
    save(solved.notebook(name, "ru"), folder / "solves_a_notebook_in_russian" / f"{name}.ipynb")


_SERVED = ("served_share", "cost_share", "excluded", "slide", "experiment")

#: Neighbours that no mischief beside them may harm.
TAME = (
    Animal(
        "does_nothing_wrong",
        _tame,
        Expect(states={**SOUND, TYPED: "incorrect"}, note="typed, not computed"),
    ),
    Animal(
        "solves_a_notebook_in_russian",
        _whole,
        Expect(states={f"company.{name}": "correct" for name in _SERVED}),
    ),
)

ZOO: tuple[Animal, ...] = (
    *TAME,
    *FILES,
    *BUNDLES,
    *KERNELS,
    *FLOODS,
    *RECORDS,
    *THEFTS,
    *ATTACKS,
)
