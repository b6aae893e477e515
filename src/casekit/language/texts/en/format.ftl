# How numbers, money and hours are written.
format-percent = { $number }%
format-chance = about { $count } in { $of }
format-unknown = unknown
format-money-thousands = { $sign }{ $currency }{ $number }k
format-money-millions = { $sign }{ $currency }{ $number }m
format-hours = { $number } h

language-unknown = The kit does not speak “{ $found }”. It speaks: { $allowed }.
text-unknown = There is no text with the key “{ $found }”. Add it to the texts of every language.
date-unreadable = “{ $found }” is not a day. Write it as 2026-06-30.
month-unreadable = “{ $found }” is not a month. Write it as 2026-06.
