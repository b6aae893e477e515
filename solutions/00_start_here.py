# %% [markdown] lang="ru"
# # Как здесь работать?
#
# **Вопрос руководителя.** Передо мной блокнот, а не презентация. Что с ним делать?
#
# **15 минут.** Вы:
#
# - выполните ячейку и увидите таблицу;
# - ответите на вопрос и сразу узнаете, верно ли;
# - возьмёте подсказку, когда она понадобится;
# - подвинете бегунок и посмотрите, что изменилось.
#
# Щёлкните один раз по этому тексту и нажимайте **Shift + Enter**: каждое нажатие выполняет одну ячейку и переходит к следующей, сверху вниз. Две первые ячейки с кодом свёрнуты в полоски: раскрывать их не нужно, но выполнить надо — они загружают компанию.
# %% [markdown] lang="en"
# # How do I work with this?
#
# **The manager’s question.** This is a notebook, not a slide deck. What do I do with it?
#
# **15 minutes.** You will:
#
# - run a cell and see a table;
# - answer a question and learn at once whether it is right;
# - take a hint when you need one;
# - move a slider and watch what changes.
#
# Click once on this text and press **Shift + Enter** again and again: each time one cell runs and the next is selected, from top to bottom. The first two cells of code are folded into thin bars: there is no need to open them, but they must run, for they load the company.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# Строка над этим текстом — компания, с которой Вы будете работать. Она вымышлена, и люди в ней тоже. Данные лежат в таблицах, и каждая ячейка показывает из них то, что нужно сейчас.
#
# ## Ячейка показывает то, о чём её просят
#
# Здесь — первые пять специалистов компании. Выполните ячейку: **Shift + Enter**.
# %% [markdown] lang="en"
# The line above this text is the company you will work with. It is invented, and so are its people. The data lie in tables, and each cell shows what is needed from them.
#
# ## A cell shows what it is asked for
#
# Here are the first five specialists of the company. Run the cell: **Shift + Enter**.
# %% tags=["run-only"]
ck.charts.show_table(case.reps[["rep_id", "region", "monthly_cost_krub"]].head(5), case.label)
# %% [markdown] lang="ru"
# **Что заметить.** Одна строка — один специалист. Вместо имён — коды: в этом кейсе разбирают работу, а не фамилии. Деньги — в тысячах рублей; в именах столбцов они обозначены `krub`.
#
# Пример, который сейчас пригодится: `len(...)` считает строки таблицы. Сколько в реестре клиентов — наших, общих и клиентов конкурентов вместе?
# %% [markdown] lang="en"
# **What to notice.** One row is one specialist. People appear by code: the case looks at the work, not at names. ₽k is thousands of roubles, and so is `krub` in the names of columns.
#
# An example you will need in a moment: `len(...)` counts the rows of a table. How many clients are in the register, ours, shared and competitors’ together?
# %% tags=["run-only"]
len(case.accounts)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Сколько в компании специалистов?
#
# **Ваш ход.** Поставьте вместо трёх точек выражение, похожее на пример. Специалисты лежат в таблице `case.reps`. Потом выполните ячейку: проверка ответит сразу. Пока ответа нет, она так и скажет.
#
# *Ответ вычисляется из данных. Такой вопрос при оценке проверят и на другой компании, поэтому здесь нужно выражение, а не набранное число.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. How many specialists does the company have?
#
# **Your turn.** In place of the three dots write an expression like the example. The specialists are in the table `case.reps`. Then run the cell: the check answers at once. As long as there is no answer, it says so.
#
# *The answer is computed from the data. When marks are given, such a question is checked on another company too, so an expression is wanted here and not a number typed in.*
# %% tags=["your-turn"]
# <solution>
specialists = len(case.reps)
# </solution>
ck.check("start.reps", specialists)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Специалистов столько, сколько строк в таблице `case.reps`. Легко посчитать по ошибке `case.accounts` — это клиенты, и проверка такую ошибку узнаёт.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** There are as many specialists as rows in `case.reps`. It is easy to count `case.accounts` by mistake; those are clients, and the check knows that slip.
# %% [markdown] lang="ru"
# ## Подсказка идёт по шагам
#
# Не получилось — возьмите подсказку. Выполните ячейку ещё раз — получите следующую. В кавычках — имя вопроса. То же имя стоит в строке `ck.check(...)` под его ответом, так что подсказку можно взять к любому вопросу. Пустую ячейку добавляют клавишами **Esc**, затем **B**. Хотите ещё раз увидеть число, которое дал Ваш ответ, — впишите в неё имя, стоящее слева от знака равенства, например `specialists`, и выполните.
# %% [markdown] lang="en"
# ## Hints come in steps
#
# If it does not work, take a hint. Run the cell again for the next one. The name of the question stands in quotes. The line `ck.check(...)` below its answer has the same name, so there is a hint to take for every question. **Esc**, then **B** adds an empty cell. To see once more the number that your answer gave, write the name that stands to the left of the equals sign, here `specialists`, into such a cell and run it.
# %% tags=["run-only"]
ck.hint("start.reps")
# %% [markdown] lang="ru"
# ## Слова решают, куда пойдут часы
#
# В этом кейсе нет «нового клиента». Есть три вида, и различает их одно — **кому сегодня достаются деньги**:
#
# | Чей клиент | Код | Что он покупает у нас |
# |---|---|---|
# | наш | `our` | почти всё |
# | общий: мы делим его с конкурентом | `shared` | часть, остальное — у конкурента |
# | клиент конкурента | `competitor` | сегодня ничего |
#
# Новый клиент может подождать. Клиент конкурента ждать не станет: каждый месяц он платит другому.
# %% [markdown] lang="en"
# ## Words decide where hours go
#
# There is no “new client” in this case. There are three kinds, told apart by one thing: **who gets the money today**.
#
# | Whose client | Code | What it buys from us |
# |---|---|---|
# | ours | `our` | nearly everything |
# | shared with a competitor | `shared` | a part; the competitor has the rest |
# | a competitor’s | `competitor` | nothing today |
#
# A new client can wait. A competitor’s client will not: it pays somebody else every month.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Завод покупает всё для своей линии у конкурента, а у нас — ничего. Чей это клиент?
#
# **Ваш ход.** Впишите в кавычках один код из таблицы: `"our"`, `"shared"` или `"competitor"`.
#
# *Здесь ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. A plant buys everything for its line from a competitor and nothing from us. Whose client is it?
#
# **Your turn.** Write one code from the table in quotes: `"our"`, `"shared"` or `"competitor"`.
#
# *Here the answer is stated, not computed.*
# %% tags=["your-turn"]
# <solution>
whose_client = "competitor"
# </solution>
ck.check("start.whose_client", whose_client)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Все закупки идут конкуренту, значит, это его клиент. Соблазнительно сказать «новый»: но тогда кажется, что за него никто не держится, — а за него держатся, и крепко.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** All its purchases go to the competitor, so it is the competitor’s client. “New” is the tempting word, but it sounds as if nobody were holding on to the plant, and somebody is.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Пять часов в месяц — это много или мало?
#
# Сначала прикиньте: если каждый специалист переведёт в продажи пять часов в месяц, сколько часов прибавит за год **вся компания**? Эту прикидку никто не проверяет.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Are five hours a month a lot or a little?
#
# Guess first: if every specialist moves five hours a month into selling, how many hours does **the whole company** gain in a year? Nobody marks the guess.
# %% tags=["your-turn"]
# <solution>
my_guess = 1000
# </solution>
# %% [markdown] lang="ru"
# Теперь подвиньте бегунок — мышью или стрелками на клавиатуре — и следите за полосой и за строкой под ней.
# %% [markdown] lang="en"
# Now move the slider, with the mouse or with the arrow keys, and watch the bar and the line below it.
# %% tags=["run-only", "nbval-ignore-output"]
ck.first_slider(case)
# %% [markdown] lang="ru"
# **Что заметить.** Полоса — рабочий месяц среднего специалиста: синее — продажи сегодня, оранжевое — часы, которые Вы перевели. Бегунок ответа не хранит: то, что нашли, записывают в ячейку.
# %% [markdown] lang="en"
# **What to notice.** The bar is the working month of the average specialist: blue is selling today, orange the hours you have moved. The slider keeps no answer; what you find is written into a cell.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Сколько часов продаж прибавит за год вся компания, если каждый переведёт пять часов в месяц?
#
# **Ваш ход.** Перемножьте три числа. Число специалистов у Вас уже есть под именем `specialists`, умножение — звёздочка: `2 * 3`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. How many hours of selling does the whole company gain in a year if everyone moves five hours a month?
#
# **Your turn.** Multiply three numbers. You already have the number of specialists under the name `specialists`, and multiplication is an asterisk: `2 * 3`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
hours_a_year = 5 * 12 * specialists
# </solution>
ck.check("start.hours_moved", hours_a_year)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Пять часов, двенадцать месяцев, все специалисты. Чаще всего забывают месяцы — или людей: час одного человека в месяц выглядит пустяком, пока его не умножат.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Five hours, twelve months, all specialists. People most often forget the months, or the people: an hour of one person in a month looks like nothing until it is multiplied.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## И что с этого руководителю?
#
# **Ваш ход.** Запишите между кавычками одно-два предложения: что Вы сделали бы в своей компании, если бы нашли такие часы? Это не проверяется; перечитаете в последнем блокноте, когда будете писать записку.
# %% [markdown] lang="en" tags=["your-turn"]
# ## So what, for the manager?
#
# **Your turn.** Between the quotes, write a sentence or two: what would you do in your own company if you found such hours? Nobody marks it; reread it in the last notebook, when you write the memo.
# %% tags=["your-turn", "text-answer"]
# <solution>
first_thought = {
    "ru": """Сначала выяснил бы, чьи это часы и чем они заняты сегодня: пять часов у каждого — это
почти одна ставка на год. И решил бы заранее, на каких клиентов их потратить.""",
    "en": """First I would find out whose hours these are and what fills them today: five hours each
come to almost one person for a year. And I would decide beforehand which clients to spend them on.""",
}[lang]
# </solution>
# %% [markdown] lang="ru"
# ## Что уже сделано
# %% [markdown] lang="en"
# ## What is done so far
# %% tags=["run-only", "nbval-ignore-output"]
ck.progress()
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. **Shift + Enter** выполняет ячейку; идти лучше сверху вниз. Запутались — «Ядро → Перезапустить ядро и Запустить все ячейки…»: ответы останутся на месте.
# 2. Проверка говорит об ответе, а не о Вас; подсказка баллов не отнимает.
# 3. Клиенты бывают наши, общие и клиенты конкурентов. «Нового» здесь нет.
#
# Дальше — блокнот **01**: чьи это клиенты и почему падает прибыль. Прежде прочитайте сам кейс: `case/ru/case.html` в папке набора.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. **Shift + Enter** runs a cell; go from top to bottom. If you get lost, choose Kernel → Restart Kernel and Run All Cells…: your answers stay where they are.
# 2. The check speaks about the answer, not about you, and a hint costs no marks.
# 3. Clients are ours, shared, or a competitor’s. There is no “new” one here.
#
# Next is notebook **01**: whose clients they are, and why profit falls. Before that, read the case itself: `case/en/case.html` in the kit’s folder.
