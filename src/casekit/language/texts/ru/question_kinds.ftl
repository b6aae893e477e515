# Таблицы, планы и тексты.
answer-row = Строка «{ $row }»: { $why }
answer-row-unknown = Строка «{ $found }» здесь не нужна. { $allowed }
answer-rows-many = В ответе слишком много строк: { $found }. Больше { $most } проверка не читает. { $allowed }
answer-columns = В ответе несколько столбцов: { $found }. Возьмите один, например таблица["столбец"]. { $allowed }
answer-plan = { $why }
answer-plan-file = Плана «{ $found }» прочитать не удалось. { $allowed }
answer-text-long = В тексте { $found } знаков, а помещается { $most }. Сократите его. { $allowed }
answer-form-table = Нужны числа по строкам: { $allowed }. Подойдёт столбец таблицы или {"{"}"ключ": число{"}"}.
answer-form-plan = План — это имя файла, который сохраняет панель, — "my_plan.json" — или строка ck.Plan(...).
answer-form-text = Текст пишут между кавычками.
answer-order-short = Расставить нужно все варианты, а в ответе их { $found }. { $allowed }
answer-range-turned = Нижняя граница больше верхней: поменяйте их местами. { $allowed }
answer-form-several = Отметьте одно или несколько: { $allowed }.
answer-form-order = Расставьте все, сначала — самое большое или важное: { $allowed }.
answer-form-grid = Нужен один вариант в каждой строке ({ $rows }): { $allowed }.
answer-form-range = Нужны два числа, от и до, например 10 и 14; в ячейке — [10, 14].
told-range = от { $low } до { $high }
verdict-row = «{ $words }»
verdict-rows = Верно строк: { $right } из { $rows }. Посмотрите ещё раз: { $listed }. { $cause }
verdict-text-kept = Текст записан. Его прочтёт человек.
verdict-text-unread = Текст записан: он для Вас, его никто не оценивает.
verdict-plan-limits = Пределы соблюдены.
verdict-plan-reason = Обоснования нет, или оно слишком короткое: напишите одной фразой, почему именно так.
verdict-plan-share = План даёт { $part } возможного выигрыша.
verdict-plan-beyond = План обещает больше, чем лучший план в пределах часов, какие уже бывали: излишек держится на часах, которых здесь никто не отрабатывал, поэтому доля от достижимого не названа.
progress-partial = отчасти

# Сдача работы.
hand-in-done = Готово: { $file }. Внутри { $count ->
    [one] { $count } файл
    [few] { $count } файла
   *[other] { $count } файлов
}. Его и сдавайте.
hand-in-open = Без ответа { $count ->
    [one] остался { $count } вопрос
    [few] осталось { $count } вопроса
   *[other] осталось { $count } вопросов
}. По блокнотам: { $listed }.
hand-in-counting = Из них для тех, кто считает: { $count }.
hand-in-not-run = Не выполнены или не сохранены: { $listed }.
hand-in-left-out = Слишком велики для сдачи, больше { $most } МБ, хотя блокнот ими пользуется: { $listed }. Уменьшите файл или отправьте его ведущему отдельно.
hand-in-saved = Сдаётся то, что сохранено: если после последнего сохранения Вы что-то меняли, нажмите Ctrl + S и выполните эту ячейку ещё раз.
hand-in-name = Нужно имя участника или команды, найдено «{ $found }». Например: ck.hand_in("Команда 3").
hand-in-empty = В папке «{ $folder }» нет блокнотов. Выполните ck.hand_in из блокнота кейса.
hand-in-large = Файл { $file } больше { $most } МБ. Удалите из него лишнее: обычный блокнот кейса меньше одного.
hand-in-unwritable = Файл { $file } записать не удалось: папка закрыта для записи или файл открыт в другой программе. Закройте его и повторите.

# Верный ответ — числом читателя.
verdict-own = Ваш ответ: { $value }.
told-hours = { $number } ч
told-krub = { $sign }{ $number } тыс. { $currency }
told-months = { $number } { $count ->
    [one] месяц
    [few] месяца
    [many] месяцев
   *[other] месяца
}
told-points = { $number } { $count ->
    [one] процентный пункт
    [few] процентных пункта
    [many] процентных пунктов
   *[other] процентного пункта
}
told-krub_per_hour = { $sign }{ $number } тыс. { $currency } на час
