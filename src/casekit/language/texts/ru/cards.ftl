# Карточки вопросов, догадки, доска мнений.
card-check = Проверить
card-keep = Записать
card-hint = Подсказка
card-reveal = Показать ответ
card-up = Выше: { $words }
card-down = Ниже: { $words }
card-low = от
card-high = до
card-saved = Записано.
card-lost = Записать ответ в файл my_answers.jsonl не удалось: он закрыт для записи. Ответ пока помнит только эта карточка.
card-silent = Python не отвечает: он занят или перезапущен. Выполните ячейку ещё раз.
card-checklist = Проверьте себя
card-plan-kept = План записан; перемещений в нём: { $count }.
card-unit-share = %
card-unit-points = п. п.
card-unit-hours = ч
card-unit-months = мес.
card-unit-krub = тыс. { $currency }
card-unit-krub_per_hour = тыс. { $currency } на час
card-plan-none = Плана ещё нет: примите его на панели этого блокнота и нажмите кнопку ниже.
card-plan-look = Показать мой план
card-marked = { $count ->
    [one] { $count } балл
    [many] { $count } баллов
   *[other] { $count } балла
}
card-unmarked = без оценки
card-nothing = Сначала ответьте.
card-half = Впишите обе границы: от и до.
card-empty = Ответа пока нет.
card-own = Ваш ответ: { $answer }.
card-right = Верный ответ: { $answer }.

guess-told = Вы думали: { $guess }. На деле: { $truth }.
guess-met = Вы думали: { $guess }. Так и есть.
guess-none = Догадки пока нет. Впишите её в карточку выше, лучше ещё не зная ответа, и выполните эту ячейку снова. На деле: { $truth }.
guess-waits = Сравнить догадку пока не с чем: посмотрите на ячейки выше.
question-no-guess = Вопрос «{ $found }» — не догадка: на него отвечают в карточке, ck.ask("{ $found }").

opinions-head-opinion = Мнение
opinions-head-bet = Ваша ставка
opinions-head-judgement = Ваш вывод
opinions-head-truth = Что говорят данные
opinions-bet = ставка: { $words }
opinions-judgement = вывод: { $words }
opinions-truth = данные: { $words }
opinions-truth-too = { $right } (можно отстаивать и «{ $own }»)
opinions-apart = ≠ { $words }
opinions-apart-note = Знак ≠ — там, где данные говорят другое.
opinions-blank = —
opinions-left = { $count ->
    [one] Осталось проверить { $count } мнение.
    [few] Осталось проверить { $count } мнения.
   *[other] Осталось проверить { $count } мнений.
}
opinions-left-told = { $count ->
    [one] О { $count } мнении Вашего вывода нет. Что о нём говорят данные, стоит в последнем столбце; почему — сказано выше и в блокнотах с 01 по 05.
   *[other] О { $count } мнениях Вашего вывода нет. Что о них говорят данные, стоит в последнем столбце; почему — сказано выше и в блокнотах с 01 по 05.
}
opinions-all = Проверены все. Где ставка и вывод разошлись, Вас переубедили данные.
opinions-kept = Проверены все; выводы записаны.
