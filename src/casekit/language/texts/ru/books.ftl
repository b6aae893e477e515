# Прогноз на уже известные месяцы и факт; уступки в ценах.
hindcast-short = Проверить модель на известных месяцах нельзя: в истории { $found ->
        [one] { $found } месяц
        [few] { $found } месяца
       *[other] { $found } месяцев
    }. Нужно не меньше { $allowed }: год, на котором модель учится, и месяцы для проверки. Загрузите историю длиннее или оставьте для проверки меньше месяцев.
continuing-short = В отчётности { $found ->
        [one] { $found } месяц
        [few] { $found } месяца
       *[other] { $found } месяцев
    }, а для тренда нужно не меньше { $allowed }: полугодие сравнивают с теми же месяцами годом раньше. Загрузите историю длиннее.
hindcast-came = По { $known ->
        [one] первому { $known } месяцу
       *[other] первым { $known } месяцам
    } и часам, которые были отработаны потом, модель предсказала за период с { $first } по { $last } валовую маржу { $told }, на деле получилось { $booked } — { $side ->
        [above] прогноз завышен на { $error }
        [below] прогноз занижен на { $error }
       *[alike] прогноз совпал с фактом
    }, факт { $covered ->
        [true] укладывается
       *[false] не укладывается
    } в названный ею диапазон от { $low } до { $high } (вероятность { $band }).
hindcast-shows = { $covered ->
        [true] Это показывает, что модель верно продолжает отчётность, пока часы распределены примерно как раньше
       *[false] Значит, её прогнозам стоит верить с оговоркой, даже если часы распределены примерно как раньше
    }; что дадут часы, которых никто ещё не пробовал, и поведут ли себя конкуренты как прежде, такая проверка не показывает.
pressure-falls = У общих с конкурентами клиентов цены на расходные материалы снижаются на { $share } в год сверх того, что происходит у наших клиентов (с вероятностью { $band } — от { $low } до { $high }; это оценка по продажам и реестру точек, а не допущение); ещё один такой год отнимет { $amount } валовой маржи в месяц.
pressure-unsure = По отчётности нельзя сказать, уступаем ли мы в цене общим с конкурентами клиентам: годовое снижение может составлять от { $low } до { $high } (с вероятностью { $band }; значение ниже нуля — это рост).

chart-hindcast-told = прогноз
chart-hindcast-booked = факт
chart-hindcast-band = полоса: девять месяцев из десяти
chart-hindcast-axis = Валовая маржа в месяц, млн { $currency }
chart-hindcast-title = За { $months } мес., которых модель не знала, она ошиблась на { $share }
chart-prices-our = наши клиенты
chart-prices-shared = общие клиенты:
    { $change } к нашим
chart-prices-axis = Цены у общих клиентов к ценам
    у наших, с первого месяца
chart-prices-title = { $side ->
        [behind] Цены у общих клиентов отстают от цен у наших
       *[level] Цены у общих клиентов не отстают от цен у наших
    }

# Предложения, прогноз на известные месяцы, неиспытанные часы и что говорит калибровка.
head-proposal = Предложение
head-gain_krub = Выигрыш по лучшей оценке, тыс. { $currency }
head-middle_krub = Выигрыш в середине диапазона, тыс. { $currency }
head-p20_krub = Выигрыш в четырёх случаях из пяти не меньше, тыс. { $currency }
head-p05_krub = Выигрыш в 19 случаях из 20 не меньше, тыс. { $currency }
head-chance = Вероятность выигрыша
head-proposal-share = Доля возможного выигрыша
head-proposal-gain_krub = Выигрыш, тыс. { $currency }
head-proposal-p20_krub = Выигрыш в 4 случаях из 5, тыс. { $currency }
head-proposal-trough_krub = Худшее отставание, тыс. { $currency }
head-proposal-payback_month = Окупается с месяца
head-proposal-people_affected = Людей, чей месяц меняется больше чем на ¼
head-trough_krub = Отставание в худший момент, тыс. { $currency }
head-months_below = Месяцев хуже, чем при сегодняшних часах
head-payback_month = Окупается с месяца
head-untried_people = У скольких людей неиспытанные часы
head-untried_hours = Неиспытанных часов в месяц, всего
head-people_affected = У скольких людей месяц меняется больше чем на четверть
proposal-leave = оставить как есть
proposal-norm = небольшая норма для всех
proposal-personal = свой план для каждого
head-told_krub = Прогноз, тыс. { $currency }
head-low_krub = Диапазон: от, тыс. { $currency }
head-high_krub = Диапазон: до, тыс. { $currency }
head-booked_krub = Факт, тыс. { $currency }
head-from_month = С месяца
head-tried_hours = Испытано, ч в месяц
head-beyond_hours = За пределами испытанного, ч
head-today = Что дают сегодняшние часы в месяц
head-today_low = Сегодня: от
head-today_high = Сегодня: до
head-marginal_low = Ещё один час: от, тыс. { $currency }
head-marginal_high = Ещё один час: до, тыс. { $currency }
head-refused = Видно ли это по данным
refused-True = нет
refused-False = да
head-reason = Почему нет
head-learned_share = Определено данными
head-misfit_share = Расхождение кривой с ответами
unit-base_lost_share = доля потерянного бизнеса
unit-gained_krub = прирост, тыс. { $currency } в месяц на специалиста
unit-wins = выиграно клиентов на специалиста
