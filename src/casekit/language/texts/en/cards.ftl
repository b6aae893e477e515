# Cards of questions, guesses, the board of opinions.
card-check = Check
card-keep = Record
card-hint = Hint
card-reveal = Show the answer
card-up = Up: { $words }
card-down = Down: { $words }
card-low = from
card-high = to
card-saved = Recorded.
card-lost = The answer could not be written to my_answers.jsonl: the file is locked. For now only this card remembers it.
card-silent = Python does not answer: it is busy or was restarted. Run the cell again.
card-checklist = Look over your text
card-plan-kept = The plan is kept; moves in it: { $count }.
card-unit-share = %
card-unit-points = points
card-unit-hours = h
card-unit-months = months
card-unit-krub = { $currency } thousand
card-unit-krub_per_hour = { $currency } thousand an hour
card-plan-none = There is no plan yet: commit one on this notebook’s board and press the button below.
card-plan-look = Show my plan
card-marked = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
card-unmarked = not marked
card-nothing = Give an answer first.
card-half = Give both ends of the range.
card-empty = No answer yet.
card-own = Your answer: { $answer }.
card-right = The right answer: { $answer }.

guess-told = You thought: { $guess }. It is: { $truth }.
guess-met = You thought: { $guess }. So it is.
guess-none = No guess yet. Enter one on the card above, best before you look, and run this cell again. It is: { $truth }.
guess-waits = There is nothing to hold your guess against yet: see the cells above.
question-no-guess = “{ $found }” is no guess: it is answered on a card, ck.ask("{ $found }").

opinions-head-opinion = Opinion
opinions-head-bet = Your bet
opinions-head-judgement = Your judgement
opinions-head-truth = What the data say
opinions-bet = bet: { $words }
opinions-judgement = judgement: { $words }
opinions-truth = the data: { $words }
opinions-truth-too = { $right } (“{ $own }” can be defended as well)
opinions-apart = ≠ { $words }
opinions-apart-note = ≠ marks what the data do not bear out.
opinions-blank = –
opinions-left = { $count ->
    [one] { $count } opinion is still to be tested.
   *[other] { $count } opinions are still to be tested.
}
opinions-left-told = { $count ->
    [one] You gave no judgement on { $count } opinion. What the data say of it stands in the last column; why, in the lines above and in notebooks 01 to 05.
   *[other] You gave no judgement on { $count } opinions. What the data say of them stands in the last column; why, in the lines above and in notebooks 01 to 05.
}
opinions-all = All are tested. Where bet and judgement differ, the data have changed your mind.
opinions-kept = All are tested; your judgements are kept.
