# Загрузка компании: что бывает не так с таблицами и что с этим делать.
data-faults =
    Папку с данными «{ $folder }» использовать нельзя: { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[other] { $count } ошибок
    } в { $tables ->
        [one] { $tables } таблице
       *[other] { $tables } таблицах
    }. Ничего не изменено. Исправьте перечисленное и загрузите снова.

    { $report }
data-no-folder = Папки «{ $folder }» нет. Проверьте путь или не указывайте его — тогда загрузится компания из набора.
data-no-tables = В папке «{ $folder }» нет ни одной таблицы компании. В ней должны лежать: { $allowed }.
data-not-found = Ни в «{ $folder }», ни выше данных компании нет. Запустите блокнот в папке набора или укажите папку с таблицами: load_case("папка").
case-no-table = Таблицы «{ $found }» в кейсе нет. Есть: { $allowed }.
case-no-fact = В таблице company нет ключа «{ $found }». Есть: { $allowed }.
case-immutable = Кейс не меняется, поэтому задать «{ $found }» нельзя. Работайте с копией: frame = case.reports.
case-no-folder = Этот кейс собран из таблиц в памяти, поэтому отчётов в том виде, в каком их прислали регионы, у него нет. Загрузите компанию из папки: load_case("папка").
case-no-received = Папки «{ $folder }» с отчётами регионов нет. Положите присланные файлы туда, рядом с таблицами компании, или укажите другую папку: audit_reports("папка", case).
case-repr = { $name }: { $reps ->
        [one] { $reps } специалист
        [few] { $reps } специалиста
       *[other] { $reps } специалистов
    }, { $accounts ->
        [one] { $accounts } предприятие
        [few] { $accounts } предприятия
       *[other] { $accounts } предприятий
    }, { $first } — { $last }

fault-row = строка { $row }: «{ $found }»
fault-more-rows = и ещё { $count ->
        [one] { $count } такая строка
        [few] { $count } такие строки
       *[other] { $count } таких строк
    }
fault-missing-file = файла нет. Положите его рядом с остальными.
fault-empty-file = файл пуст. Нужны строка с названиями столбцов и сами строки.
fault-no-rows = в таблице есть названия столбцов, но нет строк.
fault-not-utf8 = файл не в кодировке UTF-8 (похоже на кодировку Windows). Сохраните его как «CSV UTF-8».
fault-not-text = это не текстовая таблица. Сохраните файл как «CSV UTF-8».
fault-other-separator = столбцы должны разделяться запятыми, а первая строка такая: «{ $found }». Сохраните файл с запятой в роли разделителя.
fault-missing-column = столбца нет. В файле есть: { $found }.
fault-doubled-column = столбец встречается больше одного раза. Оставьте один.
fault-ragged-row = ячеек в строке не { $width }, как в первой строке. Найдите лишнюю запятую или возьмите текст с запятыми в кавычки.
fault-decimal-comma = число записано с десятичной запятой. Нужна точка: 12.5.
fault-not-a-number = нужно число. Оставьте только цифры, без единиц и слов.
fault-not-a-month = нужен месяц в виде 2026-06.
fault-not-a-day = нужна дата в виде 2026-06-30.
fault-below-minimum = значение должно быть не меньше { $minimum }. Исправьте его в источнике.
fault-above-maximum = значение должно быть не больше { $maximum }. Исправьте его в источнике.
fault-unknown-code = неизвестный код. Допустимы: { $codes }.
fault-empty-cell = ячейка не должна быть пустой.
fault-unknown-reference = такого значения нет в { $other }. Исправьте его или добавьте туда строку.
fault-doubled-key = строка встречается дважды, а сочетание { $key } должно быть единственным. Оставьте одну.
fault-missing-fact = нет строки «{ $found }». Добавьте её со значением.
fault-wallet-not-sum = кошелёк клиента должен равняться сумме его действующих позиций (указано / сумма).
fault-not-reconciled = строка должна равняться сумме продаж за свой месяц с точностью до рубля.

dictionary-title = Словарь данных
dictionary-lead = Каждая таблица компании — файл CSV в кодировке UTF-8: столбцы через запятую, десятичная точка. Единица измерения стоит в конце названия столбца. Все месяцы считаются одинаковыми по длине — это упрощение. Деньги — в тысячах единиц валюты компании, без НДС.
dictionary-column = Столбец
dictionary-meaning = Что значит
dictionary-unit = Единица
dictionary-allowed = Что допустимо
dictionary-key = Одна строка на: { $key }.
dictionary-kind-text = текст
dictionary-kind-number = число
dictionary-kind-month = месяц, 2026-06
dictionary-kind-day = дата, 2026-06-30
dictionary-refers = значение из { $table }
dictionary-range = от { $minimum } до { $maximum }
dictionary-minimum = не меньше { $minimum }
dictionary-optional = может быть пустым
unit-krub_per_month = тыс. { $currency } в месяц
unit-krub = тыс. { $currency }
unit-hours = часы
unit-share = доля единицы
