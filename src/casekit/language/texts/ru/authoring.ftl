# Сборка блокнотов из исходников: что бывает не так с исходником, прогоном и самим блокнотом.
authoring-faults =
    Набор собрать нельзя: в исходниках { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[other] { $count } ошибок
    }. Ничего не записано. Исправьте перечисленное и соберите снова.

    { $listing }
authoring-run-faults =
    Прогон решённых блокнотов не удался: { $count ->
        [one] { $count } ошибка
        [few] { $count } ошибки
       *[other] { $count } ошибок
    }. Ничего не записано. Исправьте ячейки в исходниках и соберите снова.

    { $listing }
authoring-check-faults =
    { $count ->
        [one] { $count } блокнот не совпадает
        [few] { $count } блокнота не совпадают
       *[other] { $count } блокнотов не совпадают
    } с тем, что даёт исходник. Правьте исходник, а не блокнот, и запустите: { $casekit } build

    { $listing }
authoring-no-source = Исходника блокнота «{ $found }» нет. Есть: { $allowed }.
authoring-no-sources = В папке «{ $folder }» нет исходников блокнотов (NN_name.py). Проверьте, что Вы в папке набора.

authoring-place = { $file }, ячейка { $cell }{ $line ->
        [0] { "" }
       *[other] , строка { NUMBER($line, useGrouping: 0) }
    }
authoring-place-run = { $file } ({ $language }), ячейка { $cell }{ $line ->
        [0] { "" }
       *[other] , строка { NUMBER($line, useGrouping: 0) }
    }

authoring-file-name = { $file }: имя исходника — две цифры и слово строчными латинскими буквами, например 02_hours.py. Переименуйте файл.
authoring-not-utf8 = { $file }: файл не в кодировке UTF-8. Сохраните его в UTF-8.
authoring-unreadable = { $file }: файл не делится на ячейки: { $reason }. Сравните его начало и строки «# %%» с другим исходником.
authoring-kind-unknown = { authoring-place }: ячейке вида «{ $found }» в блокноте не место. Сделайте её текстом (markdown) или кодом.
authoring-key-unknown = { authoring-place }: запись «{ $found }» в заголовке ячейки ничего не значит. Допустимо только: { $allowed }; значения — в двойных кавычках, теги — в квадратных скобках.
authoring-cell-unreadable = { authoring-place }: заголовок ячейки не читается: { $reason }. Значения пишите в двойных кавычках, теги — списком без повторов: tags=["run-only"].
authoring-tag-unknown = { authoring-place }: неизвестный тег «{ $found }». Допустимы: { $allowed }.
authoring-tag-misplaced = { authoring-place }: тег «{ $found }» на ячейке вида { $kind } ничего не значит. Уберите его или перенесите туда, где он нужен.
authoring-lang-missing = { authoring-place }: у текста не указан язык. Добавьте в заголовок lang="…"; языки: { $allowed }.
authoring-lang-unknown = { authoring-place }: неизвестный язык «{ $found }». Допустимы: { $allowed }.
authoring-twin-missing = { authoring-place }: у текста нет пары на языке: { $missing }. Напишите её в следующей ячейке.
authoring-twin-repeated = { authoring-place }: два текста подряд на языке «{ $language }». Вставьте между ними недостающую пару: { $missing }.
authoring-twin-tags = { authoring-place }: у парных текстов разные теги. Сделайте их одинаковыми.

authoring-solution-unclosed = { authoring-place }: открытое здесь решение нигде не закрыто. Добавьте строку «# </solution>».
authoring-solution-nested = { authoring-place }: решение открывается внутри другого. Закройте первое строкой «# </solution>» или уберите эту.
authoring-solution-unopened = { authoring-place }: закрывается решение, которое не открыто. Добавьте выше строку «# <solution>» или уберите эту.
authoring-solution-misspelt = { authoring-place }: «{ $found }» похоже на метку решения, но ею не является. Пишите точно «# <solution>» или «# </solution>» — отдельной строкой, без отступа.
authoring-solution-in-text = { authoring-place }: в тексте метка решения не действует. Чтобы скрыть текст от участника, поставьте обоим парным текстам тег «solution».
authoring-solution-torn = { authoring-place }: в решение попали не целые инструкции. Передвиньте метки так, чтобы между ними были законченные строки кода без отступа.
authoring-solution-assigns-nothing = { authoring-place }: решение ничему не присваивает значение, и участнику нечего будет заполнить. Присвойте ответ имени: share = …
authoring-text-answer-without-solution = { authoring-place }: у ячейки тег «text-answer», но решения в ней нет. Поместите образец ответа между «# <solution>» и «# </solution>».
authoring-syntax = { authoring-place }: Python не может прочитать код: { $reason }. Исправьте строку.
authoring-syntax-unsolved = { authoring-place }: без решения Python не может прочитать код: { $reason }. Включите в решение инструкцию целиком.
authoring-not-ascii = { authoring-place }: код общий для всех языков, а здесь встретилось «{ $found }». Перенесите слова в текстовую ячейку или в тексты набора; они допустимы только в решении текстового ответа.

authoring-parameters-missing = { $file }: нет ячейки с тегом «parameters». Добавьте её с двумя строками: lang = "ru" и data = None
authoring-parameters-repeated = { authoring-place }: тег «parameters» стоит на второй ячейке; первая — ячейка { $first }. Оставьте одну.
authoring-parameters-content =
    { authoring-place }: в ячейке параметров должны быть ровно две строки: lang = "ru" и data = None. Найдено:
    { $found }

authoring-cell-failed = { authoring-place-run }: в ячейке ошибка: { $error }
authoring-cell-slow = { authoring-place-run }: ячейка выполнялась дольше { $seconds } с и была остановлена. Ускорьте её.
authoring-cell-not-run = { authoring-place-run }: ячейка не выполнена. Найдите выше то, что обрывает прогон.
authoring-kernel-died = { authoring-place-run }: на этой ячейке ядро завершилось. Запустите её отдельно, чтобы увидеть причину.
authoring-kernel-silent = { $file } ({ $language }): ядро не запустилось: { $reason }. Поможет: { $casekit } doctor
authoring-output-stderr = { authoring-place-run }: ячейка выдаёт предупреждение, его увидит и участник: { $found }. Устраните причину.
authoring-output-address = { authoring-place-run }: в выводе адрес в памяти, { $found }, — при каждом прогоне он другой. Закончите строку точкой с запятой или покажите что-то иное.
authoring-output-path = { authoring-place-run }: в выводе путь на этом компьютере, { $found }. Покажите только имя файла.

authoring-missing = { $path }: такого блокнота ещё нет.
authoring-stale = { $path }: исходника больше нет.
authoring-differs = { $path }: расходится с { $file }, прежде всего в ячейке { $id } (в исходнике ячейка { $cell }{ $line ->
        [0] { "" }
       *[other] , строка { NUMBER($line, useGrouping: 0) }
    }).
authoring-differs-longer = { $path }: ячеек больше, чем даёт { $file }.
authoring-differs-whole = { $path }: метаданные или вид файла не те, что даёт { $file }, либо файл повреждён.

# Записи вопросов: что бывает с ними не так.
asked-unreadable = { $file }, строка { NUMBER($line, useGrouping: 0) }: Python не может выполнить файл: { $reason }. Исправьте строку; как пишется запись, сказано в casekit/questions/record.py.
asked-none = { $file }: в файле нет вопросов. Нужно QUESTIONS = (question(...), ...) — по записи на каждый вопрос блокнота.
asked-place = { $file }, вопрос «{ $question }»
asked-twice = { asked-place }: вопрос с таким именем уже есть, в { $first }. Дайте одному из них другое имя.
asked-id = { asked-place }: имя вопроса — тема.имя строчными латинскими буквами, например cost.hour. Переименуйте вопрос.
asked-topic = { asked-place }: у темы «{ $topic }» нет названия. Добавьте её в TOPICS этого файла: "{ $topic }": Words(en=…, ru=…).
asked-field = { asked-place }: { $field } — «{ $found }». Допустимо: { $allowed }.
asked-points = { asked-place }: баллов — { $found }. Их не может быть меньше нуля, а attainable — часть баллов.
asked-tolerance = { asked-place }: виду { $kind } нужны единица и допуск больше нуля.
asked-unit = { asked-place }: у вида { $kind } нет ни единицы, ни допуска. Уберите их.
asked-choices = { asked-place }: виду { $kind } нужно не меньше двух вариантов: choices=… или options с их словами.
asked-hints = { asked-place }: шагов подсказки нужно не меньше { $least }. Добавьте их в hints.
asked-mistakes = { asked-place }: известных ошибок нужно не меньше { $least }. Добавьте их в mistakes, самые вероятные — первыми.
asked-right-missing = { asked-place }: виду { $kind } нужен верный ответ: right=… — значение или функция от кейса.
asked-right-needless = { asked-place }: у вида { $kind } нет верного ответа: судит модель или человек. Уберите right.
asked-mistake-gives-nothing = { asked-place }: у ошибки «{ $mistake }» не сказано, что она даёт: mistake(…, en=…, ru=…), первым — значение или функция от кейса.
asked-option = { asked-place }: есть слова для «{ $option }», а такого варианта нет. Допустимо: { $allowed }.
asked-language = { asked-place }: у { $part } нет слов на языках: { $missing }. Напишите их.
asked-language-unknown = { asked-place }: у { $part } есть слова на языке «{ $found }», которого в наборе нет. Допустимо: { $allowed }.
asked-facts-differ = { asked-place }: { $part } называет на разных языках разные факты. Назовите везде одни и те же.
asked-fact = { asked-place }: { $part } называет «{ $found }», а подставить это некому. Напишите словами.
asked-number = { asked-place }: у ошибки «{ $mistake }» на языке «{ $language }» стоит число: { $found }. По нему угадают ответ; скажите словами.
asked-many = { asked-place }: у вида { $kind } вариантов { $found }, а запечатать можно не больше { $most }. Уберите лишние или разделите вопрос.
asked-rows = { asked-place }: строки rows=… есть у вида grid и только у него.
asked-checklist = { asked-place }: checklist бывает у вида text, пунктов в нём от { $least } до { $most }.
asked-guess = { asked-place }: догадка (guess=True) — вида number, choice или grid и без баллов.
asked-why = { asked-place }: нет объяснения. Напишите why=Words(en=…, ru=…): что следует из верного ответа и чем соблазняет неверный.
asked-also-twice = { asked-place }: имя «{ $mistake }» стоит и в also, и в mistakes. Переименуйте одно из них.
asked-named-right = { asked-place }: ошибка или прочтение не может называться «{ $mistake }»: так зовётся верный ответ. Переименуйте.
authoring-blank-misspelt = { authoring-place }: строку с пропуском пишут так: # <blank>name = код с одним ...</blank>, прямо перед # <solution>. Найдено: { $found }.
authoring-blank-differs = { authoring-place }: строка с пропуском должна отличаться от строки решения только тем, что на месте пропуска стоит ... . Найдено: { $found }.

reference-title = Справочник по функциям
reference-lead = Здесь все имена, которые можно вызвать в блокноте после строки «import casekit as ck», с параметрами и, где он есть, с примером. Описания — на английском языке, как в коде. Что значит каждый параметр, покажет, например, «help(ck.load_case)».
reference-ck = кейс, вопросы и панель
reference-ck-analysis = о чём говорят отчёты, продажи и бухгалтерия
reference-ck-charts = рисунки и таблицы
reference-ck-later = девять месяцев спустя: что произошло и что было на самом деле
reference-ck-model = кривые отклика, планы и их цена
