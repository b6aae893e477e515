# Grading: for instructors, and feedback for participants.
cli-grade = Grade submissions: run each on the company that its author had and on a hidden one, walled in, and mark what they answer.
cli-grade-folder = Folder with a folder, a .zip or an .ipynb for each participant or team, or a download of Moodle, Canvas or Drive, unpacked or as the one .zip it came in.
cli-grade-out = Folder for everything that is written. The same command goes on where it was stopped.
cli-grade-hidden = Number of the hidden company; a random one if left out, kept in run.json.
cli-grade-variant = Number of the company in the participants’ packs, as given to pack; the company of the case if left out.
cli-grade-jobs = Submissions that run at the same time.
cli-grade-only = Grade this one submission again.
cli-grade-walls = Refuse to run where submissions cannot be walled in.
cli-grade-cluster = Address of a Dask scheduler, such as tcp://scheduler:8786, to run on other computers.
cli-grade-cold = Start each notebook cold in place of forking a warm process; slower, with the same marks.
cli-grade-seconds = Longest time of a cell; a notebook gets four times as much.
cli-grade-question = Work out the marks of this one question anew, such as lag.letter, after its key or its levels were changed; nothing is run, all other marks stay as they were written last.
cli-grade-blind = Leave names out of the review, for reading blind; --names puts them back. Kept in run.json.
cli-grade-late = Per cent taken off what is late: 10 once, 10/day for each day begun, 0 for nothing. Kept in run.json; days can be corrected in the review.
cli-grade-worksheet = Grading worksheet downloaded from Moodle; moodle.csv is this worksheet with the grades filled in, in your site’s language.
cli-grade-gradebook = Gradebook exported from Canvas; canvas.csv is its column of the assignment, filled in.
cli-grade-assignment = Title or number of the assignment in the gradebook, where it has several.
grade-done = { $graded ->
    [one] One submission graded
   *[other] { $graded } submissions graded
 }, { $unreadable } unreadable, { $infrastructure } to be tried again. Everything is in { $folder }; begin with cohort.html.
grade-seconds-taken = It took { $seconds } s.
grade-assignment = Assessing the productivity of sales representatives
grade-no-folder = There is neither a folder nor a .zip “{ $found }”. Name the folder that holds a folder, a .zip or an .ipynb for each participant, or a download of several people as one .zip.
grade-nothing = Nothing to grade in “{ $found }”. A submission is a folder, a .zip or an .ipynb.
grade-out-inside = The results ({ $out }) and the submissions ({ $folder }) lie one inside the other: the next run would take results for somebody’s work. Nothing was run. Choose another folder for --out.
grade-only = There is no submission “{ $found }”. There are: { $allowed }.
grade-no-key = There is no key in “{ $folder }”: it lies in the folder solutions, which participants’ packs leave out. Grade with the full kit.
grade-no-walls = Submissions cannot be walled in here: { $found }. Nothing was run. Use a Linux computer with user name spaces, or leave out --require-sandbox and grade only what you trust.
grade-other-batch = “{ $folder }” belongs to another batch: its companies or the kit’s data are not the same. Choose another folder for --out.
grade-not-hidden = The hidden company would be the participants’ own, number { $found }. Give another --hidden-variant.
grade-jobs = --jobs is { $found }; allowed are 1 to { $most }.
grade-seconds = --cell-seconds is { $found }; allowed is a number from 1.
grade-no-dask = Grading on a cluster needs the package distributed. Install it: pip install "casekit[cluster]".
grade-no-cluster = No Dask scheduler answers at “{ $found }”. Start one with dask scheduler and look at its address.
no-walls = Submissions were NOT walled in: { $why }. Their code could read and change this computer’s files. Grade only what you trust, or use Linux.
grading-template = The process that runs notebooks could not be started ({ $found }). Run casekit doctor.
grading-run-start = A notebook’s process could not be started ({ $found }). Run casekit doctor.
infrastructure-worker = The process that ran this submission was lost three times. It has no mark; run the same command again, or look at the submission by hand.
infrastructure-run = This submission could not be run: { $found }. It has no mark; the same command tries again.
unreadable-file = A file cannot be read: { $found }.
unreadable-special = “{ $found }” is no ordinary file.
unreadable-kind = “{ $found }” is neither a folder nor a .zip nor an .ipynb.
unreadable-large = “{ $found }” is too large: more than { $most } MB, or too many files.
unreadable-many = Too many: { $found }; at most { $most } can be graded.
unreadable-zip = The archive cannot be unpacked ({ $found }). Ask for it again, without a password.
unreadable-notebook = There is no notebook that can be read ({ $found }). Ask for the file again.
unreadable-no-notebook = There is no notebook inside. Ask for the zip that ck.hand_in makes.

status-graded = graded
status-unreadable = unreadable
status-infrastructure = to be tried again
state-correct = right
state-correct-own = right on your company
state-given = given
state-partial = partly
state-incorrect = not right
state-not-attempted = no answer
state-error = error
state-timeout = out of time
state-killed = ended
state-review = read by a person
mark-typed = An answer that was typed, not computed: on another company the right one is different.
mark-only-shipped = Right on your company, not on another one: the expression takes something for granted.
why-error = The cell ended with an error before the answer was checked: see your notebook.
why-timeout = The cell took too long and was ended.
why-killed = The notebook ended before this cell.
why-read = Read again: { $notebook }.
note-copies = Of several copies of a notebook the one with the highest number counts: { $taken }. Left aside: { $left }.
note-twins = Of one notebook in several places the one with most work counts: { $taken }. Left aside: { $left }.
note-untouched = Left aside, because nothing was changed in them: { $left }. Counts: { $taken }.
note-attempts = Of what was sent several times the last counts: { $taken }. Left aside: { $left }.
note-answers-joined = Answers of several files were joined, the last of each question counts: { $found }.
note-published = Left aside are the published solutions that lie beside the notebooks: { $left }.
note-passed = Passed over, because they are no notebooks: { $left }.
note-unread = Cannot be read, so the points are provisional: { $left }. Ask for these files again.
note-late = Handed in late.
note-joined = Taken together as one submission: { $found }.
note-namesakes = Files of one name that seem to be of different people, kept apart as submissions of their own; see also: { $found }.
note-team = Handed in once for a team: { $found }.
note-some-unreadable = What cannot be read was left aside: { $left }.
note-doubled = A question was answered in two notebooks; the last answer counts.
note-ended = A notebook’s process ended before its last cell.
note-answers-ignored = The file my_answers.jsonl has lines that are no answers; they were left aside: { $found }.
note-other-company = The progress handed in is about another company than this batch was graded on: what was typed and the plan could not count. For the instructor: grade it by itself, with the --variant of its pack.
notebook-unreadable = cannot be read
notebook-failed = first trouble in cell { $cell }: { $error }
notebook-ran = { $cells ->
    [one] one cell ran
   *[other] all { $cells } cells ran
 }
feedback-title = Feedback: { $name }
feedback-score = { $score } of { $most } points.
feedback-pending = { $score } of { $most } points so far; { $pending } wait for a reader.
feedback-head-question = Question
feedback-head-answer = Your answer
feedback-head-state = Verdict
feedback-head-why = Why
feedback-head-points = Points
feedback-head-notebook = Notebook
feedback-head-what = What happened
feedback-points = { $points } of { $most }
feedback-texts = Your texts
feedback-notebooks = Your notebooks
cohort-title = The cohort
cohort-summary = { $count } submissions, { $graded } graded; { $mean } points on average.
cohort-nothing = Nothing.
cohort-submissions = Submissions
cohort-submissions-about = Time is that of all runs on both companies.
cohort-questions = Questions
cohort-questions-about = Share of points earned, and how answers fell out.
cohort-mistakes = Common mistakes
cohort-mistakes-about = Wrong answers that are known, on the participants’ own company.
cohort-plans = Leader board of plans
cohort-plans-about = Share of the plan’s points earned.
cohort-alike = Alike
cohort-alike-about = Pairs that have in common what is neither handed out nor published: code though its names, cells or order were changed, texts though words were changed, and answers that are not right and yet the same, more than by chance. A reason to ask, no proof.
cohort-copied = As in the published solutions
cohort-copied-about = Code or texts that stand in the solved notebooks, though names or words were changed. Blanks that were filled in rightly do not count: there everybody is alike. Look before you judge.
cohort-left = Not graded
cohort-left-about = Unreadable files and what is to be tried again.
cohort-head-name = Name
cohort-head-status = Status
cohort-head-score = Points
cohort-head-pending = Waiting
cohort-head-seconds = Time, s
cohort-head-noticed = Noticed
cohort-head-question = Question
cohort-head-earned = Earned
cohort-head-states = Answers
cohort-head-mistake = Mistake
cohort-head-count = Count
cohort-head-plan = Share of points
cohort-head-pair = Pair
cohort-head-likeness = Part
cohort-head-what = What
cohort-head-heading = Heading
cohort-head-why = Why
doctor-grading = Grading
doctor-grading-advice = See what is said of walls in README.
doctor-warm = notebooks are forked from a warm process
doctor-cold = notebooks start cold, because this system cannot fork
doctor-walls = submissions are walled in
doctor-no-walls = submissions are NOT walled in ({ $why }): grade only what you trust

# carry-on: nine months under every plan handed in.
carry-on-progress = { $done } of { $total }: { $name }
carry-on-source-decided = the plan that was decided
carry-on-source-committed = the plan committed first
carry-on-source-file = the plan of my_plan.json
carry-on-done = { $made } of { $total } got their nine months. For the teams: { $folder }/for_teams, a folder each. Keep { $folder }/truths until the reveal, and luck.json for yourself. Whoever hands in later gets the same luck: run the same command again.
carry-on-seed = “{ $found }” is no number for luck. Give a whole number from 0 up, or leave --seed out.
carry-on-luck-file = { $file } cannot be read, so the luck of this folder is not known. Name a new folder.
carry-on-other-luck = { $folder } holds months of another luck or another company. Leave --seed out and name the same companies, or name a new folder.
carry-on-folder-taken = The folder “{ $folder }” holds something else already. Name a new one: nothing is written over.
carry-on-companies = { $file } cannot be read as a list of companies. It is the file that casekit pack --exam wrote beside the packs.
carry-on-variant-and-list = --variant and --companies both say which company it is. Give one of them.

# Under which conditions marks were earned.
grade-conditions-open-book = open book
grade-conditions-exam = exam
cohort-open-book = Open book: participants had the company of the case or a practice pack, in which answers can be looked up. For marks that count hand out packs of casekit pack --exam.

# What a participant reads in feedback.html beside the marks.
feedback-unseen = Computed answers earn half of their points on your company, shown below, and half on a company that nobody has seen: there you earned { $points } of { $most }, and that is in the sum. A number that was typed, or an expression that takes something for granted, loses that half.
feedback-express = Of that, on the short path of 90 minutes: { $points } of { $most } points on your company.
feedback-short-path = short path
feedback-place = { $notebook }, question { $number }
feedback-place-alone = { $notebook }
feedback-level = Level { $level } of { $top }, { $words }. { $about }
feedback-own-row = { $row }: { $answer }
feedback-own-place = { $place }. { $answer }
feedback-own-text = see “Your texts” below
feedback-own-unread = cannot be read as an answer to this question
feedback-own-move = { $scope }, from month { $month }: { $hours } h a month
feedback-own-moves-more = { $count ->
    [one] and one move more
   *[other] and { $count } moves more
}
feedback-own-no-moves = no hours move
feedback-own-reason = Reason: { $reason }

# Levels of the two texts that a person reads, as the rubric has them.
level-3 = in full
level-2 = mostly
level-1 = in part
level-0 = not there
rubric-lag-letter-3 = The letter says that the table is added up correctly and why it misleads all the same (hours and margin of one month); what to look at instead, with a figure and its unit; tells the next hour from the average one; what to do until the open deals are decided; what is not known, with a range.
rubric-lag-letter-2 = The letter names the error and the delay; the advice is general, or a figure has no unit, or the average stands for the next hour.
rubric-lag-letter-1 = The letter says that conversion takes time, without the error in the table; or calls the controller wrong without saying what to look at.
rubric-lag-letter-0 = The letter agrees with the table, or there is no text.
rubric-decision-memo-3 = The decision in the first sentence: who, by how many hours, from when; profit year by year with technicians and assistants paid, and the months in which it falls behind; what was learned and what is assumed; “we stop if”: a figure and a value outside luck; a pilot: who, how long, against whom, by which figure; one page.
rubric-decision-memo-2 = Decision, money and pilot are there; the stop rule lies inside luck or has no value, or three years are told as one sum, or nothing is said of what is assumed.
rubric-decision-memo-1 = A direction without money or without a pilot; a comparison with volunteers or with the year before.
rubric-decision-memo-0 = No decision, or no text.

# What of two submissions is alike, and the pictures of the cohort.
alike-code = code
alike-text = the text { $question }
alike-reason = the reason given in { $question }
alike-texts = texts in the code
alike-answers = answers that are not right
alike-file = the file my_answers.jsonl, byte for byte
cohort-spread = Distribution of points
cohort-spread-about = How many submissions earned so many points. What still waits for a reader is not in them.
cohort-spread-bar = { $low } to { $high }: { $count }
cohort-headings = Points by heading of the rubric
cohort-headings-about = What was earned of each heading on average, and where the weakest quarter ends and the strongest begins. Texts that wait for a reader count as nothing yet.
cohort-head-mean = On average
cohort-head-lower = Lower quarter
cohort-head-upper = Upper quarter
grade-progress = { $done } of { $total }: { $name }
