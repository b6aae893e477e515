# Questions of notebook 00: words, hints in steps, known mistakes.
question-start-reps = How many specialists does the company have?
question-start-reps-hint-1 = Look at the example above: len() counts the rows of a table, and the number of clients is the number of rows of case.accounts.
question-start-reps-hint-2 = Specialists are listed in the table case.reps, one to a row. Count its rows in the same way.
question-start-reps-mistake-accounts = This counts the clients in case.accounts. Specialists have a table of their own: case.reps.
question-start-reps-mistake-report_rows = This counts rows of reports; a specialist fills many of them. Count the rows of case.reps.
question-start-reps-mistake-regions = This counts the regions. Several specialists work in each.

question-start-whose_client = A plant buys everything for its line from a competitor and nothing from us. Whose client is it?
question-start-whose_client-hint-1 = Do not ask whether we know the plant. Ask who gets its money today.
question-start-whose_client-hint-2 = All of its purchases go to one side. A shared client would buy from both, our client mostly from us.
question-start-whose_client-mistake-shared = A shared client buys something from us too. This one buys nothing from us yet.
question-start-whose_client-mistake-our = Our client gives us nearly all of its purchases. This one gives them all to somebody else.

question-start-hours_moved = How many hours of selling does the whole company gain in a year if every specialist moves five hours a month?
question-start-hours_moved-hint-1 = Five hours, every month, every specialist: three numbers multiplied with *.
question-start-hours_moved-hint-2 = A year has twelve months, and the number of specialists is already stored under the name specialists: 5 * 12 * ...
question-start-hours_moved-mistake-one_month = This is one month of the whole company. A year has twelve.
question-start-hours_moved-mistake-one_specialist = This is one specialist’s year. Multiply by the number of specialists.
question-start-hours_moved-mistake-one_of_each = This is one hour a month of every specialist. Five hours move.
