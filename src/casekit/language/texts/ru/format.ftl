# Как пишутся числа, деньги и часы.
format-percent = { $number } %
format-chance = примерно { $count } из { $of }
format-unknown = неизвестно
format-money-thousands = { $sign }{ $number } тыс. { $currency }
format-money-millions = { $sign }{ $number } млн { $currency }
format-hours = { $number } ч

language-unknown = Языка «{ $found }» в этом наборе нет. Есть: { $allowed }.
text-unknown = Нет текста с ключом «{ $found }». Добавьте его в тексты каждого языка.
date-unreadable = «{ $found }» — не дата. Пишите так: 2026-06-30.
month-unreadable = «{ $found }» — не месяц. Пишите так: 2026-06.
