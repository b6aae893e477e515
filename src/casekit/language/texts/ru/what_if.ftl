# Блокноты 05 и 06: таблицы, картинки, свой план.
chart-nothing-goes-on = цены снижаются и дальше
chart-nothing-stops = цены держатся
chart-nothing-axis = Валовая маржа в месяц, млн { $currency }
chart-nothing-title-falls = Оставить как есть — значит терять { $share } маржи в год
chart-nothing-title-level = При сегодняшних часах маржа стоит на месте
chart-nothing-title-grows = При сегодняшних часах маржа растёт на { $share } в год
chart-missing-quarter = первый квартал: { $share }
chart-missing-months = Месяц после сокращения удержания
chart-missing-axis = Недостаёт регулярной выручки
chart-missing-title = За квартал сокращения не видно, потом счёт растёт годами
chart-service-floor = минимум: { $hours } ч
chart-service-today = никто не отдаёт
chart-service-hours = Часов сервиса в месяц остаётся у каждого, не больше
chart-service-axis = Прирост ценности, тыс. { $currency }
chart-service-title-floor = Отдавать сервис выгодно до минимума, а ниже — в убыток
chart-service-title-hours = Что даёт передача сервиса техникам

chart-payback-total = всего с начала
chart-payback-month = за месяц
chart-payback-axis = Прирост прибыли, млн { $currency }
chart-payback-title = План окупается с { $month }-го месяца, а сначала стоит до { $amount }
chart-payback-title-at-once = План ни разу не отстаёт от сегодняшних часов
chart-payback-title-not-yet = За { $months } мес. план не окупился: отставание до { $amount }
chart-payback-title-same = План ничего не меняет
chart-payback-title-unknown = Что принесёт этот план, по данным не сказать

head-missing_share = Недостаёт регулярной выручки
head-a_month = Сегодня в месяц (тыс. { $currency } или штук)
head-expected_share = Чего ждёт план за девять месяцев
head-service_hours-gain_krub = Прирост ценности, тыс. { $currency }
head-plan_year = Год плана
head-profit_krub = Прибыль, тыс. { $currency }
head-margin_krub = Валовая маржа, тыс. { $currency }
head-technicians_krub = Техники, тыс. { $currency }
head-assistants_krub = Помощники, тыс. { $currency }
head-lever = Рычаг
head-lever-gain_krub = Прирост, тыс. { $currency }
head-of_value_share = Доля сегодняшней ценности
head-of_attainable_share = Доля всего прироста
lever-reshuffled = перераспределить часы продаж
lever-freed = высвободить часы сервиса и бумаг
lever-both = оба вместе
head-one_region_power = Один регион против остальных
head-half_randomised_power = Половина людей в каждом регионе, по жребию
head-retention_change = Удержание, ч
head-expansion_change = Расширение, ч
head-conversion_change = Конверсия, ч
head-service_change = Сервис, ч
head-travel_change = Дорога, ч
head-admin_change = Администри­рование, ч
month-changes-all = у всех одинаково ({ $count } чел.)
month-changes-some = у { $count } чел. одинаково
month-changes-regions = разные
head-moved_change = Переходит всего, ч
proposal-yours = Ваш план
proposal-chief = норма гендиректора

my-plan-decided = Ваше решение.
my-plan-committed = План, который Вы приняли в блокноте 05.
my-plan-chief = Своего плана пока нет: дальше взята норма гендиректора. Примите план в блокноте 05 или на панели — и выполните эту ячейку снова.
my-plan-reason = Почему: { $reason }
attainable-closed = Сначала примите план на панели (кнопка «Принять план»): чего можно было достичь, видно только после этого. Приняли — выполните эту ячейку и те, что ниже, ещё раз.
attainable-open = Что можно было получить. Небольшая норма — лучшая из тех, что сдвигают у каждого не больше { $moved } часов в месяц, у всех одинаково: { $norm }. Норма, которая сдвигает больше, может и дать больше, но и от людей потребует больше. План для каждого — свои часы у каждого специалиста.
attainable-hours = { $activity } { $hours }

memo-done = Записка готова: { $page } — откройте её двойным щелчком, { $sheet } — те же числа в Excel.
memo-words = Текст записки пишут между кавычками, а передано значение типа { $found }.
memo-title = { $company }: как перераспределить часы специалистов
memo-brings = Что это приносит
memo-graded = Идёт проверка: текст записки сохранён, а файлы не пишутся.
memo-blank = Записки пока нет: сначала напишите её текст выше.
memo-strange = Проверьте суммы в тексте: { $listing }. Среди чисел этого плана их нет — не от другого ли они плана?
memo-misnamed = Эти суммы в плане есть, но обозначают не то, о чём говорит фраза: { $listing }.
memo-misnamed-one = { $written } — это { $figure }
memo-or = { " или " }
memo-figure-profit = { $period ->
    [all] прибыль за все годы вместе
    [mean] прибыль в среднем за год
   *[other] прибыль { $period }-го года
    [none] прибыль за несколько месяцев
}
memo-figure-margin = { $period ->
    [all] валовая маржа за все годы вместе
    [mean] валовая маржа в среднем за год
   *[other] валовая маржа { $period }-го года
}
memo-figure-cost = { $period ->
    [all] плата техникам или помощникам за все годы вместе
    [mean] плата техникам или помощникам в среднем за год
   *[other] плата техникам или помощникам { $period }-го года
    [none] стоимость часа техника или помощника
}
memo-figure-value = прирост ценности, в сегодняшних деньгах
