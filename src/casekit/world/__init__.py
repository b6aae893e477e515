"""Whole companies from a seed, by the same equations as `casekit.model`.

`parameters` holds every number the generator starts from, families as data; `market` draws the
start, `hours` and `simulate` live through the months, `ledger`, `activity` and `tables` write
down what happened; `names` and `received` dress it as people would meet it. `facts` proves what
the case teaches.
"""

from casekit.world.draw import Truth, World, draw_company
from casekit.world.parameters import FAMILIES, Family, RegionalCut

__all__ = ["FAMILIES", "Family", "RegionalCut", "Truth", "World", "draw_company"]
