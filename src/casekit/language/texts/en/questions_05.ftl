# Notebook 05: tables, questions, hints, known mistakes.
head-missing_share = Recurring revenue missing
topic-plan = What if

question-plan-reshuffle_gain = What share of today’s value does reshuffling selling hours add?
question-plan-reshuffle_gain-hint-1 = Take the plan reshuffled: service, travel and paperwork are left alone there.
question-plan-reshuffle_gain-hint-2 = Divide its gain_krub by its present_krub.
question-plan-reshuffle_gain-mistake-both_levers = That is the whole best plan, which frees service hours as well. Take reshuffled.
question-plan-reshuffle_gain-mistake-of_the_best = That is a part of the best plan’s gain. Divide by today’s value: present_krub.
question-plan-reshuffle_gain-mistake-freed_hours = That is the second lever. Take the gain of the first: reshuffled.gain_krub.

question-plan-freed_gain = What share of today’s value do freed hours add on top of that?
question-plan-freed_gain-hint-1 = From the best plan’s gain subtract the gain of reshuffled hours.
question-plan-freed_gain-hint-2 = Divide (best.gain_krub - reshuffled.gain_krub) by best.present_krub.
question-plan-freed_gain-mistake-both_levers = That is both levers together. Take off the first.
question-plan-freed_gain-mistake-first_lever = That is the first lever. The question is what the second adds.
question-plan-freed_gain-mistake-sign_turned = The size is right, the sign is not: take the first lever from the whole.

question-plan-below_floor = By how many thousand roubles is the plan with service below its floor worth less than the plan with service at it?
question-plan-below_floor-hint-1 = Every plan has its value_krub. Compare the two plans with each other.
question-plan-below_floor-hint-2 = to_floor.value_krub minus below.value_krub.
question-plan-below_floor-mistake-sign_turned = The size is right, the sign is not: take the plan below the floor from the plan down to it.
question-plan-below_floor-mistake-to_floor_alone = That is what the first plan gains over today. Compare plan with plan.
question-plan-below_floor-mistake-below_alone = That is what the second plan gains over today. Compare plan with plan.

question-plan-retention_cut = What share of recurring revenue will be missing after three years?
question-plan-retention_cut-hint-1 = Three years are thirty-six months. The number of the month stands on the left of missing.
question-plan-retention_cut-hint-2 = Take missing.loc with the number of the last month.
question-plan-retention_cut-mistake-three_months = That is after three months, when next to nothing shows. Three years are meant.
question-plan-retention_cut-mistake-one_year = That is after a year. Three years are meant.
question-plan-retention_cut-mistake-what_is_left = That is what will be left. The question is what will be missing.

question-plan-benchmark = What part of the attainable gain does the split of the top quartile bring?
question-plan-benchmark-hint-1 = The function needs the company and a plan. The plan is stored under the name benchmark.
question-plan-benchmark-hint-2 = Like this: ck.model.share_of_gain(case, benchmark).
question-plan-benchmark-mistake-lost_part = That is the part that is lost. The question is which part is gained.
question-plan-benchmark-mistake-reference = That goes by the reference and not by the top quartile. Take the plan benchmark.

question-plan-three_quarters = What part of the gain do three quarters of the way to the best plan bring?
question-plan-three_quarters-hint-1 = First the plan: best.plan.scaled with a share of three quarters. Then the part of the gain, as in question 5.
question-plan-three_quarters-hint-2 = Like this: ck.model.share_of_gain(case, best.plan.scaled(0.75)).
question-plan-three_quarters-mistake-in_proportion = The gain is not in proportion to the way: the first steps bring more than the last. Work it out.
question-plan-three_quarters-mistake-half_way = That is half the way, as in the example. Three quarters are needed.
question-plan-three_quarters-mistake-lost_part = That is the part that is lost. The question is which part is gained.

question-plan-yours = Your plan
question-plan-yours-hint-1 = See on the board where one more hour is worth most, and move hours there from where it is worth least.
question-plan-yours-hint-2 = Press “Chief executive’s norm” below the sliders, then move back the hours that bring less than where they were: after each move see whether “Change in all” on top has grown.
question-plan-yours-mistake-unchanged = These are today’s hours: the plan moves nothing.
question-plan-yours-mistake-benchmark_mix = That is the split of the top quartile for everybody. See which specialists’ best hours are different.
question-plan-benchmark-mistake-of_the_value = That is the gain as a share of today’s value. A part of the attainable gain is asked for.
