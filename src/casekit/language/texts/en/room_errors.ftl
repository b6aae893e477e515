# What cannot be done in the room, and what to do instead. Goes to browsers with all of “room-”.

# Joining.
room-name = Type a name: at least one letter or figure.
room-name-long = The name has { $length } characters; there is room for { $longest }. Shorten it.
room-name-letters = The name has characters that cannot be seen. Type it again.
room-team-name = Name the team: at least one letter or figure.
room-team-name-long = The team’s name has { $length } characters; there is room for { $longest }. Shorten it.
room-team-name-letters = The team’s name has characters that cannot be seen. Type it again.
room-team-taken = There is a team “{ $team }” already. If it is yours, ask your colleagues for its code and join with that; if not, choose another name.
room-code = There is no such code: “{ $found }”. Ask your team for its code: whoever started the team sees it on their page.
room-code-of-room = { $found } is the code of the whole workshop, not of a team. Choose “{ room-join-begin }”, or ask your team for its own code.
room-code-shape = “{ $found }” is not a team code: it has six letters and figures. Compare it with your colleagues’.
room-in-team = You are in the team “{ $team }” already. You can change once the facilitator has removed you from it.
room-doors-shut = The facilitator has closed the doors. Ask for them to be opened again.
room-people-full = There are { $most } people already, and no room for more. Look on with a neighbour.
room-teams-full = There are { $most } teams already, and no room for more. Join a neighbour’s team with its code.
room-no-team = You are in no team yet. Join first.
room-try-again = Two codes happened to be the same. Press once more.

# Answers.
room-shut = This step is closed: no more answers are taken. If you were too late, tell the facilitator, who can open it again.
room-after-reveal = The truth is out: no more bets are taken.
room-answers = The message holds no answers. Reload the page and answer again.
room-answer = There is no such answer here: “{ $found }” ({ $row }). Reload the page and answer again.
room-exhibit = There is no vote “{ $found }”. Reload the page.
room-finished = The workshop is finished, and nothing more is taken. If it ended by mistake, the facilitator can open a step again.

# Plan and forecast.
room-not-your-team = This is another team’s board. Open your own: it is on your page.
room-commit-shut = No plan is taken now. You may move hours; a plan is committed in the step that the facilitator opens.
room-round-before = Nine months no. { $before } have not been lived yet, so no. { $round } cannot come.
room-entries-full = The team has committed and forecast { $most } times; no more are kept. The last one counts.
room-forecast-first = A forecast is about a committed plan. Commit one first.
room-reason = Say why this plan: a few words at least.
room-reason-long = The reason has { $length } characters; there is room for { $longest }. Shorten it.
room-reason-letters = The reason has characters that cannot be seen. Type it again.
room-range = A range goes from the smaller number to the larger, with the likeliest between: { $low }, { $middle }, { $high } does not. Put them in order.
room-line = The plan or forecast cannot be read ({ $found }). Reload the page with the board and try again.
room-line-long = The plan takes more than { $most } bytes, which is more than can be kept. Put people whom it does not concern back to today’s hours.

# The facilitator.
room-not-yours = Only the facilitator can do that (“{ $do }”).
room-step-unknown = There is no step “{ $found }”. There are: { $allowed }.
room-step-left-out = The agenda has no such step: { $step }. Put it back: “Agenda”, “Change the agenda”.
room-minutes = A workshop takes { $allowed } minutes; “{ $found }” is neither.
room-minutes-add = Up to { $most } minutes can be added or taken off; “{ $found }” cannot.
room-step-minutes = A step takes 1 to { $most } whole minutes; “{ $found }” for “{ $step }” is not that.
room-agenda-empty = Every step is left out. Keep one at least.
room-agenda-needs = The step “{ $needs }” cannot be left out while the agenda has “{ $step }”. Leave out both, or keep both.
room-agenda-now = The step “{ $step }” is going on now. Go to another, then leave this one out.
room-events = “{ $found }” is not an event. There are: { $allowed }.
room-events-late = These nine months ({ $round }) have been lived; their events cannot be changed.
room-round-unknown = “{ $found }” is not a number of nine months in this workshop.
room-round-left-out = The agenda has no nine months no. { $round }. It has: { $allowed }.
room-played = These nine months ({ $round }) have been lived with just these plans: played again they would bring the same, and later months would be taken back. For a team to change its plan, go to the step where it is committed and open it again.
room-nobody = There are no teams yet to live through nine months. Wait until somebody joins.
room-team-unknown = There is no such team: it may have been removed.
room-person-unknown = There is no such person: they may have been removed.

# Messages that this page does not send.
room-no-deed = The message cannot be read ({ $found }). Reload the page.
room-deed-unknown = The page asks for something the server does not know: “{ $found }”. Reload it: it may be from an older version.
room-no-id = The message has no name under which it is answered (“{ $found }”). Reload the page.


# What the facilitator should know before going on.
room-note-uncommitted = No plan committed yet: { $teams }. Whoever commits none goes on with the hours it has.
room-note-no-forecast = Plan committed, forecast missing: { $teams }. Without one there is nothing to hold against what comes.
room-note-play-again = Committed after these nine months ({ $round }) were played: { $teams }. It counts once they are played again; later months are then taken back.

# The room's file. Said in the terminal.
room-file-open = { $file } is in use: the room is running already, perhaps in another window. Close that one, or name another file with --file.
room-file-strange = { $file } is not a room’s file, and it was left as it is. Name another file with --file; a new name begins a new room.
room-file-newer = { $file } was written by a newer version of the kit. Open it with that version, or name another file with --file.
room-file-gap = Deeds are missing from the middle of { $file }: it was changed by something else than the room. Take an earlier copy of the file, or begin a new room with another name after --file.
room-file-unusable = { $file } cannot be opened: { $why }. Check that the folder exists and can be written to and that the disk is not full, or name another file with --file.
room-file-deed = Deed no. { $number } of the room’s file (“{ $do }”) cannot have been done: the file was changed, or another version of the kit wrote it. Open it with that version, take an earlier copy, or begin a new room with another name after --file.
room-file-empty = The room’s file holds nothing yet. Begin a new room with another name after --file.

# Links, codes and lines.
room-link = This page does not know which workshop you are coming to. Scan the code on the big screen again, or type your team’s code.
room-guesses = Too many wrong codes have come from this network, so codes are not looked at for the moment. Wait a minute, or scan the code on the big screen.
room-join-first = Give your name and join a team first: then your answers count.
room-no-cookie = Your browser keeps no cookies for this address, so the workshop cannot know you again. Allow them for this page, then load it again.
room-slowly = Too much was sent at once, and this last thing was not done. Wait a second and do it again.
room-unwritable = Nothing could be written down on the instructor’s computer, so this was not done. Tell the instructor: the disk may be full. Then do it again.
room-fault = The workshop’s server failed at this ({ $what }), and nothing was done. What was done before is kept. Do it again; if it comes back, tell the instructor.

# Pages that cannot be shown.
room-page-closed = This page is the instructor’s. It opens by the whole address that the computer with the workshop shows, with everything after the question mark.
room-page-nothing = There is nothing at this address. Scan the code on the big screen, or open the link that you were given once more.
room-page-slowly = This page was asked for too often. Wait a minute and load it again.
room-page-early = This can be taken home after the reveal.
