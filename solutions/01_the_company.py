# %% [markdown] lang="ru"
# # Чьи это клиенты и почему падает прибыль?
#
# **Вопрос руководителя.** Продажи держатся, а прибыль уменьшается. Куда она уходит — и чьи деньги мы могли бы вернуть?
#
# **30 минут.** Вы:
#
# - узнаете, сколько денег конкуренты держат у тех, кто уже покупает у нас;
# - решите, какие объяснения падения прибыли отчётность исключает;
# - найдёте ловушку на слайде коллеги;
# - посмотрите, что в прошлом году попробовал один регион, и вынесете первый вердикт.
#
# **На занятии в 90 минут** ответьте на вопрос 3, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. На карточках есть кнопка подсказки.
# %% [markdown] lang="en"
# # Whose clients are they, and why does profit fall?
#
# **The manager’s question.** Sales hold, yet profit shrinks. Where does it go, and whose money could we win back?
#
# **30 minutes.** You will:
#
# - learn how much money competitors hold inside clients who already buy from us;
# - decide which explanations of the fall the books exclude;
# - find the trap in a colleague’s slide;
# - see what one region tried last year, and give a first verdict.
#
# **In a workshop of 90 minutes** answer question 3; run everything else.
#
# Run the cells in order: **Shift + Enter**. Cards have a hint button.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# ## Чьи это деньги?
#
# У каждого клиента есть закупки того, что продаём мы и конкуренты. **Наш** клиент отдаёт конкурентам не больше 15 % этих денег, **общий** — больше, но часть отдаёт нам, **клиент конкурента** нам не платит ничего.
# %% [markdown] lang="en"
# ## Whose money is it?
#
# Every client buys what we and our competitors sell. A client of **ours** gives competitors no more than 15% of that money, a **shared** one gives them more and us a part, **a competitor’s** pays us nothing.
# %% tags=["run-only"]
wallets = ck.analysis.wallets_by_status(case.positions, case.accounts)
picture = ck.charts.plot_wallets(wallets, case.currency)
# %% [markdown] lang="ru"
# **Обратите внимание.** Синее покупают у нас; заштрихованное забирают конкуренты. Где штриховка стоит рядом с синим — у тех, к кому мы и так ездим?
#
# ### Вопрос 1. Какая доля денег конкурентов лежит у тех, кто уже покупает у нас?
#
# **Ваш ход.** *Для тех, кто считает.* В столбце `competitors_share` деньги конкурентов разделены на части: у наших клиентов, у общих и у собственных клиентов конкурентов; вместе они дают единицу. Замените три точки кодом нужного вида клиентов, в кавычках.
# %% [markdown] lang="en"
# **What to notice.** Blue is bought from us; hatched goes to competitors. Where does hatching stand beside blue, at clients we visit anyway?
#
# ### Question 1. What share of competitors’ money lies inside clients who already buy from us?
#
# **Your turn.** *For those who compute.* The column `competitors_share` divides competitors’ money into parts: at our clients, at shared ones, at competitors’ own; together they make 1. Put the code of the right kind of client, in quotes, in place of the three dots.
# %% tags=["your-turn"]
# <blank>served_share = 1 - wallets.loc[..., "competitors_share"]</blank>
# <solution>
served_share = 1 - wallets.loc["competitor", "competitors_share"]
# </solution>
ck.check("company.served_share", served_share)
# %% [markdown] lang="ru"
# ## Дверь — это точка процесса
#
# Клиент покупает не «у поставщика», а для каждой **точки процесса**: дозирования, запайки, маркировки… Если он уже покупает у нас, а точку держит конкурент, это дверь, через которую входит инженер конкурента. Закрыть её — значит предложить решение и для этой точки. **Сначала прикиньте.**
# %% [markdown] lang="en"
# ## A door is a process point
#
# A client does not buy “from a supplier” but for each **process point**: dosing, sealing, marking and so on. Where it already buys from us and a competitor holds a point, there is a door through which the competitor’s engineer walks in. To close it is to offer a solution for that point too. **Guess first.**
# %% tags=["your-turn"]
# <solution>
ck.guess("company.guess_doors", 200)
# </solution>
# %% tags=["run-only"]
doors = ck.analysis.open_doors(case.positions, case.accounts)
ck.show(ck.guess("company.guess_doors", truth=int(doors["doors"].sum())))
picture = ck.charts.plot_open_doors(doors, case.currency, case.label)
# %% [markdown] lang="ru"
# ## Продажи держатся, прибыль падает
#
# Теперь о самой компании: два года отчёта о прибылях и убытках. **Операционная рентабельность** — операционная прибыль, делённая на выручку: какую часть рубля выручки компания оставляет себе. О падении можно сказать в процентах и в процентных пунктах — это ответы на разные вопросы. Договоримся о размере, прежде чем спорить о причинах. Эта карточка без баллов.
# %% [markdown] lang="en"
# ## Sales hold, profit falls
#
# Now the company itself: two years of its profit and loss. The **operating margin** is operating profit divided by revenue: what part of a rouble of revenue the company keeps. A fall can be told in per cent or in percentage points, which answer different questions. Let us agree on the size before arguing about causes. This card carries no marks.
# %% tags=["your-turn"]
pnl = ck.analysis.profit_and_loss(case.financials).rename_axis("pnl")
ck.show(ck.charts.show_table(pnl))
# <solution>
margin = ck.analysis.operating_margin(pnl)
ck.ask("company.margin_fall", margin["year_1"] - margin["year_2"])
# </solution>
# %% [markdown] lang="ru"
# ## Мост показывает, что отняло прибыль
#
# Зелёный шаг прибавляет, оранжевые отнимают; вместе они дают всё падение, с точностью до рубля. Шаг маржи говорит, насколько меньше приносит тот же рубль продаж.
#
# ### Вопрос 2. Какая часть падения приходится на расходы?
#
# **Ваш ход.** *Для тех, кто считает.* Все шаги моста лежат в `steps`, имена тех из них, что относятся к расходам, — в `costs`. Числитель дроби — расходы. Что в знаменателе?
# %% [markdown] lang="en"
# ## The bridge shows what took the profit
#
# A green step adds, an orange one takes; together they account for the whole fall, to the rouble. A step of margin says how much less the same rouble of sales brings.
#
# ### Question 2. What part of the fall is cost?
#
# **Your turn.** *For those who compute.* All steps of the bridge are in `steps`, the names of those that are costs in `costs`. The costs are the numerator. What is the denominator?
# %% tags=["run-only"]
bridge = ck.analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
picture = ck.charts.plot_profit_bridge(bridge)
# %% tags=["your-turn"]
steps = bridge.drop(["year_1", "year_2"])
costs = ["reps", "sales_management", "marketing", "logistics", "administration", "depreciation"]
# <blank>cost_share = steps[costs].sum() / ...</blank>
# <solution>
cost_share = steps[costs].sum() / steps.sum()
# </solution>
ck.check("company.cost_share", cost_share)
# %% [markdown] lang="ru"
# ### Вопрос 3. Какие объяснения отчётность исключает?
#
# Мост не доказывает, кто виноват, но некоторые объяснения исключает.
# %% [markdown] lang="en"
# ### Question 3. Which explanations do the books exclude?
#
# A bridge does not prove who is to blame, but it excludes some explanations.
# %% tags=["your-turn"]
# <solution>
ck.ask("company.excluded", ["sold_less", "pay", "alike"])
# </solution>
# %% [markdown] lang="ru"
# ## Давление прошло?
#
# Одно из объяснений — уступки в цене там, где у клиента работает ещё и конкурент. Продолжается ли это? Коллега принёс слайд.
#
# ### Вопрос 4. В чём ловушка слайда?
# %% [markdown] lang="en"
# ## Is the pressure over?
#
# One of the explanations is prices that give way where a competitor works at the client too. Does that go on? A colleague has brought a slide.
#
# ### Question 4. What is the trap in the slide?
# %% tags=["your-turn"]
prices = ck.analysis.price_pressure(case)
ck.show(ck.charts.plot_colleagues_prices(prices))
# <solution>
ck.ask("company.slide", "season")
# </solution>
# %% [markdown] lang="ru"
# А вот все 24 месяца — после того как Вы ответили. Отдельный месяц скачет, направление видно за два года. Что будет дальше, данные не знают: пока двери открыты, причина остаётся на месте.
# %% [markdown] lang="en"
# And here, once you have answered, are all 24 months. A single month jumps about, the direction shows over two years. What comes next the data do not know: while doors are open, the cause is still there.
# %% tags=["run-only"]
pressure = ck.model.estimate_pressure(case)
picture = ck.charts.plot_price_pressure(prices, pressure, case.currency)
# %% [markdown] lang="ru"
# ## Что попробовал один регион
#
# «Дайте больше часов на охоту», — просит один из шестерых. А ведь это уже пробовали. Посмотрите, что происходило с часами по регионам.
#
# ### Вопрос 5. Что надо увидеть, прежде чем назвать это успехом?
#
# Часы взяли у одних клиентов и отдали другим, а через несколько месяцев всё вернули. Результат Вы увидите в блокноте **04**; решить, на что смотреть, лучше до него.
# %% [markdown] lang="en"
# ## What one region tried
#
# “Give me more hours for hunting,” says one of the six. As it happens, it has been tried. See what the hours did, region by region.
#
# ### Question 5. What must one see before calling it a success?
#
# Hours were taken from some clients and given to others, and after some months all was put back. What came of it you will see in notebook **04**; what to look at is better decided before.
# %% tags=["your-turn"]
retention = ck.analysis.monthly_figures(case, "retention_hours", by="region")
ck.show(ck.charts.plot_hours_by_region(retention, "retention_hours", case.label))
conversion = ck.analysis.monthly_figures(case, "conversion_hours", by="region")
ck.show(ck.charts.plot_hours_by_region(conversion, "conversion_hours", case.label))
# <solution>
ck.ask("company.experiment", ["old_clients", "others", "late", "luck"])
# </solution>
# %% [markdown] lang="ru"
# ## Что это значит для руководителя
#
# В блокноте 00 Вы поставили на слова финансового директора. Теперь можно ответить ему — и вынести вердикт.
# %% [markdown] lang="en"
# ## So what, for the manager?
#
# In notebook 00 you bet on the finance director’s words. Now you can answer him, and give a verdict.
# %% tags=["your-turn", "text-answer"]
# <solution>
reply = {
    "ru": """Расходы и правда составляют большую часть падения, но это шесть строк, и отдел продаж —
лишь одна из них. А самый длинный отдельный шаг — маржа у общих клиентов; удерживают её как раз эти
люди. Сократим их — сэкономим одну строку и откроем ещё двери. Передумаю, если окажется, что час
специалиста приносит меньше, чем стоит.""",
    "en": """Costs are indeed most of the fall, but they are six lines, and the sales force is only
one of them. The longest single step is margin at shared clients, and these are the people who hold
it. Cut them and we save one line and open more doors. I shall change my mind if an hour of a
specialist turns out to bring less than it costs.""",
}[lang]
ck.ask("company.reply", reply)
# </solution>
# %% tags=["your-turn"]
# <solution>
ck.ask("opinions.costs", "partly")
# </solution>
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. Больше всего денег конкуренты держат у своих клиентов, но **немалая часть лежит у тех, кто уже покупает у нас**, — за открытыми дверями.
# 2. Прибыль падает не оттого, что продают меньше: **расходы обогнали продажи**, а у общих клиентов тот же рубль приносит меньше.
# 3. Изменение — в ценах или в часах региона — **надо с чем-то сравнить**, и за те же месяцы.
#
# Часы специалистов — единственное, что можно перераспределить, ничего не покупая. Куда они уходят сегодня и можно ли верить отчётам — в блокноте **02**.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. Competitors hold most money at their own clients, but **a good part lies inside clients who already buy from us**, behind open doors.
# 2. Profit does not fall because less is sold: **costs outran sales**, and at shared clients the same rouble brings less.
# 3. A change, in prices or in a region’s hours, **needs something to be compared with**, in the same months.
#
# Specialists’ hours are the one thing that can be moved without buying anything. Where they go today, and whether the reports can be trusted, is notebook **02**.
