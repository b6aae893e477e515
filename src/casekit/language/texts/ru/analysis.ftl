# Виды работы, графики и расчёты.
activity-retention = удержание
activity-expansion = расширение
activity-conversion = конверсия
activity-selling = продажи, всего
activity-service = сервис
activity-travel = дорога
activity-admin = администрирование

chart-reference = эталон
chart-hours-a-month = { $hours } ч в месяц
chart-share-of-time = Доля рабочего времени
chart-time-audit-title = { $side ->
        [below] Продажам достаётся меньше эталона
        [above] Продажам достаётся не меньше эталона
       *[unknown] На что уходят часы специалиста?
    }
chart-same-every-month = { $mark } — в отчётах каждый месяц одни и те же часы

analysis-no-hours = В отчётах нет часов ({ $found ->
        [one] { $found } строка
        [few] { $found } строки
       *[other] { $found } строк
    }). Проверьте, та ли таблица передана.

# Заголовки таблиц для читателя.
head-month = Месяц
head-rep_id = Специалист
head-account_id = Клиент
head-activity = Вид работы
head-hours = Часов в месяц
head-share = Доля времени
head-reference_share = Эталон
head-best_quarter_share = Лучшая четверть специалистов (условно)
head-reference_hours = Эталон, ч в месяц
head-gap_hours = Выше (+) или ниже (−) эталона, ч
head-retention_hours = Удержание, ч
head-expansion_hours = Расширение, ч
head-conversion_hours = Конверсия, ч
head-service_hours = Сервис, ч
head-travel_hours = Дорога, ч
head-elsewhere_krub = Закупки территории у других в год, тыс. ₽
head-adjusted = Выручка к ожидаемой (1 — как ожидалось)
head-adjusted_low = К ожидаемой: от
head-adjusted_high = К ожидаемой: до
head-hours_per_win_low = Часов на победу: от
head-hours_per_win_high = Часов на победу: до
head-times_few = Во сколько раз больше, чем у тех, кто ведёт до трёх
head-times_few_low = Во сколько раз: от
head-times_few_high = Во сколько раз: до
head-pursuits = Сделок
head-open = Ещё открыты
head-win_share = Доля выигранных в итоге
head-same_every_month = Месяцы в отчётах
same_every_month-True = все одинаковы
same_every_month-False = разные
head-admin_hours = Админи­стриро­вание, ч

# Что передано в расчёт и не годится.
analysis-not-a-table = Для «{ $table }» нужна таблица, а передано значение типа { $found }. Передайте таблицу, например case.reports.
analysis-not-a-column = Для «{ $table }» нужен один столбец, а передано значение типа { $found }. Возьмите столбец таблицы, например cycles["months"].
analysis-empty-table = В «{ $table }» нет ни одной строки. Проверьте, по какому условию отобраны строки.
analysis-no-column = В «{ $table }» не хватает: { $missing }. Есть столбцы: { $found }. Проверьте, та ли таблица передана и на том ли месте.
analysis-no-table = Среди таблиц компании нет: { $missing }. Есть: { $found }. Передайте сам кейс: audit_reports(case.received, case).
analysis-count = «{ $name }» — целое число, не меньше { $minimum }; передано: { $found }.
analysis-code = «{ $name }»: значения «{ $found }» нет. Допустимы: { $allowed }.
analysis-month = «{ $name }»: месяца «{ $found }» в таблице нет. В ней месяцы с { $first } по { $last }.
analysis-order = Первый месяц «{ $first }» позже последнего, «{ $last }». Поменяйте их местами.
analysis-deals-later = «{ $name }»: в сделках есть даты позже { $found }. Укажите последний месяц данных — { $last } или позже.
analysis-two-years = Два года сравнить нельзя: нужно 24 месяца, а в «{ $table }» их { $found }.
analysis-no-common-month = В таблицах { $tables } нет ни одного общего месяца. Проверьте, что они от одной компании.
analysis-no-sampled-month = Наблюдатель не был ни у одного специалиста в месяцы, за которые есть отчёты. Проверьте, что обе таблицы от одной компании.
analysis-above-nought = «{ $name }» должно быть больше 0; передано: { $found }.
analysis-no-reference = Ни для одного вида работы нет эталона, поэтому отставание не посчитать. Передайте в time_audit таблицу benchmarks: time_audit(case.reports, case.benchmarks).

# Эксперименты и пилоты.
head-figure = Что измеряем
figure-retention_hours = часы удержания
figure-expansion_hours = часы расширения
figure-conversion_hours = часы конверсии
figure-revenue_krub = выручка
figure-recurring_krub = регулярная выручка
figure-margin_krub = валовая маржа
figure-old_clients_krub = регулярная выручка прежних клиентов
figure-opened = начатые сделки
figure-wins = выигранные клиенты
figure-gained_krub = регулярный бизнес, отвоёванный у конкурентов (общие клиенты)
figure-lost_krub = потерянный регулярный бизнес
figure-points_gained = отвоёванные точки (общие клиенты)
figure-points_lost = потерянные точки
head-region_before = Регион до, в месяц
head-region_during = Регион во время
head-region_after = Регион после
head-others_before = Остальные до, в месяц
head-others_during = Остальные во время
head-others_after = Остальные после
head-effect_during = Больше, чем у остальных, во время
head-effect_after = Больше, чем у остальных, после
head-noise_during = Случайность, во время
head-noise_after = Случайность, после
head-times_noise_during = Во время: во сколько раз больше случайности
head-times_noise_after = После: во сколько раз больше случайности
head-as_large_during = Столько же бывает случайно, во время
head-as_large_after = Столько же бывает случайно, после
head-design = Пилот
design-before_after = все, по сравнению с годом раньше
design-one_region = один регион против остальных
design-staggered = все в три шага, по жребию
design-half_randomised = половина каждого региона, по жребию
head-effect_share = Эффект
head-noise_share = Случайность
head-power = Заметит
head-false_alarms = Ложных тревог
head-needed_share = Эффект, заметный в четырёх случаях из пяти
head-low_share = Не случайность, если ниже
head-high_share = Не случайность, если выше
chart-experiment-during = опыт
chart-experiment-others = остальные
chart-experiment-scale = Среднее за месяцы до начала = 100 %
chart-experiment-title = Регион и остальные: { $figure }
analysis-nothing-to-compare = Сравнить не с чем: нужны регион, остальные регионы и месяцы до начала. Проверьте регион и месяцы.
analysis-nothing-before = «{ $figure }»: в месяцы до начала ничего не было, и изменение не посчитать. Выберите другой показатель.
analysis-list = «{ $name }» — непустой список, например ["wins"]; передано: { $found }.
analysis-effects = Эффекты задаются по показателям, например {"{"}"wins": 0.2, "opened": 0.25{"}"}; передано: { $found }.
analysis-effect = Эффект — это доля, например -0.2, или список таких долей по месяцам; передано: { $found }.
analysis-too-few-specialists = «{ $figure }»: такое есть у стольких специалистов: { $found }, — а чтобы оценить случайность, нужно хотя бы четверо. Выберите другой показатель или не исключайте регион.
