# Блокнот 04: таблицы, вопросы, подсказки, известные ошибки.
head-revenue_krub_per_hour = Выручка на час, тыс. { $currency }
head-margin_krub_per_hour = Маржа на час в среднем, тыс. { $currency }
head-marginal = Ценность ещё одного часа, тыс. { $currency } на час
head-estimate = Как считали
head-months = Месяцев
estimate-decided = только решённые
estimate-called_ended = открытые сочли законченными
estimate-with_open = открытые учтены как открытые
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
topic-lag = Задержка
topic-deals = Сделки
topic-marginal = Следующий час

question-lag-analysts_error = Какой шаг контролёра неверен?
question-lag-analysts_error-hint-1 = Представьте клиента конкурента, к которому специалист ездил в марте. Что этот клиент купил у нас в марте?
question-lag-analysts_error-hint-2 = Деньги приходят после решения, а не в месяц встречи. Какой шаг этого не учёл?
question-lag-analysts_error-mistake-travel_left_out = Дорога нужна всем трём видам продаж и картины не переворачивает. Посмотрите, когда приходят деньги.
question-lag-analysts_error-mistake-margin_not_revenue = Маржа здесь как раз уместна: рубль выручки от разных товаров приносит разную маржу. Посмотрите, когда приходят деньги.
question-lag-analysts_error-mistake-all_accounts = Взять всех клиентов правильно: выбросить проигранных значило бы приукрасить. Посмотрите, когда приходят деньги.
question-lag-analysts_error-choice-same_month = часы и маржа одного месяца
question-lag-analysts_error-choice-travel_left_out = дорога не учтена
question-lag-analysts_error-choice-margin_not_revenue = маржа, а не выручка
question-lag-analysts_error-choice-all_accounts = взяты все клиенты

question-lag-along_deals = Сколько выручки первого года приносит час конверсии вдоль сделок, тыс. { $currency }?
question-lag-along_deals-hint-1 = Всё уже посчитано в along. Выберите строку про выручку на час.
question-lag-along_deals-hint-2 = Так: along["revenue_krub_per_hour"].
question-lag-along_deals-mistake-margin = Это маржа на час. Спрашивается выручка.
question-lag-along_deals-mistake-won_alone = Здесь делитель — часы одних выигранных сделок. Часы проигранных тоже оплачены: возьмите их из along.
question-lag-along_deals-mistake-same_month = Это таблица контролёра. Возьмите число из along, где часы доведены до сделок.

question-deals-cycle = Сколько месяцев длится сделка, если правильно учесть открытые?
question-deals-cycle-hint-1 = В cycle три строки. Верная та, где открытые сделки не выброшены и не оборваны.
question-deals-cycle-hint-2 = Строка "with_open".
question-deals-cycle-mistake-called_ended = Здесь открытые сделки сочтены законченными сегодня, и каждая укорочена.
question-deals-cycle-mistake-average = Это среднее трёх оценок. Две из них неверны: возьмите одну верную.

question-deals-scattering = Во сколько раз больше часов уходит на победу у тех, кто ведёт много сделок сразу, чем у тех, кто ведёт мало?
question-deals-scattering-hint-1 = Столбец "hours_per_win", строки "many" и "few". «Во сколько раз» — это деление.
question-deals-scattering-hint-2 = focus.loc["many", "hours_per_win"] разделите на focus.loc["few", "hours_per_win"].
question-deals-scattering-mistake-upside_down = Дробь перевёрнута: сверху те, кто ведёт много сделок.
question-deals-scattering-mistake-against_some = Здесь делитель — строка "some". Сравните с теми, кто ведёт мало сделок: "few".
question-deals-scattering-mistake-wins = Это отношение числа побед. Нужны часы на одну победу.
question-deals-scattering-mistake-difference = Это на сколько часов больше. «Во сколько раз» — это деление, а не вычитание.

question-deals-recurring_share = Какую долю маржи, которую победа приносит за три года, даёт не оборудование?
question-deals-recurring_share-hint-1 = В первой строке возьмите столбец таблицы win с маржой трёх лет. Не оборудование — это его строка "recurring".
question-deals-recurring_share-hint-2 = Вторая строка: разделите на сумму столбца, margins["recurring"] / margins.sum().
question-deals-recurring_share-mistake-equipment = Это доля оборудования. Спрашивается остальное.
question-deals-recurring_share-mistake-of_first_year = Это доля в выручке первого года. Нужна доля в марже трёх лет.
question-deals-recurring_share-mistake-ratio_to_equipment = Здесь делитель — одно оборудование. Делите на сумму обеих строк.

question-lag-old_clients = На какую долю старые клиенты купили во второй год меньше, чем в первый?
question-lag-old_clients-hint-1 = В первой строке — старые клиенты: сколько они купили в первый год и сколько во второй.
question-lag-old_clients-hint-2 = 1 минус второй год, делённый на первый.
question-lag-old_clients-mistake-sign_turned = Величина верная, знак — нет: спрашивается, на сколько меньше, поэтому падение положительно, а рост отрицателен.
question-lag-old_clients-mistake-what_is_left = Это второй год как доля первого. Спрашивается, на какую долю он меньше.
question-lag-old_clients-mistake-all_clients = Это все клиенты вместе с пришедшими позже. Возьмите одну первую строку.

question-marginal-next_hour = Сколько принесёт ещё один час каждого вида продаж, тыс. { $currency }?
question-marginal-next_hour-hint-1 = Числа уже хранятся под именем next_hour: по одному на каждый вид продаж.
question-marginal-next_hour-hint-2 = Впишите next_hour целиком, без скобок.
question-marginal-next_hour-mistake-average = Это средний час прошлого года. Спрашивается следующий: next_hour.
question-marginal-next_hour-mistake-low_end = Это нижний край полосы. Нужна сама оценка.
question-marginal-next_hour-mistake-high_end = Это верхний край полосы. Нужна сама оценка.

question-marginal-dearest_hour = Где следующий час принесёт больше всего?
question-marginal-dearest_hour-hint-1 = Ищите наибольшее число в next_hour.
question-marginal-dearest_hour-hint-2 = next_hour.idxmax() назовёт вид продаж.
question-marginal-dearest_hour-mistake-best_average = Это лучший по среднему. Спрашивается следующий час, и порядок там иной.
question-marginal-dearest_hour-mistake-cheapest = Здесь следующий час приносит меньше всего. Ищите наибольшее число.
question-marginal-dearest_hour-mistake-second = Близко, но у одного вида следующий час приносит ещё больше.

question-lag-letter = Что Вы напишете финансовому директору?
question-lag-letter-hint-1 = Начните с того, в чём он прав. Потом — когда приходят деньги и что видно вдоль сделок.
question-lag-letter-hint-2 = Скажите, чего данные ещё не знают, и предложите, как это проверить.
