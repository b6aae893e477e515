# %% [markdown] lang="ru"
# # Что приносят часы и кто из специалистов продуктивен?
#
# **Вопрос руководителя.** В рейтинге по выручке есть первые и последние. Значит ли это, что первые работают лучше? И какой час приносит больше: тот, что удерживает клиента, или тот, что отнимает его у конкурента?
#
# **40 минут.** Вы:
#
# - узнаете, во сколько час продаж обходится по отчётам и во сколько — на самом деле;
# - увидите, что средняя отдача часа зависит от того, как её определили;
# - отделите человека от территории и решите, насколько надёжно его место;
# - проверите ещё одно мнение с доски: «с тройкой последних прощаемся».
#
# **На занятии в 90 минут** ответьте на вопрос 3, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**. На карточке есть кнопки «Проверить» и «Подсказка».
# %% [markdown] lang="en"
# # What do the hours bring, and who is productive?
#
# **The manager’s question.** Our league table by revenue has a top and a bottom. Does that mean those at the top work better? And which hour brings us more: one that keeps a client, or one that takes a client from a competitor?
#
# **40 minutes.** You will:
#
# - learn what an hour of selling costs by the reports, and what it really costs;
# - see that the average return of an hour depends on how it is defined;
# - tell the person from the territory, and decide how sure a place is;
# - put one more opinion from the whiteboard to the test: “part with the bottom three”.
#
# **In a workshop of 90 minutes** do question 3; run everything else.
#
# Run the cells in order: **Shift + Enter**. A card has buttons to check and for a hint.
# %% tags=["parameters", "hide-input"]
lang = "en"
data = None
# %% tags=["run-only", "hide-input"]
import casekit as ck

ck.language(lang)
case = ck.load_case(data)
case
# %% [markdown] lang="ru"
# ## Час продаж дороже, чем кажется
#
# Платим мы за каждый час, а продаёт лишь часть из них. Разделим деньги последнего года сначала на все часы, потом на часы продаж. И сделаем это дважды: по часам из отчётов и по тем, что увидел наблюдатель (блокнот 02).
# %% [markdown] lang="en"
# ## An hour of selling is dearer than it looks
#
# Every hour is paid for, and only some of the hours sell. Let us divide the money of the last year first by all hours and then by the hours of selling. And let us do it twice: by the hours of the reports, and by those the observer saw (notebook 02).
# %% tags=["run-only", "hide-input"]
observed = ck.analysis.as_observed(case.reports, case.calendar)
told = ck.analysis.cost_of_hours(case.financials, case.reports)
seen = ck.analysis.cost_of_hours(case.financials, observed)
costs = told[[]].assign(
    told_krub_per_hour=told["krub_per_hour"], seen_krub_per_hour=seen["krub_per_hour"]
)
ck.charts.show_table(costs)
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Рабочий час стоит в обоих столбцах почти одинаково: платят за весь месяц. Разошёлся час продаж.
#
# ### Вопрос 1. На сколько процентов час продаж дороже, если верить наблюдателю?
#
# *Для тех, кто считает.* Вместо трёх точек впишите в кавычках название столбца: `"told_krub_per_hour"` — по отчётам, `"seen_krub_per_hour"` — по наблюдению. Подсказка — `ck.hint("cost.seen_hour")` в пустой ячейке.
# %% [markdown] lang="en" tags=["your-turn"]
# **Look closely.** A working hour costs nearly the same in both columns, since the whole month is paid for. It is the hour of selling that differs.
#
# ### Question 1. By what share is an hour of selling dearer if the observer is right?
#
# *For those who compute.* In the place of the three dots write the name of a column in quotes: `"told_krub_per_hour"` is by the reports, `"seen_krub_per_hour"` as observed. For a hint write `ck.hint("cost.seen_hour")` into an empty cell.
# %% tags=["your-turn"]
# <blank>dearer = costs.loc["selling", ...] / costs.loc["selling", "told_krub_per_hour"] - 1</blank>
# <solution>
dearer = costs.loc["selling", "seen_krub_per_hour"] / costs.loc["selling", "told_krub_per_hour"] - 1
# </solution>
ck.check("cost.seen_hour", dearer)
# %% [markdown] lang="ru" tags=["your-turn"]
# ## В среднем часы приносят очень разное
#
# Разделим маржу последних двенадцати месяцев по тому, откуда она взялась. Повторные покупки действующих клиентов запишем на удержание, новые точки процесса у общих клиентов — на расширение, выигранных клиентов конкурента — на конверсию. Новый бизнес считаем приростом первые двенадцать месяцев, потом это уже повторные покупки.
#
# Сначала догадка: она не оценивается.
# %% [markdown] lang="en" tags=["your-turn"]
# ## On average, hours bring very different things
#
# Let us split the margin of the last twelve months by where it came from. The repeat purchases of present clients are credited to retention, process points gained at shared clients to expansion, clients won from a competitor to conversion. A gain counts as growth for twelve months; after that it is repeat purchases.
#
# Guess first: nobody marks it.
# %% tags=["your-turn"]
# <solution>
ck.guess("output.first", "conversion")
# </solution>
# %% tags=["run-only"]
average = ck.analysis.average_productivity(case.reports, case.sales, case.positions)
hour_cost = costs.loc["selling", "told_krub_per_hour"]
picture = ck.charts.plot_productivity(average, hour_cost, case.currency)
ck.guess("output.first", truth=average["margin_krub_per_hour"].idxmax())
# %% [markdown] lang="ru"
# **Обратите внимание.** Это картина **среднего** часа. Действующие клиенты покупают и по привычке, и маржу привычки мы тоже записали на часы удержания. А двенадцать месяцев выбрали мы сами. Посмотрим, что станет с теми же продажами, если считать новый бизнес приростом полгода или два года.
# %% [markdown] lang="en"
# **Look closely.** This is the picture of the **average** hour. Present clients also buy out of habit, and the margin of habit has been credited to the hours of retention. And it was we who chose twelve months. Let us see what becomes of the very same sales when a gain is called growth for half a year, or for two years.
# %% tags=["run-only"]
lengths = case.terms.attribution_windows_months
windows = ck.analysis.origins_by_window(case.sales, case.positions, lengths)
picture = ck.charts.plot_origins_by_window(windows)
# %% tags=["run-only"]
by_window = ck.analysis.average_by_window(case.reports, case.sales, case.positions, lengths)
ck.charts.show_table(by_window)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 2. В чём ловушка слайда?
#
# Коллега поставил рядом крайние полосы графика и сделал выводы. Проверьте каждый по графику, по таблице и по стоимости часа продаж из отчётов.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 2. Where is the trap in the slide?
#
# A colleague put the outer bars of the picture side by side and drew conclusions. Hold each against the picture, the table, and the reported cost of an hour of selling.
# %% tags=["your-turn"]
# <solution>
ahead = by_window["retention"] > by_window[["expansion", "conversion"]].max(axis=1)
holding = {
    "retention_first": ahead.all(),
    "expansion_ahead": (by_window["expansion"] > by_window["conversion"]).all(),
    "repeat_most": (windows["growth_share"] < 0.5).all(),
    "every_kind_pays": (by_window > hour_cost).all(axis=None),
}
ck.ask("output.window", [name for name, holds in holding.items() if holds])
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Рейтинг сравнивает территории
#
# Теперь о людях. Директор по персоналу судит по выручке. Но клиентов специалист не выбирал: территория ему досталась. Потенциал территории — это всё, что закупают её клиенты, у нас и у других. Линия на следующем графике показывает, сколько приносят территории такой величины; кто выше неё, продаёт больше, чем объясняет территория.
#
# Если учесть территорию, где окажется лидер? Сначала догадка.
# %% [markdown] lang="en" tags=["your-turn"]
# ## The league table compares territories
#
# Now for people. Human resources judge by revenue. But specialists did not choose their clients: the territory came with the job. A territory’s potential is all that its clients buy, from us and from others. The line in the next picture is what territories of that size bring; whoever is above it sells more than the territory explains.
#
# With territory allowed for, where will the leader be? Guess first.
# %% tags=["your-turn"]
# <solution>
ck.guess("people.leader_place", 3)
# </solution>
# %% tags=["run-only"]
league = ck.analysis.league_table(case.sales, case.accounts, reports=case.reports)
picture = ck.charts.plot_league(league, case.currency)
ck.guess("people.leader_place", truth=league["adjusted_rank"].iloc[0])
# %% [markdown] lang="ru"
# **Обратите внимание.** Место с учётом территории зависит от того, **во сколько раз** выручка больше, чем показывает линия, а не на сколько рублей. Сравним теперь края рейтинга по всему, что может их развести. «Закупки у других» — то, что осталось на территории не нам: что продали мы, другим не достанется, поэтому этот столбец сравнивает территории честнее, чем потенциал целиком.
# %% [markdown] lang="en"
# **Look closely.** The place with territory allowed for goes by **how many times** as large as the line says revenue is, not by how many roubles larger. Let us now compare the two ends of the table in all that may part them. What clients “spend elsewhere” is what the territory has left for others: what we sell is not in it, so this column compares territories more fairly than the whole potential would.
# %% tags=["run-only"]
parts = ck.analysis.league_parts(league, case.accounts, case.reports)
ck.charts.show_table(parts)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 3. Какие объяснения рейтинга данные исключают?
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 3. Which explanations of the league table do the data exclude?
# %% tags=["your-turn"]
# <solution>
top, bottom = parts.loc["top"], parts.loc["bottom"]
excluded = ["more_clients", "better_alone"]
excluded += ["more_hours"] if top["selling_hours"] < 1.05 * bottom["selling_hours"] else []
excluded += ["better_in_part"] if top["adjusted"] < 1.05 * bottom["adjusted"] else []
ck.ask("people.explanation", excluded)
# </solution>
# %% [markdown] lang="ru"
# ## Насколько надёжно место?
#
# Территорию мы учли, и порядок стал честнее. Но и он сложен из удач: кому-то за два года достался один крупный клиент, от кого-то один ушёл. Полоса показывает, где оказалось бы место, если бы клиенты той же территории выпали иначе, — в девяти случаях из десяти. Оранжевым отмечены первый и трое последних по выручке.
# %% [markdown] lang="en"
# ## How sure is a place?
#
# Territory is allowed for, and the order is fairer. Yet this order, too, is made of luck: one large client came to somebody in the two years, another was lost to somebody else. A bar shows where the dot would lie had the clients of the same territory fallen out otherwise, nine times in ten. Orange marks the first and the last three by revenue.
# %% tags=["run-only"]
picture = ck.charts.plot_adjusted(league)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 4. Кого здесь можно различить?
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 4. Who can be told apart here?
# %% tags=["your-turn"]
# <solution>
order, told_apart = league.sort_values("adjusted").index, ck.analysis.told_apart(league, "adjusted")
star, last, best, second, worst = league.index[0], league.index[-1], order[-1], order[-2], order[0]
pairs = {
    "best_worst": told_apart.loc[best, worst],
    "best_second": told_apart.loc[best, second],
    "star_best": told_apart.loc[star, best],
    "star_worst": told_apart.loc[star, worst],
    "star_last": told_apart.loc[star, last],
}
ck.ask("people.sure", [name for name, apart in pairs.items() if apart] or ["none"])
# </solution>
# %% [markdown] lang="ru"
# ## Что портят сомнительные отчёты
#
# Можно сравнивать людей и по часам. Во-первых, сколько часов конверсии ушло на одну победу: вот те, у кого побед хотя бы две и победа дешевле всего. Во-вторых, сколько маржи приносит час продаж по регионам: сначала так, как часы записаны в присланных отчётах, потом — с сервисом по заявкам. Вспомните блокнот 02: двое-трое сдают каждый месяц одно и то же, а один регион записывает сервис в удержание.
# %% [markdown] lang="en"
# ## What dubious reports spoil
#
# People can be compared by hours, too. First, how many hours of conversion a win took: here are those with two wins or more whose wins take least. Second, what margin an hour of selling earns by region: first as the hours stand in the reports received, then with service by its tickets. Remember notebook 02: two or three hand in the same hours every month, and one region books service as retention.
# %% tags=["run-only"]
wins = ck.analysis.hours_per_win(case.reports, case.deals).join(league[["rank"]])
wins = wins[wins["wins"] >= 2].sort_values("hours_per_win", kind="stable")
ck.charts.show_table(wins[["wins", "hours_per_win", "rank", "same_every_month"]].head(6))
# %% tags=["run-only", "hide-input"]
as_booked = ck.analysis.clean_reports(case.received, case, service_by_tickets=False)
booked = ck.analysis.margin_per_selling_hour(as_booked, case.sales, case.accounts)
mended = ck.analysis.margin_per_selling_hour(case.reports, case.sales, case.accounts)
regions = booked[[]].assign(
    as_booked_krub_per_hour=booked["margin_krub_per_hour"],
    by_tickets_krub_per_hour=mended["margin_krub_per_hour"],
)
ck.charts.show_table(regions, case.label)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопросы 5 и 6. Что испорчено — и как Вы поступите с последними?
# %% [markdown] lang="en" tags=["your-turn"]
# ### Questions 5 and 6. What is spoilt, and what do you do about the last three?
# %% tags=["your-turn"]
# <solution>
spoilt = ["hours_per_win", "selling_hour"]
spoilt += ["cheapest_win"] if wins["same_every_month"].iloc[0] else []
spoilt += ["last_region"] if booked.index[-1] != mended.index[-1] else []
ck.ask("people.dubious", spoilt)
# </solution>
# %% tags=["your-turn"]
# <solution>
ck.ask("people.last_three", "talk")
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Назад к доске: мнение директора по персоналу
# %% [markdown] lang="en" tags=["your-turn"]
# ## Back to the whiteboard: what human resources said
# %% tags=["your-turn"]
# <solution>
ck.ask("opinions.league", "wrong")
# </solution>
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. Час продаж дороже рабочего, а по наблюдению — ещё дороже, чем по отчётам: **приукрашенные часы стоят в знаменателе**.
# 2. Средняя продуктивность зависит от **определений**: какое окно выбрать, кому записать привычку. Она не говорит, что принёс бы ещё один час.
# 3. Рейтинг по выручке сравнивает в основном **территории**. С их учётом он честнее, но места в нём почти не различить: это повод для разговора, а не для приказа.
#
# Дальше — блокнот **04**: почему конверсия кажется бесполезной.
# %% [markdown] lang="en"
# ## Three conclusions
#
# 1. An hour of selling costs more than a working hour, and more as observed than as reported: **we divide by inflated hours**.
# 2. Average productivity depends on **definitions**: which window, and who is credited with habit. It does not say what one more hour would bring.
# 3. The league table by revenue mostly compares **territories**. Allowed for, it is fairer, but its places can hardly be told apart: a reason to talk and not to give orders.
#
# Next: notebook **04**, why conversion looks worthless.
