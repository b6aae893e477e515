# The room: pictures in words, what teams take home, the debrief.
room-no-round = No round has been played yet, so none can be taken back.
room-alt-audit = { $activity }: { $share }, { $hours } a month
room-alt-audit-reference = { $activity }: { $share }, { $hours } a month; reference { $reference }
room-alt-average = { $activity }: { $margin } of margin an hour
room-alt-hour-cost = An hour of selling costs { $cost }
room-home-title = What your team takes home from the room.
room-home-company = The folder company holds your company as it became, a table a file (CSV), and datapackage.json, which describes every column. results.csv has your months one by one: what came, what your old hours would have brought, and the company that was left alone. my_plan.json and my_answers.jsonl hold your plan, your reason and your forecast.
room-home-notebook = To look at the first nine months at leisure: put { $months }, { $truth }, my_plan.json and my_answers.jsonl into the folder notebooks of the kit and open notebook 07. It reads your months, holds your forecast against them, tells the plan from luck and then shows the truth. If notebooks has files of these names from your own work, move those away first.
room-home-other-company = Your company was not the one that comes with the kit. In notebook 07 change the line data = None, in the first cell, to the path of the folder company_at_first in quotes, for instance data = "company_at_first" with the folder beside the notebook.
room-home-rounds = The folders round_2 and round_3 hold the same of the later rounds. For each of them put its my_nine_months.zip and my_plan.json beside notebook 07 and change data = None, in the first cell, to the path of the folder company that lies in that round’s folder: the company as you had it when you decided anew. What was true is told of the first round alone.
