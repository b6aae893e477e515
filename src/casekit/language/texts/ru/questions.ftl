# Что говорят проверка, подсказка и обзор пройденного.

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
verdict-incorrect = Неверно. { $cause }
verdict-look-again = Вернитесь к таблице или графику выше либо возьмите подсказку: ck.hint("{ $question }").
verdict-recorded = Ответ записан.
verdict-look-again-card = Вернитесь к таблице или графику выше либо возьмите подсказку.
verdict-close = Почти: остался один шаг. { $cause }
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
progress-incorrect = неверно
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
criterion-lag-about = Часы и выручка соединены по сделкам; открытые сделки учтены; видно, что приписывает окно и что целый год скрывает сокращение.
criterion-marginal = Следующий час
criterion-marginal-about = Решает следующий час, а не средний; эталон — не цель; известное по данным отделено от допущений.
criterion-plan = План: прибыль и пределы
criterion-plan-about = Часы по специалистам не ниже минимумов, цена и прибыль по годам.
criterion-risk = Неопределённость и пилот
criterion-risk-about = Сначала направление, потом десятые доли — и проба, из которой можно чему-то научиться.
criterion-memo = Изложение
criterion-memo-about = Одна страница, по которой можно принять решение.
