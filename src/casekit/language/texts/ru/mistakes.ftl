# Made by `casekit build` from solutions/questions: change the words there.

question-cost-hour-mistake-selling_hour = Это час продаж. Спрашивается любой рабочий час — строка "total".
question-cost-hour-mistake-hours_per_krub = Это часы, делённые на деньги. Переверните: деньги делят на часы.

question-cost-selling_hour-mistake-difference = Это на сколько дороже. Спрашивается, во сколько раз: не вычитайте, а делите.
question-cost-selling_hour-mistake-upside_down = Дробь перевёрнута: час продаж должен стоять сверху.
question-cost-selling_hour-mistake-cost_itself = Это то, во что обходится час продаж. Разделите ещё на то, во что обходится рабочий час.

question-output-margin_per_hour-mistake-revenue = Это выручка на час. Из неё ещё не вычли, во что обошлось проданное: возьмите столбец с маржой.
question-output-margin_per_hour-mistake-window_6 = Так выходит, если называть приростом полгода. Возьмите таблицу average, где окно — двенадцать месяцев.
question-output-margin_per_hour-mistake-window_24 = Так выходит, если называть приростом два года. Возьмите таблицу average, где окно — двенадцать месяцев.

question-output-window_moves-mistake-sign_turned = Величина верная, знак — нет: вычитайте меньшее окно из большего.
question-output-window_moves-mistake-against_twelve = Это разница с двенадцатью месяцами. Спрашивается о самом коротком окне.
question-output-window_moves-mistake-how_many_times = Это на сколько процентов одна доля больше другой. Нужна разность самих долей.

question-people-follows_territory-mistake-part_of_whole = Это сравнение с потенциалом целиком, а выручка — его часть: вместе они росли бы в любом случае. Возьмите закупки у других.
question-people-follows_territory-mistake-adjusted = Здесь территория в выручке уже учтена. Возьмите выручку как она есть: "revenue_krub".
question-people-follows_territory-mistake-squared = Это квадрат корреляции. Возводить её не нужно.
question-people-follows_territory-mistake-the_two_ranks = Это сравнение двух мест, как в примере. Вам нужны выручка и закупки у других.

question-people-first_adjusted-mistake-not_adjusted = Это его место по выручке. Нужно место с учётом территории.
question-people-first_adjusted-mistake-places_lost = Это на сколько мест он опустился. Спрашивается само место.
question-people-first_adjusted-mistake-from_the_end = Это место с конца. Считайте с начала: первое место — лучшее.

question-people-cheapest_win-mistake-dearest = Это тот, кому победа обходится дороже всех. Нужно наименьшее число часов.
question-people-cheapest_win-mistake-most_wins = У этого специалиста больше всего побед. Но и часов ушло много: смотрите на часы одной победы.
question-people-cheapest_win-mistake-first_by_revenue = Это первый по выручке. Спрашивается, кому дешевле победы.
question-people-cheapest_win-mistake-first_adjusted = Это первый с учётом территории. Спрашивается, кому победа обходится в наименьшее число часов.
question-people-cheapest_win-mistake-second = Близко, но у кого-то часов на победу ещё меньше. Число выбирает .idxmin().
