# What a notebook's kernel says of itself.
cells-above = This cell builds on cells above it, and since the notebook was opened or its kernel restarted they have not been run (there is no “{ $name }” yet).
    What to do: in the menu Run choose “Run All Above Selected Cell”, then run this cell again.
cells-above-elsewhere = This cell builds on cells above it, and since the notebook was opened or its kernel restarted they have not been run (there is no “{ $name }” yet).
    What to do: run all cells from the top of the notebook, then this one.
cells-above-page = This cell builds on cells above it, and since the page was opened or Python restarted they have not been run (there is no “{ $name }” yet).
    What to do: press “Run all” at the top of the page.

# Errors of one's own cell, in a line.
own-error-whole = (The whole error: run %tb in an empty cell.)
own-error-quote = Line { $line }: a quotation mark is missing. Quotes come in pairs: { $found }
own-error-curly-quotes = Line { $line }: the quote { $quote } is of the wrong kind. Type straight ones, as in "selling".
own-error-odd-letter = Line { $line }: Python does not know the sign { $letter }. Type it anew on the keyboard: { $found }
own-error-bracket-open = Line { $line }: the bracket { $bracket } is opened and never closed: { $found }
own-error-bracket-closed = Line { $line }: the bracket { $bracket } closes what was not opened: { $found }
own-error-comma = Line { $line }: a comma, a quotation mark or a bracket is missing: { $found }
own-error-indent = Line { $line } is set in or out where it should not be. Begin it right at the left edge: { $found }
own-error-assign = Line { $line }: left of = stands a name, and nothing else: { $found }
own-error-unfinished = Line { $line } ends too early, something is missing after its last sign: { $found }
own-error-unreadable = Line { $line } cannot be read. Compare it with the line in the text above, sign by sign: { $found }
own-error-name = There is no name “{ $name }”. There are: { $there }. A word of a table is put in quotes: "{ $name }".
own-error-name-near = There is no name “{ $name }”. Did you mean { $near }? A word of a table is put in quotes: "{ $name }".
own-error-name-quotes = “{ $name }” has no quotes, so Python takes it for a name, and there is none like that. In brackets a word of a table is put in quotes: "{ $name }".
own-error-column = The table has no “{ $name }” here. It has: { $there }.
own-error-column-near = The table has no “{ $name }” here. Did you mean { $near }? It has: { $there }.
own-error-attribute = There is no “{ $name }” after the dot. There are: { $there }.
own-error-attribute-near = There is no “{ $name }” after the dot. Did you mean { $near }?
own-error-module = There is no library “{ $name }” here. There are numpy, pandas, matplotlib and what the kit itself uses.
own-error-blank = A blank is still open: put an expression in place of the three dots.
