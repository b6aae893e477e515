# Making the one file for the browser: what it takes from elsewhere, and what can go wrong.
one-file-fetch = Fetching { $name }: { $megabytes } MB. It is kept for the next time.
one-file-sources = The file will start some seconds slower: neither this Python nor Node.js (20 or newer) is here to compile the libraries for Python { $python }. For a quicker file install Node.js and run this again.
one-file-done = { $file }: { $megabytes } MB, { $seconds } s. Participants open it by a double click in Chrome, Edge or Firefox.
one-file-practice = This file trains: it judges answers at once, explains them, and its sealed answers can be opened by who tries hard. What it earns is marked “open book”. For marks that count: { $casekit } one-file --exam.
one-file-out = “{ $found }” is a file. Give a folder for the HTML files; it is made if it is not there.
one-file-lock = The list of Python’s files, { $file }, cannot be read: { $found }. Take it from the kit again.
one-file-folder = There is no folder “{ $folder }”. Give the folder into which the distribution of Pyodide was unpacked: the one with pyodide.asm.wasm in it.
one-file-another = In “{ $folder }” lie other versions of: { $files }. Only files that browser.lock names, to the byte, go in. Unpack the distribution that it names, or leave --pyodide out: Python is then fetched.
one-file-missing = { $count ->
        [one] A file
       *[other] { $count } files
    } of the browser’s Python cannot be had:
    { $files }
    What was said where they were looked for:
    { $reasons }
    Check the internet connection and try again; or unpack the full distribution of Pyodide { $pyodide } (pyodide-{ $pyodide }.tar.bz2 among its releases on GitHub), put wheels that it lacks beside its files, and give the folder with --pyodide.
one-file-missing-folder = { $count ->
        [one] A file
       *[other] { $count } files
    } of the browser’s Python are neither in “{ $folder }” nor to be had elsewhere:
    { $files }
    What was said where they were looked for:
    { $reasons }
    Put them into the folder: the full distribution of Pyodide { $pyodide } holds what is compiled, PyPI the other wheels. Or check the internet connection and try again.
one-file-pip = pip: { $found }
one-file-npm = npm: { $found }
one-file-no-npm = npm is not on this computer.
one-file-lite-teams = --lite makes one folder, so it does not go with --teams. Make a folder for each team, or leave --lite out.
one-file-site = { $file }: { $megabytes } MB, { $seconds } s. Put the folder on a static host with https, or look at it here: { $casekit } serve { $file }
one-file-site-exists = “{ $found }” is there already, and nothing is written over. Choose another folder or remove it.
serve-open = { $address } is open. Ctrl+C ends it.
serve-no-folder = There is no folder “{ $folder }”. This makes one: { $casekit } one-file --lite --out { $folder }
serve-port = Nothing can listen at { $host }, port { $port }: { $found }. Leave --port out, and a free one is taken.
site-open = Open the notebooks
one-file-node = Node.js could not compile the libraries: { $found } Install a newer Node.js (20 or later), or take it off the PATH: the file is then made without, and starts some seconds slower.
