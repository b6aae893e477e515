# %% [markdown] lang="ru"
# # Что делаем в понедельник?
#
# **Вопрос руководителя.** План есть. Что он даст по годам, когда начнёт окупаться, чем опасен — и с чего начать?
#
# **30 минут.** Вы:
#
# - увидите, что план меняет в прибыли, год за годом;
# - разложите переход по этапам: не всё сразу;
# - выберете пилот, который ответит на вопрос, а не успокоит;
# - напишете записку на одну страницу и заберёте её с собой.
#
# **На занятии в 90 минут** ответьте на вопросы 1, 2 и 3, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Подсказка — `ck.hint("имя вопроса")` в пустой ячейке; имя стоит в кавычках в строке `ck.check(...)`.
# %% [markdown] lang="en"
# # What do we do on Monday?
#
# **The manager’s question.** There is a plan. What does it bring year by year, when does it begin to pay, what may go wrong, and where do we start?
#
# **30 minutes.** You will:
#
# - see what the plan changes in profit, year by year;
# - lay the change out in phases: not everything at once;
# - choose a pilot that answers the question rather than reassures;
# - write a memo of one page and take it with you.
#
# **In a workshop of 90 minutes** do questions 1, 2 and 3; run everything else.
#
# Run the cells in order: **Shift + Enter**. For a hint write `ck.hint("name of the question")` into an empty cell; the name stands in quotes in the line `ck.check(...)`.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# ## План на языке прибылей и убытков
#
# Чтобы считать одинаково, возьмём лучший план модели. Вот что он прибавляет к сегодняшнему дню по годам, в тысячах рублей. Прибыль меньше маржи на плату техникам и помощнику.
# %% [markdown] lang="en"
# ## The plan in the language of profit and loss
#
# So that we all count alike, let us take the model’s best plan. Here is what it adds to today year by year, in thousands of roubles. Profit is less than margin by the pay of technicians and assistant.
# %% tags=["run-only"]
best = ck.model.best_plan(case)
today, planned = ck.model.project(case), ck.model.project(case, best.plan, draws=200)
change = planned.profit - today.profit
ck.charts.show_table(change[["margin_krub", "profit_krub"]])
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Сколько прибыли прибавит план в первый год?
#
# **Ваш ход.** Второй год, например, — это `change.loc[2, "profit_krub"]`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. How much profit does the plan add in the first year?
#
# **Your turn.** The second year, for instance, is `change.loc[2, "profit_krub"]`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
first_year = change.loc[1, "profit_krub"]
# </solution>
ck.check("decision.first_year", first_year)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Прибыль — это маржа за вычетом платы за высвобожденные часы. Частая ошибка — обещать маржу: платить придётся с первого месяца.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Profit is margin less what freed hours cost. A common slip is to promise margin; the pay begins in the first month.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. А сколько — в третий?
#
# **Ваш ход.** Та же таблица, другая строка. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. And how much in the third?
#
# **Your turn.** The same table, another row. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
third_year = change.loc[3, "profit_krub"]
# </solution>
ck.check("decision.third_year", third_year)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** План созревает вместе со сделками. Кто судит о нём по первому году, судит рано; частая ошибка — сложить годы и пообещать сумму.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The plan ripens with its deals. Who judges it by the first year judges too early; a common slip is to add the years up and promise the sum.
# %% tags=["run-only"]
picture = ck.charts.plot_margin_path(planned.monthly, today.monthly, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Штриховка — то, что уже в работе: первые месяцы держатся на ней. Когда линия плана уходит от пунктира?
# %% [markdown] lang="en"
# **What to notice.** The hatched part is already in the pipeline; the first months rest on it. When does the plan’s line part from the dashed one?
# %% [markdown] lang="ru"
# ## Не всё сразу
#
# Людям нужно время. Что, если сначала пройти лишь половину пути? Вот какая часть выигрыша при этом получается.
# %% [markdown] lang="en"
# ## Not everything at once
#
# People need time. What if we go only half the way at first? This is the part of the gain it brings.
# %% tags=["run-only"]
half_way = ck.model.share_of_gain(case, best.plan.scaled(0.5))
f"{half_way:.0%}"
# %% tags=["run-only"]
picture = ck.charts.plot_fan(planned.fan, planned.outlook.chance_of_gain, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Даже половина пути даёт больше половины выигрыша: начинать можно осторожно. Веер на графике — о плане целиком: насколько разной может выйти прибавка и вероятен ли выигрыш.
# %% [markdown] lang="en"
# **What to notice.** Even half the way brings more than half of the gain: one may begin carefully. The fan in the picture is about the whole plan: how widely its gain may vary, and how likely a gain is.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Какой пилот скажет больше всего?
#
# **Ваш ход.** Впишите в кавычках один код: `"one_region"` (один регион, остальные для сравнения), `"everybody"` (все сразу), `"volunteers"` (добровольцы) или `"the_first"` (первый по выручке). *Ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. Which pilot would tell most?
#
# **Your turn.** Write one code in quotes: `"one_region"` (one region, the others to compare with), `"everybody"` (everybody at once), `"volunteers"` or `"the_first"` (the first by revenue). *The answer is stated, not computed.*
# %% tags=["your-turn"]
# <solution>
pilot = "one_region"
# </solution>
ck.check("decision.pilot", pilot)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Есть с кем сравнить, и участников выбрала карта, а не успех. Соблазнительно взять добровольцев: с ними легче — и узнаешь меньше.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** There is somebody to compare with, and the map chose who takes part, not success. Volunteers are tempting: they are easier, and one learns less.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Записка на одну страницу
#
# ### Вопрос 4. Что Вы предлагаете?
#
# **Ваш ход.** Между кавычками, абзацами через пустую строку: решение первым предложением; что это даст и когда; чего стоит; чем опасно и при каком значении какого показателя остановимся; пилот — где, сколько, с кем сравним. *Этот текст прочтёт и оценит человек.*
# %% [markdown] lang="en" tags=["your-turn"]
# ## A memo of one page
#
# ### Question 4. What do you propose?
#
# **Your turn.** Between the quotes, with a blank line between paragraphs: the decision in the first sentence; what it brings and when; what it costs; what may go wrong, and which figure makes us stop; the pilot, where, how long, compared with whom. *A person reads and marks this text.*
# %% tags=["your-turn", "text-answer"]
# <solution>
my_memo = {
    "ru": """Предлагаю с первого числа перевести часы из сервиса, бумаг и избытка удержания в
расширение и конверсию — у каждого по-своему — и начать с одного региона.

План окупается в первый же год, но созревает со сделками: главная прибавка приходит на третий. Стоит
он платы техникам и помощнику и терпения: сделка идёт около восьми месяцев.

Опаснее всего проглядеть уход старых клиентов. Раз в квартал смотрим их регулярную выручку: упадёт
заметнее, чем обещает модель, — останавливаемся. Часы, каких ещё никто не отрабатывал, сначала
пробуем.

Пилот: один регион, девять месяцев, сравнение с тремя остальными, не больше трёх сделок сразу.""",
    "en": """I propose to move hours from service, paperwork and excess retention into expansion and
conversion from the first of the month, specialist by specialist, and to begin with one region.

The plan pays within its first year but ripens with its deals: most of the gain comes in the third.
It costs the pay of technicians and an assistant, and patience: a deal takes about eight months.

The danger is to overlook old clients leaving. Every quarter we look at their recurring revenue; if
it falls more than the model says, we stop. Hours that nobody has ever worked are tried first.

The pilot: one region, nine months, compared with the other three, no more than three deals each.""",
}[lang]
# </solution>
ck.check("decision.memo", my_memo)
# %% [markdown] lang="ru"
# ## Заберите с собой
#
# Записка с Вашими словами, числами и картинками — одна страница HTML и таблица Excel рядом с блокнотом. Вместо `best.plan` можно взять Ваш план из блокнота 05: `"my_plan.json"`.
# %% [markdown] lang="en"
# ## Take it with you
#
# The memo with your words, the numbers and the pictures: one page of HTML and an Excel workbook beside the notebook. In place of `best.plan` you may take your plan of notebook 05: `"my_plan.json"`.
# %% tags=["run-only", "nbval-ignore-output"]
ck.memo(case, best.plan, my_memo)
# %% [markdown] lang="ru"
# Сдаёте работу? Сохраните все блокноты (**Ctrl + S**), впишите в пустую ячейку `ck.hand_in("Ваше имя или команда")` и выполните её.
#
# ## Три мысли с собой
#
# 1. Обещают **прибыль по годам**, а не сумму за три: план созревает со сделками.
# 2. Начинать можно **с половины**: вершина плоская.
# 3. Пилоту нужны **сравнение** и порог, на котором останавливаются. А вместо «нового клиента» — клиент конкурента: он платит каждый месяц, и не нам.
# %% [markdown] lang="en"
# Handing in? Save all notebooks (**Ctrl + S**), write `ck.hand_in("your name or team")` into an empty cell and run it.
#
# ## Three thoughts to take away
#
# 1. Promise **profit year by year**, not the sum of three: the plan ripens with its deals.
# 2. One may begin **with half**: the top is flat.
# 3. A pilot needs **a comparison** and a figure that makes it stop. And for “new client” say a competitor’s client: it pays every month, and it does not pay us.
