# Виды работы, графики и расчёты.
activity-retention = удержание
activity-expansion = расширение
activity-conversion = конверсия
activity-selling = продажи, всего
activity-service = сервис
activity-travel = дорога
activity-admin = администрирование

chart-reference = эталон
chart-reference-value = эталон { $value }
chart-hours-a-month = { $hours } ч в месяц
chart-share-of-time = Доля рабочего времени
chart-time-audit-title = На что уходят часы специалиста?
chart-selling-share = Доля рабочего времени, отданная продажам
chart-specialist = Специалист
chart-selling-share-title = У кого есть время продавать?

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
head-best_quarter_share = Лучшая четверть (условно)
head-reference_hours = Эталон, ч в месяц
head-gap_hours = Выше (+) или ниже (−) эталона, ч
head-retention_hours = Удержание, ч
head-expansion_hours = Расширение, ч
head-conversion_hours = Конверсия, ч
head-service_hours = Сервис, ч
head-travel_hours = Дорога, ч
head-admin_hours = Админи­стриро­вание, ч
