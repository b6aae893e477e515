# Страница в одном файле.
path-skip = Перейти к тексту
path-tools = Действия
path-contents = Содержание
path-notebooks = Путь по кейсу
path-texts = Материалы
path-ran = { $ran } из { $all }
path-next = Дальше: { $title }

path-progress = Запуск Python
path-step-0 = Читать уже можно. Открывается файл…
path-step-1 = Читать уже можно. Распаковывается Python…
path-step-2 = Читать уже можно. Запускается Python…
path-step-3 = Читать уже можно. Загружаются библиотеки…
path-step-4 = Читать уже можно. Читаются данные компании…
path-python-ready = Python готов
path-python-busy = Python считает…
path-python-broken = Python остановился ({ $fault }). Ваши ответы сохранены. Нажмите «Перезапустить Python»; если не поможет, закройте лишние вкладки и программы или откройте файл в свежей версии Chrome, Edge или Firefox.

path-run = Выполнить
path-run-title = Выполнить эту ячейку, а до неё — те выше, что ещё не выполнялись (Ctrl + Enter; Shift + Enter ещё и переходит к следующей)
path-run-all = Выполнить всё
path-stop = Остановить
path-restart = Перезапустить Python
path-stop-title = Завершает Python и запускает его снова; ответы остаются
path-cell = Ячейка { $number }
path-code-of = Код ячейки { $number }
path-unfold = Показать код
path-fold = Скрыть код
path-original = Вернуть как было
path-add = Добавить ячейку
path-add-at-end = Добавить ячейку
path-remove = Убрать ячейку
path-state-waiting = ждёт очереди
path-state-running = выполняется…
path-state-done = выполнена
path-state-failed = не выполнена до конца
path-state-old = с прошлого раза: выполните снова
path-download = Скачать { $name }
path-picture = Рисунок
path-error-whole = Ошибка целиком
path-widget-broken = Эту часть показать не удалось ({ $fault }). Выполните ячейку ещё раз.

path-close = Закрыть
path-work = Моя работа
path-work-title = Моя работа
path-work-how = Всё, что Вы вводите, сохраняется сразу. Чтобы продолжить на другом компьютере или в другом браузере, сохраните работу в файл, перенесите его и откройте на той же странице. То, что там уже есть, останется; из двух вариантов берётся более поздний.
path-save = Сохранить в файл
path-open = Открыть из файла
path-opened = { $count ->
    [0] В файле не нашлось ничего нового.
    [one] Взято из файла: { $count } изменённая ячейка или файл.
    [few] Взято из файла: { $count } изменённые ячейки и файла.
   *[other] Взято из файла: { $count } изменённых ячеек и файлов.
}
path-open-unreadable = Файл { $name } не похож на работу, сохранённую на этой странице. Выберите файл, который записала кнопка «Сохранить в файл»: его имя начинается с casekit_ и заканчивается на .json.
path-open-newer = Файл { $name } сохранён более новым выпуском страницы. Откройте его там.
path-open-other-company = В файле { $name } работа по другой компании. Откройте его на той странице, где он был сохранён.
path-files = Файлы
path-erase-title = Начать заново
path-erase-how = Ответы, изменённые ячейки и результаты будут стёрты из этого браузера. Сохранённые файлы останутся.
path-erase = Стереть мою работу в этом браузере
path-erase-sure = Стереть ответы и изменённые ячейки из этого браузера? Вернуть их будет нельзя.

path-kept-here = Ответы хранятся в этом браузере, на этом компьютере.
path-kept-at = Ответы хранятся в этом браузере, на этом компьютере; последняя запись в { $time }.
path-kept-tabs = Страница открыта ещё и в другой вкладке: ответы из обеих сохраняются.
path-kept-refused = Браузер не разрешает этой странице хранить ответы. Прежде чем закрыть её, сохраните работу в файл («Моя работа»).
path-kept-full = В хранилище браузера кончилось место. Сохраните работу в файл («Моя работа») и освободите место на диске.

path-hand-in = Сдать работу
path-hand-in-title = Сдать работу
path-hand-in-how = Блокноты, ответы, план и записка складываются в один zip-файл, который браузер сохранит среди загрузок. Отправьте его так, как просит преподаватель.
path-hand-in-name = Ваше имя или название команды
path-hand-in-do = Собрать файл

path-about = О странице
path-about-title = Страница и этот компьютер
path-about-how = Если что-то не работает, отправьте эти строки преподавателю.
path-about-python = Состояние Python
path-about-asleep = не запущен
path-about-starting = запускается
path-about-ready = готов
path-about-busy = считает
path-about-broken = остановился
path-about-fault = Что случилось
path-about-company = Компания
path-about-kept = Ответы хранит
path-about-kept-database = база данных браузера
path-about-kept-storage = малое хранилище браузера
path-about-kept-none = ничто: браузер не разрешает
path-about-room = Место в браузере
path-about-megabytes = занято { $used } МБ, доступно { $all } МБ
path-about-browser = Браузер
path-about-address = Открыта по адресу вида
path-about-copy = Скопировать эти строки
path-about-copied = Скопировано
path-licences = Чей труд в этом файле
path-licences-how = Внутри страницы — Python и свободные библиотеки, каждая со своей лицензией.
