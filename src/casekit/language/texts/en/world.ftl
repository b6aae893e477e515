# Generated companies.
world-family = There is no family of companies “{ $found }”. There are: { $allowed }.
world-seed = “{ $found }” is not a seed. Give a whole number from 0 up, for example 7.
world-facts-fail = No company of family { $family } from seed { $seed } on shows every fact of the case: { $tries } were drawn. The parameters contradict the facts.
world-months = “{ $found }” is not a number of months. Give a whole number from 1 up, for example 9.
world-luck = “{ $found }” is not a luck. Give a whole number from 0 up, for example 1.
world-plan-hours = The hours of the plan have the shape { $found } or are not hours. Give numbers from 0 up, shape { $wanted }: months, specialists, activities.
world-event = “{ $found }” is not an event. There are: { $allowed }.
world-event-month = An event begins in a month that is not there: “{ $found }”. Give a whole number from 1 to { $months }.
world-event-unknown = The company has no “{ $found }”. It has, for example: { $allowed }.
world-event-nobody = { $rep } cannot leave: nobody in the region would be left to look after the clients. Choose somebody else.
