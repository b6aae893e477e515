# Made by `casekit build` from solutions/questions: change the words there.

topic-cost = Во сколько обходится час
topic-output = Что приносит час
topic-people = Кто продуктивен

question-cost-hour = Во сколько обходится час специалиста, тыс. { $currency }?
question-cost-hour-hint-1 = В таблице costs две строки: все часы и часы продаж. Нужен любой рабочий час.
question-cost-hour-hint-2 = Строка "total", столбец "krub_per_hour": costs.loc["total", "krub_per_hour"].

question-cost-selling_hour = Во сколько раз час продаж дороже рабочего часа?
question-cost-selling_hour-hint-1 = Оба числа стоят в столбце "krub_per_hour". «Во сколько раз» — это деление.
question-cost-selling_hour-hint-2 = Час продаж — costs.loc["selling", "krub_per_hour"]; разделите его на hour_cost.

question-output-margin_per_hour = Сколько маржи приносит в среднем час каждого вида продаж, тыс. { $currency }?
question-output-margin_per_hour-hint-1 = Нужен целый столбец таблицы average: в нём по числу на каждый вид продаж.
question-output-margin_per_hour-hint-2 = Столбец про маржу на час называется "margin_krub_per_hour".

question-output-window_moves = На сколько доля прироста при окне в 24 месяца больше, чем при окне в 6?
question-output-window_moves-hint-1 = Столбец growth_share таблицы windows: возьмите строку 24 и строку 6.
question-output-window_moves-hint-2 = windows.loc[24, "growth_share"] минус windows.loc[6, "growth_share"].

question-people-follows_territory = Насколько порядок по выручке повторяет порядок по тому, сколько территория закупает у других (ранговая корреляция)?
question-people-follows_territory-hint-1 = Функции нужны два столбца таблицы league: выручка и то, сколько те же клиенты закупают у других.
question-people-follows_territory-hint-2 = Так: ck.analysis.rank_correlation(league["revenue_krub"], league["elsewhere_krub"]).

question-people-first_adjusted = Какое место с учётом территории у первого по выручке?
question-people-first_adjusted-hint-1 = Таблица league начинается с первого по выручке, значит, нужна её первая строка.
question-people-first_adjusted-hint-2 = Столбец "adjusted_rank", первое число: .iloc[0].

question-people-cheapest_win = Кому из специалистов победа обходится в наименьшее число часов?
question-people-cheapest_win-hint-1 = Столбец hours_per_win таблицы wins показывает часы на победу. Ищите наименьшее.
question-people-cheapest_win-hint-2 = wins["hours_per_win"].idxmin() назовёт код специалиста.
