# Графики и таблицы первых блокнотов.
chart-open-door = { $amount }, { $doors ->
        [one] { $doors } дверь
        [few] { $doors } двери
       *[other] { $doors } дверей
    }, больше всех — { $rival }
chart-open-doors-million = Продажи конкурентов тем, кто покупает и у нас, млн { $currency } в месяц
chart-open-doors-title = Конкурентам { $count ->
        [one] открыта { $count } дверь
        [few] открыты { $count } двери
       *[other] открыто { $count } дверей
    }
chart-told = в отчёте
chart-seen = увидели
chart-sampled-hours = Часов за месяцы выборки
chart-told-and-seen-title = Часов продаж увидели на { $change } { $side ->
        [less] меньше
       *[more] больше
    }, чем записано
chart-gap-axis = Выше (+) или ниже (−) эталона, ч в месяц на специалиста
chart-gap-told = по отчётам
chart-gap-seen = по наблюдениям, с разбросом
chart-gap-both-ways-title = По наблюдениям до эталона дальше, чем по отчётам
chart-region-hours = Часов в месяц на регион
chart-hours-by-region-title = Один регион жил иначе: { $figure }
chart-slide-title = Слайд коллеги: «Цены у общих клиентов: { $change }. Давление прошло»
chart-slide-axis = Цены на расходные материалы у общих клиентов ({ $first } — 100 %)

head-told_share = Доля времени по отчётам
head-seen_share = Доля времени по наблюдениям
head-told_gap_hours = До эталона по отчётам, ч
head-seen_gap_hours = До эталона по наблюдениям, ч
head-seen_gap_hours_low = По наблюдениям: от
head-seen_gap_hours_high = По наблюдениям: до

head-monthly_cost_krub = Обходится в месяц, тыс. { $currency }
head-year = Год
year-year_1 = первый
year-year_2 = второй
head-margin_share = Операционная рентабельность
head-bridge = Шаг
head-amount_krub = Тыс. { $currency }
head-finding = Что найдено
head-found_there = В чём это видно
head-to_do = Что с этим делать
head-certainty = Оценка
head-found = Находок
head-files = Файлов
head-process_point = Точка процесса
head-doors = Открытых дверей
head-open_krub = За ними, тыс. { $currency } в месяц
head-largest_rival = Крупнейший конкурент
head-name = Название
head-region = Регион
head-segment = Отрасль
head-wallet_krub_per_month = Закупает в месяц, тыс. { $currency }
head-main_competitor = Главный конкурент
head-told_hours = В отчёте, ч
head-seen_hours = Увидели, ч
head-difference_share = Увидели против отчёта
head-different_months = Разных месяцев
head-round = Только круглые числа
round-True = да
round-False = нет
head-as_booked_hours = Как записано, ч
head-by_tickets_hours = По заявкам, ч

finding-windows_1251 = { received-kind-windows_1251 }
finding-decimal_comma = { received-kind-decimal_comma }
finding-mixed_dates = { received-kind-mixed_dates }
finding-mixed_codes = { received-kind-mixed_codes }
finding-renamed_account = { received-kind-renamed_account }
finding-unknown_account = { received-kind-unknown_account }
finding-unreadable_row = { received-kind-unreadable_row }
finding-ambiguous_cell = { received-kind-ambiguous_cell }
finding-other_notation = { received-kind-other_notation }
finding-ragged_row = { received-kind-ragged_row }
finding-total_row = { received-kind-total_row }
finding-doubled_column = { received-kind-doubled_column }
finding-outside_period = { received-kind-outside_period }
finding-duplicate_number = { received-kind-duplicate_number }
finding-several_lines = { received-kind-several_lines }
finding-unread_column = { received-kind-unread_column }
finding-absent_column = { received-kind-absent_column }
finding-unread_file = { received-kind-unread_file }
finding-territory_handover = { received-kind-territory_handover }
finding-negative_hours = { received-kind-negative_hours }
finding-over_200_hours = { received-kind-over_200_hours }
finding-duplicate_report = { received-kind-duplicate_report }
finding-missing_month = { received-kind-missing_month }
finding-absent_report = { received-kind-absent_report }
finding-service_as_retention = { received-kind-service_as_retention }
finding-round_months = { received-kind-round_months }
finding-heavy_month = { received-kind-heavy_month }
finding-conflicting_report = { received-kind-conflicting_report }
finding-negative_revenue = { received-kind-negative_revenue }
certainty-certain = { received-certainty-certain }
certainty-suspect = { received-certainty-suspect }
