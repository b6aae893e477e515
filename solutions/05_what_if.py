# %% [markdown] lang="ru"
# # Что перераспределить — и можно ли верить модели?
#
# **Вопрос руководителя.** Часы можно разделить иначе. Что это даст за три года — и насколько можно верить тому, что говорит модель?
#
# **45 минут.** Вы:
#
# - проверите модель на месяцах, которых она не знала;
# - увидите, чего стоит ничего не менять;
# - попробуете предложения с совещания и примете свой план — не зная лучшего, но объяснив почему;
# - узнаете, чего можно было достичь: одной нормой для всех или планом для каждого.
#
# **На занятии в 90 минут** ответьте на вопросы 4 и 6, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**.
# %% [markdown] lang="en"
# # What should we move, and can the model be believed?
#
# **The manager’s question.** Hours could be divided otherwise. What would that bring over three years, and how far can we believe what a model says?
#
# **45 minutes.** You will:
#
# - test the model on months that it did not know;
# - see what it costs to change nothing;
# - try the meeting’s proposals and commit to a plan of your own, without knowing the best one, and say why;
# - learn what was attainable, by one norm for everybody or a plan for each person.
#
# **In a workshop of 90 minutes** answer questions 4 and 6; run everything else.
#
# Run the cells in order: **Shift + Enter**.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# ## Сначала проверим модель
#
# Модель видела только первые месяцы — и сколько часов отработали потом. Последние девять месяцев она предсказала сама, а мы знаем, чем они кончились.
# %% [markdown] lang="en"
# ## First, put the model to the test
#
# The model was shown the first months only, and how many hours were worked afterwards. It then forecast the last nine months, and we know how they came out.
# %% tags=["run-only"]
told = ck.model.hindcast(case)
picture = ck.charts.plot_hindcast(told.months, told, case.currency)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. На чём держится сказанное?
#
# **Ваш ход.** Часы в те месяцы мало отличались от прежних, а план просит других. На графиках — что даёт каждое число часов. Сплошная линия — часы, которые кто-то отработал хотя бы квартал, пунктир — которых не пробовал никто; полоса — границы, в которых может лежать ответ. Кто-то столько отработал — ещё не значит, что известно, сколько это даёт. «Сегодня» — часы последнего года, а не среднее двух лет, как в блокноте 02.
#
# В таблице — что модель узнала из отчётности, что пришлось принять и что изменилось бы, окажись принятое неверным.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. What does it rest on?
#
# **Your turn.** The hours of those months were much like those before; a plan asks for others. The pictures show what each number of hours brings. A solid line is hours that somebody worked for a quarter at least, dashes are hours that nobody tried; the band holds the bounds within which the answer may lie. That somebody worked them does not say what they bring. “Today” means the hours of the last year, not the mean of two as in notebook 02.
#
# The table below says what the model learned from the books, what it assumes, and what would change if that were wrong.
# %% tags=["your-turn", "hide-input"]
known = ck.model.calibrated(case)
kept = ck.model.response_frame(known, "retention")
gained = ck.model.response_frame(known, "expansion")
won = ck.model.response_frame(known, "conversion")
ck.show(ck.charts.plot_response_curve(kept, case.currency))
ck.show(ck.charts.plot_response_curve(gained, case.currency))
ck.show(ck.charts.plot_response_curve(won, case.currency))
ck.show(ck.charts.show_assumed(known.assumed))
# <solution>
settled = known.intervals.set_index("activity")["learned_share"]
ck.ask(
    "plan.rests_on",
    {
        "level": "learned",
        "retention": "learned",
        "expansion": "partly" if settled["expansion"] >= 0.25 else "assumed",
        "conversion": "partly" if settled["conversion"] >= 0.25 else "assumed",
        "below_floor": "assumed",
        "rivals": "assumed",
    },
)
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Ничего не менять — тоже решение
#
# Что будет, если оставить часы как есть? У общих клиентов конкуренты понемногу сбивают цены. Сплошная линия — если так пойдёт и дальше, штриховая — если это прекратится само собой. **Вопрос 2** — на карточке под графиком.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Changing nothing is a decision too
#
# What if the hours stay as they are? At shared clients competitors press prices down little by little. The full line is if that goes on, the dashed one if it stops by itself. **Question 2** is on the card below the picture.
# %% tags=["your-turn"]
ck.show(ck.charts.plot_doing_nothing(ck.model.doing_nothing(case), case.currency))
# <solution>
years = ck.model.project(case).profit["margin_krub"]
left = years[3] / years[1]
ck.ask("plan.against_what", "gained" if left < 0.999 else "nothing" if left < 1.001 else "lost")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сокращать удержание — бесплатно?
#
# Руководитель региона знает фирму, где «целый квартал почти не ездили — и на продажах это никак не сказалось». Уберём у каждого 40 % часов удержания, и пусть они уйдут в бумаги: взамен не получим ничего.
#
# **Ваш ход.** Прикиньте на карточке, потом посмотрите.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Is cutting retention free?
#
# The head of region knows a firm that “hardly called on them for a quarter, and nothing happened to the sales”. Let us move 40% of everybody’s retention hours into paperwork, so that nothing is gained for them.
#
# **Your turn.** Guess on the card, then look.
# %% tags=["your-turn"]
# <solution>
ck.guess("plan.guess_cut", 0.1)
# </solution>
# %% tags=["run-only"]
missing = ck.model.retention_cut(case, 0.4)
ck.show(ck.charts.plot_missing_revenue(missing))
ck.guess("plan.guess_cut", truth=missing.iloc[-1])
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Отчёт за квартал назовёт сокращение удачным: внимание тает постепенно, а потери складываются месяц за месяцем. Так руководитель региона и поверил своему кварталу.
#
# ## Весь сервис — техникам?
#
# Отдадим техникам сколько угодно часов сервиса; высвобожденное идёт в расширение, техникам заплачено. **Ценность** — маржа трёх лет в сегодняшних деньгах за вычетом платы за высвобожденные часы плюс ещё год маржи от того, что останется к концу. Подписаны два плана: у каждого остаётся ровно минимум сервиса — или ни часа.
#
# **Вопрос 3** — на карточке под графиком. Следом — мнение руководителя сервиса.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** The quarterly report will call the cut a success: attention fades slowly, and losses add up month by month. That is how the head of region came to believe his quarter.
#
# ## All of the service to the technicians?
#
# Give technicians as many hours of service as you like; what is freed goes into expansion, and technicians are paid. **Value** is three years’ margin in today’s money, less the pay for the freed hours, plus one further year’s margin on what is left at the end. Two plans carry figures: everybody keeps exactly the floor of service, or not an hour.
#
# **Question 3** is on the card below the picture. After it comes the opinion of the head of service.
# %% tags=["your-turn"]
service = ck.model.service_left(case, into="expansion")
ck.show(ck.charts.plot_service_left(service, case.terms.service_floor_hours, case.currency))
# <solution>
worth = service["gain_krub"]
ck.ask("plan.below_floor", worth[case.terms.service_floor_hours] - worth[0])
# </solution>
# %% tags=["your-turn"]
# <solution>
ck.ask("opinions.service", "partly")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Панель: предложения с совещания — и Ваш план
#
# Под бегунками — предложения с совещания. Попробуйте каждое и прочтите верхнюю строку: сколько прибавится, когда окупится, насколько план сначала отстанет, у скольких людей изменится месяц. Потом составьте свой.
#
# «Сравнить» ставит план рядом с другими, замок держит часы на месте, «Для кого» выбирает регион или человека, «Этап с месяца» — с какого месяца: 1-го, 4-го или 9-го.
#
# ### Вопрос 4. Ваш план
#
# **Ваш ход.** На листе панели «Что получится»: «Почему этот план?» — одной строкой, потом «Принять план». Считается первое решение; какой план лучший, панель до него не скажет. Карточка под панелью покажет, что записано. (Без панели: `ck.commit(case, ck.Plan({"all": {"expansion": +4, "admin": -4}}), "почему")` в пустой ячейке.)
# %% [markdown] lang="en" tags=["your-turn"]
# ## The board: the meeting’s proposals, and your plan
#
# Below the sliders stand the proposals of the meeting. Try each and read the line on top: how much is gained, when it is paid back, how far it falls behind at first, how many people’s month changes. Then make your own.
#
# “Compare” puts a plan beside the others, a padlock holds hours where they are, “For” chooses a region or a person, “Phase from month” since when: month 1, 4 or 9.
#
# ### Question 4. Your plan
#
# **Your turn.** On the board’s sheet “What follows”: “Why this plan?” in a line, then “Commit”. The first commit counts; which plan is best the board does not tell before it. The card below the board shows what was kept. (Without a board: `ck.commit(case, ck.Plan({"all": {"expansion": +4, "admin": -4}}), "why")` in an empty cell.)
# %% tags=["run-only", "nbval-ignore-output"]
board = ck.cockpit(case)
board
# %% tags=["your-turn", "text-answer"]
# <solution>
hours = {"expansion": +7, "conversion": +6, "service": -6, "admin": -7}
plan = ck.model.fit_to_limits(ck.Plan({"all": hours}), ck.model.calibrated(case))
why = {
    "ru": "Часы берём там, где работу сделают техники и помощники, и отдаём общим клиентам и клиентам конкурентов; удержание не трогаем, сервис не опускаем ниже минимума",
    "en": "The hours come from work that technicians and assistants can do and go to shared clients and competitors’ clients; retention is left alone, service stays above its floor",
}[lang]
ck.ask("plan.committed", {"plan": plan, "reason": why})
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Чего можно было достичь
#
# Ваш план рядом с нормой гендиректора, с небольшой нормой для всех и с планом для каждого. **Вопрос 5** — на карточке под таблицей, за ним — мнение гендиректора.
# %% [markdown] lang="en" tags=["your-turn"]
# ## What was attainable
#
# Your plan beside the chief executive’s norm, a small norm for everybody, and a plan for each person. **Question 5** is on the card below the table; after it comes the chief executive’s opinion.
# %% tags=["your-turn"]
possible = ck.attainable(case)
ck.show(possible)
# <solution>
gain = possible.table["gain_krub"]
ck.ask("plan.benchmark", gain["chief"] / gain["personal"])
# </solution>
# %% tags=["your-turn"]
# <solution>
ck.ask("opinions.norm", "partly")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. Одна норма или план для каждого?
#
# **Ваш ход.** «Выигрыш в 4 случаях из 5» — столько останется, если с моделью не повезёт.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. One norm, or a plan for each person?
#
# **Your turn.** “Gain 4 times in 5” is what remains if we are unlucky with the model.
# %% tags=["your-turn"]
# <solution>
ck.ask("plan.dilemma", "norm")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Обязательно ли идти до конца?
#
# **Ваш ход.** Прикиньте, потом посмотрите.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Must one go all the way?
#
# **Your turn.** Guess, then look.
# %% tags=["your-turn"]
# <solution>
ck.guess("plan.half_way", 0.5)
# </solution>
# %% tags=["run-only"]
ck.guess("plan.half_way", truth=possible.half_way_share)
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Первые шаги дают больше последних, а ошибка в десятые доли часа ничего не стоит: начинать можно осторожно.
#
# ### Вопрос 7. Сколько даёт первый рычаг?
#
# Рычагов два: **перераспределить** часы продаж и **высвободить** часы из сервиса и бумаг. **Для тех, кто считает.** Какую долю сегодняшней ценности прибавляет первый? Замените точки столбцом, в кавычках: `"gain_krub"` — прирост в деньгах, `"of_value_share"` — доля сегодняшней ценности, `"of_attainable_share"` — доля всего прироста.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** The first steps bring more than the last, and a mistake of tenths of an hour costs nothing: one may begin carefully.
#
# ### Question 7. How much does the first lever bring?
#
# There are two levers: **reshuffle** selling hours, and **free** hours from service and paperwork. **For those who compute.** What share of today’s value does the first one add? Put a column, in quotes, in place of the dots: `"gain_krub"` is the gain in money, `"of_value_share"` a share of today’s value, `"of_attainable_share"` a share of the whole gain.
# %% tags=["your-turn"]
# <blank>reshuffle_gain = possible.levers.loc["reshuffled", ...]</blank>
# <solution>
reshuffle_gain = possible.levers.loc["reshuffled", "of_value_share"]
# </solution>
ck.check("plan.reshuffle_gain", reshuffle_gain)
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. Модели верят **до того места, где её проверили**: дальше сегодняшних часов кривые — в основном допущение.
# 2. План сравнивают **не со вчерашним днём**, а с тем, что было бы без него. Сокращать удержание кажется бесплатным квартал-другой.
# 3. **Плана, лучшего по всем столбцам, нет**: норма проще, план для каждого обещает больше. Решать Вам.
#
# Дальше — блокнот **06**: решение, прогноз и записка.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. A model is believed **as far as it was tested**: beyond today’s hours the curves are mostly assumed.
# 2. A plan is held **not against yesterday** but against what would come without it. Cutting retention looks free for a quarter or two.
# 3. **No plan is best in every column**: a norm is simpler, a plan for each person promises more. It is yours to decide.
#
# Next: notebook **06**, the decision, the forecast and the memo.
