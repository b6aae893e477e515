# Generated companies.
world-family = There is no family of companies “{ $found }”. There are: { $allowed }.
world-seed = “{ $found }” is not a seed. Give a whole number from 0 up, for example 7.
world-facts-fail = No company of family { $family } from seed { $seed } on shows every fact of the case: { $tries } were drawn. The parameters contradict the facts.
