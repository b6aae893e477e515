# Командная строка, JupyterLab и проверка компьютера.
cli-help = Бизнес-кейс «Оценка продуктивности работы торговых представителей» в блокнотах Jupyter.
cli-option-lang = Язык сообщений и блокнотов.
cli-option-version = Показать версию.
cli-lab = Открыть кейс в JupyterLab на первом блокноте.
cli-lab-no-browser = Показать адрес и не открывать браузер.
cli-build = Собрать всё, что делается из исходников: данные, словари, блокноты и решения.
cli-build-names = Что собрать, например data, dictionary или 02_hours; если не указано — всё.
cli-build-check = Ничего не записывать, только сказать, что разошлось с исходником.
cli-variant = Создать по номеру другую компанию, в которой выполнены все факты кейса.
cli-variant-seed = Любое целое число; один номер — одна и та же компания.
cli-variant-out = Новая папка для компании.
cli-variant-family = Тип компании: A — много удержания, B — много охоты, C — мало расширения, D — напористый конкурент.
cli-doctor = Показать, что на этом компьютере работает и что делать, если не работает.
cli-doctor-data = Папка с таблицами компании, которую проверить вместо данных набора.
cli-no-option = Параметра «{ $found }» нет. Какие есть: { $help }
cli-missing = Не указано: { $found }. Как пользоваться: { $help }
cli-bad-value = { $name } — значение не подходит: { $found } Что допустимо: { $help }
cli-not-understood = Не понято: «{ $found }». Команды и параметры: { $help }
cli-stopped = Остановлено.

kit-not-found = Ни «{ $folder }», ни папки выше — не папка набора (в ней лежат start.py и notebooks). Перейдите в папку набора и повторите.
lab-address = JupyterLab готов. Откройте в браузере: { $address }
    Не закрывайте это окно; остановить — Ctrl-C.
lab-no-notebooks = В папке «{ $folder }» нет блокнотов. Возьмите свежую копию набора или соберите их: casekit build.
lab-no-port = Нет свободного порта с { $first } по { $last }. Закройте другой JupyterLab и повторите.

doctor-python = Python
doctor-python-advice = Установите Python 3.11 или новее и снова запустите start.py.
doctor-packages = Пакеты
doctor-packages-advice = Запустите start.py ещё раз: он исправит установку.
doctor-kit = Набор
doctor-kit-advice = Выполните команду в папке набора.
doctor-space = Свободное место на диске
doctor-space-advice = Освободите место, иначе блокноты могут не сохраниться.
doctor-font = Шрифт графиков
doctor-font-advice = Запустите start.py ещё раз: шрифт устанавливается вместе с matplotlib.
doctor-kernel = Ядро блокнотов
doctor-kernel-advice = Закройте другие блокноты и повторите; если не поможет, удалите папку .venv и запустите start.py.
doctor-data = Компания
doctor-data-advice = Исправьте таблицы по списку или возьмите свежую копию набора.
doctor-well = Всё в порядке.
doctor-ill = Есть что исправить: смотрите строки со знаком ✗.

build-done = { $part }: готово.
build-differs = { $part } разошлось с исходником: { $files }. Ничего не записано. Выполните: casekit build { $part }
build-unknown = «{ $found }» здесь не собирают. Есть: { $allowed }.
doctor-megabytes = { $count } МБ
