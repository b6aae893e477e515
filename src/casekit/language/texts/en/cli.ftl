# The command line, JupyterLab and the doctor.
cli-help = The case “Assessing the productivity of sales representatives” as notebooks.
cli-option-lang = Language of the messages and notebooks.
cli-option-version = Print the version.
cli-lab = Open the case in JupyterLab, on the first notebook.
cli-lab-no-browser = Print the address without opening a browser.
cli-build = Build what comes from a source: data, dictionaries, notebooks, solved notebooks.
cli-build-names = What to build, such as data, dictionary or 02_hours; everything if left out.
cli-build-check = Write nothing; say what does not match its source.
cli-variant = Make another company from a number, its facts proven.
cli-variant-seed = Any whole number; the same number makes the same company.
cli-variant-out = New folder for the company.
cli-variant-family = Kind of company: A over-retention, B over-hunting, C expansion-starved, D aggressive competitor.
cli-doctor = Say what works on this computer and what to do if something does not.
cli-doctor-data = Folder of company tables to examine in place of the kit’s own.
cli-no-option-near = There is no option “{ $found }”. Did you mean { $near }? See the options: { $help }
cli-negative = “{ $found }” looks like an option. A number here is 0 or more, without a minus. See how it is used: { $help }
cli-verb-near = There is no verb “{ $found }”. Did you mean { $near }? See the verbs: { $help }
cli-no-value = “{ $found }” needs something after it. See how it is used: { $help }
cli-no-number = { $name } needs a number. See what is allowed: { $help }
cli-extra = A word too many: “{ $found }”. A name with spaces stands in quotation marks, such as "My class.zip". See how it is used: { $help }
cli-no-option = There is no option “{ $found }”. See the options: { $help }
cli-missing = Not given: { $found }. See how it is used: { $help }
cli-bad-value = { $name } cannot be used: { $found } See what is allowed: { $help }
cli-not-understood = Not understood: “{ $found }”. See the verbs and options: { $help }
cli-stopped = Stopped.
cli-disk-full = “{ $file }” cannot be written: { $why }. What was written before is whole. Make room, or name a folder on another disk, and run the same command again: it goes on from there.
cli-file = “{ $file }” cannot be read or written: { $why }. Close the program that has it open, or look at its folder, and run the same command again.
cli-library = The library { $name } is missing or broken: { $why }. What to do: run start.py again, it mends the set-up. With conda: conda env update -f environment.yml --prune.

kit-not-found = Neither “{ $folder }” nor a folder above it is the kit (it holds start.py and notebooks). Go to the kit’s folder and try again.
lab-address = JupyterLab is ready. Open in your browser: { $address }
    Keep this window open; Ctrl-C stops it.
lab-missing = { $count ->
    [one] The folder { $folder } lacks the notebook { $files }. To have it back, take this file from the archive of the case and put it into that folder. The other notebooks work without it.
   *[other] The folder { $folder } lacks the notebooks { $files }. To have them back, take these files from the archive of the case and put them into that folder. The other notebooks work without them.
}
lab-again = JupyterLab is open for this folder already, in another window: keep that one open. Open in your browser: { $address }
place-closed = The folder “{ $folder }” cannot be written, and the case cannot be saved there. What to do: put the kit into a folder of your own, such as Documents, not on a read-only disk or inside an archive, and start again.
place-brackets = JupyterLab cannot work in the folder “{ $folder }”: there are square brackets in the path. What to do: rename the folder so that it has none, and start again.
place-full = The disk of the folder “{ $folder }” is full, and the case cannot be saved. What to do: free some space and start again.
place-fault = The folder “{ $folder }” cannot be written: { $why }. What to do: look whether it is still there and whether another program holds it, then start again.
browser-none = No browser could be opened here. Copy the address into your browser by hand.
lab-no-notebooks = There are no notebooks in “{ $folder }”. Take a fresh copy of the kit, or build them: { $casekit } build.
lab-no-port = No free port between { $first } and { $last }. Close another JupyterLab and try again.

doctor-python = Python
doctor-python-advice = Install Python 3.11 or later and run start.py again.
doctor-packages = Packages
doctor-packages-advice = Run start.py again: it mends the set-up. With conda: conda env update -f environment.yml --prune. Then ask the doctor again.
doctor-kit = Kit
doctor-kit-advice = Run the command inside the kit’s folder.
doctor-places = Folder of your notebooks
doctor-lab = Start of JupyterLab
doctor-lab-advice = Close other windows with the case and run start.py again; if that fails, send these lines to your instructor.
doctor-silent = no answer
doctor-space = Free disk space
doctor-space-advice = Free some space, or notebooks may not be saved.
doctor-font = Font of the charts
doctor-font-advice = Run start.py again: the font comes with matplotlib.
doctor-kernel = Notebook kernel
doctor-kernel-advice = Close other notebooks and try again; if that fails, delete the folder .venv and run start.py.
doctor-data = Company
doctor-data-advice = Mend the tables as listed, or take a fresh copy of the kit.
doctor-well = All is well.
doctor-ill = Something needs your attention: see the lines marked ✗.

build-done = { $part }: done.
build-differs = { $part } does not match its source: { $files }. Nothing was written. Run: { $casekit } build { $part }
build-unknown = Nothing called “{ $found }” is built here. There are: { $allowed }.
doctor-megabytes = { $count } MB
cli-app = Open the board alone as a web page, without notebooks.
cli-app-data = Folder with a company’s data; the company of the case if left out.
cli-app-host = Address to listen on. By default the page can be seen from this computer only; for others a token is needed, which stands in the address printed.
cli-app-port = Port; the first free one if left out.
cli-app-optimum = The board shows the best plan before one is committed: for instructors and for work with data of your own.
cli-pack = Put together what a participant or a team gets: one zip without the solutions.
cli-pack-out = Zip to write; the folder inside has its name.
cli-pack-variant = Another company for this team, made from a number; the company of the case if left out.
cli-pack-lang = One language; both if left out.
cli-pack-wheels = Put the libraries in for a room without internet: windows, macos, linux, with commas between them; windows-3.12 for another Python than 3.13. Their size is said first.
pack-done = { $file }: { $megabytes } MB. Participants unpack it and double-click start.cmd (Windows) or start.command (Mac); on Linux: python3 start.py.
pack-variant = The company inside is made from the number { $seed }, family { $family }. Write the number down: { $casekit } variant makes the same company again, with what is hidden in it, and { $casekit } grade --variant { $seed } --family { $family } marks the team’s work on it.
pack-wheels = { $count ->
    [one] One library file
   *[other] { $count } library files
 } go in, { $megabytes } MB to fetch. This takes a few minutes; Ctrl-C stops it and leaves nothing behind.
pack-name = “{ $found }” cannot name a pack. Allowed are letters, digits, spaces, dots and dashes, with .zip at the end, such as team-7.zip.
pack-exists = “{ $found }” is there already, and nothing is written over. Choose another name or remove it.
pack-language = There is no language “{ $found }”. There are: { $allowed }.
pack-readme-wheels = The folder `wheels` holds the libraries for Python { $python }: install that version, and no internet is needed.
pack-readme = { $file } lacks the line after which it is no longer for participants:
    { $line }
    Put it back before the part about the whole kit.
pack-wheels-unknown = There are no libraries for “{ $found }”. Allowed: { $allowed }, with commas between them.
pack-wheels-missing = Libraries for { $target } cannot be had: { $found } Check the internet connection, or ask for Python 3.13, the default.
pack-wheel-changed = The file { $file } arrived with other content than the lock file expects. Try again; if it comes back, do not use this network.
pack-wheels-net = The libraries could not be fetched: { $found } Check the internet connection and try again.

# Packs for practice and for an exam; nine months.
cli-pack-family = Kind of company: A over-retention, B over-hunting, C expansion-starved, D aggressive competitor. A with --variant, drawn by lot with --exam, if left out.
cli-pack-exam = For marks that count: nothing in the pack judges or explains answers, and its company comes from a random number that is kept in a file for you.
cli-pack-teams = With --exam: so many packs, each with a company of its own.
cli-carry-on = Make the file of nine months for every plan handed in: one luck and the same events for all.
cli-carry-on-out = Folder for the files; run it again with the same folder for those who hand in later.
cli-carry-on-seed = Number of luck and events, to repeat them; a new random one if left out.
cli-carry-on-companies = The list that { $casekit } pack --exam or one-file --exam wrote: teams had a company each.
cli-carry-on-marks = Folder that { $casekit } grade wrote for the same works: plans that code in a notebook makes stand only there.
pack-exam = The numbers of the companies are in { $file }. Keep that file and hand it to nobody: who has a number can make the company with all that is hidden in it. The work of all teams is graded by one command, { $casekit } grade SUBMISSIONS --out OUT --companies { $file }; carry-on takes --companies as well. Write into the line of each pack who gets it, such as "teams": ["Team 1"]: then work on another team’s pack is noticed.
pack-practice = This pack trains: it judges answers at once, explains them, and its sealed answers can be opened by who tries hard. What it earns is marked “open book”. For marks that count: { $casekit } pack --exam.
pack-guessable = Anyone who tries small numbers can make the same company.
pack-guessable-exam = Anyone who tries small numbers can make the same company, with all that is hidden in it. Leave --variant out of an exam: its number is then drawn and kept for you.
pack-teams = “{ $found }” is no number of teams. Give a whole number from 1 to { $most }.
pack-teams-exam = --teams goes with --exam. For practice every team may have the same pack, or one of its own by --variant.
pack-teams-variant = --teams draws a company for each team, so it does not go with --variant. Give one of them.

# One file for participants who may install nothing.
cli-one-file = Make the participant’s path as one HTML file that opens by a double click: notebooks, company, case text and Python in it, no install and no internet.
cli-one-file-out = Folder for the files casekit_ru.html and casekit_en.html; it is made, and earlier files of these names are replaced.
cli-one-file-exam = For marks that count: nothing in the file judges or explains answers, and its company comes from a random number that is kept in a file for you.
cli-one-file-teams = With --exam: so many files, each with a company of its own.
cli-one-file-pyodide = Folder with the official distribution of Pyodide, unpacked, so that Python need not be fetched.
cli-one-file-lite = Make a folder with JupyterLite instead, for any static host: Jupyter itself in the browser.
cli-room = Hold a workshop: participants’ browsers join by a link, teams decide, live with it and see who was right.
cli-room-minutes = Length of the workshop: 90 minutes with one round of nine months, or 180 with three.
cli-room-file = File in which all that happens is kept. If it is there already, the workshop goes on where it was. If left out: today’s workshop that is not over, or a new one, in the folder rooms.
cli-room-variant = Number of a drawn company in place of the case’s one.
cli-room-host = Address to listen on. By default all of this computer’s: whoever is in the same network can open the page, and needs the room’s code to join.
cli-room-address = Address under which a proxy shows the room, for instance https://room.example.org; only then what the proxy says of a browser’s address is believed.
cli-serve = Show a folder made by one-file --lite in the browser of this computer, or to others in the same network.
cli-serve-folder = The folder.
cli-serve-host = Address to listen on; by default this computer’s browsers alone.
