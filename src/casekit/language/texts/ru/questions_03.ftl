# Блокнот 03: графики и таблицы.
activity-total = все часы
head-cost_krub = Обходятся в год, тыс. { $currency }
head-krub_per_hour = Один час, тыс. { $currency }
head-told_krub_per_hour = Один час по отчётам, тыс. { $currency }
head-seen_krub_per_hour = Один час по наблюдению, тыс. { $currency }
head-revenue_krub = Выручка в год, тыс. { $currency }
head-potential_krub = Потенциал территории в год, тыс. { $currency }
head-rank = Место по выручке
head-adjusted_rank = Место с учётом территории
head-wins = Побед
head-hours_per_win = Часов на победу
head-window_months = Новый бизнес считаем приростом, месяцев
head-window_months-retention = Удержание, тыс. { $currency } на час
head-window_months-expansion = Расширение, тыс. { $currency } на час
head-window_months-conversion = Конверсия, тыс. { $currency } на час
head-league_part = Место в рейтинге
league_part-top = первые шесть
league_part-middle = середина
league_part-bottom = последние шесть
head-clients = Предприятий на специалиста
head-selling_hours = Часов продаж в месяц
origin-repeat = повторные покупки
origin-expansion = расширение
origin-conversion = конверсия
chart-selling-hour-cost = час продаж по отчётам обходится в { $value }
chart-margin-per-hour = Маржа на час в среднем, тыс. { $currency }
chart-productivity-title = { $kind ->
    [retention] В среднем больше всего приносит час удержания
    [expansion] В среднем больше всего приносит час расширения
   *[conversion] В среднем больше всего приносит час конверсии
  }
chart-window = { $months } мес.
chart-share-of-revenue = Доля выручки последнего года
chart-window-title = Продажи те же, а доля прироста — от { $low } до { $high }
chart-territory = Закупки всех клиентов территории в год, млн { $currency }
chart-yearly-revenue = Выручка в год, млн { $currency }
chart-league-title = Чем богаче территория, тем больше выручка
chart-league-question = Человек или территория?
chart-adjusted-rank = по выручке { $place }-й
chart-adjusted-axis = Выручка к ожидаемой на такой территории (1 — как ожидалось) и разброс
chart-adjusted-title = Территория учтена: от ожидаемого отличается { $count ->
    [0] ноль человек
    [one] { $count } человек
    [few] { $count } человека
   *[many] { $count } человек
  } из { $all }
