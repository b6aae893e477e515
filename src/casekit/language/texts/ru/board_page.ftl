# Панель в браузере: туда уходит каждый текст, который начинается с «panel-», факты — в скобках.

# Слова, которые есть в других текстах.
panel-activity-retention = { activity-retention }
panel-activity-expansion = { activity-expansion }
panel-activity-conversion = { activity-conversion }
panel-activity-service = { activity-service }
panel-activity-travel = { activity-travel }
panel-activity-admin = { activity-admin }
panel-percent = { format-percent }
panel-chance-told = { format-chance }
panel-unknown = { format-unknown }
panel-money-thousands = { format-money-thousands }
panel-money-millions = { format-money-millions }
panel-hours = { format-hours }
panel-everybody = { plan-everybody }
panel-learned-mostly = { learned-mostly }
panel-learned-partly = { learned-partly }
panel-learned-hardly = { learned-hardly }
panel-learned-told = { learned-told }
panel-effort-none = { effort-none }
panel-effort-half = { effort-half }
panel-effort-today = { effort-today }
panel-effort-half_more = { effort-half_more }
panel-effort-saturation = { effort-saturation }
panel-no-hours = { board-no-hours }
panel-nothing = { board-nothing }
panel-scenario = { board-scenario }
panel-breach-below_floor = { breach-below_floor }
panel-breach-above_ceiling = { breach-above_ceiling }
panel-breach-locked = { breach-locked }
panel-breach-negative = { breach-negative }
panel-breach-sum_above = { breach-sum_above }
panel-breach-sum_below = { breach-sum_below }

# Рамка.
panel-board = Панель: часы отдела продаж и что из них следует
panel-toolbar = Для кого, с какого месяца, назад и вперёд
panel-scope = Для кого
panel-scope-regions = Регионы
panel-from = С месяца
panel-phase = { $month }
panel-undo = Назад
panel-redo = Вперёд
panel-today-button = Как сегодня
panel-today-tip = Вернуть все часы к сегодняшним
panel-pressure = Цены продолжают снижаться
panel-pressure-tip = Будут ли цены и дальше снижаться у клиентов, которых обслуживают и конкуренты, или остановятся сегодня
panel-language-name = { language-name }
panel-language = Язык
panel-sheets = Листы панели
panel-sheet-plan = Что получится
panel-sheet-curves = Отдача и риск
panel-sheet-people = Люди
panel-lost = Связь с моделью прервалась. Панель пробует её восстановить; последний ход не потерян.
panel-error = Не получилось ({ $key }). План остался прежним.
panel-breaches = План нарушает ограничения: { $count }
panel-breaches-more = и ещё: { $count }
panel-unknown-kinds = Сколько стоит этот план, неизвестно: он меняет часы, о которых по данным нельзя сказать, что они дают ({ $kinds }).

# Верхняя строка.
panel-top = Что даёт план
panel-gain-year = Прибавка прибыли в год, в среднем
panel-gain-of-year = { $year }-й год: { $gain }
panel-profit-now = Прибыль прошлого года
panel-profit-share = прибавка — { $share } от неё
panel-gain-all = Прибавка всего
panel-gain-all-note = за { $months } мес. в сегодняшних деньгах и то, что останется после
panel-payback = Впереди сегодняшних часов
panel-payback-month = с { $month }-го месяца
panel-payback-note = в сумме, и больше не отстаёт
panel-payback-once = сразу
panel-payback-once-note = в сумме ни разу не отстаёт
panel-payback-never = никогда
panel-payback-never-note = за { $months } мес. не догоняет
panel-trough = До этого отстаёт самое большее на
panel-months-below = месяцев хуже сегодняшнего: { $count }
panel-none = нет
panel-chance = Вероятность выигрыша
panel-chance-note = при всём, чего данные не решают
panel-chance-waits = считается
panel-untried = Неиспытанные часы
panel-untried-people = в месяц; людей: { $count }
panel-untried-none = столько уже работали
panel-affected = Затронуто людей
panel-affected-of = { $count } из { $of }
panel-affected-note = меняется больше четверти времени продаж

# Руки.
panel-hands = Часы в месяц
panel-hands-of = Часы в месяц: { $who }
panel-lock = Держать: { $activity }
panel-slider = { $activity }, часов в месяц
panel-slider-value = { $hours }, сегодня { $today }
panel-typed = { $activity }, часов в месяц, числом
panel-proposals = Попробовать предложение совещания
panel-try-leave = Оставить как есть
panel-try-leave-tip = Часы у всех остаются как сегодня
panel-try-chief = Норма генерального
panel-try-chief-tip = Норма генерального директора для всех, насколько позволяют пределы
panel-try-hunting = Охота
panel-try-hunting-tip = На клиентов конкурентов — столько часов, сколько позволяют пределы
panel-try-service = Убрать весь сервис
panel-try-service-tip = Сервис — до минимума, его часы — в продажи
panel-try-norm = Лучшая норма
panel-try-norm-tip = Одно на всех изменение часов, которое даёт больше всего
panel-try-personal = Каждому свой план
panel-try-personal-tip = У каждого — свои лучшие часы
panel-best = Лучший план
panel-best-tip = Часы, которые модель ценит выше всего, — для каждого специалиста свои

# Что значат цвета.
panel-key-today = сегодня
panel-key-plan = план
panel-key-band = 9 случаев из 10
panel-key-band-waits = разброс считается
panel-key-behind = меньше, чем сегодня
panel-key-pipe = уже в работе
panel-key-tried = испытано в компании
panel-key-untried = сверх испытанного
panel-key-limit = предел
panel-key-worth = ещё один час
panel-key-unknown = неизвестно
panel-key-dashed = Пунктир: столько часов никто не отрабатывал.

# Картинки.
panel-margin-title = Маржа по месяцам
panel-margin-gain = План по сравнению с сегодняшними часами, млн { $currency } в месяц
panel-margin-whole = Вся маржа, млн { $currency } в месяц
panel-margin-months = месяцы от сегодняшнего дня
panel-ahead-from = в сумме впереди с { $month }-го месяца
panel-read-month = { $month }-й месяц: по плану { $plan }, при сегодняшних часах { $today }, разница { $gain }; уже в работе { $pipe }
panel-read-month-band = { $month }-й месяц: по плану { $plan }, при сегодняшних часах { $today }, разница { $gain } (9 случаев из 10: от { $low } до { $high }); уже в работе { $pipe }
panel-hours-title = Часы в месяц: { $who }
panel-read-hours = { $activity }: сегодня { $today }, по плану { $now }; пределы от { $low } до { $high }
panel-read-hours-tried = { $activity }: сегодня { $today }, по плану { $now }; пределы от { $low } до { $high }, испытано от { $tried_low } до { $tried_high }
panel-worth-title = Что даст ещё один час, тыс. { $currency }
panel-read-worth = { $activity }: ещё один час даст { $worth }
panel-curve-hours = часов в месяц
panel-curve-base_lost_share = потери бизнеса за месяц
panel-curve-gained_krub = прирост за месяц, тыс. { $currency }
panel-curve-wins = выиграно клиентов за месяц
panel-read-curve = { $hours }: { $value } (от { $low } до { $high })
panel-curves-wait = Кривые считаются.
panel-risk = Насколько это надёжно?
panel-risk-chance = Вероятность выигрыша: { $chance }.
panel-risk-gain = В 9 случаях из 10 прибавка всего — от { $low } до { $high }, середина — { $middle }.
panel-risk-untried = Неиспытанные часы: { $hours } в месяц, людей: { $count }.
panel-risk-assumed = Разброс учитывает то, чего данные не решают, и другие формы кривых, сроков и давления на цены; веса этих форм приняты.

# Люди.
panel-people-note = Сначала те, у кого месяц меняется сильнее. Откройте специалиста, чтобы подвинуть его часы.
panel-person = Специалист
panel-region = Регион
panel-people-change = Сдвинуто часов
panel-before = было
panel-after = стало

# Планы рядом.
panel-scenarios = Планы рядом
panel-this-plan = На панели
panel-head-name = План
panel-head-gain = Прибавка всего
panel-head-payback = Впереди с месяца
panel-head-trough = Наибольшее отставание
panel-head-chance = Вероятность выигрыша
panel-head-deeds = Показать или убрать
panel-head-never = не за { $months }
panel-keep-name = Название
panel-keep = Отложить
panel-show = Показать
panel-show-tip = Показать: { $name }
panel-drop = Убрать
panel-drop-tip = Убрать: { $name }
panel-save = Сохранить
panel-save-tip = План файлом, таблица Excel, страница с картинками и записка
panel-files = Можно забрать:

# Решение и прогноз.
panel-commit-title = Принять этот план
panel-commit-why = Напишите одной строкой, почему именно этот план. Считается первое решение; только после него панель покажет, чего можно было достичь.
panel-commit-again = Принять план можно ещё раз; он будет отмечен как составленный после того, как стал виден лучший.
panel-commit-reason = Почему этот план?
panel-commit = Принять
panel-committed = Принято: { $reason }
panel-committed-share = Вы получаете { $share } того, чего можно было достичь: { $gain } из { $attainable }.
panel-committed-rest = Где остальное:
panel-forecast-title = Ваш прогноз
panel-forecast-why = Укажите границы, в которых Вы уверены на 80 %. Их сравнят с тем, что случится.
panel-forecast-profit = Прибавка прибыли за первые девять месяцев, млн { $currency }
panel-forecast-margin = Маржа девятого месяца, млн { $currency }
panel-forecast-from = от
panel-forecast-likely = вероятнее всего
panel-forecast-to = до
panel-forecast = Записать прогноз
panel-forecast-kept = Прогноз записан.
panel-forecast-missing = Нужно шесть чисел, например 12,5. Заполните поля, где пусто или не число.
panel-forecast-crossed = Самое вероятное значение должно лежать между границами.

# Суждение.
panel-judge = Оценить кривую самостоятельно, пятью ответами
panel-judge-why = Что дал бы этот вид продаж при других усилиях? Кривая пройдёт по Вашим ответам.
panel-judge-activity = Вид продаж
panel-judge-unit-retention = Сколько бизнеса сохраняется за год, в любых единицах, например в % от нынешнего:
panel-judge-unit-expansion = Сколько бизнеса у общих клиентов прибавляется за год, в любых единицах:
panel-judge-unit-conversion = Сколько клиентов конкурентов выигрывается за год:
panel-judge-send = Взять эти ответы
panel-judge-missing = Нужно пять чисел, по одному на каждое усилие.
