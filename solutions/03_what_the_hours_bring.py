# %% [markdown] lang="ru"
# # Что приносят часы и кто из специалистов продуктивен?
#
# **Вопрос руководителя.** Первые в рейтинге по выручке — лучшие? И какой час приносит больше: тот, что удерживает клиента, или тот, что отнимает его у конкурента?
#
# **25 минут.** Вы:
#
# - узнаете, во сколько час продаж обходится по отчётам и во сколько — на самом деле;
# - увидите, что средняя отдача часа зависит от того, как её определили;
# - отделите человека от территории и решите, насколько надёжно его место;
# - проверите мнение «с тройкой последних прощаемся».
#
# **На занятии в 90 минут** ответьте на вопрос 3, остальное только выполните.
#
# Ячейки выполняются по порядку: **Shift + Enter**.
# %% [markdown] lang="en"
# # What do the hours bring, and who is productive?
#
# **The manager’s question.** Are those at the top of our league table the best? And which hour brings us more: one that keeps a client, or one that takes a client from a competitor?
#
# **25 minutes.** You will:
#
# - learn what an hour of selling costs by the reports, and what it really costs;
# - see that the average return of an hour depends on how it is defined;
# - tell the person from the territory, and decide how sure a place is;
# - put the opinion “part with the bottom three” to the test.
#
# **In a workshop of 90 minutes** answer question 3; run everything else.
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
# ## Час продаж дороже, чем кажется
#
# Платим мы за каждый час, а продаёт лишь часть из них. Разделим деньги последнего года на все часы и на часы продаж — по отчётам и по наблюдениям (блокнот 02).
# %% [markdown] lang="en"
# ## An hour of selling is dearer than it looks
#
# Every hour is paid for, and only some of the hours sell. Let us divide the money of the last year by all hours and by those of selling, as reported and as observed (notebook 02).
# %% tags=["run-only", "hide-input"]
observed = ck.analysis.as_observed(case.reports, case.calendar)
told = ck.analysis.cost_of_hours(case.financials, case.reports)
seen = ck.analysis.cost_of_hours(case.financials, observed)
costs = told[[]].assign(
    told_krub_per_hour=told["krub_per_hour"], seen_krub_per_hour=seen["krub_per_hour"]
)
ck.charts.show_table(costs)
# %% [markdown] lang="ru" tags=["your-turn"]
# ### Вопрос 1. На сколько процентов час продаж дороже, если верить наблюдателю?
#
# **Ваш ход.** *Для тех, кто считает.* Вместо трёх точек впишите в кавычках название столбца: `"told_krub_per_hour"` — по отчётам, `"seen_krub_per_hour"` — по наблюдению. Подсказка — `ck.hint("cost.seen_hour")` в пустой ячейке.
# %% [markdown] lang="en" tags=["your-turn"]
# ### Question 1. By what share is an hour of selling dearer if the observer is right?
#
# **Your turn.** *For those who compute.* In place of the three dots write the name of a column in quotes: `"told_krub_per_hour"` is by the reports, `"seen_krub_per_hour"` as observed. For a hint write `ck.hint("cost.seen_hour")` into an empty cell.
# %% tags=["your-turn"]
# <blank>dearer = costs.loc["selling", ...] / costs.loc["selling", "told_krub_per_hour"] - 1</blank>
# <solution>
dearer = costs.loc["selling", "seen_krub_per_hour"] / costs.loc["selling", "told_krub_per_hour"] - 1
# </solution>
ck.check("cost.seen_hour", dearer)
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Сколько приносит час в среднем
#
# Разделим маржу последнего года по тому, откуда она взялась. Повторные покупки действующих клиентов запишем на удержание, новые точки процесса у общих клиентов — на расширение, выигранных клиентов конкурента — на конверсию. Новый бизнес считаем приростом первые двенадцать месяцев, потом это уже повторные покупки. **Сначала прикиньте.**
# %% [markdown] lang="en" tags=["your-turn"]
# ## What an hour brings on average
#
# Let us split the margin of the last year by where it came from. The repeat purchases of present clients are credited to retention, process points gained at shared clients to expansion, clients won from a competitor to conversion. A gain counts as growth for twelve months; after that it is repeat purchases. **Guess first.**
# %% tags=["your-turn"]
# <solution>
ck.guess("output.first", "conversion")
# </solution>
# %% tags=["run-only"]
average = ck.analysis.average_productivity(case.reports, case.sales, case.positions)
hour_cost = costs.loc["selling", "told_krub_per_hour"]
ck.show(ck.charts.plot_productivity(average, hour_cost, case.currency))
ck.guess("output.first", truth=average["margin_krub_per_hour"].idxmax())
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Это **средний** час. Действующие клиенты покупают и по привычке, и маржу привычки мы тоже записали на удержание. А двенадцать месяцев выбрали сами. Вот те же продажи, если считать новый бизнес приростом полгода, год или два.
#
# ### Вопрос 2. Какие выводы верны при любом сроке?
#
# Коллега поставил рядом крайние полосы графика и сделал выводы. Проверьте каждый по графику, по таблице и по стоимости часа продаж из отчётов.
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** This is the **average** hour. Present clients also buy out of habit, and the margin of habit has been credited to retention. And it was we who chose twelve months. Here are the very same sales when a gain is called growth for half a year, for one year, or for two.
#
# ### Question 2. Which conclusions hold whatever the length?
#
# A colleague put the outer bars of the picture side by side and drew conclusions. Hold each against the picture, the table, and the reported cost of an hour of selling.
# %% tags=["your-turn"]
lengths = case.terms.attribution_windows_months
windows = ck.analysis.origins_by_window(case.sales, case.positions, lengths)
by_window = ck.analysis.average_by_window(case.reports, case.sales, case.positions, lengths)
ck.show(ck.charts.plot_origins_by_window(windows), ck.charts.show_table(by_window))
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
# Директор по персоналу судит о людях по выручке. Но территория специалисту досталась. Её потенциал — всё, что закупают её клиенты, у нас и у других. Линия на графике показывает, сколько приносят территории такой величины; кто выше неё, продаёт больше. Где окажется лидер, если территорию учесть? **Сначала прикиньте.**
# %% [markdown] lang="en" tags=["your-turn"]
# ## The league table compares territories
#
# Human resources judge people by revenue. But the territory came with the job. Its potential is all that its clients buy, from us and from others. The line in the picture is what territories of that size bring; whoever is above it sells more. With territory allowed for, where will the leader be? **Guess first.**
# %% tags=["your-turn"]
# <solution>
ck.guess("people.leader_place", 3)
# </solution>
# %% tags=["run-only"]
league = ck.analysis.league_table(case.sales, case.accounts, reports=case.reports)
ck.show(ck.charts.plot_league(league, case.currency))
ck.guess("people.leader_place", truth=league["adjusted_rank"].iloc[0])
# %% [markdown] lang="ru" tags=["your-turn"]
# **Обратите внимание.** Место с учётом территории считается по тому, **во сколько раз** выручка больше ожидаемой (линии), а не на сколько рублей. Сравним края рейтинга по всему, что может их развести. «Закупки у других» сравнивают территории честнее, чем потенциал целиком: в него входит и проданное нами.
#
# ### Вопрос 3. Какие объяснения рейтинга данные исключают?
# %% [markdown] lang="en" tags=["your-turn"]
# **What to notice.** The adjusted rank uses the **ratio** of actual to expected revenue, not the difference in roubles. Let us compare the two ends of the table in everything that may set them apart. What clients “spend elsewhere” compares territories more fairly than the whole potential, which includes our own sales.
#
# ### Question 3. Which explanations of the league table do the data exclude?
# %% tags=["your-turn"]
parts = ck.analysis.league_parts(league, case.accounts, case.reports)
ck.show(ck.charts.show_table(parts))
# <solution>
top, bottom = parts.loc["top"], parts.loc["bottom"]
excluded = ["more_clients", "better_alone"]
excluded += ["more_hours"] if top["selling_hours"] < 1.05 * bottom["selling_hours"] else []
excluded += ["better_in_part"] if top["adjusted"] < 1.05 * bottom["adjusted"] else []
ck.ask("people.explanation", excluded)
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Насколько надёжно место?
#
# С учётом территории порядок честнее, но и в нём много удачи. Полоса показывает, где в девяти случаях из десяти оказалась бы точка, если бы с теми же клиентами повезло иначе. Оранжевым отмечены первый и трое последних по выручке.
#
# ### Вопрос 4. Кого здесь можно различить?
# %% [markdown] lang="en" tags=["your-turn"]
# ## How sure is a place?
#
# With territory allowed for, the order is fairer, yet there is much luck in it too. A bar shows where the dot would lie, nine times in ten, had luck with the same clients been different. Orange marks the first by revenue and the last three.
#
# ### Question 4. Who can be told apart here?
# %% tags=["your-turn"]
ck.show(ck.charts.plot_adjusted(league))
# <solution>
told_apart = ck.analysis.told_apart(league, "adjusted")
star, order = league.index[0], league.sort_values("adjusted").index[::-1]
others = order.drop(star)
pairs = {
    "best_worst": told_apart.loc[order[0], order[-1]],
    "best_second": told_apart.loc[order[0], order[1]],
    "star_best": told_apart.loc[star, others[2]],
    "star_worst": told_apart.loc[star, others[-3]],
    "star_last": told_apart.loc[star, others[len(others) // 2]],
}
ck.ask("people.sure", [name for name, apart in pairs.items() if apart] or ["none"])
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Что портят сомнительные отчёты
#
# Можно сравнивать людей и по часам. В таблице — у кого на победу ушло меньше всего часов конверсии (побед не меньше двух). Вспомните блокнот 02: кто-то каждый месяц сдаёт одно и то же, а один регион записывает сервис в удержание.
#
# ### Вопрос 5. Что испорчено?
# %% [markdown] lang="en" tags=["your-turn"]
# ## What dubious reports spoil
#
# People can be compared by hours, too. The table has those whose wins took the fewest hours of conversion (two wins or more). Remember notebook 02: some people hand in the same hours every month, and one region books service as retention.
#
# ### Question 5. What is spoilt?
# %% tags=["your-turn", "hide-input"]
wins = ck.analysis.hours_per_win(case.reports, case.deals).join(league[["rank"]])
wins = wins[wins["wins"] >= 2].sort_values("hours_per_win", kind="stable")
columns = ["wins", "hours_per_win", "rank", "same_every_month"]
ck.show(ck.charts.show_table(wins[columns].head(6)))
# <solution>
spoilt = ["hours_per_win", "selling_hour"]
spoilt += ["cheapest_win"] if wins["same_every_month"].iloc[0] else []
ck.ask("people.dubious", spoilt)
# </solution>
# %% [markdown] lang="ru" tags=["your-turn"]
# ## Назад к доске
#
# Директор по персоналу предлагал судить о людях по краям рейтинга. Теперь можно вынести вердикт.
# %% [markdown] lang="en" tags=["your-turn"]
# ## Back to the whiteboard
#
# Human resources would judge people by the two ends of the league table. Now you can give a verdict.
# %% tags=["your-turn"]
# <solution>
ck.ask("opinions.league", "wrong")
# </solution>
# %% [markdown] lang="ru"
# ## Три вывода
#
# 1. По наблюдению час продаж дороже, чем по отчётам: **в отчётах часов продаж больше, чем увидел наблюдатель**.
# 2. Средняя продуктивность зависит от **определений**: как долго прирост считать ростом, кому записать привычку. Она не говорит, что принёс бы ещё один час.
# 3. Рейтинг по выручке сравнивает в основном **территории**. С их учётом он честнее, но места в нём почти не различить: это повод для разговора, а не для приказа.
#
# Дальше — блокнот **04**: почему конверсия кажется бесполезной.
# %% [markdown] lang="en"
# ## Three key points
#
# 1. An hour of selling costs more as observed than as reported: **reports hold more selling hours than the observer saw**.
# 2. Average productivity depends on **definitions**: how long a gain counts as growth, and who is credited with habit. It does not say what one more hour would bring.
# 3. The league table by revenue mostly compares **territories**. With them allowed for it is fairer, but its places can hardly be told apart: a reason to talk and not to give orders.
#
# Next: notebook **04**, why conversion looks worthless.
