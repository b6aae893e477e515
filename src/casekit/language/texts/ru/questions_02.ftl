# Вопросы блокнота 02, которые пришли с отчётами: формулировки, подсказки, известные ошибки.
question-reports-repair = Что из найденного можно исправить, никого не спрашивая?
question-reports-repair-hint-1 = О каждой находке спросите: один ли способ её исправить и не меняет ли он того, что люди написали о своей работе?
question-reports-repair-hint-2 = Три находки могут оказаться правдой или вопросом определений. Одна — лишь способ записи чисел.
question-reports-repair-mistake-service_as_retention = Ремонт у клиента — это сервис или удержание? Это вопрос определений: о поправке сначала должен узнать регион.
question-reports-repair-mistake-round_months = Настоящих часов за одинаковыми месяцами не знает никто. Поговорите со специалистом, но чисел не выдумывайте.
question-reports-repair-mistake-negative_revenue = Отрицательная выручка бывает возвратом, и тогда она законна. Её трогать нельзя.

question-reports-service_hours = Сколько часов сервиса один регион записал как удержание?
question-reports-service_hours-hint-1 = Сравните сервис в двух таблицах: clean, где решают заявки, и as_booked, где решил регион.
question-reports-service_hours-hint-2 = В каждой возьмите столбец service_hours, сложите его через .sum() и вычтите: clean минус as_booked.
question-reports-service_hours-mistake-sign_turned = Величина верная, знак — нет: когда решают заявки, сервиса становится больше. Вычтите as_booked из clean.
question-reports-service_hours-mistake-all_service = Это весь сервис компании. Нужны только часы, которые перешли из удержания.
question-reports-service_hours-mistake-per_report_month = Здесь сумма поделена на месяцы всех специалистов. Нужна сама сумма часов.

question-time-gap_explained = Какую часть разрыва в продажах объясняют вместе сервис и администрирование?
question-time-gap_explained-hint-1 = И сервис, и администрирование выходят за свои эталоны на сколько-то часов. Сложите эти часы и разделите на часы, которых не хватает продажам.
question-time-gap_explained-hint-2 = Недостающие часы уже хранятся под именем missing_hours: (сервис + администрирование) / missing_hours.
question-time-gap_explained-mistake-service_alone = Это один сервис. Прибавьте администрирование.
question-time-gap_explained-mistake-sign_turned = Величина верная, знак — нет: часы сверх эталона положительны, и missing_hours тоже.
question-time-gap_explained-mistake-of_the_month = Это их доля во всём месяце. Нужно то, что они берут сверх эталона, как часть разрыва.

question-time-at_reference = Сколько специалистов дотягивает до эталона по доле продаж?
question-time-at_reference-hint-1 = На графике это закрашенные кружки. Посчитает их сравнение: by_rep["selling_share"] >= reference.
question-time-at_reference-hint-2 = Сравнение отвечает «да» или «нет» по каждому специалисту, а .sum() считает все «да». Не забудьте скобки вокруг сравнения.
question-time-at_reference-mistake-below = Это те, кто до эталона не дотянул. Нужны те, кто дотянул.
question-time-at_reference-mistake-above_average = Здесь сравнение со средним специалистом. Сравнивайте с эталоном.
question-time-at_reference-mistake-share_of_all = Это доля, а спрашивается число специалистов.

question-time-identical_months = Сколько специалистов из месяца в месяц сдаёт одни и те же часы?
question-time-identical_months-hint-1 = Столбец different_months показывает, сколько разных месяцев сдал специалист. Найдите тех, у кого он один.
question-time-identical_months-hint-2 = Посчитайте сравнением: (months["different_months"] == 1).sum().
question-time-identical_months-mistake-the_others = Это все остальные — те, у кого месяцы разные. Нужны те, у кого они одинаковы.
question-time-identical_months-mistake-months = Это число месяцев, а спрашивается число специалистов.

question-time-flattery = На какую долю меньше часов продаж увидел наблюдатель, чем те же специалисты указали в отчётах?
question-time-flattery-hint-1 = Таблица seen показывает это для каждого вида работы в столбце difference_share; минус — увидели меньше, чем указано в отчётах.
question-time-flattery-hint-2 = Возьмите строку "selling" и смените знак минусом впереди: вопрос, на сколько меньше.
question-time-flattery-mistake-sign_turned = Величина верная, знак — нет: спрашивается, на сколько меньше, то есть положительная доля. Поставьте впереди минус.
question-time-flattery-mistake-of_what_was_seen = Здесь делитель — увиденные часы. Делите на часы из отчётов или возьмите столбец difference_share.
question-time-flattery-mistake-seen_part = Это доля того, что увидели. Нужна доля того, чего не увидели.
