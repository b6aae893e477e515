# The one-file page.
path-skip = Skip to the text
path-tools = What to do
path-contents = Contents
path-notebooks = The path
path-texts = To read
path-ran = { $ran } of { $all }
path-next = Next: { $title }

path-progress = Python is starting
path-step-0 = You can read already. The file is being opened…
path-step-1 = You can read already. Python is being unpacked…
path-step-2 = You can read already. Python is starting…
path-step-3 = You can read already. Libraries are being loaded…
path-step-4 = You can read already. The company is being read…
path-python-ready = Python is ready
path-python-busy = Python is at work…
path-python-broken = Python has stopped ({ $fault }). What you answered is kept. Press “Restart Python”; if that does not help, close other tabs and programs, or open the file in a current Chrome, Edge or Firefox.

path-run = Run
path-run-title = Run this cell, after those above it that have not been run (Ctrl + Enter; Shift + Enter also goes to the next)
path-run-all = Run all
path-stop = Stop
path-restart = Restart Python
path-stop-title = Ends Python and starts it again; answers stay
path-cell = Cell { $number }
path-code-of = Code of cell { $number }
path-unfold = Show code
path-fold = Hide code
path-original = As it was
path-add = Add a cell
path-add-at-end = Add a cell
path-remove = Remove the cell
path-state-waiting = waits
path-state-running = runs…
path-state-done = done
path-state-failed = did not get through
path-state-old = from before: run again
path-download = Download { $name }
path-picture = Picture
path-error-whole = The whole error
path-widget-broken = This part cannot be shown ({ $fault }). Run the cell again.

path-close = Close
path-work = My work
path-work-title = My work
path-work-how = Everything you enter is kept at once. To go on at another computer or in another browser, save your work to a file, take it there, and open it in the same page. What is there already stays; of two versions the later counts.
path-save = Save to a file
path-open = Open from a file
path-opened = { $count ->
    [0] There was nothing in the file to take up.
    [one] Taken up: one changed cell or file.
   *[other] Taken up: { $count } changed cells and files.
}
path-open-unreadable = { $name } is no work saved from this page. Choose the file that “Save to a file” made; its name begins with casekit_ and ends in .json.
path-open-newer = { $name } was saved from a newer edition of this page. Open it there.
path-open-other-company = { $name } is the work on another company. Open it in the page in which it was saved.
path-files = Files
path-erase-title = Begin anew
path-erase-how = Answers, changed cells and results are erased from this browser. Saved files stay.
path-erase = Erase my work in this browser
path-erase-sure = Erase your answers and changed cells from this browser? This cannot be taken back.

path-kept-here = Answers are kept in this browser, on this computer.
path-kept-at = Answers are kept in this browser, on this computer; last at { $time }.
path-kept-tabs = The page is open in another tab as well: answers of both are kept.
path-kept-refused = This browser keeps nothing of this page. Before you close it, save your work to a file (“My work”).
path-kept-full = There is no room left in which this browser keeps answers. Save your work to a file (“My work”), and free space on the disk.

path-hand-in = Hand in
path-hand-in-title = Hand in your work
path-hand-in-how = Notebooks, answers, plan and memo go into one zip file, which the browser saves with its downloads. Send that file as your instructor asks.
path-hand-in-name = Your name, or that of your team
path-hand-in-do = Make the file

path-about = About
path-about-title = This page and this computer
path-about-how = If something does not work, send these lines to your instructor.
path-about-python = State of Python
path-about-asleep = not started
path-about-starting = starting
path-about-ready = ready
path-about-busy = at work
path-about-broken = stopped
path-about-fault = What happened
path-about-company = Company
path-about-kept = Answers are kept in
path-about-kept-database = the browser’s database
path-about-kept-storage = the browser’s small store
path-about-kept-none = nothing: the browser refuses
path-about-room = Room in the browser
path-about-megabytes = { $used } MB used, { $all } MB may be used
path-about-browser = Browser
path-about-address = Opened from
path-about-copy = Copy these lines
path-about-copied = Copied
path-licences = Whose work is in this file
path-licences-how = The page carries Python and free libraries. Each has its licence.
