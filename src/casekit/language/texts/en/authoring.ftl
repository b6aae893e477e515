# Building notebooks from their sources: what can be wrong with a source, a run or a notebook.
authoring-faults =
    The kit cannot be built: { $count ->
        [one] one fault
       *[other] { $count } faults
    } in their sources. Nothing was written. Mend what is listed and build again.

    { $listing }
authoring-run-faults =
    The solved notebooks do not run as they should: { $count ->
        [one] one fault
       *[other] { $count } faults
    }. Nothing was written. Mend the cells in the sources and build again.

    { $listing }
authoring-check-faults =
    { $count ->
        [one] One notebook is
       *[other] { $count } notebooks are
    } not what the source gives. Change the source, not the notebook, and run: { $casekit } build

    { $listing }
authoring-no-source = There is no notebook source “{ $found }”. There are: { $allowed }.
authoring-no-sources = The folder “{ $folder }” holds no notebook sources (NN_name.py). Check that you are in the kit’s folder.

authoring-place = { $file }, cell { $cell }{ $line ->
        [0] { "" }
       *[other] , line { NUMBER($line, useGrouping: 0) }
    }
authoring-place-run = { $file } ({ $language }), cell { $cell }{ $line ->
        [0] { "" }
       *[other] , line { NUMBER($line, useGrouping: 0) }
    }

authoring-file-name = { $file }: a source is named by two digits and a name in small Latin letters, such as 02_hours.py. Rename the file.
authoring-not-utf8 = { $file }: the file is not in UTF-8. Save it in UTF-8.
authoring-unreadable = { $file }: the file cannot be divided into cells: { $reason }. Compare its head and its “# %%” lines with another source.
authoring-kind-unknown = { authoring-place }: a “{ $found }” cell has no place in a notebook here. Make it markdown or code.
authoring-key-unknown = { authoring-place }: the cell’s header says “{ $found }”, which means nothing here. Write only: { $allowed }; values in double quotes, tags in brackets.
authoring-cell-unreadable = { authoring-place }: the cell’s header cannot be read: { $reason }. Write values in double quotes, and tags as a list without repeats: tags=["run-only"].
authoring-tag-unknown = { authoring-place }: unknown tag “{ $found }”. Allowed: { $allowed }.
authoring-tag-misplaced = { authoring-place }: the tag “{ $found }” has no meaning on a { $kind } cell. Remove it, or move it to the cell it is meant for.
authoring-lang-missing = { authoring-place }: markdown does not say its language. Add lang="…" to the header; languages: { $allowed }.
authoring-lang-unknown = { authoring-place }: unknown language “{ $found }”. Allowed: { $allowed }.
authoring-twin-missing = { authoring-place }: this text has no twin in: { $missing }. Write it in the next cell.
authoring-twin-repeated = { authoring-place }: two texts in a row are in “{ $language }”. Put the missing twin between them: { $missing }.
authoring-twin-tags = { authoring-place }: the twins carry different tags. Give both the same.

authoring-solution-unclosed = { authoring-place }: the solution opened here is never closed. Add a line “# </solution>”.
authoring-solution-nested = { authoring-place }: a solution opens inside another one. Close the first with “# </solution>”, or remove this line.
authoring-solution-unopened = { authoring-place }: a solution closes that was never opened. Add a line “# <solution>” above, or remove this one.
authoring-solution-misspelt = { authoring-place }: “{ $found }” looks like a solution’s mark but is not one. Write exactly “# <solution>” or “# </solution>”, alone on the line and without indent.
authoring-solution-in-text = { authoring-place }: a solution’s mark does nothing in markdown. To hide the text from participants, tag both twins “solution”.
authoring-solution-torn = { authoring-place }: the solution does not hold whole statements. Move its marks so that they enclose complete, unindented lines of code.
authoring-solution-assigns-nothing = { authoring-place }: the solution assigns nothing, so a participant would have nothing to fill in. Assign the answer to a name: share = …
authoring-text-answer-without-solution = { authoring-place }: the cell is tagged “text-answer” but has no solution. Put the sample answer between “# <solution>” and “# </solution>”.
authoring-syntax = { authoring-place }: Python cannot read the code: { $reason }. Correct the line.
authoring-syntax-unsolved = { authoring-place }: without its solution Python cannot read the code: { $reason }. Take the whole statement into the solution.
authoring-not-ascii = { authoring-place }: code is shared by all languages, but here is “{ $found }”. Move words into markdown, or into the texts of the kit; only a text answer’s solution may hold them.

authoring-parameters-missing = { $file }: no cell is tagged “parameters”. Add one with two lines: lang = "en" and data = None
authoring-parameters-repeated = { authoring-place }: a second cell is tagged “parameters”; the first is cell { $first }. Keep one.
authoring-parameters-content =
    { authoring-place }: the parameters cell must hold two lines and nothing else: lang = "en" and data = None. Found:
    { $found }

authoring-cell-failed = { authoring-place-run }: the cell failed: { $error }
authoring-cell-slow = { authoring-place-run }: the cell took more than { $seconds } seconds and was stopped. Make it faster.
authoring-cell-not-run = { authoring-place-run }: the cell was not run. Look for something above that ends the run.
authoring-kernel-died = { authoring-place-run }: the kernel died in this cell. Run it by itself to see why.
authoring-kernel-silent = { $file } ({ $language }): no kernel started: { $reason }. See: { $casekit } doctor
authoring-output-stderr = { authoring-place-run }: the cell gives a warning, which participants would see too: { $found }. Remove its cause.
authoring-output-address = { authoring-place-run }: the output holds an address in memory, { $found }, another one in every run. End the line with a semicolon, or show something else.
authoring-output-path = { authoring-place-run }: the output holds a path on this machine, { $found }. Show the file’s name alone.

authoring-missing = { $path }: there is no such notebook yet.
authoring-stale = { $path }: its source is gone.
authoring-differs = { $path }: differs from { $file }, first at cell { $id } (in the source cell { $cell }{ $line ->
        [0] { "" }
       *[other] , line { NUMBER($line, useGrouping: 0) }
    }).
authoring-differs-longer = { $path }: has more cells than { $file } gives.
authoring-differs-whole = { $path }: its metadata or form differs from what { $file } gives, or the file is damaged.

# Records of questions: what can be wrong with one.
asked-unreadable = { $file }, line { NUMBER($line, useGrouping: 0) }: Python cannot run the file: { $reason }. Correct the line; how a record is written stands in casekit/questions/record.py.
asked-none = { $file }: the file has no questions. It needs QUESTIONS = (question(...), ...), a record for each question of the notebook.
asked-place = { $file }, question “{ $question }”
asked-twice = { asked-place }: there is a question of this name already, in { $first }. Give one of them another name.
asked-id = { asked-place }: a question’s name is topic.name in small Latin letters, such as cost.hour. Rename it.
asked-topic = { asked-place }: its topic “{ $topic }” has no words. Add it to TOPICS of the file: "{ $topic }": Words(en=…, ru=…).
asked-field = { asked-place }: { $field } is “{ $found }”. Allowed: { $allowed }.
asked-points = { asked-place }: points are { $found }. They cannot be below nought, and attainable is a part of them.
asked-tolerance = { asked-place }: a { $kind } needs a unit and a tolerance above nought.
asked-unit = { asked-place }: a { $kind } has neither unit nor tolerance. Remove them.
asked-choices = { asked-place }: a { $kind } needs two or more choices, as choices=… or as options with words.
asked-hints = { asked-place }: a hint has { $least } steps or more. Add them to hints.
asked-mistakes = { asked-place }: { $least } known mistakes or more are needed. Add them to mistakes, the likeliest first.
asked-right-missing = { asked-place }: a { $kind } needs its right answer: right=…, a value or a function of a case.
asked-right-needless = { asked-place }: a { $kind } has no right answer: the model or a person judges it. Remove right.
asked-mistake-gives-nothing = { asked-place }: the mistake “{ $mistake }” does not say what it gives: mistake(…, en=…, ru=…), a value or a function of a case first.
asked-option = { asked-place }: there are words for “{ $option }”, which is no choice. Allowed: { $allowed }.
asked-language = { asked-place }: { $part } has no words in: { $missing }. Write them.
asked-language-unknown = { asked-place }: { $part } has words in “{ $found }”, which the kit does not speak. Allowed: { $allowed }.
asked-facts-differ = { asked-place }: { $part } names different facts in its languages. Name the same ones in all.
asked-fact = { asked-place }: { $part } names “{ $found }”, which nobody fills in. Write it out.
asked-number = { asked-place }: the mistake “{ $mistake }” shows a number in “{ $language }”: { $found }. Who errs would read the answer off it; say it in words.
asked-many = { asked-place }: { $kind } has { $found } options, of which { $most } at most can be sealed. Take some out, or divide the question.
asked-rows = { asked-place }: rows=… belong to the kind grid, and to it alone.
asked-checklist = { asked-place }: a checklist belongs to the kind text and has { $least } to { $most } points.
asked-guess = { asked-place }: a guess (guess=True) is of the kind number, choice or grid and has no points.
asked-why = { asked-place }: there is no reason. Write why=Words(en=…, ru=…): what follows from the right answer, and how a wrong one tempts.
asked-also-twice = { asked-place }: the name “{ $mistake }” stands in also and in mistakes. Give one of them another name.
asked-named-right = { asked-place }: no mistake and no reading may be called “{ $mistake }”: that is the right answer. Give it another name.
authoring-blank-misspelt = { authoring-place }: a line with a blank is written so: # <blank>name = code with one ...</blank>, directly before # <solution>. Found: { $found }.
authoring-blank-differs = { authoring-place }: a line with a blank must differ from the line of the solution by nothing but the ... in the blank's place. Found: { $found }.

reference-title = Reference
reference-lead = Every name you can call in a notebook after “import casekit as ck”, with its parameters and, where there is one, an example. In a notebook, “help(ck.load_case)” says what each parameter means.
reference-ck = the case, questions and the board
reference-ck-analysis = what reports, sales and books say
reference-ck-charts = pictures and tables
reference-ck-later = nine months later: what came, and what was true
reference-ck-model = response curves, plans and their value
