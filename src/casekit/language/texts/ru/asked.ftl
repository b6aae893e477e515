# Made by `casekit build` from solutions/questions: change the words there.

topic-start = Как здесь работать
topic-opinions = Шесть мнений за одним столом
topic-company = Клиенты, их деньги и наша прибыль
topic-reports = Можно ли верить отчётам?
topic-time = Куда уходят часы
topic-cost = Во сколько обходится час
topic-output = Что приносит час
topic-people = Кто продуктивен
topic-lag = Задержка
topic-deals = Сделки
topic-experiment = Опыт региона
topic-marginal = Следующий час
topic-plan = Что будет, если
topic-decision = Решение
topic-later = Девять месяцев спустя

question-start-whose_client = Завод не первый год в нашей рассылке, специалист приезжал туда трижды. Всё для своей линии завод покупает у конкурента, у нас — ничего. Чей это клиент?
question-start-whose_client-choice-our = наш
question-start-whose_client-choice-shared = общий: там бываем и мы, и конкурент
question-start-whose_client-choice-competitor = клиент конкурента
question-start-whose_client-choice-new = новый: пока договора нет — ничей
question-start-whose_client-hint-1 = Неважно, хорошо ли мы знаем завод. Спросите, кому сегодня достаются его деньги.
question-start-whose_client-hint-2 = Все закупки идут одной стороне. Найдите в таблице выше строку, где так и сказано.

question-start-competitors = Сколько в реестре клиентов конкурентов?
question-start-competitors-hint-1 = Заменить надо только три точки. На их месте — код из таблицы выше, в кавычках.
question-start-competitors-hint-2 = Код клиента конкурента — "competitor", значит: clients.loc["competitor"].

question-start-five_hours = Если каждый специалист переведёт в продажи пять часов в месяц, сколько часов прибавит за год вся компания?

question-opinions-bet = Насколько прав каждый? Сделайте ставку, пока данные не открыты.
question-opinions-bet-choice-right = верно
question-opinions-bet-choice-partly = верно отчасти
question-opinions-bet-choice-wrong = неверно
question-opinions-bet-choice-unsaid = сказать нельзя
question-opinions-bet-row-costs = Финансовый директор: дело в затратах; резать, начиная с самого большого отдела
question-opinions-bet-row-hunting = Руководитель региона: рост даёт только охота; часы взять у постоянных клиентов
question-opinions-bet-row-hour = Контролёр-аналитик: часы — туда, где на час больше маржи
question-opinions-bet-row-league = Директор по персоналу: учиться у тройки лучших по выручке, с тройкой последних проститься
question-opinions-bet-row-service = Руководитель сервиса: отдайте нам весь сервис, до последнего часа
question-opinions-bet-row-norm = Генеральный директор: распределение времени у лучших — норма для всех

question-company-guess_doors = Сколько таких дверей открыто у всех клиентов, которые уже покупают у нас, вместе?

question-company-served_share = Какая доля всех денег конкурентов лежит у тех, кто уже покупает у нас?
question-company-served_share-hint-1 = Целое складывается из двух частей: у собственных клиентов конкурентов и у тех, кто покупает у нас. Строка вычитает одну из них из единицы.
question-company-served_share-hint-2 = На месте трёх точек — код собственных клиентов конкурентов, в кавычках: "competitor".

question-company-margin_fall = На сколько процентных пунктов снизилась операционная рентабельность?
question-company-margin_fall-hint-1 = Рентабельность каждого года — это часть рубля выручки. Пункты — разность двух таких частей.

question-company-cost_share = Какая часть падения прибыли приходится на расходы ниже валовой маржи?
question-company-cost_share-hint-1 = Часть падения: а чему равно всё падение? Сумме всех шагов моста.
question-company-cost_share-hint-2 = Сумма всех шагов — steps.sum(): она и стоит в знаменателе.

question-company-excluded = В коридоре слышно пять объяснений падения. Какие из них отчётность исключает?
question-company-excluded-choice-sold_less = Мы продаём меньше, чем год назад: выручка второго года ниже, чем первого
question-company-excluded-choice-costs = Расходы растут быстрее продаж, и от каждого рубля выручки остаётся меньше
question-company-excluded-choice-pay = Всё дело в специалистах: не подорожай они, прибыль не упала бы
question-company-excluded-choice-shared = Там, где у того же клиента работает конкурент, те же продажи приносят меньше маржи
question-company-excluded-choice-alike = В цене мы уступили всем: нашим клиентам не меньше, чем общим
question-company-excluded-hint-1 = Пройдите по одному: какая полоса моста была бы длинной, будь это так?
question-company-excluded-hint-2 = Объяснение исключено, если его полосы нет, она смотрит в другую сторону или слишком коротка для всего падения.

question-company-slide = По этому слайду коллега хочет сказать совету директоров, что давление прошло. В чём его ловушка?
question-company-slide-choice-season = Столбцы стоят одни: у наших клиентов, где никто не давит, цены могли вырасти так же
question-company-slide-choice-axis = Ось начинается не с нуля: на полной оси от этого роста осталась бы едва заметная разница
question-company-slide-choice-volume = Столбцы показывают продажи, а не цены: те же клиенты купили больше, а цены могли и не вырасти
question-company-slide-choice-no_trap = Двух месяцев мало: добавить ещё один-два, где цены тоже выросли, и фразу можно оставить
question-company-slide-hint-1 = Как выглядел бы такой слайд, не будь давления вовсе?
question-company-slide-hint-2 = Какие клиенты могли бы служить меркой для тех же месяцев?

question-company-experiment = Руководитель этого региона говорит: «Мы попробовали, и дело пошло. Пусть так работают все». Что Вам надо увидеть, прежде чем назвать это успехом?
question-company-experiment-choice-quarter = Продажи региона за первый квартал опыта в сравнении с кварталом до него
question-company-experiment-choice-old_clients = Сколько покупали во время опыта и после него те, кто был клиентом до него
question-company-experiment-choice-others = Те же показатели других регионов за те же месяцы
question-company-experiment-choice-late = Чем в итоге кончились сделки, начатые за время опыта
question-company-experiment-choice-luck = Насколько регионы расходятся, когда никто ничего не пробует
question-company-experiment-choice-opinion = Как оценивают опыт люди региона и клиенты, к которым стали ездить
question-company-experiment-hint-1 = У кого-то часы взяли, кому-то отдали. Когда это покажет каждый из двух?
question-company-experiment-hint-2 = Нужны мерка для сравнения, достаточный срок, обе стороны обмена и представление о том, что сделал бы один случай.

question-opinions-costs = Финансовый директор: «Дело в затратах. Начните резать с самого большого отдела». Ваш вердикт по отчётности компании?
question-opinions-costs-choice-right = верно
question-opinions-costs-choice-partly = верно отчасти
question-opinions-costs-choice-wrong = неверно
question-opinions-costs-choice-unsaid = сказать нельзя

question-company-reply = Ответьте финансовому директору одной-двумя фразами: что так, что не так и что изменило бы Ваше мнение. Это не оценивают.
question-company-reply-check-1 = Сказано, какая часть падения — расходы и от чего это доля
question-company-reply-check-2 = Назван самый длинный отдельный шаг — и те, кто должен с ним справиться
question-company-reply-check-3 = Сказано, какая цифра изменила бы Ваше мнение

question-reports-repair = Что из найденного можно исправить, никого не спрашивая?
question-reports-repair-choice-decimal_comma = Часы записаны с десятичной запятой
question-reports-repair-choice-duplicate_report = Отчёт прислан дважды: те же строки и часы в двух файлах
question-reports-repair-choice-renamed_account = Клиент под старым названием; в письме есть оба названия и код
question-reports-repair-choice-unknown_account = Часы у клиента, которого нет ни в реестре, ни в письмах
question-reports-repair-choice-service_as_retention = Работа по заявкам сервиса записана как удержание, о чём регион пишет и сам
question-reports-repair-choice-round_months = Одни и те же круглые часы в отчётах одного специалиста за каждый месяц
question-reports-repair-choice-negative_revenue = Отрицательная выручка в таблице продаж
question-reports-repair-hint-1 = О каждой находке спросите: один ли способ её исправить и не меняет ли он того, что люди рассказали о своей работе?
question-reports-repair-hint-2 = Исправить можно три: для каждой всё нужное уже есть в файлах и письмах. Остальное может оказаться правдой, вопросом определений или тем, чего здесь не знает никто.

question-reports-ask = Один регион записывает работу по заявкам сервиса в удержание и прямо пишет об этом. С чем Вы к нему обратитесь?
question-reports-ask-choice-definition = Договоримся для всех регионов, что считать сервисом, и перенесём прошлые часы по Вашему столбцу заявок
question-reports-ask-choice-explain = Поясните письменно, почему заявки записаны в удержание, и впредь записывайте их в сервис
question-reports-ask-choice-resend = Заполните, пожалуйста, отчёты за оба года заново — по форме других регионов, чтобы всё было одинаково
question-reports-ask-choice-average = От Вас ничего не нужно: подставим средние часы сервиса других регионов, остальное сочтём удержанием
question-reports-ask-choice-leave = Менять ничего не нужно: оставим как записано, со сноской, что удержание у Вас включает заявки
question-reports-ask-hint-1 = Что регион знает такого, чего не знаете Вы, а что у Вас уже есть?
question-reports-ask-hint-2 = Часы по заявкам в его отчёте есть. Не хватает только слова, о котором все договорились.

question-time-guess_selling = Какую долю рабочего времени, в процентах, специалисты записывают в продажи — все три вида вместе?

question-time-selling_gap = На сколько часов в месяц продажи специалиста не дотягивают до эталона?
question-time-selling_gap-hint-1 = В таблице gaps строка на каждый вид работы. Продажи в целом — одна из них.
question-time-selling_gap-hint-2 = На месте трёх точек — код продаж, в кавычках: "selling".

question-time-explains = Что Вы вправе сказать совету директоров по сравнению с эталоном?
question-time-explains-choice-service = Если не считать продаж, сильнее всего превышает эталон сервис
question-time-explains-choice-travel = Если не считать продаж, сильнее всего превышает эталон дорога
question-time-explains-choice-admin = Если не считать продаж, сильнее всего превышают эталон бумаги
question-time-explains-choice-all_but = Если принять эталон за 100 %, не хватает немного: такой разрыв совету рассматривать незачем
question-time-explains-choice-retention = Внутри месяца времени на продажи не остаётся прежде всего из-за удержания
question-time-explains-choice-published = Эталоны — средние по опубликованным опросам, так что всё сверх них — излишек
question-time-explains-choice-ask = Эталон говорит, где спрашивать; что там приносит час, он не говорит
question-time-explains-hint-1 = Посмотрите на график: из трёх видов работы один заметно выступает за свою черту. А частью чего является удержание?
question-time-explains-hint-2 = Верны два утверждения: одно о том, где часы, другое о том, на что вообще годится эталон.

question-time-guess_observed = На сколько процентов меньше часов продаж увидел наблюдатель, чем те же люди записали за те же месяцы?

question-time-how_sure = Что следует из выборки наблюдателя, а что нет? Отметьте то, что следует.
question-time-how_sure-choice-wider = По действительным часам продажам не хватает больше, чем по отчётам, — даже если с выборкой не повезло
question-time-how_sure-choice-points = Доля продаж по наблюдениям — это доля из отчётов минус процент наблюдателя
question-time-how_sure-choice-each = Чтобы сравнивать людей, часы продаж каждого надо уменьшить на процент наблюдателя
question-time-how_sure-choice-deceit = Часы продаж завышают намеренно: честные ошибки шли бы в обе стороны и погасили друг друга
question-time-how_sure-choice-like = С опросом сравнивать надо отчёты: там люди тоже отвечали о себе сами
question-time-how_sure-choice-order = Дальше всех за эталон выходит теперь другой вид работы: искать сначала там
question-time-how_sure-choice-watched = Под наблюдением работают не как обычно, поэтому надёжнее опираться на отчёты
question-time-how_sure-hint-1 = Посмотрите на чёрные отрезки: достают ли они до полос по отчётам? И та же ли работа оба раза даёт самую длинную полосу справа?
question-time-how_sure-hint-2 = Процент от часов — не процентный пункт месяца; среднее — не отдельный человек; расхождение — не умысел.

question-time-conclusion = Откуда Вы взяли бы часы для продаж и чего эти отчёты не говорят? Одна-две фразы; их не оценивают.
question-time-conclusion-check-1 = Назван вид работы — и сказано, подтверждается ли это наблюдениями
question-time-conclusion-check-2 = Сказано, кто сделает эту работу вместо специалиста или как обойтись без неё
question-time-conclusion-check-3 = Сказано, чего отчёты не говорят: что приносит час

question-cost-seen_hour = На сколько процентов час продаж дороже, если считать по наблюдению, а не по отчётам?
question-cost-seen_hour-hint-1 = В строке кода одна ячейка строки "selling" делится на другую. Сверху — более дорогой час.
question-cost-seen_hour-hint-2 = Вместо трёх точек: "seen_krub_per_hour".

question-output-window = Коллега поставил на слайде рядом крайние полосы и подписал под ними пять фраз. Какие из них верны, сколько бы новый бизнес ни считать приростом — полгода, год или два?
question-output-window-choice-retention_first = «В среднем больше всего приносит час удержания»
question-output-window-choice-expansion_ahead = «Час расширения приносит в среднем больше, чем час конверсии»
question-output-window-choice-repeat_most = «Больше половины выручки дают повторные покупки»
question-output-window-choice-every_kind_pays = «Час каждого вида приносит больше, чем час продаж стоит по отчётам»
question-output-window-choice-growth_gained = «Прирост теснит повторные покупки: от полосы к полосе его доля растёт»
question-output-window-hint-1 = Пройдите таблицу построчно: фраза верна, только если её подтверждают все три строки.
question-output-window-hint-2 = А потом спросите себя, что произошло между полосами: прошло время или что-то переименовали?

question-output-first = Час какого вида продаж принёс за последний год в среднем больше всего маржи?
question-output-first-choice-retention = удержание
question-output-first-choice-expansion = расширение
question-output-first-choice-conversion = конверсия

question-people-leader_place = Первый по выручке: на каком месте из 24 он окажется, если учесть территорию?

question-people-explanation = Почему первые шесть приносят настолько больше последних шести? Отметьте все объяснения, которые таблица выше исключает.
question-people-explanation-choice-richer = территории у первых богаче: клиенты там закупают больше
question-people-explanation-choice-more_clients = у первых больше предприятий, и каждое что-то покупает
question-people-explanation-choice-more_hours = первые тратят на продажи заметно больше часов
question-people-explanation-choice-better_in_part = отчасти первые берут больше с такой же территории
question-people-explanation-choice-better_alone = первые берут больше с такой же территории, и этим объясняется вся разница
question-people-explanation-hint-1 = Разберите столбцы по одному. Объяснение исключено, если то, о чём оно говорит, у первых и последних одинаково — или намного меньше разрыва в выручке.
question-people-explanation-hint-2 = По каждому столбцу разделите первую строку на последнюю и сравните с тем же частным для выручки.

question-people-sure = Насколько надёжны места? Отметьте пары, которые по этому графику можно различить с учётом территории.
question-people-sure-choice-best_worst = первый и последний на этом графике
question-people-sure-choice-best_second = первый и второй на этом графике
question-people-sure-choice-star_best = лидер по выручке и третий сверху на графике (самого лидера не считаем)
question-people-sure-choice-star_worst = лидер по выручке и третий снизу на графике (самого лидера не считаем)
question-people-sure-choice-star_last = лидер по выручке и тот, кто в середине графика (самого лидера не считаем)
question-people-sure-choice-none = ни одну из этих пар
question-people-sure-hint-1 = Найдите обе полосы пары. Если они не встречаются, людей можно различить; если одна лежит примерно посередине другой, нельзя.
question-people-sure-hint-2 = Если полосы чуть заходят друг на друга краями, людей ещё можно различить: оба должны были бы сразу оказаться каждый на своём краю.

question-people-dubious = Над отчётами висят два подозрения: одинаковые месяцы и сервис, записанный в удержание. Что из перечисленного они могли испортить?
question-people-dubious-choice-by_revenue = рейтинг специалистов по выручке
question-people-dubious-choice-by_territory = порядок специалистов с учётом территории
question-people-dubious-choice-hours_per_win = порядок специалистов по часам на победу
question-people-dubious-choice-selling_hour = порядок регионов по марже на час продаж
question-people-dubious-choice-cheapest_win = часы на победу у того, кто по ним первый
question-people-dubious-hint-1 = О каждом спросите: из чего оно сложено — из часов или из продаж и закупок клиентов?
question-people-dubious-hint-2 = О том, кто первый: отмечены ли в таблице его собственные отчёты?

question-opinions-league = Директор по персоналу: «У тройки лучших по выручке учимся, с тройкой последних прощаемся». Что говорят данные?
question-opinions-league-choice-right = верно
question-opinions-league-choice-partly = верно отчасти
question-opinions-league-choice-wrong = неверно
question-opinions-league-choice-unsaid = сказать нельзя

question-lag-analysts_error = В таблице контролёра всё сложено верно. Какой его шаг вводит в заблуждение?
question-lag-analysts_error-choice-same_month = Часы и маржа сведены по клиенту и месяцу: отдачу мартовской поездки он ищет в марте
question-lag-analysts_error-choice-travel_left_out = Не учтена дорога: до клиентов конкурентов ехать дольше, и час продаж там обходится дороже
question-lag-analysts_error-choice-margin_not_revenue = Взята маржа, а не выручка: в первый год победы продают машины, а на них маржа невелика
question-lag-analysts_error-choice-all_accounts = Учтены и проигранные клиенты: их часы занижают среднее по конверсии
question-lag-analysts_error-choice-shared_out = Маржа поделена между видами часов пропорционально часам, и конверсии достаётся меньше, чем следует
question-lag-analysts_error-hint-1 = Представьте клиента конкурента, к которому специалист ездил в марте. Что этот клиент купил у нас в марте?
question-lag-analysts_error-hint-2 = Каждый шаг немного меняет числа. А какой обращает в ноль целую строку, что бы ни делала компания?

question-lag-half = Сегодня отработан час конверсии. Через сколько месяцев придёт половина денег, которые он принесёт за два года?

question-lag-along_deals = Сколько маржи первого года приносит час конверсии, если считать по сделкам, тыс. { $currency }?
question-lag-along_deals-hint-1 = Маржу дают выигранные сделки. А какие часы пришлось за неё оплатить?
question-lag-along_deals-hint-2 = Строка со всеми решёнными сделками: "all" вместо трёх точек.

question-deals-cycle = Коллега показывает таблицу выше: «Сделки, начатые за последние десять месяцев, идут намного короче. Мы стали быстрее». Что Вы ответите?
question-deals-cycle-choice-open_left_out = Медленные из поздних ещё открыты: учесть их как «уже столько-то, и это не конец»
question-deals-cycle-choice-faster = Медиана по десяткам сделок почти не зависит от отдельных, а разница велика: похоже, и правда быстрее
question-deals-cycle-choice-eight_said = По кейсу сделка идёт восемь месяцев: такой разрыв похож на ошибку в датах, их и надо проверить
question-deals-cycle-choice-call_ended = Закрыть открытые сегодняшней датой и пересчитать медиану: тогда не пропущена ни одна сделка
question-deals-cycle-choice-call_lost = Отнести открытые к проигранным, ведь так кончается большинство сделок, и пересчитать медиану
question-deals-cycle-hint-1 = Представьте сделку, начатую пять месяцев назад. В каком случае она среди решённых, а в каком — среди открытых?
question-deals-cycle-hint-2 = Незаконченное тоже кое-что говорит: «уже столько-то, и это ещё не всё». Какой ответ использует именно это?

question-deals-scattering = В сравнении с теми, кто ведёт мало сделок сразу: какие из этих фраз подтверждены графиком и таблицей?
question-deals-scattering-choice-many_dearer = при шести сделках и больше победа отнимает больше часов
question-deals-scattering-choice-half_as_much_again = при шести сделках и больше победа отнимает хотя бы в полтора раза больше часов
question-deals-scattering-choice-some_dearer = уже при четырёх-пяти сделках победа отнимает больше часов
question-deals-scattering-choice-wins_ratio = насколько дороже победа при шести и больше, видно из чисел побед в двух группах
question-deals-scattering-choice-order_it = те, кому велят вести три сделки, потратят на победу столько же, сколько те, кто ведёт три уже сейчас
question-deals-scattering-choice-nothing = побед здесь так мало, что при таком разбросе о часах на победу сказать нельзя ничего
question-deals-scattering-hint-1 = Последние столбцы — во сколько раз больше часов, от и до. Фраза подтверждена, если её подтверждает и нижний край.
question-deals-scattering-hint-2 = Две фразы — другого рода: одна сравнивает то, из чего часов не видно, другая говорит о том, чего никто не пробовал.

question-deals-recurring_share = Какую долю маржи, которую победа приносит за три года, даёт не оборудование?
question-deals-recurring_share-hint-1 = В таблице win две строки: оборудование и всё остальное. Сумма в знаменателе уже стоит.
question-deals-recurring_share-hint-2 = Вместо трёх точек: "recurring".

question-opinions-hour = Контролёр: «Часы надо отдавать туда, где на час больше маржи; конверсия похожа на хобби». Что говорят данные?
question-opinions-hour-choice-right = верно
question-opinions-hour-choice-partly = верно отчасти
question-opinions-hour-choice-wrong = неверно
question-opinions-hour-choice-unsaid = сказать нельзя

question-experiment-repeat = Повторили бы Вы опыт региона?
question-experiment-repeat-choice-everywhere = Да, со следующего квартала и в других регионах: начатых сделок сразу стало больше, за ними придут победы
question-experiment-repeat-choice-never = Нет: прежние клиенты стали покупать меньше, а вернуть клиента дороже, чем удержать
question-experiment-repeat-choice-margin_says = Решить по марже, в ней видны обе стороны: выросла больше, чем у остальных, — повторить, нет — оставить
question-experiment-repeat-choice-smaller = Да, но скромнее: людей внутри регионов выбрать жребием, а показатель назвать заранее
question-experiment-repeat-choice-wait = Пока нет: сначала ещё год следить за начатыми тогда сделками и прежними клиентами
question-experiment-repeat-hint-1 = Сравните каждый эффект с его случайностью: какие явно больше и есть ли среди них маржа?
question-experiment-repeat-hint-2 = Отстаивать можно два ответа. Общее у них одно: они не притворяются, будто знают скрытое случайностью, и говорят, что дало бы ответ.

question-opinions-hunting = Руководитель региона: «Рост даёт только охота. Часы возьмём у постоянных клиентов: они и сами закажут». Что говорят данные?
question-opinions-hunting-choice-right = верно
question-opinions-hunting-choice-partly = верно отчасти
question-opinions-hunting-choice-wrong = неверно
question-opinions-hunting-choice-unsaid = сказать нельзя

question-marginal-order = Один час в месяц переносят из одного вида продаж в другой. Какие из этих переносов принесут больше, чем отнимут, — с учётом разброса?
question-marginal-order-choice-retention_expansion = из удержания в расширение
question-marginal-order-choice-retention_conversion = из удержания в конверсию
question-marginal-order-choice-expansion_retention = из расширения в удержание
question-marginal-order-choice-expansion_conversion = из расширения в конверсию
question-marginal-order-choice-conversion_retention = из конверсии в удержание
question-marginal-order-choice-conversion_expansion = из конверсии в расширение
question-marginal-order-choice-none = ни один из этих переносов
question-marginal-order-hint-1 = На графике два знака: ромбы и точки. Какой из них — о часе, который ещё предстоит перенести?
question-marginal-order-hint-2 = Перенос приносит то, что показывает точка там, куда пришёл час, а отнимает то, что показывает точка там, откуда он ушёл. Перенос подтверждён, если полосы разошлись или чуть заходят друг на друга краями.

question-lag-letter = Что Вы напишете финансовому директору о таблице контролёра, в четырёх–шести предложениях?
question-lag-letter-check-1 = Сказано, почему таблица посчитана верно и всё же вводит в заблуждение
question-lag-letter-check-2 = Сказано, на что смотреть вместо неё, с числом и единицей
question-lag-letter-check-3 = Следующий час отделён от среднего
question-lag-letter-check-4 = Сказано, что делать, пока открытые сделки не решены
question-lag-letter-check-5 = Названо, чего мы не знаем, с разбросом, и что изменило бы Ваше мнение
question-lag-letter-hint-1 = Начните с того, в чём таблица права. Потом — когда приходят деньги и что видно по сделкам.
question-lag-letter-hint-2 = Скажите, чего данные ещё не знают, и предложите, как это узнать.

question-plan-rests_on = На чём держится то, что скажет модель: на 24 месяцах компании, отчасти на них или на допущении?
question-plan-rests_on-choice-learned = в основном на данных
question-plan-rests_on-choice-partly = отчасти на данных
question-plan-rests_on-choice-assumed = в основном на допущении
question-plan-rests_on-row-level = Сколько маржи дадут ближайшие месяцы при сегодняшних часах
question-plan-rests_on-row-retention = Сколько бизнеса уйдёт, если сократить часы удержания
question-plan-rests_on-row-expansion = Что дадут ещё восемь часов расширения
question-plan-rests_on-row-conversion = Что дадут ещё восемь часов конверсии
question-plan-rests_on-row-below_floor = Сколько клиентов уйдёт, если сервиса станет меньше минимума
question-plan-rests_on-row-rivals = Что конкуренты и следующие три года будут давить как сейчас
question-plan-rests_on-hint-1 = Одно дело — кто-то столько отработал, другое — известно, сколько это даёт. Что здесь различалось у людей или по месяцам так сильно, что видны последствия, а чего не было ни разу?
question-plan-rests_on-hint-2 = Первое утверждение проверено на прошлом. С удержанием один регион ставил опыт. У расширения и конверсии смотрите не на сплошную линию, а на полосу в восьми часах правее сегодняшней точки: узкая ли она ещё? О двух последних строках спросите себя: было ли такое за эти 24 месяца?

question-plan-against_what = План три года держит годовую маржу на уровне первого года. «Значит, он ничего не принёс», — говорит финансовый директор. Что он принёс?
question-plan-against_what-choice-gained = столько, сколько за это время потеряли бы сегодняшние часы
question-plan-against_what-choice-nothing = ничего сверх прежнего: третий год принёс столько же, сколько первый
question-plan-against_what-choice-lost = убыток: при сегодняшних часах маржа к тому времени выросла бы
question-plan-against_what-choice-unknown = сказать нельзя: этих лет без плана никто не прожил
question-plan-against_what-hint-1 = План сравнивают с тем, что было бы без него, а не со вчерашним днём.
question-plan-against_what-hint-2 = На графике: где линия сегодняшних часов на третьем году и где на первом?

question-plan-guess_cut = Ваша догадка: скольких процентов регулярной выручки недостанет через три года?

question-plan-below_floor = Руководитель сервиса просит и последние часы, те, что ниже минимума. Сколько ценности потеряет компания, если отдаст именно их, тыс. { $currency }?
question-plan-below_floor-hint-1 = Подписаны два плана: сервис до минимума и никакого сервиса. Спрашивается о том, что между ними.
question-plan-below_floor-hint-2 = Вычтите из числа у минимума число справа; не забудьте о знаках.

question-opinions-service = Руководитель сервиса: «Отдайте нам весь сервис, до последнего часа, — и у них появится время продавать». Что говорят данные?
question-opinions-service-choice-right = верно
question-opinions-service-choice-partly = верно отчасти
question-opinions-service-choice-wrong = неверно
question-opinions-service-choice-unsaid = сказать нельзя

question-plan-committed = Ваш план: передвиньте часы на панели, ответьте одной строкой на «Почему этот план?» и нажмите «Принять план»
question-plan-committed-hint-1 = Посмотрите на панели, где ещё один час даёт больше всего, и перенесите часы туда, откуда он даёт меньше всего.
question-plan-committed-hint-2 = Попробуйте одно из предложений совещания, а потом верните часы, которые дают меньше, чем на прежнем месте. В причине напишите, чем Вы пожертвовали и почему.

question-plan-benchmark = Какую часть достижимого выигрыша даёт норма гендиректора? (Достижимый — это выигрыш плана для каждого.)
question-plan-benchmark-hint-1 = «Какую часть» — это деление: выигрыш нормы делят на выигрыш лучшего из возможного.
question-plan-benchmark-hint-2 = Оба выигрыша стоят в первом столбце таблицы предложений, по лучшей оценке.

question-plan-dilemma = Совету можно предложить одно — и сказать почему. Какую фразу Вы сможете защитить с таблицей в руках?
question-plan-dilemma-choice-norm = Небольшая норма: умещается в одну фразу, мало чей месяц сильно меняется; за это отдаём часть выигрыша
question-plan-dilemma-choice-person = План для каждого: он впереди нормы и по выигрышу, который выходит в четырёх случаях из пяти; поговорим с каждым
question-plan-dilemma-choice-person_sum = План для каждого: он принесёт то, что стоит в первом столбце, а другие столько не принесут
question-plan-dilemma-choice-norm_surer = Небольшая норма: сдвигает меньше часов, поэтому и вероятность выигрыша выше
question-plan-dilemma-choice-chief = Норма гендиректора: её уже измерили в других фирмах, так что это не догадка, как остальные
question-plan-dilemma-choice-leave = Оставить как есть: чего не меняли, то не сорвётся, и люди делают то, что умеют
question-plan-dilemma-hint-1 = Сверьте каждый довод с его столбцом. Довод, которого таблица не подтверждает, отпадает, чего бы ни стоило само предложение.
question-plan-dilemma-hint-2 = Первый столбец — лучшая оценка. Самая красивая из многих оценок обычно завышена: посмотрите на соседние столбцы. Остаются две фразы.

question-opinions-norm = Генеральный директор: «Возьмём распределение времени у лучших и с первого числа сделаем его нормой для всех». Что говорят данные?
question-opinions-norm-choice-right = верно
question-opinions-norm-choice-partly = верно отчасти
question-opinions-norm-choice-wrong = неверно
question-opinions-norm-choice-unsaid = сказать нельзя

question-plan-half_way = Ваша догадка: каждый прошёл половину пути к своему плану. Какую часть его выигрыша это даст?

question-plan-reshuffle_gain = Какую долю сегодняшней ценности прибавляет одно лишь перераспределение часов продаж?
question-plan-reshuffle_gain-hint-1 = Строка уже указана — первый рычаг. Прирост можно назвать в деньгах, долей сегодняшней ценности или долей всей прибавки. О чём вопрос?
question-plan-reshuffle_gain-hint-2 = Вместо точек впишите столбец "of_value_share", в кавычках.

question-decision-plan = Ваше решение: оставьте план, поправьте его или возьмите другой на панели выше, одной строкой напишите почему и нажмите «Принять план»
question-decision-plan-hint-1 = Теперь Вы знаете, чего можно было достичь. Оставьте то, что сможете объяснить людям; поправьте там, где таблица предложений показала слабое место.
question-decision-plan-hint-2 = В хорошем объяснении сказано, что и ради чего отдано: например, часть выигрыша ради простоты или более глубокий провал ради третьего года.

question-decision-first_year = Совет прочтёт одну фразу: «В первый год план прибавит к прибыли…» Какое окончание верно по таблице выше?
question-decision-first_year-choice-profit_first = …сумму, указанную в таблице как прибыль за год 1
question-decision-first_year-choice-profit_second = …сумму, указанную как прибыль за год 2: тогда план уже заработает
question-decision-first_year-choice-margin_first = …сумму, указанную как валовая маржа за год 1
question-decision-first_year-choice-of_attainable = …столько процентов, сколько он даёт от достижимого
question-decision-first_year-hint-1 = Что остаётся, когда техникам и помощникам уже заплатили? И о каком годе говорит фраза?
question-decision-first_year-hint-2 = Обещание держат в том году и по тому показателю, которые названы. Должны подойти и год, и показатель.

question-decision-forecast = Ваш прогноз: на сколько план поднимет прибыль за первые девять месяцев, тыс. { $currency }? Укажите границы, в которых Вы уверены на 80 %
question-decision-forecast-hint-1 = Веер показывает прирост по месяцам, и первые месяцы ниже нуля. Сложите в уме девять месяцев: один раз по нижнему краю, другой — по верхнему.
question-decision-forecast-hint-2 = Веер учитывает сомнения модели, но не удачу девяти месяцев: у большинства первый диапазон слишком узок. Уверенность 80 % значит, что один прогноз из пяти вправе промахнуться.

question-decision-stop = «Через девять месяцев останавливаем пилот, если у его участников против остальных…» Какие правила не сработают от одной случайности? Отметьте все такие
question-decision-stop-choice-opened_10 = …начато на 10 % меньше сделок
question-decision-stop-choice-opened_35 = …начато на 35 % меньше сделок
question-decision-stop-choice-gained_45 = …у конкурентов отвоёвано на 45 % меньше бизнеса у общих клиентов
question-decision-stop-choice-lost_20 = …потеряно на 20 % больше бизнеса
question-decision-stop-choice-recurring_6 = …регулярная выручка на 6 % меньше
question-decision-stop-choice-margin_3 = …маржа на 3 % меньше
question-decision-stop-hint-1 = Для каждого правила найдите его показатель в таблице и границу с нужной стороны: падение сверяют с нижней, рост — с верхней.
question-decision-stop-hint-2 = Правило внутри границ однажды остановит хороший план. Сама величина числа ничего не говорит: случайность качает показатели по-разному.

question-decision-pilot = Какой пилот на девять месяцев скажет больше всего? Ранний показатель меняется рано, и он назван заранее.
question-decision-pilot-choice-lot_early = половина людей каждого региона по жребию; судить по раннему показателю
question-decision-pilot-choice-lot_margin = половина людей каждого региона по жребию; судить по марже: в итоге важна она
question-decision-pilot-choice-region_early = один целый регион против всех остальных; судить по раннему показателю
question-decision-pilot-choice-practised = регион, который пробовал в прошлом году, против остальных; по раннему показателю
question-decision-pilot-choice-volunteers = добровольцы из всех регионов; судить по раннему показателю
question-decision-pilot-choice-everybody = все сразу с одного месяца; сравнить с теми же месяцами прошлого года
question-decision-pilot-hint-1 = Вопрос двойной: кого с кем сравнивают и по чему. Пилот не лучше слабейшего из двух ответов.
question-decision-pilot-hint-2 = О каждом пилоте спросите, чем ещё участники отличаются от остальных. Потом прочтите таблицу по столбцам и по строкам.

question-decision-memo = Записка совету директоров: одна страница о Вашем плане. Её прочтёт и оценит человек
question-decision-memo-check-1 = Первая фраза: кто, на сколько часов и с какого месяца
question-decision-memo-check-2 = Прибыль по годам, техники и помощники оплачены; насколько план сначала отстанет и с какого месяца окупится
question-decision-memo-check-3 = Что известно по данным, а что допущение
question-decision-memo-check-4 = «Остановимся, если…»: показатель и его значение за пределами случайности
question-decision-memo-check-5 = Пилот: кто, сколько времени, с кем сравниваем и по какому показателю
question-decision-memo-check-6 = Ни одного «нового клиента»: чьему клиенту достаётся каждый час?
question-decision-memo-hint-1 = Решение — первая фраза. Затем что оно даёт и чего стоит, чем опасно и как мы об этом узнаем.
question-decision-memo-hint-2 = Числа берите из таблиц выше: они про Ваш план. Правило остановки должно быть за пределами случайности, а сравнивать пилот надо с теми, у кого год был обычный.

question-later-outside = Шесть показателей этих месяцев сравним с теми же месяцами годом раньше. Сколько из шести изменились сильнее, чем их меняет одна только случайность?

question-later-wins = Допустим, в первые три месяца плана выиграно меньше клиентов, чем годом раньше. О чём это говорит?
question-later-wins-choice-plan = о плане: часы с тех пор перенесены, а клиентов выигрывают меньше
question-later-wins-choice-old_hours = о часах, которые были отработаны ещё до того, как начался план
question-later-wins-choice-effort = о специалистах, которые ещё не привыкли к новому месяцу
question-later-wins-choice-luck = о случайности: за три месяца побед так мало, что больше ничего не скажешь

question-later-compare = Что лучше всего отделило бы действие плана от всего остального, что случилось за эти месяцы?
question-later-compare-choice-year_before = те же месяцы годом раньше, по отчётности компании
question-later-compare-choice-forecast = то, чего модель ждала именно от этих месяцев
question-later-compare-choice-others = коллеги, по жребию оставшиеся при прежних часах
question-later-compare-choice-people = рассказ специалистов и клиентов о том, что с тех пор изменилось
question-later-compare-choice-longer = ещё девять месяцев того же плана, чтобы случайность сгладилась

question-later-next = Судя по тому, что Вы увидели: что делаете теперь?
question-later-next-choice-stop = останавливаемся: возвращаем прежние часы
question-later-next-choice-go_on = продолжаем без изменений до следующей проверки
question-later-next-choice-extend = расширяем: больше часов или больше людей
