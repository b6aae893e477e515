# Занятие в комнате: графики словами, что команды уносят с собой, разбор.
room-no-round = Ни один раунд ещё не сыгран: отменять нечего.
room-alt-audit = { $activity }: { $share }, { $hours } в месяц
room-alt-audit-reference = { $activity }: { $share }, { $hours } в месяц; эталон — { $reference }
room-alt-average = { $activity }: { $margin } маржи на час
room-alt-hour-cost = Час продаж стоит { $cost }
room-home-title = Что Ваша команда уносит с занятия.
room-home-company = В папке company — Ваша компания, какой она стала: каждая таблица отдельным файлом (CSV), а в datapackage.json описан каждый столбец. В results.csv Ваши месяцы по одному: что вышло, что дали бы прежние часы и что стало с компанией, в которой ничего не меняли. В my_plan.json и my_answers.jsonl — Ваш план, его обоснование и прогноз.
room-home-columns = Столбцы results.csv, суммы в тысячах { $currency }: round и month — раунд и месяц; margin_krub и profit_krub — маржа и прибыль, какими они вышли; profit_old_hours_krub — прибыль, если бы остались Ваши часы, какие были до раунда; margin_left_alone_krub и profit_left_alone_krub — маржа и прибыль компании, в которой часы не трогали.
room-home-notebook = Чтобы спокойно разобрать первые девять месяцев, положите { $months }, { $truth }, my_plan.json и my_answers.jsonl в папку notebooks набора и откройте блокнот 07. Он прочтёт Ваши месяцы, сверит с ними прогноз, отделит план от случайности и покажет, что было на самом деле. Если в папке notebooks уже лежат файлы с такими именами от Вашей собственной работы, сначала уберите их в другое место.
room-home-other-company = Ваша компания — не та, что идёт с набором. В первой ячейке блокнота 07 замените строку data = None на путь к папке company_at_first в кавычках: например, data = "company_at_first", если папка лежит рядом с блокнотом.
room-home-rounds = В папках round_2 и round_3 — то же о следующих раундах. Положите my_nine_months.zip и my_plan.json нужного раунда рядом с блокнотом 07, а в первой ячейке замените data = None на путь к папке company из папки этого раунда: это компания, какой она была, когда Вы решали заново. Что было на самом деле, рассказано только о первом раунде.
room-debrief-title = Разбор: { $company }
room-debrief-counts = { $teams ->
        [one] { $teams } команда
        [few] { $teams } команды
       *[many] { $teams } команд
    }, { $people ->
        [one] { $people } участник
        [few] { $people } участника
       *[many] { $people } участников
    }, { $rounds ->
        [0] раундов не было
        [one] { $rounds } раунд по девять месяцев
        [few] { $rounds } раунда по девять месяцев
       *[many] { $rounds } раундов по девять месяцев
    }. На этой странице — правда о компании: она только для ведущего.
room-debrief-news = Что произошло с компанией
room-debrief-news-lead = Одно и то же у всех команд; и случай один — всюду, где команды сталкивались с одним и тем же.
room-debrief-leaders = Прибыль по сравнению с «оставить как есть»
room-debrief-leaders-lead = Прибыль сверх того, что заработала компания, в которой часы не трогали, — при тех же событиях и том же случае. В последних столбцах — часы продаж одного специалиста в месяц: до первого решения и после последнего.
room-debrief-forecasts = Прогнозы
room-debrief-forecasts-lead = Команды называли пределы, в которых уверены на 80 %: сбыться должны 8 из 10. Порядок учитывает ширину пределов и, вдесятеро, величину промаха; в столбце — средняя ширина пределов для прироста прибыли.
room-debrief-reasons = Что решили и почему
room-debrief-reasons-lead = Словами самих команд, начиная с той, что впереди.
room-debrief-went-on = часы оставлены прежними
room-debrief-opinions = Шесть мнений до и после
room-debrief-opinions-lead = Сколько человек ответили верно; ответ после косой черты тоже можно отстаивать. «Поняли» — сначала неверно, потом верно; «разуверились» — наоборот.
room-debrief-opinions-once = Шесть мнений: кто был прав
room-debrief-opinions-once-lead = Сколько человек угадали, делая ставки; ответ после косой черты тоже можно отстаивать.
room-debrief-votes = Голосования
room-debrief-votes-lead = Сколько часов из ста уходит на продажи — и какому виду продаж отдать следующий час, если судить по средним.
room-debrief-attainable = Чего можно было достичь
room-debrief-attainable-lead = На самом деле, за тот же срок, что «Изменение всего» на панели: { $months } мес. и год после них, без случая и событий. У команд — первый план, как если бы его больше не меняли.
room-debrief-attainable-told = Лучший план в пределах испытанных часов на самом деле прибавил бы { $krub }. Небольшая норма намеренно сдвигает мало часов; норма гендиректора идёт так далеко, как пускают ограничения, и потому может дать больше.
room-debrief-ask = Что обсудить
room-debrief-ask-lead = Вопросы, которые задаёт само это занятие.
room-debrief-ask-first = Какое число заставило Вас передумать, а какое Вы приняли на веру?
room-debrief-ask-lucky = Впереди команда, чей план на самом деле прибавляет не больше всех. Что должно было случиться, чтобы порядок вышел другим, и как это заметить у себя?
room-debrief-ask-skilled = Впереди команда, чей план и на самом деле прибавляет больше всех остальных. Было ли это видно после первых девяти месяцев?
room-debrief-ask-sure = Сбылось намного меньше 8 прогнозов из 10. Откуда такая уверенность и чего она стоит там, где ставят цели?
room-debrief-ask-ranges = Сбылось примерно столько прогнозов, сколько и должно было. Учитывали ли планы нижний край прогноза?
room-debrief-ask-unlearned = Кто-то отказался от верного мнения. Что его переубедило?
room-debrief-ask-learned = Никто не отказался от верного мнения. Какое из шести всё-таки победит на совещании у Вас?
room-debrief-ask-monday = Что Вы начнёте измерять с понедельника, чтобы через полгода увидеть, туда ли переведены часы?
room-debrief-round = Раунд { $round }, { $first } — { $last }.
room-debrief-held = { $held } из { $of }
room-debrief-yes = да
room-debrief-no = нет
room-debrief-bet = До
room-debrief-bet-once = Ставка
room-debrief-vote = После
room-debrief-proposal-leave = Оставить как есть
room-debrief-proposal-norm = Небольшая норма для всех: лучшая из тех, что сдвигают не больше { $moved } ч в месяц
room-debrief-proposal-personal = Свой план для каждого
room-debrief-sheet-teams = Команды
room-debrief-sheet-months = Месяцы
room-debrief-sheet-opinions = Мнения
room-debrief-sheet-votes = Голосования
room-debrief-sheet-people = Участники
room-debrief-head-place = Место
room-debrief-head-team = Команда
room-debrief-head-round = Раунд
room-debrief-head-in-round = Раунд { $round }
room-debrief-head-gain = Всего против «оставить как есть»
room-debrief-head-held = Сбылось
room-debrief-head-width = Средняя ширина, прибыль
room-debrief-head-decided = Решали заново
room-debrief-head-reason = Почему
room-debrief-head-came = Прибыль, тыс.
room-debrief-head-left = Прибыль, если оставить как есть, тыс.
room-debrief-head-gained = Прирост против своих прежних часов, тыс.
room-debrief-head-profit-low = Прогноз прироста: низ
room-debrief-head-profit-likely = Прогноз прироста: вероятнее всего
room-debrief-head-profit-high = Прогноз прироста: верх
room-debrief-head-profit-held = Прирост: сбылось
room-debrief-head-margin-low = Прогноз маржи девятого месяца: низ
room-debrief-head-margin-likely = Прогноз маржи девятого месяца: вероятнее всего
room-debrief-head-margin-high = Прогноз маржи девятого месяца: верх
room-debrief-head-margin-held = Маржа девятого месяца: сбылось
room-debrief-head-margin-came = Маржа девятого месяца, тыс.
room-debrief-head-month = Месяц
room-debrief-head-margin = Маржа, тыс.
room-debrief-head-profit = Прибыль, тыс.
room-debrief-head-margin-left = Маржа, если оставить как есть, тыс.
room-debrief-head-profit-left = Прибыль, если оставить как есть, тыс.
room-debrief-head-opinion = Мнение
room-debrief-head-truth = Что говорят данные
room-debrief-head-right-before = Верно до
room-debrief-head-right-bet = Верных ставок
room-debrief-head-right-after = Верно после
room-debrief-head-learned = Поняли
room-debrief-head-unlearned = Разуверились
room-debrief-head-exhibit = О чём
room-debrief-head-option = Ответ
room-debrief-head-votes = Голосов
room-debrief-head-person = Имя
room-debrief-head-plan = План
room-debrief-head-told = Обещает модель
room-debrief-head-truly = Прибавляет на самом деле
room-debrief-head-share = Доля достижимого
