# Отчёты, как их прислали регионы: находки аудита, письма, имена.
# Сведения находки: file, rows, column, month, rep, account, found, repair, count.
received-no-files = В папке «{ $found }» нет отчётов регионов. Нужны файлы .csv; отчёты кейса лежат в data/received.
received-no-heading = Файл { $file } не похож на отчёт: среди первых строк нет заголовков столбцов. Нужны месяц, специалист, клиент и часы; понятны заголовки: { $allowed }.
received-no-hours = В файле { $file } нет столбца часов по видам работы: заголовки — { $found }. Нужен столбец для каждого вида ({ $allowed }) или два столбца, «Вид работы» и «Часы». Переименуйте заголовки и повторите проверку.
received-broken-quotes = Файл { $file } не удаётся разделить на ячейки: кавычка (") открыта и не закрыта. Найдите её в текстовом редакторе, закройте или удалите и повторите проверку.
received-workbook = Файл { $file } — книга Excel, как бы ни кончалось его имя. { save-as-csv } Из книги нужен файл для каждого листа.
received-damaged = Файл { $file } повреждён около строки { $line }: в нём есть знаки, которых в текстовой таблице не бывает. Откройте его там, где он создан, и сохраните заново. { save-as-csv }
received-bad-files =
    Не читаются файлы отчётов: { $count }. Проверка не проведена. Исправьте перечисленное и повторите.
    { $report }
received-no-folder = Папки «{ $found }» нет. Проверьте путь; отчёты кейса лежат в case.received.
received-not-a-folder = «{ $found }» — файл, а проверяется папка с файлами и письмами регионов. Укажите папку, в которой он лежит.
received-other-files = В папке «{ $folder }» нет файлов CSV, есть только: { $found }. { save-as-csv } Из книги нужен файл для каждого листа.
received-names-exhausted = Столько разных имён не составить: запрошено { $found }, можно { $allowed }. Уменьшите число.

received-certainty-certain = ошибка
received-certainty-suspect = под вопросом

received-kind-windows_1251 = Старая кодировка (Windows-1251)
received-shows-windows_1251 = Файл { $file } записан в кодировке Windows-1251: открытый как UTF-8, он не читается.
received-repair-windows_1251 = Прочитать { $file } как Windows-1251 и хранить дальше в UTF-8.

received-kind-decimal_comma = Десятичная запятая
received-shows-decimal_comma = { $file }: часы записаны с десятичной запятой, { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[other] { $count } строк
    }.
received-repair-decimal_comma = Заменить в часах запятую точкой до перевода в числа.

received-kind-mixed_dates = Месяц записан по-разному
received-shows-mixed_dates = { $file }: месяц записан несколькими способами: { $found }.
received-repair-mixed_dates = Привести все месяцы к виду { $repair }; в дате через точку сначала день, потом месяц.

received-kind-mixed_codes = Русские и английские коды вперемешку
received-shows-mixed_codes = { $file }: коды набраны то по-русски, то по-английски: { $found }.
received-repair-mixed_codes = Свести к одному коду: { $repair }. Буквы А, В, С, Е, Н, К, М, О, Р, Т, Х в кодах клиентов — латинские.

received-kind-renamed_account = Клиент под старым названием
received-shows-renamed_account = { $file }, { $month }: клиента «{ $found }» в справочнике нет, но письмо региона говорит, что это прежнее название клиента { $repair }.
received-repair-renamed_account = Записать часы на клиента { $repair }.

received-kind-unknown_account = Неизвестный клиент
received-shows-unknown_account = { $file }, строки { $rows }: клиента «{ $found }» нет ни в справочнике, ни в письмах регионов.
received-repair-unknown_account = Отложить эти строки и спросить регион; в чистую таблицу они не входят.

received-kind-unreadable_row = Ячейка не читается
received-shows-unreadable_row = { $file }, строки { $rows }, столбец «{ $column }»: «{ $found }» — не месяц, не известный специалист, не вид работы и не число часов.
received-repair-unreadable_row = В чистую таблицу эти строки не входят. Уточните у региона, запишите месяц в виде 2025-03, специалиста и вид работы — кодом, часы — в виде 7,5 или 7:30 и повторите проверку.

received-kind-ambiguous_cell = Ячейку можно прочесть двояко
received-shows-ambiguous_cell = { $file }, строки { $rows }, столбец «{ $column }»: «{ $found }» можно прочесть двояко ({ $repair }), и остальные ячейки файла не подсказывают, что имелось в виду.
received-repair-ambiguous_cell = В чистую таблицу эти строки не входят. Спросите автора и запишите однозначно: день — 2025-04-03, половина восьмого — 7:30, семь целых три десятых — 7,3, тысяча — 1234. Из двух столбцов с одним заголовком оставьте один.

received-kind-other_notation = Необычная запись, прочитана
received-shows-other_notation = { $file }, строки { $rows }, столбец «{ $column }»: записано в виде «{ $found }».
received-repair-other_notation = «{ $found }» прочитано как { $repair }, записанное так же — тем же способом. Если имелось в виду другое, запишите день в виде 2025-04-03, часы — в виде 7,5 и повторите проверку.

received-kind-ragged_row = Строка не соответствует заголовкам
received-shows-ragged_row = { $file }, строки { $rows }: «{ $found }». Ячеек больше или меньше, чем заголовков, поэтому неясно, где чьё значение.
received-repair-ragged_row = В чистую таблицу строка не входит. Если это примечание, ничего не потеряно. Если отчёт — найдите запятую внутри числа, незакрытую кавычку или пропущенную ячейку, исправьте и повторите проверку.

received-kind-total_row = Строка итогов
received-shows-total_row = { $file }, строки { $rows }, столбец «{ $column }»: сумма других строк, «{ $found }».
received-repair-total_row = В чистую таблицу строка не входит: эти часы уже есть в строках, которые она складывает.

received-kind-doubled_column = Столбец повторяется
received-shows-doubled_column = { $file }, столбцы { $found }: заголовки «{ $column }» значат одно и то же.
received-repair-doubled_column = { $repair ->
        [same] Столбцы совпадают во всех ячейках, взят первый.
       *[other] Где заполнен один из них, взят он; где оба — строка указана среди ячеек, которые можно прочесть двояко, и в чистую таблицу не входит. Оставьте один столбец или назовите второй по содержанию.
    }

received-kind-outside_period = Месяц вне истории компании
received-shows-outside_period = { $file }, строки { $rows }, столбец «{ $column }»: { $found } не попадает в месяцы истории, указанные в таблице company.
received-repair-outside_period = В чистую таблицу эти строки не входят. Если в годе описка, исправьте её; если месяц верен, измените first_month или last_month в company.csv.

received-kind-duplicate_number = Строка внесена дважды
received-shows-duplicate_number = { $file }, строки { $rows }, { $rep }, { $month }: строка с тем же номером ({ $found }) и теми же часами в файле уже есть.
received-repair-duplicate_number = Оставить первую строку, повтор убрать.

received-kind-several_lines = Несколько строк об одном клиенте и месяце
received-shows-several_lines = { $file }, строки { $rows }, { $rep }, { $month }, клиент { $account }: { $found } ч в нескольких строках одного файла. Это могут быть разные встречи, а может быть повтор или исправление.
received-repair-several_lines = Все строки оставлены и сложены. Если одна из них — повтор или отменена исправлением, удалите её из файла и повторите проверку.

received-kind-unread_column = Столбец не прочитан
received-shows-unread_column = { $file }, строки { $rows }, столбец «{ $column }»: неизвестно, что в нём (например, «{ $found }»).
received-repair-unread_column = В чистую таблицу он не входит. Если это часы какого-то вида работы, озаглавьте столбец названием этого вида (в минутах — «Сервис (мин)») и повторите проверку; примечание или сумма могут остаться.

received-kind-absent_column = Нет столбца для вида работы
received-shows-absent_column = { $file }: столбца часов «{ $found }» нет.
received-repair-absent_column = Часы приняты за 0. Если такая работа в регионе есть, выясните, под каким заголовком она стоит.

received-kind-unread_file = Файл не прочитан
received-shows-unread_file = { $file } — не таблица CSV и не письмо (.md, .txt), поэтому не прочитан.
received-repair-unread_file = Если в нём отчёты, сохраните их в CSV. { save-as-csv } Положите полученный файл рядом с остальными; из книги Excel — по файлу на каждый лист.

received-kind-territory_handover = Территория передана, отчёты — под прежним специалистом
received-shows-territory_handover = { $file }, { $month }: клиенты уже закреплены за { $repair }, а отчёты подписаны { $found }. Кто когда вёл клиента, видно в таблице assignments.
received-repair-territory_handover = Записать эти часы на { $repair }: он ведёт клиентов с месяца передачи.

received-kind-negative_hours = Отрицательные часы
received-shows-negative_hours = { $file }, строки { $rows }: { $found } ч у клиента { $account } — лишний минус.
received-repair-negative_hours = Убрать минус: { $repair } ч.

received-kind-over_200_hours = Больше 200 часов в месяц
received-shows-over_200_hours = { $file }, { $rep }, { $month }: { $found } ч за месяц. В обычном месяце этого специалиста часов меньше в 60 раз (тогда это минуты) или в 10 раз (тогда сдвинута запятая).
received-repair-over_200_hours = Взять { $repair } от каждого числа этого месяца.

received-kind-duplicate_report = Отчёт прислан дважды
received-shows-duplicate_report = { $file }, { $rep }, { $month }: те же строки с теми же часами уже есть в основном файле региона.
received-repair-duplicate_report = Оставить строки основного файла, повтор убрать.

received-kind-missing_month = В основном файле нет месяца
received-shows-missing_month = { $rep }, { $month }: в основном файле региона отчёта нет, хотя клиенты за специалистом закреплены. Отчёт пришёл отдельно: { $file }.
received-repair-missing_month = Взять месяц из файла { $file }.

received-kind-absent_report = Отчёта нет
received-shows-absent_report = { $rep }, { $month }: клиенты за специалистом закреплены, но отчёта нет ни в одном файле.
received-repair-absent_report = Запросить отчёт; до ответа считать месяц пропущенным, а не нулевым.

received-kind-service_as_retention = Сервис записан как удержание
received-shows-service_as_retention = { $file }: по заявкам сервиса { $found } ч, а часов сервиса в отчёте почти нет. Письмо региона объясняет: работу по заявкам он считает удержанием.
received-repair-service_as_retention = Решить, что считать сервисом. По определению кейса часы по заявкам переносятся из удержания в сервис, строка за строкой.

received-kind-round_months = Одинаковые месяцы
received-shows-round_months = { $rep }: часы по всем видам работы совпадают до последней цифры, { $count ->
        [one] { $count } месяц
        [few] { $count } месяца
       *[other] { $count } месяцев
    }. Сверьте с выборочными наблюдениями (таблица calendar).
received-repair-round_months = Ничего не менять. Поговорить со специалистом и не делать по этим месяцам точных выводов.

received-kind-heavy_month = Тяжёлый месяц без объяснения
received-shows-heavy_month = { $file }, { $rep }, { $month }: { $found } ч за месяц, и ни минуты, ни сдвинутая запятая этого не объясняют.
received-repair-heavy_month = Спросить регион; до ответа оставить как есть.

received-kind-conflicting_report = Два отчёта об одном
received-shows-conflicting_report = { $file }, { $rep }, { $month }, клиент { $account }: за тот же месяц есть другой отчёт с другими часами.
received-repair-conflicting_report = Оставить строки основного файла и спросить регион, какой отчёт верен.

received-kind-negative_revenue = Отрицательная выручка
received-shows-negative_revenue = { $file }: { $count ->
        [one] { $count } строка
        [few] { $count } строки
       *[other] { $count } строк
    } с отрицательной выручкой. Это возвраты.
received-repair-negative_revenue = Ничего не менять: возвраты уменьшают выручку законно.

received-title-region = Отчёт специалистов по видам работы. Регион: { $region }
received-title-period = Период: { $first } — { $last }

received-letter-title = Сопроводительное письмо. Регион { $region }
received-letter-greeting = Добрый день, коллеги!
received-letter-files = Направляем отчёты специалистов за период: { $first } — { $last }. Файлы: { $files }.
received-letter-style-spreadsheet = Отчёты ведём в электронной таблице, на каждый год — отдельный файл.
received-letter-style-accounting = Это выгрузка из нашей старой учётной программы; над таблицей она ставит две строки с названием и периодом.
received-letter-style-crm = Это выгрузка из CRM. Клиенты в ней стоят по названиям: кодов центрального офиса в CRM нет.
received-letter-style-tracker = Это выгрузка из системы учёта времени: на каждый вид работы — своя строка.
received-letter-late = Отчёт специалиста { $rep } ({ $month }) к сроку не поступил, досылаем его в файле { $file }.
received-letter-renamed = Клиент { $old } (так в файле), код { $account }, сменил название. Теперь он называется «{ $new }»; первый месяц под новым названием: { $month }.
received-letter-tickets = Работу по заявкам сервиса мы записываем в удержание: пока специалист у клиента чинит линию, он удерживает клиента. Сколько часов ушло на заявки, видно в последнем столбце.
received-letter-sign = С уважением, отдел продаж, регион { $region }
