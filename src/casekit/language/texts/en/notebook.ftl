# What a notebook's kernel says of itself.
cells-above = This cell builds on cells above it, and since the notebook was opened or its kernel restarted they have not been run (there is no “{ $name }” yet).
    What to do: in the menu Run choose “Run All Above Selected Cell”, then run this cell again.
cells-above-elsewhere = This cell builds on cells above it, and since the notebook was opened or its kernel restarted they have not been run (there is no “{ $name }” yet).
    What to do: run all cells from the top of the notebook, then this one.
