# Блокнот 06: таблицы, вопросы, подсказки, известные ошибки; служебная записка.
head-profit_krub = Прибыль, тыс. { $currency }
head-margin_krub = Валовая маржа, тыс. { $currency }
head-gain_share = Часть выигрыша
topic-decision = Решение
memo-done = Записка готова: { $page } — откройте её двойным щелчком, { $sheet } — те же числа в Excel.
memo-words = Текст записки пишут между кавычками, а передано значение типа { $found }.
memo-title = { $company }: как перераспределить часы специалистов
memo-brings = Что это приносит

question-decision-first_year = Сколько прибыли прибавит лучший план в первый год, тыс. { $currency }?
question-decision-first_year-hint-1 = Прибавка лежит в таблице change: строки — годы, столбцы — маржа и прибыль.
question-decision-first_year-hint-2 = Так: change.loc[1, "profit_krub"].
question-decision-first_year-mistake-third_year = Это третий год. Спрашивается первый.
question-decision-first_year-mistake-all_years = Это все три года вместе. Спрашивается первый.
question-decision-first_year-mistake-margin = Это валовая маржа. Из неё ещё не вычли плату техникам и помощникам.

question-decision-third_year = А сколько в третий год, тыс. { $currency }?
question-decision-third_year-hint-1 = Та же таблица и тот же столбец, другая строка.
question-decision-third_year-hint-2 = Так: change.loc[3, "profit_krub"].
question-decision-third_year-mistake-first_year = Это первый год. Спрашивается третий.
question-decision-third_year-mistake-all_years = Это все три года вместе. Спрашивается третий.
question-decision-third_year-mistake-margin = Это валовая маржа. Из неё ещё не вычли плату техникам и помощникам.

question-decision-pilot = Какой пилот скажет нам больше всего?
question-decision-pilot-hint-1 = Пилоту нужно сравнение: кто-то работает по-новому, а кто-то похожий — по-старому.
question-decision-pilot-hint-2 = Сделка идёт около восьми месяцев, а участников не должны отбирать ни желание, ни успех.
question-decision-pilot-mistake-everybody = Если начали все сразу, сравнить не с кем: что сделал план, а что рынок?
question-decision-pilot-mistake-volunteers = Добровольцы и без плана отличаются от остальных. Пилот покажет их, а не план.
question-decision-pilot-mistake-the_first = У первых по выручке богатые территории. Пилот покажет их, а не план.
question-decision-pilot-choice-one_region = все специалисты одного региона
question-decision-pilot-choice-everybody = все специалисты компании
question-decision-pilot-choice-volunteers = добровольцы из всех регионов
question-decision-pilot-choice-the_first = первые по выручке

question-decision-memo = Служебная записка
question-decision-memo-hint-1 = Решение — первым предложением. Потом: что это даст, чего стоит, чем опасно, как проверим.
question-decision-memo-hint-2 = Назовите людей, часы, сроки и число: кто, на сколько часов, с какого месяца, при каком значении какого показателя остановимся.
memo-graded = Идёт проверка: текст записки сохранён, а файлы не пишутся.
memo-blank = Записки пока нет: сначала напишите её текст выше.
