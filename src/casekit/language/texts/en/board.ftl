# Sliders.
slider-hours = Hours a month moved into selling
slider-sentence = Selling: { $selling } h a month of one specialist, { $share } of the time. All specialists together gain { $year } h of selling a year.
argument-not-a-case = A company is needed here, and this is “{ $found }”. Load one first: case = ck.load_case().

# The board.
board-lock = hold
board-lock-tip = Keep the hours of { $activity } while others move
board-scope = For whom
board-everybody = all specialists
board-from = From when
board-phase = from month { $month } on
board-today = Today
board-today-tip = Back to today’s hours
board-best = Best plan
board-best-tip = The split the model values most, specialist by specialist
board-undo = Undo
board-undo-tip = Take back the last move
board-redo = Redo
board-redo-tip = Make the move again
board-keep = Put aside
board-keep-tip = Keep this plan for comparison, below
board-save = Save
board-save-tip = Write the plan to my_plan.json beside the notebook
board-scenario = Plan { $number }
board-unwritable = The file my_plan.json beside the notebook cannot be written.
board-nothing = These are today’s hours. Move a slider: the other hours give way in proportion to what they have above their floors.
board-gain = The plan adds { $amount } to the value of three years ({ $share }).
board-loss = The plan takes { $amount } from the value of three years ({ $share }).
board-pays = It is ahead for good from month { $month }.
board-profit = Margin gained by year, freed hours paid for: { $years }.
board-line = The plan as a line to paste:
board-line-long = Plan.from_json(open("my_plan.json", encoding="utf-8").read())  # after “Save”: a plan for each specialist
board-hours-axis = Hours a month, average specialist
board-hours-title = Hours a month
board-margin-title = Margin a month
board-hour-axis = { $currency }k a month
board-hour-title = Worth of an hour
board-head-name = Put aside
board-head-gain = Gain
board-head-pays = Ahead from month
board-head-retention = { activity-retention }
board-head-expansion = { activity-expansion }
board-head-conversion = { activity-conversion }
board-head-service = { activity-service }
board-head-travel = { activity-travel }
board-head-admin = { activity-admin }
board-legend = Pale bar and dashed line: today. Dark bar and solid line: the plan. Upright orange mark: the best plan. Hatched: already in the pipe. Dot: the plan is ahead for good.
