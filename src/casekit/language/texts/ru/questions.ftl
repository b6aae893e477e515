# Вопросы и вердикты.
question-time-selling_share = Какая доля рабочего времени уходит на продажи?
question-time-selling_gap = На сколько часов в месяц специалист продаёт меньше эталона?
question-time-largest_excess = Какой вид работы сильнее всего превышает свой эталон в часах?

question-unknown = Вопроса «{ $found }» нет. Есть: { $allowed }.
answer-not-a-number = Ответом должно быть число, а «{ $found }» — не число. Напишите так: 0.38, "38 %" или 4.5.
answer-not-a-choice = «{ $found }» — не вариант ответа. Выберите из: { $allowed }.
verdict-not-attempted = Ответа пока нет: поставьте его вместо трёх точек и выполните ячейку.
verdict-correct = Верно.
verdict-incorrect = Пока нет. Вернитесь к таблице выше и попробуйте ещё раз.
verdict-recorded = Ответ записан.
