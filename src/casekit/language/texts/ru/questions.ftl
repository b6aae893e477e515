# Вопросы блокнота 02 о времени; что говорят проверка, подсказка и обзор пройденного.
question-time-selling_share = Какая доля рабочего времени уходит на продажи?
question-time-selling_share-hint-1 = В таблице audit у каждого вида работы своя строка, и ещё одна — у продаж в целом. Доля рабочего времени стоит в столбце share.
question-time-selling_share-hint-2 = .loc берёт сначала строку, потом столбец: audit.loc["selling", "share"].
question-time-selling_share-mistake-retention_alone = Это одно удержание. Продажи — это удержание, расширение и конверсия вместе: строка "selling".
question-time-selling_share-mistake-service = Это доля сервиса. Возьмите строку "selling".
question-time-selling_share-mistake-reference = Это эталонная доля, то есть то, как бывает у других. Возьмите столбец share.

question-time-selling_gap = На сколько часов в месяц продажи специалиста не дотягивают до эталона?
question-time-selling_gap-hint-1 = В таблице gaps столбец gap_hours показывает часы сверх эталона; если часов меньше эталона, число отрицательное.
question-time-selling_gap-hint-2 = Возьмите строку "selling" и смените знак: -gaps.loc["selling", "gap_hours"].
question-time-selling_gap-mistake-sign_turned = Величина верная, знак — нет: спрашивается, скольких часов не хватает, то есть положительное число. Поставьте впереди минус.
question-time-selling_gap-mistake-percentage_points = Это разрыв в процентных пунктах, а нужны часы в месяц: столбец gap_hours.
question-time-selling_gap-mistake-best_quarter = Это расстояние до лучшей четверти специалистов. Сравните с эталоном.

question-time-largest_excess = Если считать продажи одним видом работы, какой из четырёх сильнее всего превышает свой эталон в часах?
question-time-largest_excess-hint-1 = Сравните столбец gap_hours в четырёх строках — selling, service, travel, admin: нужно самое большое положительное число. Удержание — часть продаж.
question-time-largest_excess-hint-2 = Так: gaps.loc[["selling", "service", "travel", "admin"], "gap_hours"].idxmax().
question-time-largest_excess-mistake-travel = На дорогу уходит много часов, но столько же и в эталоне. Сравните то, что сверх эталона.
question-time-largest_excess-mistake-largest_hours = На это уходит больше всего часов вообще. Вопрос о том, что сильнее всего превышает эталон.
question-time-largest_excess-mistake-second = Близко, но один из четырёх видов работы превышает свой эталон ещё сильнее. Пусть самое большое число найдёт .idxmax().

topic-start = С чего начать
topic-company = Компания
topic-reports = Отчёты
topic-time = Куда уходят часы

# Что не удалось прочитать.
question-unknown = Вопроса «{ $found }» нет. Есть: { $allowed }.
question-unknown-near = Вопроса «{ $found }» нет. Возможно, имелся в виду: { $near }?
answer-not-a-number = Ответом должно быть число, а «{ $found }» — не число. { $allowed }
answer-code = «{ $found }» — формула в кавычках. Уберите кавычки, и она посчитается. { $allowed }
answer-other-unit = Единица в «{ $found }» не подходит к вопросу. { $allowed }
answer-kind = Ответ — значение типа { $found }, прочитать его не удалось. { $allowed }
answer-many = В ответе { $count ->
        [one] { $count } значение
        [few] { $count } значения
       *[other] { $count } значений
    } (тип { $found }), а нужно одно. Возьмите одну ячейку таблицы: .loc["строка", "столбец"]. { $allowed }
answer-pair = { $found } через запятую для Python — два числа. Поставьте точку или возьмите число в кавычки. { $allowed }
answer-missing = Ответ пуст: выражение не дало числа. Проверьте, какую строку и какой столбец оно берёт. { $allowed }
answer-function = «{ $found }» — функция, которую не вызвали. Поставьте после имени скобки: { $found }(...). { $allowed }
answer-too-large = Такого большого числа в кейсе нет. { $allowed }
answer-not-a-choice = «{ $found }» — не вариант ответа. { $allowed }
answer-form-choice = Выберите из: { $allowed }.
answer-form-share = Долю можно записать так: 0.25, 25 или "25 %".
answer-form-hours = Часы можно записать так: 7.5 или "7,5 ч".
answer-form-count = Число можно записать так: 12, 7.5 или "1 234,5".

# Вердикты.
verdict-not-attempted = Ответа пока нет: поставьте его вместо трёх точек и выполните ячейку.
verdict-correct = Верно.
verdict-typed = Если число набрано вручную, возьмите его из таблицы выражением — тогда ответ будет верен и для другой компании.
verdict-incorrect = Пока нет. { $cause }
verdict-look-again = Вернитесь к таблице или графику выше либо возьмите подсказку: ck.hint("{ $question }").
verdict-recorded = Ответ записан.
slip-sign = Величина верная, знак — нет.
slip-hundred = Ответ отличается в сто раз: перепутаны доля и проценты.
slip-thousand = Ответ отличается в тысячу раз: проверьте, в каких единицах спрашивают.
slip-money = Ответ отличается в тысячу раз: суммы в таблицах — в тысячах рублей.
slip-over-whole = Доля не бывает больше 100 % целого: проверьте, что на что делится.

# Подсказки и обзор пройденного.
hint-shown = Подсказка { $step } из { $steps }. { $message }
hint-again = Подсказка { $step } из { $steps }, последняя. { $message }
hint-unknown = Шага { $found } нет: у этой подсказки шаги с 1 по { $steps }. Без номера ck.hint даёт следующий шаг.
progress-summary = Сделано: { $done } из { $count }.
progress-head-question = Вопрос
progress-head-state = Состояние
progress-head-hints = Подсказки
progress-not-attempted = ещё не пробовали
progress-incorrect = пока нет
progress-correct = сделано
progress-recorded = записано
progress-hints = { $taken } из { $steps }
progress-not-kept = Здесь ход работы не записывается, поэтому всё отмечено как «ещё не пробовали»; в Вашем блокноте он сохранится.
progress-unwritable = Ответ прочитан, но сохранить пройденное здесь нельзя: файл my_progress.jsonl рядом с блокнотом закрыт для записи.

# Разделы критериев.
criterion-data = Порядок в данных
criterion-data-about = Ошибки отчётов исправлены, спорное обсуждается, а то, что люди пишут о себе, сверено с тем, что увидено.
criterion-measures = Показатели и определения
criterion-measures-about = Верный столбец, верный делитель, верная единица: доли, часы, маржа, во сколько час обходится и сколько приносит в среднем.
criterion-territory = Взгляд с поправкой на территорию
criterion-territory-about = Отделено то, что могут дать клиенты территории, от того, что делает человек.
criterion-lag = Задержка
criterion-lag-about = Часы и выручка соединены вдоль сделок; открытые сделки учтены; видно, что приписывает окно и что целый год скрывает сокращение.
criterion-marginal = Следующий час
criterion-marginal-about = Решает следующий час, а не средний; эталон — не цель.
criterion-plan = План: прибыль и пределы
criterion-plan-about = Часы по специалистам не ниже минимумов, цена и прибыль по годам.
criterion-risk = Неопределённость и пилот
criterion-risk-about = Сначала направление, потом десятые доли — и проба, из которой можно чему-то научиться.
criterion-memo = Изложение
criterion-memo-about = Одна страница, по которой можно принять решение.
