# The glossary beside the case text.
glossary-title = Glossary
glossary-lead = Words as this case uses them, in the texts, the notebooks and the data.
glossary-term = Term
glossary-in-en = In English
glossary-in-ru = In Russian
glossary-meaning = Meaning
