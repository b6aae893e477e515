# Questions of notebook 01: words, hints in steps, known mistakes.
question-company-served_share = What share of all the money competitors hold sits inside clients who already buy from us?
question-company-served_share-hint-1 = Clients who already buy from us are of two kinds: our clients and shared ones. Everybody else is a competitor’s client.
question-company-served_share-hint-2 = The last column of the table wallets divides all competitors’ money into three parts. What is left when the part at competitors’ clients is taken away from 1?
question-company-served_share-mistake-their_own_clients = This is the part at competitors’ own clients. You need the rest: what they hold inside clients who buy from us.
question-company-served_share-mistake-shared_only = This counts the shared clients only. A little of the competitors’ money sits at our own clients too.
question-company-served_share-mistake-number_of_accounts = This is a share of clients, and clients differ in size. Take the column of competitors’ money.
question-company-served_share-mistake-of_their_wallet = This divides by what shared clients spend. You need a part of all the money competitors hold.

question-company-open_doors = How many process points do competitors hold at clients who already buy from us?
question-company-open_doors-hint-1 = In the table doors the column doors says how many open doors there are at each process point.
question-company-open_doors-hint-2 = The sum of a column is taken with .sum(): doors["doors"].sum().
question-company-open_doors-mistake-accounts = This counts clients. One client can have several open doors, another none.
question-company-open_doors-mistake-competitors_clients = These are points at competitors’ own clients. Doors count only where somebody already buys from us.
question-company-open_doors-mistake-all_points = This counts every point a competitor holds, including those at their own clients. Doors count only where somebody already buys from us.

question-company-widest_door = Behind the doors of which process point does most of the money lie?
question-company-widest_door-hint-1 = Look at money, not at the number of doors: the column open_krub.
question-company-widest_door-hint-2 = .idxmax() gives the name of the row with the largest value: doors["open_krub"].idxmax().
question-company-widest_door-mistake-most_doors = Here there are most doors, but there is more money behind another point’s doors. Compare the column of money.
question-company-widest_door-mistake-largest_wallet = Clients spend most at this point all told, whoever supplies it. The question is what competitors hold at clients who buy from us.
question-company-widest_door-mistake-at_competitors_clients = At competitors’ own clients this point is the largest. A door counts only where something is bought from us already.
question-company-widest_door-mistake-largest_door = Each single door is worth most here, but there are few of them. Compare the sums in the column open_krub.
question-company-widest_door-mistake-narrowest = The least money lies here. The question is where most of it lies.
question-company-widest_door-mistake-fewest_doors = There are fewest doors here. The question is where most money lies behind them.
question-company-widest_door-mistake-second = Close: this point comes second. Let .idxmax() find the largest sum.

question-company-margin_fall = By how much did the operating margin fall from the first year to the second?
question-company-margin_fall-hint-1 = Operating margin is operating profit divided by revenue. Both years are stored under the name margin.
question-company-margin_fall-hint-2 = From the first year take away the second: margin["year_1"] - margin["year_2"].
question-company-margin_fall-mistake-sign_turned = The size is right, the sign is not: the question is how much it fell, so a positive number. Take the second year away from the first.
question-company-margin_fall-mistake-profit_fall = This is the share by which profit itself fell. The question is about the fall of the margin: profit as a share of revenue, one year against the other.
question-company-margin_fall-mistake-gross_margin = This is the fall of the gross margin, before the costs below it. Take the operating profit.

question-company-largest_step = Which single step takes most from the profit?
question-company-largest_step-hint-1 = Look for the longest orange bar. Its number in steps is the smallest, as steps that take are negative; an expression names its row, as in the example.
question-company-largest_step-hint-2 = A step that takes is negative, so the largest loss is the smallest number: steps.idxmin().
question-company-largest_step-mistake-largest_gain = This step adds to the profit. You need the one that takes most.
question-company-largest_step-mistake-largest_cost = Of the costs this one rose most, but another step takes still more.
question-company-largest_step-mistake-smallest_step = This is the smallest step of all. Look for the longest bar to the left.

question-company-cost_share = What part of the fall in profit comes from costs below the gross margin?
question-company-cost_share-hint-1 = The steps that are costs are listed in costs. Their sum is steps[costs].sum(); the sum of all steps is the whole fall.
question-company-cost_share-hint-2 = Divide the one by the other: steps[costs].sum() / steps.sum(). Both are negative, so the share is positive.
question-company-cost_share-mistake-gross_margin_share = This is the other part: sales and margins together. You need the costs.
question-company-cost_share-mistake-of_all_that_fell = This divides by all the steps that take. The whole fall is smaller, for more sales gave something back: divide by the sum of all steps.
question-company-cost_share-mistake-specialists_alone = This is the cost of specialists alone. Take all the costs of the list.
