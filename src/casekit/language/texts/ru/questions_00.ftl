# Вопросы блокнота 00: формулировки, подсказки по шагам, известные ошибки.
question-start-reps = Сколько в компании специалистов?
question-start-reps-hint-1 = Посмотрите на пример выше: len() считает строки таблицы, и число клиентов — это число строк таблицы case.accounts.
question-start-reps-hint-2 = Специалисты перечислены в таблице case.reps, по одному в строке. Посчитайте её строки так же.
question-start-reps-mistake-accounts = Это число клиентов: посчитаны строки case.accounts. У специалистов своя таблица — case.reps.
question-start-reps-mistake-report_rows = Это число строк в отчётах, а их у каждого специалиста много. Посчитайте строки таблицы case.reps.
question-start-reps-mistake-regions = Это число регионов. В каждом работает несколько специалистов.

question-start-whose_client = Завод покупает всё для своей линии у конкурента, а у нас — ничего. Чей это клиент?
question-start-whose_client-hint-1 = Дело не в том, знакомы ли мы с заводом. Спросите, кому сегодня достаются его деньги.
question-start-whose_client-hint-2 = Все закупки идут одной стороне. Общий клиент покупал бы у обоих, наш — почти всё у нас.
question-start-whose_client-mistake-shared = Общий клиент что-то покупает и у нас. Этот у нас пока не покупает ничего.
question-start-whose_client-mistake-our = Наш клиент покупает у нас почти всё. Этот отдаёт все закупки другому.

question-start-hours_moved = Сколько часов продаж прибавит за год вся компания, если каждый специалист переведёт в продажи пять часов в месяц?
question-start-hours_moved-hint-1 = Пять часов, каждый месяц, каждый специалист: три числа, между ними знак умножения *.
question-start-hours_moved-hint-2 = В году двенадцать месяцев, а число специалистов уже хранится под именем specialists: 5 * 12 * ...
question-start-hours_moved-mistake-one_month = Это один месяц всей компании. В году их двенадцать.
question-start-hours_moved-mistake-one_specialist = Это год одного специалиста. Умножьте на число специалистов.
question-start-hours_moved-mistake-one_of_each = Это один час в месяц у каждого специалиста, а переводим мы пять.
