# Бегунки.
slider-hours = Сколько часов в месяц перевести в продажи
slider-sentence = Продажи: { $selling } ч в месяц у одного специалиста, { $share } времени. Все специалисты вместе прибавят за год { $year } ч продаж.
argument-not-a-case = Здесь нужна компания, а передано «{ $found }». Сначала загрузите её: case = ck.load_case().

# Панель.
board-lock = держать
board-lock-tip = Часы не меняются, пока двигаются другие: { $activity }
board-scope = Для кого
board-everybody = все специалисты
board-from = С какого времени
board-phase = с месяца { $month }
board-today = Как сегодня
board-today-tip = Вернуться к сегодняшним часам
board-best = Лучший план
board-best-tip = Часы, которые модель ценит выше всего, — для каждого специалиста свои
board-undo = Назад
board-undo-tip = Отменить последний ход
board-redo = Вперёд
board-redo-tip = Вернуть отменённый ход
board-keep = Отложить
board-keep-tip = Оставить этот план внизу для сравнения
board-save = Сохранить
board-save-tip = Записать план в файл my_plan.json рядом с блокнотом
board-scenario = План { $number }
board-unwritable = Файл my_plan.json рядом с блокнотом закрыт для записи.
board-nothing = Это сегодняшние часы. Подвиньте бегунок: остальные часы уступят — каждый вид пропорционально тому, что у него есть сверх минимума.
board-gain = План прибавляет к ценности трёх лет { $amount } ({ $share }).
board-loss = План отнимает у ценности трёх лет { $amount } ({ $share }).
board-pays = С месяца { $month } он впереди уже навсегда.
board-profit = Прибавка маржи по годам за вычетом оплаты высвобожденных часов: { $years }.
board-line = План строкой, которую можно вставить в ячейку:
board-line-long = Plan.from_json(open("my_plan.json", encoding="utf-8").read())  # после «Сохранить»: у каждого специалиста свой план
board-hours-axis = Часов в месяц у среднего специалиста
board-hours-title = Часы в месяц
board-margin-title = Маржа в месяц
board-hour-axis = тыс. { $currency } в месяц
board-hour-title = Ценность часа
board-head-name = Отложено
board-head-gain = Прибавка
board-head-pays = Впереди с месяца
board-head-retention = { activity-retention }
board-head-expansion = { activity-expansion }
board-head-conversion = { activity-conversion }
board-head-service = { activity-service }
board-head-travel = { activity-travel }
board-head-admin = { activity-admin }
board-legend = Светлая полоса и пунктир — сегодня. Тёмная полоса и сплошная линия — план. Оранжевая черта — лучший план. Штриховка — то, что уже в работе. Точка — месяц, с которого план впереди.
