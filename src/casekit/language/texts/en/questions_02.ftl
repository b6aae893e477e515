# Questions of notebook 02 that came with the reports: words, hints in steps, known mistakes.
question-reports-repair = Which of these findings may be repaired without asking anybody?
question-reports-repair-hint-1 = Ask of each: is there only one way to put it right, and does it change what people say they did?
question-reports-repair-hint-2 = Three of them may be the truth, or a matter of definition. One is only a way of writing numbers.
question-reports-repair-mistake-service_as_retention = Whether a repair at a client is service or retention is a matter of definition. The region should hear of it first.
question-reports-repair-mistake-round_months = Nobody knows the true hours behind identical months. Talk to the specialist; do not invent numbers.
question-reports-repair-mistake-negative_revenue = Negative revenue can be a return, and then it is right. It has to stay.

question-reports-service_hours = How many hours of service had one region booked as retention?
question-reports-service_hours-hint-1 = Compare service in the two tables: clean, where the tickets decide, and as_booked, where the region does.
question-reports-service_hours-hint-2 = Take the column service_hours of each, add it up with .sum(), and subtract: clean minus as_booked.
question-reports-service_hours-mistake-sign_turned = The size is right, the sign is not: service grows when the tickets decide. Take as_booked away from clean.
question-reports-service_hours-mistake-all_service = These are all service hours of the company. You need only those that moved.
question-reports-service_hours-mistake-per_report_month = This is divided by the months of all specialists. You need the sum of the hours that moved.

question-time-gap_explained = What part of the gap in selling do service and administration explain together?
question-time-gap_explained-hint-1 = Service and administration each run some hours past their references. Add the two and divide by the hours that selling lacks.
question-time-gap_explained-hint-2 = The hours that selling lacks are already stored under the name missing_hours: (service + administration) / missing_hours.
question-time-gap_explained-mistake-service_alone = This is service alone. Add administration.
question-time-gap_explained-mistake-sign_turned = The size is right, the sign is not: hours above the reference are positive, and so is missing_hours.
question-time-gap_explained-mistake-of_the_month = This is their share of the whole month. You need what they take beyond their references, as a part of the gap.

question-time-at_reference = How many specialists reach the reference share of selling?
question-time-at_reference-hint-1 = They are the filled dots of the picture. A comparison does the counting: by_rep["selling_share"] >= reference.
question-time-at_reference-hint-2 = A comparison gives yes or no for each specialist, and .sum() counts the yeses. Do not forget the brackets around the comparison.
question-time-at_reference-mistake-below = These are the ones who stay below it. You need those who reach it.
question-time-at_reference-mistake-above_average = This compares with the average specialist. Compare with the reference.
question-time-at_reference-mistake-share_of_all = This is a share. The question is how many specialists.

question-time-identical_months = How many specialists hand in the same hours month after month?
question-time-identical_months-hint-1 = The column different_months says how many different months a specialist handed in. Look for the ones with a single one.
question-time-identical_months-hint-2 = Count with a comparison: (months["different_months"] == 1).sum().
question-time-identical_months-mistake-the_others = These are all the others, whose months differ. You need those whose months do not.
question-time-identical_months-mistake-months = This is how many months there are. The question is how many specialists.

question-time-flattery = By what share did the observer see less selling than the same specialists reported?
question-time-flattery-hint-1 = The table seen says it for every activity in the column difference_share; a minus means that less was seen than reported.
question-time-flattery-hint-2 = Take the row "selling", and change the sign with a minus in front: the question is how much less.
question-time-flattery-mistake-sign_turned = The size is right, the sign is not: the question is how much less was seen, so a positive share. Put a minus in front.
question-time-flattery-mistake-of_what_was_seen = This divides by the hours seen. Divide by the hours reported, or take the column difference_share.
question-time-flattery-mistake-seen_part = This is the part that was seen. You need the part that was not.
