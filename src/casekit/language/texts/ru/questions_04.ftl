# Блокнот 04: графики и таблицы.
head-revenue_krub_per_hour = Выручка на час, тыс. { $currency }
head-margin_krub_per_hour = Маржа на час в среднем, тыс. { $currency }
head-marginal = Ценность ещё одного часа, тыс. { $currency } на час
head-estimate = Как считали
head-months = Месяцев
estimate-decided = только решённые
estimate-called_ended = открытые сочли законченными
estimate-with_open = открытые учтены как открытые
head-outcome = Чем кончились сделки
outcome-won = победой
outcome-lost = проигрышем
outcome-all = все решённые
head-outcome-hours = Часов конверсии на них, всего
head-outcome-revenue_krub = Выручка первого года, тыс. { $currency }
head-outcome-margin_krub = Маржа первого года, тыс. { $currency }
head-learned = Что модель узнала из Вашей отчётности
head-assumed = Что принято сверх того
head-wrong = Что изменилось бы, окажись это неверным
head-opened = Когда сделка началась
opened-earlier = раньше
opened-lately = в последние десять месяцев
head-decided_months = Срок решённых, медиана, месяцев
head-focus = Сделок сразу
focus-few = мало (до трёх)
focus-some = четыре-пять
focus-many = много (шесть и больше)
head-specialists = Специалистов
head-part = Что приносит победа
part-equipment = оборудование
part-recurring = расходные материалы и сервис
head-first_year_krub = Выручка первого года, тыс. { $currency }
head-three_years_margin_krub = Маржа трёх лет, тыс. { $currency }
head-first_period = Год появления, с
chart-same-month-title = { $kind ->
    [retention] Хуже всех выглядит час удержания
    [expansion] Хуже всех выглядит час расширения
   *[conversion] Хуже всех выглядит час конверсии
  }
chart-money-title = Половина денег за час конверсии приходит к { $month }-му месяцу
chart-money-half = слева от черты — половина денег
chart-money-equipment = штриховка: оборудование, один раз
chart-money-recurring = расходные материалы и сервис
chart-money-months = Месяцев после часа работы
chart-money-axis = Маржа на час, тыс. { $currency } в месяц
chart-focus-wins = { $count ->
    [one] { $count } победа
    [few] { $count } победы
   *[many] { $count } побед
  }
chart-focus-hours = { $hours } ч, { $wins }
chart-focus-axis = Часов конверсии на одну победу (полоса — разброс)
chart-focus-title = Часы на победу: за полосами всего { $wins ->
    [one] { $wins } победа
    [few] { $wins } победы
   *[many] { $wins } побед
  }
