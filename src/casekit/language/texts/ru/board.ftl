# Бегунки.
slider-hours = Сколько часов в месяц перевести в продажи
slider-sentence = Продажи: { $selling } ч в месяц на специалиста. Все специалисты вместе прибавят за год { $year } ч продаж.
argument-not-a-case = Здесь нужна компания, а передано «{ $found }». Сначала загрузите её: case = ck.load_case().

# Панель: что о ней говорит блокнот и её картинки на бумаге.
board-scenario = План { $number }
board-nothing = Это сегодняшние часы. Подвиньте бегунок: остальных станет меньше — каждого вида пропорционально тому, что у него есть сверх минимума.
board-hours-axis = Часов в месяц у среднего специалиста
board-hours-title = Часы в месяц
board-margin-title = Маржа в месяц
board-hour-axis = тыс. { $currency } на час
board-hour-title = Что даст ещё час
board-legend-blind = Светлая полоса, пунктир и белая точка — сегодня. Тёмная полоса, сплошная линия и оранжевая точка — план. Серые чёрточки — пределы. Штриховка — то, что уже в работе. Маржа — за вычетом оплаты высвобожденных часов. Полоса у оси месяцев — накопленный эффект отрицателен; точка на линии — с этого месяца он впереди.
board-legend = Светлая полоса, пунктир и белая точка — сегодня. Тёмная полоса, сплошная линия и оранжевая точка — план. Оранжевая черта — лучший план, серые чёрточки — пределы. Штриховка — то, что уже в работе. Маржа — за вычетом оплаты высвобожденных часов. Полоса у оси месяцев — накопленный эффект отрицателен; точка на линии — с этого месяца он впереди.
language-name = Русский
board-saved = Сохранено рядом с блокнотом:
board-ready = Можно забрать:
board-no-hours = «{ $found }» не похоже на часы в месяц, здесь по-прежнему { $now }. Введите число не меньше нуля, например 18,5.
board-curve-base_lost_share = ч в месяц → отток за месяц
board-curve-gained_krub = ч в месяц → тыс. { $currency } прироста
board-curve-wins = ч в месяц → побед в месяц
board-curve-point = { $hours } ч → { $value }
board-margin-axis = млн { $currency }
board-curve-retention = Удержание
board-curve-expansion = Расширение
board-curve-conversion = Конверсия
board-fan-title = Прирост прибыли в месяц
board-fan-chance = Вероятность выигрыша { $chance }

# План на бумаге.
page-title = План: { $scope }, часы с { $month }-го месяца
sheet-plan = План
sheet-specialists = Специалисты
sheet-months = По месяцам
sheet-title = План перераспределения часов
sheet-activity = Часы в месяц у среднего специалиста
sheet-today = Сегодня
sheet-from = С { $month }-го месяца
sheet-change = Изменение
sheet-sum = Всего
sheet-specialist = Специалист
sheet-region = Регион
sheet-phase = Этап
sheet-month = Месяц
sheet-margin-today = Маржа при сегодняшних часах, тыс. { $currency }
sheet-margin-plan = Маржа по плану за вычетом оплаты высвобожденных часов, тыс. { $currency }
sheet-difference = Разница, тыс. { $currency }
sheet-cumulated = Разница нарастающим итогом, тыс. { $currency }
sheet-gain = Прирост ценности, тыс. { $currency }
sheet-trough = Наибольшее отставание от сегодняшних часов в сумме, тыс. { $currency }
sheet-below = Месяцев, которые приносят меньше, чем принесли бы сегодняшние часы
sheet-payback = Окупается с месяца
sheet-never = за весь срок не догоняет
sheet-untried = Специалистов, которым назначены часы, каких никто не пробовал
sheet-chance = Вероятность выигрыша
sheet-untried-hours = Неиспытанные часы
sheet-kind = Вид работы
sheet-hours = Часы в месяц
sheet-tried = Испытано, ч в месяц
sheet-beyond = Сверх того, ч
