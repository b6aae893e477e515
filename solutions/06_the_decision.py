# %% [markdown] lang="ru"
# # Что делаем в понедельник?
#
# **Вопрос руководителя.** План есть. Что он даст по годам, когда начнёт окупаться, чем опасен — и с чего начать?
#
# **30 минут.** Вы:
#
# - увидите, что план меняет в прибыли, год за годом;
# - увидите, сколько даёт половина пути: не всё сразу;
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
# - see how much half of the change brings: not everything at once;
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
# Чтобы считать одинаково, возьмём лучший план модели. Вот что он по годам прибавляет к тому, что принесли бы сегодняшние часы, в тысячах рублей. Прибыль — это маржа за вычетом платы техникам и помощникам.
# %% [markdown] lang="en"
# ## The plan in the language of profit and loss
#
# So that we all count alike, let us take the model’s best plan. Here is what it adds, year by year, to what today’s hours would bring, in thousands of roubles. Profit is margin less the pay of technicians and assistants.
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
# **Why.** The plan pays as its deals are won. To judge it by the first year is to judge too early; a common slip is to add the years up and promise the sum.
# %% tags=["run-only"]
picture = ck.charts.plot_margin_path(planned.monthly, today.monthly, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Штриховка — то, что уже в работе и придёт при любом плане. Когда линия плана уходит от пунктира?
# %% [markdown] lang="en"
# **What to notice.** The hatched part is already in the pipeline and comes under any plan. When does the plan’s line part from the dashed one?
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
ck.charts.show_table({"gain_share": half_way})
# %% tags=["run-only"]
picture = ck.charts.plot_fan(planned.fan, planned.outlook.chance_of_gain, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Даже половина пути даёт больше половины выигрыша: начинать можно осторожно. Веер на графике — о плане целиком: насколько разной может выйти прибавка и вероятен ли выигрыш.
# %% [markdown] lang="en"
# **What to notice.** Even half the way brings more than half of the gain: one may begin carefully. The fan in the picture is about the whole plan: how widely its gain may vary, and how likely a gain is.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Какой пилот скажет нам больше всего?
#
# **Ваш ход.** Впишите в кавычках один код: `"one_region"` (все специалисты одного региона), `"everybody"` (все специалисты компании), `"volunteers"` (добровольцы из всех регионов) или `"the_first"` (первые по выручке). *Ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. Which pilot would tell us most?
#
# **Your turn.** Write one code in quotes: `"one_region"` (all specialists of one region), `"everybody"` (all specialists of the company), `"volunteers"` (volunteers from all regions) or `"the_first"` (the leaders by revenue). *The answer is stated, not computed.*
# %% tags=["your-turn"]
# <solution>
pilot = "one_region"
# </solution>
ck.check("decision.pilot", pilot)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Есть с кем сравнить, и участников выбрала карта, а не прежний успех. Соблазнительно взять добровольцев: с ними легче — и узнаешь меньше.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** There is somebody to compare with, and geography chose who takes part, not past success. Volunteers are tempting: they are easier, and one learns less.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Записка на одну страницу
#
# ### Вопрос 4. Что Вы предлагаете?
#
# **Ваш ход.** Перечитайте, что Вы записали в конце блокнота 00. Потом между кавычками, абзацами через пустую строку: решение первым предложением — кто, на сколько часов и с какого месяца; что это даст, год за годом; чего стоит; чем опасно и при каком значении какого показателя остановимся; пилот — где, сколько, с кем сравним. *Этот текст прочтёт и оценит человек.*
# %% [markdown] lang="en" tags=["your-turn"]
# ## A memo of one page
#
# ### Question 4. What do you propose?
#
# **Your turn.** Reread what you wrote at the end of notebook 00. Then between the quotes, with a blank line between paragraphs: the decision in the first sentence (who, by how many hours, from which month); what it brings, year by year; what it costs; what may go wrong, and which figure makes us stop; the pilot, where, how long, compared with whom. *A person reads and marks this text.*
# %% tags=["your-turn", "text-answer"]
# <solution>
my_memo = {
    "ru": """Предлагаю с 1 августа перевести часы из сервиса и бумаг в расширение и конверсию, у каждого
специалиста по своему плану (часы по людям — в my_memo.xlsx), и начать с одного региона и с половины
изменений. По полному плану у среднего специалиста переходит 15 часов в месяц: из сервиса и из бумаг
примерно поровну, в расширение и в конверсию тоже; удержание в среднем отдаёт полчаса.

Сначала план стоит денег: 4 месяца прибыль ниже, чем была бы при сегодняшних часах, всего не больше
чем на 963 тыс. ₽; с 6-го месяца план окупился. Когда по нему работают все, прибыль выше на 13,7 млн ₽
в первый год, на 41,9 млн ₽ во второй и на 60,8 млн ₽ в третий; 3,6 млн ₽ в год на техников и
помощников из неё уже вычтены. Вероятность выигрыша модель оценивает примерно в 49 из 50. Половина
изменений даёт 57 % выигрыша и поначалу стоит не больше 451 тыс. ₽.

Чем опасно. Сегодняшнюю отдачу расширения и конверсии показали данные, а сколько принесут
добавленные часы — большей частью допущение. Поэтому план держится часов, какие здесь уже
отрабатывали, меняет у человека не больше 8 часов по каждому занятию, и начинаем мы с половины. Вторая
опасность — проглядеть уход старых клиентов: за первый квартал его не видно. Через девять месяцев
сравниваем их регулярную выручку в пилоте и в остальных регионах. Модель отставания не ждёт, а одна
лишь случайность разводит регион с остальными примерно на 2,7 %; отстанет больше чем на 5 % —
останавливаемся.

Пилот: Понизовье, все его специалисты, девять месяцев, для сравнения — три остальных региона. Никто
не ведёт больше трёх сделок сразу. По марже о пилоте не судим: за девять месяцев она должна вырасти
примерно на 1,6 %, а случайность меняет её на 3,7 %. Заранее называем другое: сколько сделок начато,
сколько точек занято у общих клиентов и сколько бизнеса потеряно. Сделка занимает около восьми
месяцев, поэтому победы считаем в последнюю очередь.""",
    "en": """I propose that from 1 August hours move from service and paperwork into expansion and
conversion, each specialist by a plan of their own (hours by person are in my_memo.xlsx), beginning
with one region and with half of the change. By the full plan 15 hours a month of the average
specialist move, in about equal parts out of service and paperwork and in about equal parts into
expansion and conversion; retention gives up half an hour on average.

At first the plan costs money: for 4 months profit is lower than today’s hours would make it, by no
more than ₽963k in all; from month 6 the plan has paid back. Once everybody works by it, profit rises
by ₽13.7m in the first year, ₽41.9m in the second and ₽60.8m in the third; the ₽3.6m a year for
technicians and assistants has been taken off. The model puts the chance of a gain at about 49 in 50.
Half of the change brings 57% of the gain and costs no more than ₽451k at first.

What may go wrong. What expansion and conversion bring today the data have shown; what the added hours
will bring is mostly assumed. That is why the plan keeps to hours that have been worked here before,
changes nobody’s hours of a kind by more than 8, and why we begin with half. The second danger is to
overlook old clients leaving: the first quarter does not show it. After nine months we set their
recurring revenue in the pilot beside the other regions’. The model expects it not to fall behind, and
luck alone parts a region from the others by about 2.7%; if it is more than 5% behind, we stop.

The pilot: Ponizovye, all its specialists, nine months, with the other three regions to compare.
Nobody pursues more than three deals at once. We do not judge the pilot by margin: in nine months it
should rise by about 1.6%, and luck alone moves it by 3.7%. What we look at is named beforehand:
pursuits opened, points gained at shared clients, business lost. A deal takes about eight months, so
wins are counted last.""",
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
# 2. Начинать можно **с половины**: первые шаги дают больше всего.
# 3. Пилоту нужны **сравнение** и число, на котором останавливаются. А вместо «нового клиента» — клиент конкурента: он платит каждый месяц, и не нам.
# %% [markdown] lang="en"
# Handing in? Save all notebooks (**Ctrl + S**), write `ck.hand_in("your name or team")` into an empty cell and run it.
#
# ## Three thoughts to take away
#
# 1. Promise **profit year by year**, not the sum of three: the plan pays as its deals are won.
# 2. One may begin **with half**: the first steps bring most.
# 3. A pilot needs **a comparison** and a figure that makes it stop. And for “new client” say a competitor’s client: it pays every month, and it does not pay us.
