# %% [markdown] lang="ru"
# # Что перераспределить — и можно ли верить модели?
#
# **Вопрос руководителя.** Часы можно разделить иначе. Что это даст за три года — и насколько можно верить тому, что говорит модель?
#
# **65 минут.** Вы:
#
# - сначала проверите модель на месяцах, которых она не знала, — и только потом спросите её о будущем;
# - увидите, чего стоит ничего не менять;
# - попробуете на панели предложения с совещания и примете свой план — не зная лучшего, но объяснив почему;
# - узнаете, чего можно было достичь, и выберете: одна норма для всех или план для каждого.
#
# **На занятии в 90 минут** ответьте на вопросы 5 и 7, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Ответы — на карточках; подсказка — кнопкой на карточке.
# %% [markdown] lang="en"
# # What should we move, and can the model be believed?
#
# **The manager’s question.** Hours could be divided otherwise. What would that bring over three years, and how far can we believe what a model says?
#
# **65 minutes.** You will:
#
# - first test the model on months that it did not know, and only then ask it about the future;
# - see what it costs to change nothing;
# - try the meeting’s proposals on the board and commit to a plan of your own, without knowing the best one, and say why;
# - learn what was attainable, and choose: one norm for everybody, or a plan for each person.
#
# **In a workshop of 90 minutes** answer questions 5 and 7; run everything else.
#
# Run the cells in order: **Shift + Enter**. Answers go on the cards; each card has a button for a hint.
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
# **Ваш ход.** Часы в те месяцы мало отличались от прежних, а план просит других. На графиках — что даёт каждое число часов. Сплошная линия — часы, которые кто-то отработал хотя бы квартал, пунктир — которых не пробовал никто; полоса — границы, в которых может лежать ответ. «Сегодня» здесь — часы последнего года, а у кого они с тех пор изменились — последних месяцев; в блокноте 02 было среднее двух лет.
#
# В таблице под графиками — что модель узнала из Вашей отчётности, что пришлось принять сверх того и что изменилось бы, окажись принятое неверным.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. What does it rest on?
#
# **Your turn.** The hours of those months were much like those before; a plan asks for others. The pictures show what each number of hours brings. A solid line is hours that somebody worked for a quarter at least, dashes are hours that nobody tried; the band holds the bounds within which the answer may lie. “Today” here means the hours of the last year, or of the months since for those who have come to work otherwise; notebook 02 had the mean of two years.
#
# The table below them says what the model learned from your books, what had to be assumed on top of that, and what would change if the assumption were wrong.
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
ck.ask("plan.against_what", "gained" if years[3] < 0.999 * years[1] else "nothing")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сокращать удержание — бесплатно?
#
# Руководитель региона знает фирму, где «целый квартал почти не ездили — и на продажах это никак не сказалось». Уберём у каждого 40 % часов удержания, и пусть они уйдут в бумаги: взамен не получим ничего.
#
# **Ваш ход.** Сначала прикиньте на карточке: догадку никто не оценивает.
#
# ### Вопрос 3. Сколько недостанет через три года?
#
# **Для тех, кто считает**, — ячейка под карточкой. В `missing` — доля недостающей выручки по месяцам: `missing.loc[3]` — через три месяца. Замените точки номером месяца. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ## Is cutting retention free?
#
# The head of region knows a firm that “hardly called on them for a quarter, and nothing happened to the sales”. Let us take away 40% of everybody’s retention hours and let them go into paperwork, so that nothing is gained for them.
#
# **Your turn.** Guess on the card first; nobody marks a guess.
#
# ### Question 3. How much is missing after three years?
#
# **For those who compute**, in the cell below the card. `missing` holds the share of revenue that is missing, by month: `missing.loc[3]` is after three months. Put the month’s number in place of the dots. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
ck.guess("plan.guess_cut", 0.1)
# </solution>
# %% tags=["your-turn"]
missing = ck.model.retention_cut(case, 0.4)
# <blank>missing_later = missing.loc[...]</blank>
# <solution>
missing_later = missing.loc[36]
# </solution>
ck.check("plan.retention_cut", missing_later)
# %% tags=["run-only"]
ck.show(ck.charts.plot_missing_revenue(missing))
ck.guess("plan.guess_cut", truth=missing.iloc[-1])
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Отчёт за квартал назовёт сокращение удачным. Что в блокноте 04 показал опыт региона?
#
# ## Весь сервис — техникам?
#
# Сравним два плана: в одном у каждого остаётся ровно минимум сервиса, в другом — ни часа. Всё высвобожденное идёт в расширение, техникам заплачено. **Ценность** — маржа трёх лет в сегодняшних деньгах за вычетом платы за высвобожденные часы плюс ещё год маржи от того, что останется к концу.
#
# **Вопрос 4** — на карточке под таблицей. Следом — график и мнение руководителя сервиса.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** The quarterly report will call the cut a success. What did the region’s experiment show in notebook 04?
#
# ## All of the service to the technicians?
#
# Two plans: one leaves everybody exactly the floor of service, the other not an hour. All that is freed goes into expansion, and technicians are paid. **Value** is three years’ margin in today’s money, less the pay for the freed hours, plus one further year’s margin on what is left at the end.
#
# **Question 4** is on the card below the table. After it come the picture and the opinion of the head of service.
# %% tags=["your-turn"]
service = ck.model.service_left(case, into="expansion")
ck.show(ck.charts.show_table(service.loc[[case.terms.service_floor_hours, 0]]))
# <solution>
worth = service["gain_krub"]
ck.ask("plan.below_floor", worth[case.terms.service_floor_hours] - worth[0])
# </solution>
# %% tags=["your-turn"]
ck.show(ck.charts.plot_service_left(service, case.terms.service_floor_hours, case.currency))
# <solution>
ck.ask("opinions.service", "partly")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Панель: предложения с совещания — и Ваш план
#
# Под бегунками — предложения с совещания: «Оставить как есть», «Норма гендиректора», «Охота», «Убрать весь сервис». Попробуйте каждое и прочтите верхнюю строку: сколько прибавится, когда окупится, насколько план сначала отстанет, у скольких людей изменится месяц. Потом составьте свой.
#
# Кнопка «Сравнить» ставит план в таблицу рядом с другими. Замок держит часы на месте. Под «Для кого» — регион или один человек, под «Этап с месяца» — этапы: часы можно менять с 1-го, 4-го и 9-го месяца.
#
# ### Вопрос 5. Ваш план
#
# **Ваш ход.** На панели: «Почему этот план?» — одной строкой, потом «Принять». Считается первое решение; какой план лучший, панель до него не скажет. О прогнозе спросит карточка в блокноте 06; панель его потом только покажет. Потом выполните карточку под панелью: она покажет, что записано. (Без панели: `ck.commit(case, ck.Plan({"all": {"expansion": +4, "admin": -4}}), "почему")` в пустой ячейке.)
# %% [markdown] lang="en" tags=["your-turn"]
# ## The board: the meeting’s proposals, and your plan
#
# Below the sliders stand the proposals of the meeting: leave it as it is, the chief executive’s norm, hunting, all service to the technicians. Try each and read the line on top: how much is gained, when it is paid back, how far it falls behind at first, how many people’s month changes. Then make your own.
#
# “Compare” puts a plan into the table beside the others. A padlock holds hours where they are. Under “For” you choose a region or one person, under “Phase from month” the phase: hours may change from months 1, 4 and 9 on.
#
# ### Question 5. Your plan
#
# **Your turn.** On the board: “Why this plan?” in a line, then “Commit”. The first commit counts; which plan is best the board does not tell before it. A card of notebook 06 asks for the forecast; the board will only show it. Then run the card below the board; it shows what was kept. (Without a board: `ck.commit(case, ck.Plan({"all": {"expansion": +4, "admin": -4}}), "why")` in an empty cell.)
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
# Теперь можно посмотреть: Ваш план рядом с нормой гендиректора, с небольшой нормой для всех и с планом для каждого. (План ещё не принят? Ячейка об этом скажет.) **Вопрос 6** — на карточке под таблицей, за ним — мнение гендиректора.
# %% [markdown] lang="en" tags=["your-turn"]
# ## What was attainable
#
# Now you may look: your plan beside the chief executive’s norm, a small norm for everybody, and a plan for each person. (No plan committed yet? The cell will say so.) **Question 6** is on the card below the table; after it comes the chief executive’s opinion.
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
# ### Вопрос 7. Одна норма или план для каждого?
#
# **Ваш ход.** «Выигрыш в четырёх случаях из пяти не меньше» — столько останется, если с моделью не повезёт. А лучшая оценка того, что выбрали как лучшее, обычно завышена.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 7. One norm, or a plan for each person?
#
# **Your turn.** “Gain reached four times in five” is what remains if we are unlucky with the model. And the best estimate of what was chosen for being best is usually too high.
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
# ### Вопрос 8. Сколько даёт первый рычаг?
#
# Рычагов два: **перераспределить** часы продаж (строка `"reshuffled"`) и **высвободить** часы из сервиса и бумаг (`"freed"`). Прибавку можно назвать тремя способами: `"gain_krub"` — в деньгах, `"of_value_share"` — долей сегодняшней ценности, `"of_attainable_share"` — долей всей прибавки.
#
# **Для тех, кто считает.** Какую долю сегодняшней ценности прибавляет первый рычаг? Замените точки названием столбца в кавычках. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** The first steps bring more than the last, and a mistake of tenths of an hour costs nothing: one may begin carefully.
#
# ### Question 8. How much does the first lever bring?
#
# There are two levers: **reshuffle** selling hours (row `"reshuffled"`) and **free** hours from service and paperwork (`"freed"`). A gain can be told in three ways: `"gain_krub"` in money, `"of_value_share"` as a share of today’s value, `"of_attainable_share"` as a share of the whole gain.
#
# **For those who compute.** What share of today’s value does the first lever add? Put the name of the column, in quotes, in place of the dots. *The answer is computed.*
# %% tags=["your-turn"]
# <blank>reshuffle_gain = possible.levers.loc["reshuffled", ...]</blank>
# <solution>
reshuffle_gain = possible.levers.loc["reshuffled", "of_value_share"]
# </solution>
ck.check("plan.reshuffle_gain", reshuffle_gain)
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. Модели верят **до того места, где её проверили**: уровень и удержание — из данных, а куда кривые идут за сегодняшними часами — в основном допущение.
# 2. План сравнивают **не со вчерашним днём**, а с тем, что было бы без него. Сокращать удержание кажется бесплатным квартал-другой; отдавать сервис ниже минимума — тоже.
# 3. **Плана, лучшего по всем столбцам, нет**: норма проще, план для каждого обещает больше. Решать Вам — с причиной, которую можно проверить.
#
# Дальше — блокнот **06**: решение, прогноз и записка.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. A model is believed **as far as it was tested**: the level and retention come from the data, the curves beyond today’s hours are mostly assumed.
# 2. A plan is held **not against yesterday** but against what would come without it. Cutting retention looks free for a quarter or two; so does giving away service below the floor.
# 3. **No plan is best in every column**: a norm is simpler, a plan for each person promises more. It is yours to decide, with a reason that can be checked.
#
# Next: notebook **06**, the decision, the forecast and the memo.
