# Вопросы блокнота 01: формулировки, подсказки по шагам, известные ошибки.
question-company-served_share = Какая доля всех денег конкурентов лежит у тех, кто уже покупает у нас?
question-company-served_share-hint-1 = У нас покупают клиенты двух видов: наши и общие. Все остальные — клиенты конкурентов.
question-company-served_share-hint-2 = Последний столбец таблицы wallets делит все деньги конкурентов на три части. Что останется от единицы, если вычесть часть, которая лежит у клиентов конкурентов?
question-company-served_share-mistake-their_own_clients = Это часть, которая лежит у собственных клиентов конкурентов. Нужна остальная: то, что они держат у тех, кто уже покупает у нас.
question-company-served_share-mistake-shared_only = Здесь учтены только общие клиенты. Немного денег конкурентов есть и у наших.
question-company-served_share-mistake-number_of_accounts = Это доля в числе клиентов, а клиенты разного размера. Возьмите столбец с деньгами конкурентов.
question-company-served_share-mistake-of_their_wallet = Здесь делитель — закупки общих клиентов. Нужна часть всех денег, которые достаются конкурентам.

question-company-open_doors = Сколько точек процесса держат конкуренты у тех, кто уже покупает у нас?
question-company-open_doors-hint-1 = В таблице doors столбец doors показывает, сколько открытых дверей в каждой точке процесса.
question-company-open_doors-hint-2 = Сумму столбца даёт .sum(): doors["doors"].sum().
question-company-open_doors-mistake-accounts = Это число клиентов. У одного открытых дверей может быть несколько, у другого — ни одной.
question-company-open_doors-mistake-competitors_clients = Это точки у собственных клиентов конкурентов. Дверью считается точка там, где у нас уже покупают.
question-company-open_doors-mistake-all_points = Это все точки конкурентов, вместе с их собственными клиентами. Дверью считается точка там, где у нас уже покупают.

question-company-widest_door = За дверями какой точки процесса лежит больше всего денег?
question-company-widest_door-hint-1 = Смотрите на деньги, а не на число дверей: столбец open_krub.
question-company-widest_door-hint-2 = .idxmax() называет строку с наибольшим значением: doors["open_krub"].idxmax().
question-company-widest_door-mistake-most_doors = Дверей здесь больше всего, но денег больше за дверями другой точки. Сравните столбец с деньгами.
question-company-widest_door-mistake-largest_wallet = На эту точку клиенты тратят больше всего, кто бы её ни снабжал. Вопрос о том, что держат конкуренты у тех, кто уже покупает у нас.
question-company-widest_door-mistake-at_competitors_clients = Эта точка — самая большая у собственных клиентов конкурентов. Дверью считается точка там, где у нас уже покупают.
question-company-widest_door-mistake-largest_door = Каждая отдельная дверь здесь дороже, но их немного. Сравните суммы в столбце open_krub.
question-company-widest_door-mistake-narrowest = Здесь денег меньше всего, а вопрос о наибольшей сумме.
question-company-widest_door-mistake-fewest_doors = Дверей здесь меньше всего, а вопрос о том, где за ними больше всего денег.
question-company-widest_door-mistake-second = Близко: эта точка — вторая. Пусть наибольшую сумму найдёт .idxmax().

question-company-margin_fall = На сколько снизилась операционная рентабельность с первого года ко второму?
question-company-margin_fall-hint-1 = Операционная рентабельность — это операционная прибыль, делённая на выручку. Оба года хранятся под именем margin.
question-company-margin_fall-hint-2 = Из первого года вычтите второй: margin["year_1"] - margin["year_2"].
question-company-margin_fall-mistake-sign_turned = Величина верная, знак — нет: спрашивается, на сколько рентабельность упала, то есть положительное число. Вычтите второй год из первого.
question-company-margin_fall-mistake-profit_fall = На столько уменьшилась сама прибыль. Вопрос о рентабельности: прибыль как доля выручки, один год против другого.
question-company-margin_fall-mistake-gross_margin = Это снижение валовой рентабельности, до расходов, которые идут ниже. Возьмите операционную прибыль.

question-company-largest_step = Какой один шаг отнимает у прибыли больше всего?
question-company-largest_step-hint-1 = Найдите самую длинную оранжевую полосу. Её число в steps — наименьшее: шаги, которые отнимают, записаны с минусом. Имя строки даст выражение, как в примере.
question-company-largest_step-hint-2 = Шаг, который отнимает, отрицателен, поэтому самая большая потеря — это наименьшее число: steps.idxmin().
question-company-largest_step-mistake-largest_gain = Этот шаг прибавляет. Нужен тот, что отнимает больше всего.
question-company-largest_step-mistake-largest_cost = Среди расходов этот вырос сильнее всех, но есть шаг, который отнимает ещё больше.
question-company-largest_step-mistake-smallest_step = Это самый маленький шаг. Найдите самую длинную полосу влево.

question-company-cost_share = Какая часть падения прибыли приходится на расходы ниже валовой маржи?
question-company-cost_share-hint-1 = Шаги, которые относятся к расходам, перечислены в costs. Их сумма — steps[costs].sum(), а сумма всех шагов — это всё падение.
question-company-cost_share-hint-2 = Разделите одно на другое: steps[costs].sum() / steps.sum(). Оба числа отрицательны, поэтому доля положительна.
question-company-cost_share-mistake-gross_margin_share = Это другая часть: продажи и маржа вместе. Нужны расходы.
question-company-cost_share-mistake-of_all_that_fell = Здесь делитель — все шаги, которые отнимают. Само падение меньше: рост продаж кое-что вернул. Делите на сумму всех шагов.
question-company-cost_share-mistake-specialists_alone = Это расходы только на специалистов. Возьмите все расходы списка.
