# %% [markdown] lang="ru"
# # Что будет, если перераспределить часы?
#
# **Вопрос руководителя.** Час каждого вида приносит разное — значит, часы стоит перераспределить. Сколько, откуда и куда? И не потеряем ли мы на этом старых клиентов?
#
# **40 минут.** Вы:
#
# - подвигаете часы на панели и увидите, что из этого следует за три года;
# - сравните два рычага: перераспределить часы продаж — и высвободить часы из сервиса и бумаг;
# - найдёте, где кончается выгода и начинается вред;
# - составите свой план: его оценит модель.
#
# **На занятии в 90 минут** ответьте на вопросы 4 и 7, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Подсказка — `ck.hint("имя вопроса")` в пустой ячейке; имя стоит в кавычках в строке `ck.check(...)`.
# %% [markdown] lang="en"
# # What if hours were moved?
#
# **The manager’s question.** Hours of different kinds bring different things, so hours should be moved. How many, from where and to where? And will it cost us old clients?
#
# **40 minutes.** You will:
#
# - move hours on the board and see what follows over three years;
# - compare two levers: reshuffling selling hours, and freeing hours from service and paperwork;
# - find where gain ends and harm begins;
# - make a plan of your own, which the model marks.
#
# **In a workshop of 90 minutes** do questions 4 and 7; run everything else.
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
# ## Панель: подвигайте часы
#
# Три опыта, по минуте на каждый:
#
# 1. прибавьте расширению пять часов — и посмотрите, какие часы уступили;
# 2. нажмите «Как сегодня», закройте замки у сервиса и администрирования и повторите;
# 3. откройте замки и нажмите под бегунками «Норма гендиректора» (всем — часы, как у лучшей четверти специалистов в других компаниях). Прочтите верхнюю строку: сколько прибавится, когда окупится, насколько план сначала отстанет?
#
# Под «Для кого» выбирают регион или одного специалиста, под «Этап с месяца» — этап: план может менять часы с 1-го, с 4-го и с 9-го месяца, и панель показывает один этап. На листе «Отдача и риск» — кривые и разброс, на листе «Люди» — чей месяц меняется сильнее всего. Под картинками первого листа план оставляют для сравнения — кнопкой «Сравнить». Часы на панели — за последние двенадцать месяцев, а у тех, кто за это время стал работать иначе, — с тех пор; поэтому они не совсем те, что в блокноте 02: там среднее двух лет.
#
# Какой план лучший, панель не скажет, пока Вы не примете свой и не напишете почему. Спешить некуда: решать Вы будете в вопросе 7.
#
# Панель не появилась? Блокнот годится и без неё. Свой план в вопросе 7 можно записать строкой: `ck.Plan({"all": {"expansion": +6, "retention": -6}})`.
# %% [markdown] lang="en"
# ## The board: move some hours
#
# Three experiments, a minute each:
#
# 1. give expansion five hours more and see which hours give way;
# 2. press “Today’s hours”, close the padlocks of service and administration, and do it again;
# 3. open the padlocks and press “Chief executive’s norm” below the sliders (everybody’s hours split as in the top quartile of specialists in other firms). Read the line on top: how much is gained, when is it paid back, how far does it fall behind at first?
#
# Under “For” you choose a region or one specialist, under “Phase from month” the phase: a plan may change its hours from months 1, 4 and 9 on, and the board shows one phase at a time. The sheet “Curves and risk” has the curves and their ranges, the sheet “People” whose month changes most. Below the pictures of the first sheet, “Compare” keeps a plan for comparison. The hours on the board are those of the last twelve months, or since then for those who have come to work otherwise, so they are not quite those of notebook 02, which averages two years.
#
# Which plan is best the board does not tell until you commit to one of your own and write why. There is no hurry: you decide in question 7.
#
# No board on your screen? The notebook works without it. In question 7 you can write your plan as a line: `ck.Plan({"all": {"expansion": +6, "retention": -6}})`.
# %% tags=["run-only", "nbval-ignore-output"]
board = ck.cockpit(case)
board
# %% [markdown] lang="ru"
# ## Первый рычаг: перераспределить часы продаж
#
# Пусть сервис, дорога и бумаги (на панели — «администрирование») останутся как есть. Модель ищет для каждого специалиста лучшее деление его часов продаж. Дальше восьми часов в месяц по каждому занятию она не идёт и держится часов, какие в компании уже кто-нибудь отрабатывал: о других данные молчат. Свой план так не ограничен.
#
# **Ценность** плана — маржа трёх лет в сегодняшних деньгах за вычетом платы за высвобожденные часы плюс ещё год маржи от того, что останется к концу: от клиентов и от сделок, которые к тому времени в работе. Поэтому с суммой трёх лет она не совпадает. Задержки и уход клиентов учтены. **Сегодняшняя ценность** — это ценность часов, оставленных как есть. **Возможный выигрыш** — то, что прибавляет к ней лучший план.
# %% [markdown] lang="en"
# ## The first lever: reshuffle selling hours
#
# Let service, travel and paperwork (“administration” on the board) stay as they are. The model looks for each specialist’s best split of selling hours. It goes no further than eight hours a month in any activity, and keeps to hours that somebody in the company has worked before: of others the data say nothing. A plan of your own is free of that.
#
# The **value** of a plan is the margin of three years in today’s money, less the pay of those who take over the freed work, plus one further year’s margin on what is left at the end: the clients, and the deals then in the pipeline. So it does not equal the sum of three years. Delays and lost clients are allowed for. **Today’s value** is the value of leaving the hours as they are. The **attainable gain** is what the best plan adds to it.
# %% tags=["run-only"]
held = ck.model.Limits(locked=frozenset({"service", "travel", "admin"}))
reshuffled = ck.model.best_plan(case, held)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Какую долю сегодняшней ценности прибавляет перераспределение часов продаж?
#
# **Ваш ход.** Прибавка хранится в `reshuffled.gain_krub`, сегодняшняя ценность — в `reshuffled.present_krub`. Разделите. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. What share of today’s value does reshuffling selling hours add?
#
# **Your turn.** The gain is stored in `reshuffled.gain_krub`, today’s value in `reshuffled.present_krub`. Divide. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
reshuffle_gain = reshuffled.gain_krub / reshuffled.present_krub
# </solution>
ck.check("plan.reshuffle_gain", reshuffle_gain)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Несколько процентов — без единого нового человека и нового часа. Частая ошибка — взять план, где высвобождены и часы сервиса: это уже второй рычаг.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** A few per cent, without one new person or one new hour. A common slip is to take the plan that frees service hours as well: that is the second lever.
# %% [markdown] lang="ru"
# ## Второй рычаг: высвободить часы
#
# Теперь пусть часть сервиса возьмут техники, а часть бумаг — помощники. Это стоит денег, и модель их вычитает.
# %% [markdown] lang="en"
# ## The second lever: free hours
#
# Now let technicians take over some of the service and assistants some of the paperwork. That costs money, and the model subtracts it.
# %% tags=["run-only"]
best = ck.model.best_plan(case)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Какую долю сегодняшней ценности прибавляют сверх этого высвобожденные часы?
#
# **Ваш ход.** Прибавка всего плана — `best.gain_krub`. Вычтите прибавку первого рычага и разделите на `best.present_krub`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. What share of today’s value do freed hours add on top of that?
#
# **Your turn.** The whole plan’s gain is `best.gain_krub`. Take off the first lever’s gain and divide by `best.present_krub`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
freed_gain = (best.gain_krub - reshuffled.gain_krub) / best.present_krub
# </solution>
ck.check("plan.freed_gain", freed_gain)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Это прибавка сверх первого рычага и за вычетом платы техникам и помощникам. Частая ошибка — забыть вычесть первый рычаг.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** This comes on top of the first lever, with technicians and assistants paid. A common slip is to forget to take the first lever off.
# %% [markdown] lang="ru"
# ## Не весь сервис лишний
#
# Если сервис можно высвобождать, почему не весь? Отдадим расширению сначала 40 % часов сервиса — останется примерно минимум, то есть часы, меньше которых оставить нельзя, — а потом 55 %.
# %% [markdown] lang="en"
# ## Not all service is waste
#
# If service can be freed, why not all of it? Let us first give expansion 40% of the service hours, which leaves roughly the floor (the hours that must be kept), and then 55%.
# %% tags=["run-only"]
today = ck.model.project(case)
freed = ck.model.shifted_plan(case, "service", 0.40, into="expansion")
too_much = ck.model.shifted_plan(case, "service", 0.55, into="expansion")
to_floor = ck.model.project(case, freed)
below = ck.model.project(case, too_much)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. На сколько тысяч рублей ценность второго плана меньше, чем первого?
#
# **Ваш ход.** Первый план посчитан в `to_floor`, второй — в `below`; ценность берут так: `today.value_krub`. Нужна разность двух ценностей, положительная, если первый план лучше. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. By how many thousand roubles is the second plan worth less than the first?
#
# **Your turn.** The first plan is worked out in `to_floor`, the second in `below`; a value is taken like this: `today.value_krub`. The difference of two values is needed, positive if the first plan is better. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
harm = to_floor.value_krub - below.value_krub
# </solution>
ck.check("plan.below_floor", harm)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Часов продаж стало больше, а план хуже: ниже минимума клиенты замечают, что к ним не едут. Сколько их при этом уйдёт, по истории компании не узнать: это допущение кейса. Частая ошибка — сравнить с сегодняшним днём, а не план с планом.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** There are more selling hours and yet the plan is worse: below the floor clients notice that nobody comes. How many leave for it the company’s history does not tell: the case assumes it. A common slip is to compare with today rather than plan with plan.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сначала прикиньте
#
# **Ваш ход.** Уберём у каждого 40 % часов удержания и не получим за них ничего: пусть уйдут в бумаги. Скольких процентов регулярной выручки мы недосчитаемся через три месяца? А через три года? Поставьте два числа через запятую, например `1, 2`. Догадка не проверяется.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Guess first
#
# **Your turn.** Let us take away 40% of everybody’s retention hours and gain nothing for them: they go into paperwork. What percentage of recurring revenue will be missing after three months? And after three years? Put in two numbers with a comma between them, for instance `1, 2`. Nobody marks the guess.
# %% tags=["your-turn"]
# <solution>
my_guess = 5, 10
# </solution>
# %% tags=["run-only"]
wasted = ck.model.shifted_plan(case, "retention", 0.40, into="admin")
cut = ck.model.project(case, wasted)
missing = 1 - cut.base / today.base
ck.charts.show_table(missing.loc[[3, 6, 12, 24, 36]].rename("missing_share"))
# %% [markdown] lang="ru"
# **Что заметить.** Первый квартал не скажет почти ничего — и отчёт за квартал назовёт сокращение удачным.
# %% [markdown] lang="en"
# **What to notice.** The first quarter tells next to nothing, and the quarterly report will call the cut a success.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 4. Какой доли регулярной выручки мы недосчитаемся через три года?
#
# **Ваш ход.** Возьмите её из `missing` по номеру месяца: `missing.loc[3]` — через три месяца. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. What share of recurring revenue will be missing after three years?
#
# **Your turn.** Take it from `missing` by the number of the month: `missing.loc[3]` is after three months. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
missing_later = missing.loc[36]
# </solution>
ck.check("plan.retention_cut", missing_later)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Внимание к клиентам тает постепенно, а потери складываются месяц за месяцем. Частая ошибка — посмотреть на первый год: худшее ещё впереди.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Attention fades slowly, and losses add up month by month. A common slip is to look at the first year: the worst is still to come.
# %% [markdown] lang="ru"
# ## Чужая мерка жмёт
#
# Проще всего раздать всем доли часов, как у лучшей четверти специалистов в других компаниях, — насколько пускают те же ограничения. Какую часть возможного выигрыша это даст?
# %% [markdown] lang="en"
# ## Somebody else’s shoes pinch
#
# The easiest thing is to give everybody the split of the top quartile of specialists in other firms, as far as the same limits let them. What part of the attainable gain would that bring?
# %% tags=["run-only"]
benchmark = ck.model.benchmark_plan(case)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 5. Какую часть возможного выигрыша даёт деление часов, как у лучшей четверти специалистов?
#
# **Ваш ход.** Часть выигрыша любого плана считает `ck.model.share_of_gain(case, план)`. План уже есть: `benchmark`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 5. What part of the attainable gain does the split of the top quartile bring?
#
# **Your turn.** The part of the gain of any plan is worked out by `ck.model.share_of_gain(case, plan)`. The plan is there already: `benchmark`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
of_the_gain = ck.model.share_of_gain(case, benchmark)
# </solution>
ck.check("plan.benchmark", of_the_gain)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Направление чужая мерка угадала: расширения и конверсии больше, сервиса и бумаг меньше. А жмёт она в удержании: забирает у человека в среднем почти семь часов, которых лучший план почти не трогает, и через три года маржа прежнего бизнеса из-за этого примерно на 4 % ниже, чем при лучшем плане. Своих клиентов и своего следующего часа чужие доли не знают. Частая ошибка — назвать то, что потеряно.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The direction of the borrowed split is right: more expansion and conversion, less service and paperwork. Where it pinches is retention: it takes almost seven hours from the average person, which the best plan hardly touches, and after three years the margin of today’s business is about 4% lower for it than under the best plan. Other people’s shares know nothing of your clients or of your next hour. A common slip is to give the part that is lost.
# %% [markdown] lang="ru"
# ## Первые шаги дают больше всего
#
# Лучший план рассчитан до десятых долей часа. Обязательно ли попадать так точно? Пройдём к нему три четверти пути.
# %% [markdown] lang="en"
# ## The first steps bring most
#
# The best plan is exact to a tenth of an hour. Must one hit it so exactly? Let us go three quarters of the way.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. Какую часть выигрыша дают три четверти пути?
#
# **Ваш ход.** Половину пути, например, даёт `best.plan.scaled(0.5)`. Часть выигрыша считается как в вопросе 5. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. What part of the gain do three quarters of the way bring?
#
# **Your turn.** Half the way, for instance, is `best.plan.scaled(0.5)`. The part of the gain is worked out as in question 5. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
most_of_it = ck.model.share_of_gain(case, best.plan.scaled(0.75))
# </solution>
ck.check("plan.three_quarters", most_of_it)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Каждый следующий шаг даёт меньше прежнего: первая четверть пути приносит три десятых выигрыша, последняя — пятую часть. Без ограничений последняя дала бы и того меньше, лишь восьмую: ограничения останавливают план раньше, чем вершина становится плоской. Направление важнее десятых долей часа. Соблазнительно ответить «три четверти», но выигрыш не пропорционален пути.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Each step brings less than the one before: the first quarter of the way yields three tenths of the gain, the last a fifth. Without the limits the last would yield less still, an eighth: they stop the plan before the top grows flat. Direction counts for more than tenths of an hour. “Three quarters” is tempting, but the gain is not in proportion to the way.
# %% tags=["run-only"]
sure = ck.model.project(case, best.plan, draws=200)
picture = ck.charts.plot_fan(sure.fan, sure.outlook.chance_of_gain, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Сколько приносят часы, известно неточно, и прибавка может выйти разной. Надёжно ли направление?
# %% [markdown] lang="en"
# **What to notice.** What hours bring is not known exactly, and the gain may come out one way or another. Is the direction sure?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 7. Ваш план
#
# **Ваш ход.** Составьте план на панели выше, под её картинками нажмите «Сохранить» и впишите сюда в кавычках имя файла: `"my_plan.json"`. Решились — ответьте одной строкой на «Почему этот план?» и нажмите «Принять»: в файле окажется принятый план, а панель покажет, какую часть достижимого он даёт и где остальное. Считается первое решение, поэтому сначала решите, потом принимайте. Полный балл — от четырёх пятых возможного выигрыша. План здесь можно менять, сколько хотите. *Ответ называют, а не вычисляют.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 7. Your plan
#
# **Your turn.** Make a plan on the board above, press “Save” below its pictures and write the file’s name here in quotes: `"my_plan.json"`. Once you have decided, answer “Why this plan?” in a line and press “Commit”: the file then holds the plan you committed to, and the board shows what part of the attainable it reaches and where the rest lies. The first commit counts, so decide first. Full marks from four fifths of the attainable gain. Here you may change the plan as often as you like. *The answer is stated, not computed.*
# %% tags=["your-turn"]
# <solution>
my_plan = best.plan.scaled(0.9)
# </solution>
ck.check("plan.yours", my_plan)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Четырёх пятых довольно: последние шаги дают меньше всего, а осторожный план легче объяснить людям. Соблазнительно раздать всем одно и то же. Доли лучшей четверти до четырёх пятых здесь тоже дотягивают, но кто их берёт, должен сказать, кому они не подходят и что станет с удержанием.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Four fifths is enough: the last steps bring least, and a careful plan is easier to explain to people. It is tempting to give everybody the same. The top quartile’s split does reach four fifths here, but whoever takes it should say whom it does not suit and what becomes of retention.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## И что с этого руководителю?
#
# **Ваш ход.** Запишите между кавычками двумя-тремя предложениями: чей месяц по Вашему плану меняется сильнее всего, что этот человек спросит первым — и что Вы ответите? Что заставило бы Вас остановить план?
# %% [markdown] lang="en" tags=["your-turn"]
# ## So what, for the manager?
#
# **Your turn.** Between the quotes, write two or three sentences: whose month changes most under your plan, what will that person ask first, and what do you answer? What would make you stop the plan?
# %% tags=["your-turn", "text-answer"]
# <solution>
conclusion = {
    "ru": """Месяц меняется почти у всех одинаково сильно, часов на пятнадцать-шестнадцать: они уходят из
сервиса и бумаг в расширение и конверсию. Спросят, кто присмотрит за старыми клиентами. Отвечу:
удержание у большинства остаётся прежним, сервис берут техники, бумаги — помощники, а раз в полгода
мы сверяем регулярную выручку старых клиентов с тем, чего ждёт модель. Остановил бы план, если бы
выручка отстала от этого больше чем на 3 %: за девять уже известных месяцев модель ошиблась меньше.""",
    "en": """The month changes much alike for nearly everybody, by fifteen or sixteen hours: they go from
service and paperwork into expansion and conversion. People will ask who looks after the old clients.
I answer: for most of you retention stays as it is, service goes to technicians, paperwork to
assistants, and every half-year we set the recurring revenue of old clients beside what the model
expects. I would stop the plan if it fell more than 3% behind that: over nine months already known the
model erred by less.""",
}[lang]
# </solution>
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. Рычагов два: **перераспределить** часы продаж и **высвободить** часы из сервиса и бумаг — но не ниже минимума.
# 2. Сокращать удержание **кажется** бесплатным квартал-другой, а потом счёт растёт годами.
# 3. **Первые шаги** дают больше всего, а люди разные: важны направление и то, чей это месяц, а не десятые доли часа.
#
# Дальше — блокнот **06**: решение и записка.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. There are two levers: **reshuffle** selling hours, and **free** hours from service and paperwork, though not below the floor.
# 2. Cutting retention **looks** free for a quarter or two; then the bill grows for years.
# 3. The **first steps** bring most, and people differ: direction matters, and whose month it is, not tenths of an hour.
#
# Next: notebook **06**, the decision and the memo.
