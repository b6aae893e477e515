"""Generator of whole companies from a seed, by the same equations as `casekit.model`.

`parameters` holds every number of the generator, families as data; `market` draws the initial
state, `hours` and `simulate` simulate the months, `ledger`, `activity` and `tables` make the
tables; `names` draws names and `received` writes reports as regions send them. `facts` proves the
planted facts of the case.
"""

from casekit.world.draw import Truth, World, draw_company
from casekit.world.parameters import FAMILIES, Family, RegionalCut

__all__ = ["FAMILIES", "Family", "RegionalCut", "Truth", "World", "draw_company"]
