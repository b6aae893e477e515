# Занятие в браузерах: сюда уходит каждый текст, который начинается с «room-», факты — в скобках.

# Слова, которые есть в других текстах.
room-percent = { format-percent }
room-chance-told = { format-chance }
room-unknown = { format-unknown }
room-money-thousands = { format-money-thousands }
room-money-millions = { format-money-millions }
room-hours = { format-hours }
room-activity-retention = { activity-retention }
room-activity-expansion = { activity-expansion }
room-activity-conversion = { activity-conversion }
room-activity-service = { activity-service }
room-activity-travel = { activity-travel }
room-activity-admin = { activity-admin }
room-opinion-costs = { question-opinions-bet-row-costs }
room-opinion-hunting = { question-opinions-bet-row-hunting }
room-opinion-hour = { question-opinions-bet-row-hour }
room-opinion-league = { question-opinions-bet-row-league }
room-opinion-service = { question-opinions-bet-row-service }
room-opinion-norm = { question-opinions-bet-row-norm }
room-short-costs = { later-opinion-costs }
room-short-hunting = { later-opinion-hunting }
room-short-hour = { later-opinion-hour }
room-short-league = { later-opinion-league }
room-short-service = { later-opinion-service }
room-short-norm = { later-opinion-norm }
room-judged-right = { question-opinions-bet-choice-right }
room-judged-partly = { question-opinions-bet-choice-partly }
room-judged-wrong = { question-opinions-bet-choice-wrong }
room-judged-unsaid = { question-opinions-bet-choice-unsaid }

# Рамка.
room-title = Занятие
room-language = Язык
room-month = { $month } { $year }
room-lasts = { $minutes } мин
room-lost = Связь прервалась. Страница сама пробует её восстановить; что было отправлено, не потеряется.
room-sending = Отправляется…
room-kept = Сохранено. Пока шаг открыт, ответ можно изменить.
room-closed = Шаг закрыт: ответы больше не принимаются.
room-finished-room = Занятие закончено. Итоги останутся на этой странице.
room-clock-left = Осталось { $time }
room-clock-over = Время вышло { $time } назад
room-over = +{ $time }
room-error = Не получилось ({ $key }). Загрузите страницу заново и повторите.

# Шаги.
room-step-join = Вход
room-step-bet = Ставки на шесть мнений
room-step-audit = Куда уходят часы
room-step-averages = Что приносит час
room-step-board = Панель
room-step-commit = Решение и прогноз
room-step-round_1 = Девять месяцев
room-step-decide_2 = Второе решение
room-step-round_2 = Ещё девять месяцев
room-step-decide_3 = Третье решение
room-step-round_3 = Последние девять месяцев
room-step-vote = Второе голосование
room-step-reveal = Правда

# Что делает участник.
room-does-join = Вы в команде. Следующий шаг откроет ведущий
room-does-bet = Насколько прав каждый? Сделайте ставку
room-does-audit = Сначала догадка, потом картинка
room-does-averages = Посмотрите на картинку и проголосуйте
room-does-board = Подвигайте часы вместе с командой
room-does-commit = Примите план, назовите причину и дайте прогноз
room-does-decide = Что делать следующие девять месяцев?
room-does-round = Девять месяцев спустя
room-does-vote = Насколько прав каждый? Что Вы думаете теперь
room-does-reveal = Что было на самом деле

# Вход.
room-join-room = Код занятия — он на большом экране
room-join-title = Как Вас зовут и в какой Вы команде?
room-join-name = Ваше имя
room-join-which = Команда
room-join-with-code = У меня есть код команды
room-join-begin = Начать новую команду
room-join-team = Название команды
room-join-code = Код команды
room-join-code-where = Шесть знаков. Код видит на своей странице тот, кто начал команду.
room-join-begins = Начать команду
room-join-joins = Войти в команду
room-team-code = код команды { $code }
room-team-people = В команде: { $people }
room-team-invite = Коллеги войдут по этому коду или по ссылке:
room-you-link = Ваша личная ссылка, чтобы вернуться с другого устройства (никому её не давайте):

# Шесть мнений.
room-grid-at = Мнение { $at } из { $of }
room-grid-all = Вы ответили обо всех мнениях
room-grid-some = Ответов: { $count } из { $of }
room-grid-back = Назад
room-grid-on = Дальше
room-grid-none = нет ответа
room-grid-change = Изменить
room-grid-change-row = Изменить ответ. { $row }

# Картинки и голосования по ним.
room-exhibit-audit = Часы по видам работы рядом с эталоном
room-exhibit-averages = Сколько маржи приносит час в среднем
room-asks-audit = Сколько из ста рабочих часов специалиста уходит на продажи: удержание, расширение и конверсию вместе?
room-asks-averages = Чему отдать следующий час, если судить по средним?
room-choice-under_30 = меньше 30
room-choice-30_45 = от 30 до 45
room-choice-45_60 = от 45 до 60
room-choice-over_60 = больше 60
room-choice-retention = { activity-retention }
room-choice-expansion = { activity-expansion }
room-choice-conversion = { activity-conversion }
room-choice-unsaid = по средним этого не сказать
room-tally-truth = так в данных
room-stack-before = до
room-stack-after = после
room-stack-part = { $option }: { $count }
room-stack-mine = Ваш ответ: { $answer }
room-stack-none = голосов нет
room-opinion-truth = По данным: { $truth }

# Панель команды.
room-board-loading = Панель загружается…
room-board-fault = Панель не загрузилась. Проверьте связь и загрузите страницу заново; план команды сохранён.
room-board-try = Панель у команды одна: каждый ход видят все. Пробуйте, принимать план пока рано.
room-board-commit = Панель у команды одна. Договоритесь о плане и примите его ниже, с причиной и прогнозом. Считается последний план, принятый до закрытия шага.
room-board-again = Пока шаг открыт, план можно принять заново: считается последний.
room-board-committed = План принят, прогноз дан. Причина: { $reason }
room-board-no-forecast = План принят ({ $reason }), а прогноза ещё нет: дайте его ниже, под планом.

# Чем кончился раунд.
room-round-ahead = Эти девять месяцев ещё не прожиты.
room-round-working = Месяцы идут…
room-result-gain = Ваше решение прибавило { $gain } прибыли по сравнению с прежними часами
room-result-same = Прибыль та же, что с прежними часами
room-result-loss = Ваше решение отняло { $gain } прибыли по сравнению с прежними часами
room-result-no-plan = Плана команда не приняла: компания жила с теми часами, какие были.
room-forecast-title = Прогноз и что вышло
room-forecast-none = Прогноза команда не дала, сравнить не с чем.
room-forecast-held = В диапазоне.
room-forecast-missed = Мимо диапазона.
room-forecast-profit = Прибавка прибыли за девять месяцев: обещали от { $low } до { $high }, вероятнее всего { $middle }; вышло { $came }.
room-forecast-margin = Маржа девятого месяца: обещали от { $low } до { $high }, вероятнее всего { $middle }; вышло { $came }.
room-news-title = Что произошло у всех
room-news-none = Извне ничего не произошло.
room-news-price_campaign = В регионе { $region } конкурент начинает ценовую кампанию; месяцев: { $months }.
room-news-departure = Уходит { $rep }. Клиентов и сделки разбирают коллеги по региону.
room-news-no_technicians = Техников не найти; месяцев: { $months }. Часы сервиса, которые план высвободил, возвращаются к специалистам.
room-news-any_client_lost = Крупнейшего клиента покупает группа, которая всё берёт у конкурента.
room-news-key_client_lost = Крупнейшего клиента — { $client } — покупает группа, которая всё берёт у конкурента.
room-books-title = Валовая маржа по месяцам, млн { $currency }
room-books-month = Месяц
room-books-came = как вышло
room-books-left = с прежними часами
room-clients-title = Что изменилось у клиентов
room-clients-how = Маржа за девять месяцев в сравнении с прежними часами.
room-client-lost = { $name }: ушёл
room-client-won = { $name }: пришёл
room-client-grew = { $name }: покупает больше
room-client-shrank = { $name }: покупает меньше
room-hours-title = Часы специалиста в месяц
room-hours-before = было
room-hours-after = стало

# Итоги всех.
room-leaders-title = Прибыль
room-leaders-how = Сверх прибыли с прежними часами за столько месяцев: { $months }. Удача и события у всех одни.
room-leaders-place = Место
room-leaders-team = Команда
room-leaders-profit = Прибавка
room-leaders-rest = и ещё: { $count }
room-forecasters-title = Прогнозы
room-forecasters-how = Диапазон на 80 % должен сбываться 8 раз из 10.
room-forecasters-held = Сбылось
room-forecasters-width = Ширина
room-forecasters-of = { $held } из { $of }
room-forecasters-none = нет прогноза
room-points-title = Часы в месяц: черта — сегодня, число — место по прибыли

# Правда.
room-attained-title = Достижимо было { $attainable }
room-attained-how = За три года против прежних часов, без удачи и событий: лучший план в пределах ограничений и первый план каждой команды.
room-attained-gain = { $gain }
room-attained-share = { $gain } ({ $share })
room-truth-title = Шесть мнений: кто и когда был прав
room-truth-right = Угадали до: { $before }, после: { $after }
room-truth-of = { $count } из { $of }
room-truth-opinion = Мнение
room-truth-data = По данным
room-truth-before = Угадали до
room-truth-after = после
room-truth-nobody = —
room-truth-mine = Ваш ответ до: { $before }; после: { $after }
room-take-title = Забрать с собой
room-take-what = Архив: Ваша компания, какой она стала (таблицы CSV), планы команды и её девять месяцев для блокнота 07.
room-take-now = Скачать архив команды

# Страница ведущего.
room-facilitator-title = Страница ведущего
room-now-title = Сейчас
room-state-open = открыт
room-state-closed = закрыт, но виден
room-counts-here = На связи: { $here } из { $of }
room-counts-teams = Команд: { $teams }
room-counts-voted = Ответили: { $voted } из { $of }
room-counts-committed = Приняли план: { $committed } из { $of }
room-next-close = Закрыть шаг: { $step }
room-next-go = Дальше: { $step }
room-next-play-1 = Прожить девять месяцев
room-next-play-2 = Прожить ещё девять месяцев
room-next-play-3 = Прожить последние девять месяцев
room-next-finish = Закончить занятие
room-do-close = Закрыть
room-do-open = Открыть снова
room-do-minutes = +{ $minutes } мин
room-do-rename = Переименовать
room-do-rename-now = Сохранить название
room-do-leave = Отменить
room-do-remove = Убрать
room-do-remove-team = Убрать команду
room-do-remove-person = Убрать: { $name }
room-sure-reveal = Раскрыть правду? После этого ставки больше не принимаются.
room-sure-play = Этот раунд уже прожит. Прожить его заново? Раунды после него пропадут.
room-sure-finish = Закончить занятие? Итоги останутся, менять их будет нельзя.
room-sure-remove-team = Убрать команду «{ $name }»? Её люди вернутся ко входу; сделанное останется в журнале.
room-sure-remove-person = Убрать участника «{ $name }»?
room-agenda-title = План занятия
room-agenda-edit = Изменить план
room-agenda-left = { $step } (пройден)
room-agenda-done = Готово
room-teams-title = Команды: { $teams }
room-teams-none = Пока никто не вошёл.
room-teams-loose = Без команды
room-team-here = на связи { $here } из { $of }
room-team-voted = ответили { $voted } из { $of }
room-team-committed = план принят
room-team-waiting = плана ещё нет
room-team-forecast = прогноз дан
room-team-no-forecast = прогноза нет
room-person-here = { $name }
room-person-away = { $name } — нет связи
room-events-title = События девяти месяцев { $round }:
room-events-drawn = по жребию
room-events-chosen = выбраны Вами
room-events-how = Для всех команд одни и те же; участники узнают о них, только когда месяцы прожиты.
room-events-draw = по жребию
room-event-price_campaign = ценовая кампания конкурента
room-event-departure = уход специалиста
room-event-no_technicians = нет техников
room-event-key_client_lost = потеря крупнейшего клиента
room-ways-title = Как войти
room-ways-join = Участники открывают любой из этих адресов:
room-ways-code = Код занятия: { $code }
room-qr-alt = QR-код со ссылкой для входа
room-way-screen = Большой экран
room-way-debrief = Страница для разбора
room-way-table = Таблица итогов
room-told-title = Что видно на шаге

# Большой экран.
room-screen-join = { $link } · код { $code }
room-wall-join = Откройте на телефоне
room-wall-code = Код занятия: { $code }
room-wall-counts = Команд: { $teams } · участников: { $people }
room-wall-bet = Насколько прав каждый?
room-wall-audit = Сколько из ста часов уходит на продажи?
room-wall-averages = Чему отдать следующий час?
room-wall-board = Команды двигают часы
room-wall-commit = Решение, причина, прогноз
room-wall-decide = Следующие девять месяцев: новое решение
room-wall-vote = А что Вы думаете теперь?
room-wall-voted = Ответили: { $count } из { $of }
room-wall-committed = Приняли план: { $count } из { $of }
room-wall-progress = Сколько ответили
