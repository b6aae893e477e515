# %% [markdown] lang="ru"
# # Чьи это клиенты и почему падает прибыль?
#
# **Вопрос руководителя.** Продажи растут, а прибыль уменьшается. Куда она уходит — и чьи деньги мы могли бы вернуть?
#
# **30 минут.** Вы:
#
# - разложите клиентов по тому, кому достаются их деньги;
# - найдёте двери, которые ещё открыты конкурентам, и деньги за ними;
# - посчитаете, насколько упала рентабельность;
# - разделите падение прибыли на расходы и маржу.
#
# **На занятии в 90 минут** ответьте на вопрос 1, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. Застряли на вопросе — щёлкните по его ячейке, нажмите **Esc**, затем **B**: ниже появится пустая ячейка. Впишите в неё `ck.hint("имя вопроса")` и выполните; имя вопроса стоит в кавычках в строке `ck.check(...)`.
# %% [markdown] lang="en"
# # Whose clients are they, and why does profit fall?
#
# **The manager’s question.** Sales grow, yet profit shrinks. Where does it go, and whose money could we win back?
#
# **30 minutes.** You will:
#
# - sort the clients by who gets their money;
# - find the doors still open to competitors, and the money behind them;
# - work out how far the operating margin fell;
# - divide the fall in profit between costs and margins.
#
# **In a workshop of 90 minutes** do question 1; run everything else.
#
# Run the cells in order: **Shift + Enter**. If a question holds you up, click its cell and press **Esc**, then **B**: an empty cell appears below. Write `ck.hint("name of the question")` into it and run it; the name stands in quotes in the line `ck.check(...)`.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# ## У каждого клиента — чьи-то деньги
#
# Посмотрите на первых пятерых. Сколько клиент тратит в месяц на то, что продаём мы и конкуренты, — неважно, у кого он это берёт, — и кто там наш главный конкурент?
# %% [markdown] lang="en"
# ## Every client’s money goes to somebody
#
# Look at the first five. How much does a client spend a month on what we and our competitors sell, whoever supplies it, and who is the main competitor there?
# %% tags=["run-only"]
columns = ["name", "region", "status", "wallet_krub_per_month", "main_competitor"]
ck.charts.show_table(case.accounts[columns].head(5), case.label)
# %% [markdown] lang="ru"
# Столбец «Чей клиент» говорит, кому сегодня достаются деньги клиента. **Наш**: у конкурентов не больше 15 % его закупок. **Общий**: у них больше, но часть — у нас. **Клиент конкурента**: у нас — ничего.
#
# ## Сначала прикиньте
#
# **Ваш ход.** Сложим все деньги, которые клиенты отдают конкурентам. Какая их часть — в процентах — лежит не у «чужих», а у тех, кто **уже покупает у нас**? Прикиньте по памяти, не заглядывая в приложения к кейсу.
# %% [markdown] lang="en"
# The column “Whose client” says who gets the client’s money today. **Ours**: competitors have no more than 15% of its purchases. **Shared**: they have more, and we have a part. **A competitor’s**: nothing is bought from us.
#
# ## Guess first
#
# **Your turn.** Add up all the money that clients give to competitors. What part of it, in per cent, sits not with “strangers” but inside those who **already buy from us**? Guess from memory, without looking at the exhibits of the case.
# %% tags=["your-turn"]
# <solution>
my_guess = 20
# </solution>
# %% tags=["run-only"]
wallets = ck.analysis.wallets_by_status(case.positions, case.accounts)
ck.charts.show_table(wallets)
# %% tags=["run-only"]
picture = ck.charts.plot_wallets(wallets, case.currency)
# %% [markdown] lang="ru"
# **Что заметить.** Синее — то, что покупают у нас; заштрихованное — то, что забирают конкуренты. Где штриховки больше всего? А где она рядом с синим — у тех, кто уже покупает у нас?
# %% [markdown] lang="en"
# **What to notice.** Blue is bought from us; hatched goes to competitors. Where is there most hatching? And where does it stand next to blue, at clients who already buy from us?
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. Какая доля всех денег конкурентов лежит у тех, кто уже покупает у нас?
#
# **Ваш ход.** Число набирать не нужно. Доля, которая лежит у собственных клиентов конкурентов, — это `wallets.loc["competitor", "competitors_share"]`. Всё остальное дополняет её до единицы. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. What share of all the money competitors hold sits inside clients who already buy from us?
#
# **Your turn.** There is no need to type the number. The share at competitors’ own clients is `wallets.loc["competitor", "competitors_share"]`. The two shares add up to 1. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
served_share = 1 - wallets.loc["competitor", "competitors_share"]
# </solution>
ck.check("company.served_share", served_share)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Больше трети денег конкурентов — у клиентов, к которым мы и так ездим. Частая ошибка — считать клиентов, а не деньги: клиенты разного размера. Другая — забыть то немногое, что конкуренты держат у наших клиентов.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** More than a third of competitors’ money lies with clients we visit anyway. A common slip is to count clients and not money, for clients differ in size. Another is to forget the little that competitors hold at our own clients.
# %% [markdown] lang="ru"
# ## Дверь — это точка процесса
#
# Клиент покупает не «у поставщика», а для каждой **точки процесса**: дозирования, запайки, маркировки… Если клиент уже покупает у нас, а точку держит конкурент — это дверь, открытая конкуренту. Закрыть её — значит предложить решение и для этой точки.
# %% [markdown] lang="en"
# ## A door is a process point
#
# A client does not buy “from a supplier” but for each **process point**: dosing, sealing, marking and so on. Where a client already buys from us and a competitor holds a point, a door stands open to the competitor. To close it is to offer a solution for that point too.
# %% tags=["run-only"]
doors = ck.analysis.open_doors(case.positions, case.accounts)
ck.charts.show_table(doors, case.label)
# %% tags=["run-only"]
picture = ck.charts.plot_open_doors(doors, case.currency, case.label)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. Сколько точек процесса держат конкуренты у тех, кто уже покупает у нас?
#
# **Ваш ход.** Сложите столбец `doors`. Сумма столбца с деньгами, например, берётся так: `doors["open_krub"].sum()`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. How many process points do competitors hold at clients who already buy from us?
#
# **Your turn.** Add up the column `doors`. The sum of the column of money, for instance, is `doors["open_krub"].sum()`. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
open_doors = doors["doors"].sum()
# </solution>
ck.check("company.open_doors", open_doors)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Складываем двери всех точек. Число общих клиентов — другое: у одного может быть три открытые двери, у другого одна.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Add the doors of all points. The number of shared clients is another thing: one may have three open doors and the next a single one.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. За дверями какой точки процесса лежит больше всего денег?
#
# **Ваш ход.** Название строки с наибольшим значением даёт `.idxmax()`. Где дверей больше всего, отвечает `doors["doors"].idxmax()` — но вопрос о деньгах. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. Behind the doors of which process point does most of the money lie?
#
# **Your turn.** `.idxmax()` names the row with the largest value. Where there are most doors is `doors["doors"].idxmax()`, but the question is about money. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
widest_door = doors["open_krub"].idxmax()
# </solution>
ck.check("company.widest_door", widest_door)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Смотрим на деньги за дверями, а не на их число. Здесь больше всего дверей открыто у одной точки, а больше всего денег — за дверями другой: несколько больших клиентов весят больше, чем много маленьких.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Look at the money behind the doors and not at their number. Here one point has most doors and another most money behind them: a few large clients weigh more than many small ones.
# %% [markdown] lang="ru"
# ## Выручка растёт, прибыль падает
#
# Теперь о самой компании. Перед Вами два года: строки отчёта о прибылях и убытках, в тысячах рублей.
# %% [markdown] lang="en"
# ## Revenue grows, profit falls
#
# Now the company itself. Here are two years of its profit and loss, in thousands of roubles.
# %% tags=["run-only"]
pnl = ck.analysis.profit_and_loss(case.financials).rename_axis("pnl")
ck.charts.show_table(pnl)
# %% [markdown] lang="ru"
# Сравнивать годы удобнее долями: какую часть рубля выручки компания оставляет себе. Это **операционная рентабельность**.
# %% [markdown] lang="en"
# Years compare better as shares: what part of a rouble of revenue the company keeps. That is the **operating margin**.
# %% tags=["run-only"]
margin = ck.analysis.operating_margin(pnl)
ck.charts.show_table(margin)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 4. На сколько снизилась операционная рентабельность?
#
# **Ваш ход.** Первый год — `margin["year_1"]`, второй — `margin["year_2"]`. Ответ — положительное число: на сколько стало меньше. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. By how much did the operating margin fall?
#
# **Your turn.** The first year is `margin["year_1"]`, the second `margin["year_2"]`. The answer is a positive number: how much less it became. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
margin_fall = margin["year_1"] - margin["year_2"]
# </solution>
ck.check("company.margin_fall", margin_fall)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Вычитаем второй год из первого и получаем процентные пункты. Частая ошибка — назвать этим словом падение самой прибыли: оно в несколько раз больше и означает другое.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** The second year taken from the first gives percentage points. A common slip is to quote the fall of profit itself: it is several times larger and means something else.
# %% [markdown] lang="ru"
# ## Мост показывает, что отняло прибыль
#
# Между прибылью двух лет — шаги. Зелёный прибавляет, оранжевые отнимают; вместе они дают всё падение, с точностью до рубля.
# %% [markdown] lang="en"
# ## The bridge shows what took the profit
#
# Between the profits of two years lie steps. Green adds, orange takes; together they account for the whole fall, to the rouble.
# %% tags=["run-only"]
bridge = ck.analysis.profit_bridge(case.financials, case.sales, case.positions, case.accounts)
picture = ck.charts.plot_profit_bridge(bridge)
# %% [markdown] lang="ru"
# **Что заметить.** Продажи выросли и прибавили прибыли. Потеря маржи у клиента значит, что тот же рубль продаж приносит меньше: где рядом конкурент, там торгуются о цене. Сравните два шага маржи — у наших клиентов и у общих.
# %% [markdown] lang="en"
# **What to notice.** Sales grew and added to profit. Margin lost at a client means that the same rouble of sales brings less: next to a competitor the price is haggled over. Compare the two margin steps, at our clients and at shared ones.
# %% tags=["run-only"]
steps = bridge.drop(["year_1", "year_2"]).rename_axis("bridge")
ck.charts.show_table(steps)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 5. Какой один шаг отнимает у прибыли больше всего?
#
# **Ваш ход.** Какой шаг прибавляет больше всего, отвечает `steps.idxmax()`. Нужен обратный. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 5. Which single step takes most from the profit?
#
# **Your turn.** Which step adds most is `steps.idxmax()`. You need the opposite. *The answer is computed.*
# %% tags=["your-turn"]
# <solution>
largest_step = steps.idxmin()
# </solution>
ck.check("company.largest_step", largest_step)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Потери отрицательны, поэтому самая большая — наименьшее число. Соблазнительно искать среди расходов: их больше по числу, но каждый сам по себе меньше.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Losses are negative, so the largest is the smallest number. It is tempting to look among the costs: there are more of them, but each is smaller by itself.
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 6. Какая часть падения прибыли приходится на расходы ниже валовой маржи?
#
# Один шаг — ещё не вся картина. Сложим все расходы вместе.
#
# **Ваш ход.** Имена шагов-расходов собраны в `costs`. Их сумма — `steps[costs].sum()`, сумма всех шагов — `steps.sum()`. *Ответ вычисляется.*
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 6. What part of the fall in profit comes from costs below the gross margin?
#
# One step is not the whole picture. Let us add up all the costs.
#
# **Your turn.** The names of the cost steps are in `costs`. Their sum is `steps[costs].sum()`, the sum of all steps `steps.sum()`. *The answer is computed.*
# %% tags=["run-only"]
costs = ["reps", "sales_management", "marketing", "logistics", "administration", "depreciation"]
# %% tags=["your-turn"]
# <solution>
cost_share = steps[costs].sum() / steps.sum()
# </solution>
ck.check("company.cost_share", cost_share)
# %% [markdown] lang="ru" tags=["solution"]
# **Почему так.** Расходы вместе объясняют большую часть падения, хотя самый длинный шаг — маржа у общих клиентов: расходов несколько, а она одна, и рост продаж возместил лишь десятую часть потерянной маржи. Обе мысли верны, и обе нужны на совете директоров.
# %% [markdown] lang="en" tags=["solution"]
# **Why.** Costs together explain most of the fall, although the longest step is margin at shared clients: there are several costs and only one of it, and growth in sales made up for no more than a tenth of the margin lost. Both thoughts are true, and the board needs both.
# %% [markdown] lang="ru" tags=["your-turn"]
# ## И что с этого руководителю?
#
# **Ваш ход.** Финансовый директор предлагает сократить специалистов, руководитель региона — отдать больше часов «охоте» на клиентов конкурентов. Ответьте обоим двумя-тремя предложениями, опираясь на то, что увидели. Почему так? Что изменило бы Ваше мнение?
# %% [markdown] lang="en" tags=["your-turn"]
# ## So what, for the manager?
#
# **Your turn.** The finance director wants fewer specialists, the head of a region wants more hours for “hunting” competitors’ clients. Answer both in two or three sentences from what you have seen. Why? What would change your mind?
# %% tags=["your-turn", "text-answer"]
# <solution>
conclusion = {
    "ru": """Расходы выросли во всех строках, и быстрее продаж, а специалисты — лишь одна из строк;
сократить тех, кто держит клиентов, значит терять ещё больше маржи. А одной «охоты» мало: больше
трети денег конкурентов лежит у тех, к кому мы и так ездим. Мнение изменил бы расчёт, сколько
приносит час у общего клиента и час у клиента конкурента.""",
    "en": """Costs rose in every line, and faster than sales; specialists are only one of the lines,
and to cut the people who hold clients is to lose more of the margin we are losing already. Nor is
hunting the only way to grow: more than a third of competitors’ money lies with those we visit
anyway. A calculation of what an hour brings at a shared client and at a competitor’s could change
my mind.""",
}[lang]
# </solution>
# %% [markdown] lang="ru"
# ## Три мысли с собой
#
# 1. Больше всего денег конкуренты держат у своих клиентов, но **немалая часть — у тех, кто уже покупает у нас**: за открытыми дверями.
# 2. Прибыль падает, хотя продажи — нет: **расходы растут быстрее**, а у общих клиентов тот же рубль приносит меньше.
# 3. Часы специалистов — единственное, что можно перераспределить, ничего не покупая. Куда эти часы уходят сегодня — в блокноте **02**.
# %% [markdown] lang="en"
# ## Three thoughts to take away
#
# 1. Competitors hold most money at their own clients, but **a good part sits inside clients who already buy from us**, behind open doors.
# 2. Profit falls though sales do not: **costs grow faster**, and at shared clients the same rouble brings less.
# 3. Specialists’ hours are the one thing that can be moved without buying anything. Where those hours go today is notebook **02**.
