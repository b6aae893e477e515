# Отчёты, как их прислали регионы: находки аудита, письма, имена.
# Сведения находки: file, rows, month, rep, account, found, repair, count.
received-no-files = В папке «{ $found }» нет отчётов регионов. Нужны файлы .csv; отчёты кейса лежат в data/received.
received-no-heading = Файл { $file } не похож на отчёт: среди первых строк нет заголовков столбцов. Нужны месяц, специалист, клиент и часы; понятны заголовки: { $allowed }.
received-names-exhausted = Столько разных имён не составить: запрошено { $found }, можно { $allowed }. Уменьшите число.

received-certainty-certain = ошибка
received-certainty-suspect = под вопросом

received-kind-windows_1251 = Кодировка Windows-1251
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

received-kind-unreadable_row = Строка не читается
received-shows-unreadable_row = { $file }, строки { $rows }: нет месяца, известного специалиста или числа часов.
received-repair-unreadable_row = Отложить эти строки и спросить регион; в чистую таблицу они не входят.

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
