# Блокнот 03: графики и таблицы, вопросы, подсказки, известные ошибки.
activity-total = все часы
head-cost_krub = Обходятся в год, тыс. { $currency }
head-krub_per_hour = Один час, тыс. { $currency }
head-revenue_krub = Выручка в год, тыс. { $currency }
head-potential_krub = Потенциал территории в год, тыс. { $currency }
head-rank = Место по выручке
head-adjusted_rank = Место с учётом территории
head-wins = Побед
head-hours_per_win = Часов на победу
origin-repeat = повторные покупки
origin-expansion = расширение
origin-conversion = конверсия
chart-selling-hour-cost = час продаж обходится в { $value }
chart-margin-per-hour = Маржа на час в среднем, тыс. { $currency }
chart-productivity-title = Что приносит час каждого вида?
chart-window = { $months } мес.
chart-share-of-revenue = Доля выручки последнего года
chart-window-title = Откуда берётся выручка?
chart-territory = Закупки всех клиентов территории в год, млн { $currency }
chart-yearly-revenue = Выручка в год, млн { $currency }
chart-league-title = Человек или территория?
topic-cost = Во сколько обходится час
topic-output = Что приносит час
topic-people = Кто продуктивен

question-cost-hour = Во сколько обходится час специалиста, тыс. { $currency }?
question-cost-hour-hint-1 = В таблице costs две строки: все часы и часы продаж. Нужен любой рабочий час.
question-cost-hour-hint-2 = Строка "total", столбец "krub_per_hour": costs.loc["total", "krub_per_hour"].
question-cost-hour-mistake-selling_hour = Это час продаж. Спрашивается любой рабочий час — строка "total".
question-cost-hour-mistake-hours_per_krub = Это часы, делённые на деньги. Переверните: деньги делят на часы.

question-cost-selling_hour = Во сколько раз час продаж дороже рабочего часа?
question-cost-selling_hour-hint-1 = Оба числа стоят в столбце "krub_per_hour". «Во сколько раз» — это деление.
question-cost-selling_hour-hint-2 = Час продаж — costs.loc["selling", "krub_per_hour"]; разделите его на hour_cost.
question-cost-selling_hour-mistake-difference = Это на сколько дороже. Спрашивается, во сколько раз: не вычитайте, а делите.
question-cost-selling_hour-mistake-upside_down = Дробь перевёрнута: час продаж должен стоять сверху.
question-cost-selling_hour-mistake-cost_itself = Это то, во что обходится час продаж. Разделите ещё на то, во что обходится рабочий час.

question-output-margin_per_hour = Сколько маржи приносит в среднем час каждого вида продаж, тыс. { $currency }?
question-output-margin_per_hour-hint-1 = Нужен целый столбец таблицы average: в нём по числу на каждый вид продаж.
question-output-margin_per_hour-hint-2 = Столбец про маржу на час называется "margin_krub_per_hour".
question-output-margin_per_hour-mistake-revenue = Это выручка на час. Из неё ещё не вычли, во что обошлось проданное: возьмите столбец с маржой.
question-output-margin_per_hour-mistake-window_6 = Так выходит, если называть приростом полгода. Возьмите таблицу average, где окно — двенадцать месяцев.
question-output-margin_per_hour-mistake-window_24 = Так выходит, если называть приростом два года. Возьмите таблицу average, где окно — двенадцать месяцев.

question-output-window_moves = На сколько доля прироста при окне в 24 месяца больше, чем при окне в 6?
question-output-window_moves-hint-1 = Столбец growth_share таблицы windows: возьмите строку 24 и строку 6.
question-output-window_moves-hint-2 = windows.loc[24, "growth_share"] минус windows.loc[6, "growth_share"].
question-output-window_moves-mistake-sign_turned = Величина верная, знак — нет: вычитайте меньшее окно из большего.
question-output-window_moves-mistake-against_twelve = Это разница с двенадцатью месяцами. Спрашивается о самом коротком окне.
question-output-window_moves-mistake-how_many_times = Это на сколько процентов одна доля больше другой. Нужна разность самих долей.

question-people-follows_territory = Насколько порядок по выручке повторяет порядок по потенциалу территории (ранговая корреляция)?
question-people-follows_territory-hint-1 = Функции нужны два столбца таблицы league: выручка и потенциал.
question-people-follows_territory-hint-2 = Так: ck.analysis.rank_correlation(league["revenue_krub"], league["potential_krub"]).
question-people-follows_territory-mistake-adjusted = Здесь территория в выручке уже учтена. Возьмите выручку как она есть: "revenue_krub".
question-people-follows_territory-mistake-squared = Это квадрат корреляции. Возводить её не нужно.
question-people-follows_territory-mistake-the_two_ranks = Это сравнение двух мест, как в примере. Вам нужны выручка и потенциал.

question-people-first_adjusted = Какое место с учётом территории у первого по выручке?
question-people-first_adjusted-hint-1 = Таблица league начинается с первого по выручке, значит, нужна её первая строка.
question-people-first_adjusted-hint-2 = Столбец "adjusted_rank", первое число: .iloc[0].
question-people-first_adjusted-mistake-not_adjusted = Это его место по выручке. Нужно место с учётом территории.
question-people-first_adjusted-mistake-places_lost = Это на сколько мест он опустился. Спрашивается само место.
question-people-first_adjusted-mistake-from_the_end = Это место с конца. Считайте с начала: первое место — лучшее.

question-people-cheapest_win = Кому из специалистов победа обходится в наименьшее число часов?
question-people-cheapest_win-hint-1 = Столбец hours_per_win таблицы wins показывает часы на победу. Ищите наименьшее.
question-people-cheapest_win-hint-2 = wins["hours_per_win"].idxmin() назовёт код специалиста.
question-people-cheapest_win-mistake-dearest = Это тот, кому победа обходится дороже всех. Нужно наименьшее число часов.
question-people-cheapest_win-mistake-most_wins = У этого специалиста больше всего побед. Но и часов ушло много: смотрите на часы одной победы.
question-people-cheapest_win-mistake-first_by_revenue = Это первый по выручке. Спрашивается, кому дешевле победы.
question-people-cheapest_win-mistake-first_adjusted = Это первый с учётом территории. Спрашивается, кому победа обходится в наименьшее число часов.
question-people-cheapest_win-mistake-second = Близко, но у кого-то часов на победу ещё меньше. Число выбирает .idxmin().
